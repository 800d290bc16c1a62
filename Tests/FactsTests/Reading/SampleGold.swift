import Foundation
import Provenance
import SuyuanTesting

@testable import Facts

/// Documents marked by hand that may lie beside a checkout; without them, tests on them say that they skip.
enum SampleGold {
    static let folder: String? = {
        let root = #filePath.split(separator: "/").dropLast(4).joined(separator: "/")
        let folder = "/" + root + "/../shared"
        guard FileManager.default.fileExists(atPath: folder + "/gold") else {
            print("skipped: no hand-made gold beside the checkout")
            return nil
        }
        return folder
    }()

    /// Documents with a table of a kind, and the rows of that table by column.
    static func documents(_ kind: String) throws -> [(document: PolicyDocument, rows: [[String: String]])] {
        guard let folder else { return [] }
        let suffix = ".\(kind).tsv"
        return try FileManager.default.contentsOfDirectory(atPath: folder + "/gold").sorted().filter { $0.hasSuffix(suffix) }.map { file in
            let name = String(file.dropLast(suffix.count)) + ".txt"
            let text = try String(contentsOfFile: folder + "/documents/" + name, encoding: .utf8)
            let lines = try String(contentsOfFile: folder + "/gold/" + file, encoding: .utf8).split(whereSeparator: \.isNewline)
            let columns = lines[0].split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            let rows = lines.dropFirst().map { line in
                Dictionary(
                    zip(columns, line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)), uniquingKeysWith: { $1 })
            }
            return (try TestOntology.read(text, name: name), rows)
        }
    }
}

/// Hits and misses, as the guide counts them.
struct Tally {
    var right = 0
    var extra = 0
    var missing = 0
    var errors: [String] = []

    var f1: Double { right == 0 ? 0 : 2 * Double(right) / Double(2 * right + extra + missing) }
}

extension PolicyDocument {
    /// Every sentence unit with its words' place.
    var units: [(span: Span, name: String, modality: String?)] {
        var found: [(span: Span, name: String, modality: String?)] = []
        visit { block in
            for mark in block.marks {
                switch mark.fact {
                case .requirement(let modality): found.append((mark.span, "requirement", modality.rawValue))
                case .action: found.append((mark.span, "action", nil))
                case .plan: found.append((mark.span, "plan", nil))
                case .problem: found.append((mark.span, "problem", nil))
                default: break
                }
            }
        }
        return found
    }

    /// Number and heading of every unit that has one.
    var headings: [(number: String?, heading: String)] {
        func walk(_ blocks: [Block]) -> [(String?, String)] {
            blocks.flatMap { block -> [(String?, String)] in
                switch block {
                case .division(let division): own(division.number, division.heading) + walk(division.blocks)
                case .directive(let directive): own(directive.number, directive.heading) + walk(directive.blocks)
                case .table(let table): table.rows.compactMap(\.directive).flatMap { own($0.number, nil) }
                default: []
                }
            }
        }
        func own(_ number: String?, _ heading: TextBlock?) -> [(String?, String)] {
            number == nil && heading == nil ? [] : [(number, heading?.text ?? "")]
        }
        return walk(body)
    }

    private func visit(_ act: (TextBlock) -> Void) {
        func walk(_ blocks: [Block]) {
            for block in blocks {
                switch block {
                case .paragraph(let text): act(text)
                case .division(let division):
                    if let heading = division.heading { act(heading) }
                    walk(division.blocks)
                case .directive(let directive):
                    if let heading = directive.heading { act(heading) }
                    walk(directive.blocks)
                case .table(let table): for row in table.rows { row.cells.forEach(act) }
                case .closing(let fields): for field in fields { act(field.content) }
                case .furniture: break
                }
            }
        }
        walk(body)
    }
}
