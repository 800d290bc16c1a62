import Facts
import Foundation
import Provenance
import Testing
import XMLTree

@testable import DocumentXML

/// The schema as the repository has it.
let policySchema = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Ontology/schema/policy.xsd").standardized.path

struct RoundTripTests {
    static let validator = Result<DocumentValidator, any Error> { try DocumentValidator(schemaPath: policySchema) }

    @Test(arguments: 0..<200 as Range<UInt64>) func everyDocumentComesBack(_ seed: UInt64) throws {
        let sample = RandomDocument(seed: seed)
        let bytes = try DocumentWriter.bytes(of: sample.document)
        let back = try DocumentParser.parse(bytes, file: "d.xml")
        let isSame = back == sample.document
        #expect(isSame, "model → XML → model")
        let isSameXML = try DocumentWriter.bytes(of: back) == bytes
        #expect(isSameXML, "XML → model → XML")
        let wrong = try Self.validator.get().findings(in: bytes, file: "d.xml")
        #expect(wrong.isEmpty, "\(wrong.prefix(3).map { $0.text(.en) })")
        let altered = DocumentVerifier.findings(in: sample.document, against: sample.source)
        #expect(altered.isEmpty, "\(altered.prefix(3).map { $0.text(.en) })")
    }

    @Test func theSamplesHoldEverything() {
        var marks = 0
        var chars = 0
        var folios = 0
        var nested = 0
        for seed in 0..<200 as Range<UInt64> {
            RandomDocument(seed: seed).document.forEachPiece { piece in
                switch piece {
                case .furniture: folios += 1
                case .block(let block, _):
                    marks += block.marks.count
                    chars += block.forbidden.count
                    nested += zip(block.marks, block.marks.dropFirst()).filter { $0.range.upperBound > $1.range.lowerBound }.count
                }
            }
        }
        #expect(marks > 1000 && chars > 500 && folios > 100 && nested > 300)
    }

    @Test func looksAsTheContractShowsIt() throws {
        let text = "支持建设，2030年底前培训。"
        let requirement = Mark(id: "r1", span: Span(0, 15), range: 0..<text.utf8.count, fact: .requirement(.encourage))
        let date = Mark(id: "t1", span: Span(5, 12), range: 15..<28, fact: .date(DateMention(.point("2030-12-31"), isDeadline: true)))
        let directive = Directive(
            id: "s1.1", number: "（一）", level: 2,
            assignments: [Assignment(body: "CN-53/hrss", name: "省人社厅", role: .lead, isOpen: true)],
            deadlines: [Deadline(when: "2030-12-31", basis: "t1")],
            blocks: [.paragraph(TextBlock(id: "s1.1.p1", span: Span(0, 15), text: text, marks: [requirement, date]))])
        let document = PolicyDocument(
            id: "plan-000000", work: "plan", kind: .directive,
            source: SourceDescription(
                name: "plan.txt", mediaType: "text/plain", encoding: "UTF-8", sha256: String(repeating: "0", count: 64), bytes: 40,
                characters: 15), body: [.directive(directive)])
        let zeros = document.source.sha256
        #expect(
            String(decoding: try DocumentWriter.bytes(of: document), as: UTF8.self) == """
                <?xml version="1.0" encoding="UTF-8"?>
                <document xmlns="urn:suyuan:policy:1" id="plan-000000" work="plan" kind="directive" lang="zh-Hans">
                  <source name="plan.txt" mediaType="text/plain" encoding="UTF-8" sha256="\(zeros)" bytes="40" characters="15"/>
                  <front/>
                  <text>
                    <directive id="s1.1" number="（一）" level="2">
                      <assignment body="CN-53/hrss" name="省人社厅" role="lead" open="true"/>
                      <deadline when="2030-12-31" basis="t1"/>
                      <p id="s1.1.p1" start="0" end="15"><requirement id="r1" start="0" end="15" modality="encourage">支持建设，<date id="t1" start="5" end="12" when="2030-12-31" deadline="true">2030年底前</date>培训。</requirement></p>
                    </directive>
                  </text>
                  <back/>
                </document>

                """)
    }

    /// Where a forbidden code point touches a mark, its place in the source says on which side it stands.
    @Test(arguments: [(4, "<char code=\"1\" start=\"4\"/><date"), (5, "when=\"2030\"><char code=\"1\" start=\"5\"/>云")])
    func forbiddenCodePointsStandOnTheirSideOfATag(_ start: Int, _ expected: String) throws {
        let mark = Mark(span: Span(5, 7), range: 3..<6, fact: .date(DateMention(.point("2030"))))
        let block = TextBlock(
            id: "p", span: Span(3, 9), text: "甲云南", marks: [mark], forbidden: [ForbiddenScalar(start: start, offset: 3, code: 1)])
        let xml = String(decoding: try DocumentWriter.bytes(of: Self.document([.paragraph(block)])), as: UTF8.self)
        #expect(xml.contains(expected), "\(xml)")
    }

    static func mark(_ range: Range<Int>) -> Mark { Mark(span: Span(0, 9), range: range, fact: .plan(PlanFact())) }

    @Test(arguments: [[0..<6, 3..<9], [3..<6, 0..<3], [0..<12], [1..<3], [0..<4]] as [[Range<Int>]])
    func marksThatCannotBeElementsAreFaults(_ ranges: [Range<Int>]) {
        let block = TextBlock(id: "p7", span: Span(0, 9), text: "甲乙丙", marks: ranges.map(Self.mark))
        #expect(throws: Fault(.marksCross(in: "p7"))) { try DocumentWriter.bytes(of: Self.document([.paragraph(block)])) }
    }

    static func document(_ body: [Block], characters: Int = 9) -> PolicyDocument {
        PolicyDocument(
            id: "d", work: "w", kind: .other,
            source: SourceDescription(
                name: "s.txt", mediaType: "text/plain", encoding: "UTF-8", sha256: String(repeating: "0", count: 64), bytes: 9,
                characters: characters), body: body)
    }
}
