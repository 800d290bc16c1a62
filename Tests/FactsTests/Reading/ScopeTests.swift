import Provenance
import SuyuanTesting
import Testing

@testable import Facts

/// Which division a document speaks from, and what 县政府 stands for in it.
@Suite struct ScopeTests {
    /// The official names of the bodies in a text, each once, in order.
    private static func officials(_ text: String) throws -> [String] {
        var found: [String] = []
        func look(_ blocks: [Block]) {
            for block in blocks {
                switch block {
                case .division(let division):
                    note(division.heading)
                    look(division.blocks)
                case .directive(let directive):
                    note(directive.heading)
                    look(directive.blocks)
                case .paragraph(let paragraph): note(paragraph)
                default: break
                }
            }
        }
        func note(_ text: TextBlock?) {
            for mark in text?.marks ?? [] {
                if case .body(let body) = mark.fact, let official = body.official, !found.contains(official) { found.append(official) }
            }
        }
        look(try TestOntology.read(text).body)
        return found
    }

    @Test(arguments: [
        // The issuer.
        ("南华县人民政府办公室\n关于清淤的通知\n各乡镇：\n　　县水务局要抓好清淤。", ["南华县水务局"]),
        // The place with which a text begins that has no head.
        ("10月26日，元阳县总工会召开会议。县政府办公室通报了进展。", ["元阳县总工会", "元阳县人民政府办公室"]),
        ("巡河工作会召开\n10月26日，全市巡河工作会在保山召开。市水务局通报了进展。", ["保山市水务局"]),
        // None is named: nothing is guessed.
        ("10月26日，县总工会召开会议。", []),
    ])
    func levelWordsStandForTheDivision(text: String, expected: [String]) throws { #expect(try Self.officials(text) == expected) }
}
