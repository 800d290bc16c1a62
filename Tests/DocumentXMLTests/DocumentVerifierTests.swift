import Facts
import Provenance
import Testing

@testable import DocumentXML

struct DocumentVerifierTests {
    /// A change of one code point anywhere in the source that is no white space is found, and at its place.
    @Test(arguments: 0..<6 as Range<UInt64>) func oneAlteredCharacterIsNamedWithItsPlace(_ seed: UInt64) {
        let sample = RandomDocument(seed: seed, blocks: 4)
        var missed: [Int] = []
        for place in sample.source.scalars.indices where !sample.source.scalars[place].isWhite {
            var scalars = sample.source.scalars
            scalars[place] = "变"
            let source = SourceText(scalars: scalars)
            let findings = DocumentVerifier.findings(in: sample.document, against: source)
            let position = source.position(of: place)
            if findings.first?.place.line != position.line || findings.first?.place.column != position.column { missed.append(place) }
        }
        #expect(missed.isEmpty)
    }

    @Test(arguments: 0..<6 as Range<UInt64>) func aMissingOrAddedCharacterIsFound(_ seed: UInt64) {
        let sample = RandomDocument(seed: seed, blocks: 4)
        var generator = Seeded(state: seed)
        for place in sample.source.scalars.indices where !sample.source.scalars[place].isWhite && Int.random(in: 0..<4, using: &generator) == 0 {
            var less = sample.source.scalars
            less.remove(at: place)
            var more = sample.source.scalars
            more.insert("增", at: place)
            for scalars in [less, more] {
                let findings = DocumentVerifier.findings(in: sample.document, against: SourceText(scalars: scalars))
                #expect(!findings.isEmpty)
            }
        }
    }

    static let source = SourceText("关于培训的意见\n\n　　要办好培\n— 1 —\n训，2030年底前完成。\u{1}\n抄送：省财政厅")

    static func document(_ edit: (inout PolicyDocument) -> Void = { _ in }) -> PolicyDocument {
        let date = Mark(id: "t1", span: Span(24, 31), range: 18..<31, fact: .date(DateMention(.point("2030-12-31"), isDeadline: true)))
        let requirement = Mark(id: "r1", span: Span(11, 34), range: 0..<40, fact: .requirement(.must))
        var document = RoundTripTests.document([], characters: source.count)
        document.front = [Field(.title, TextBlock(id: "f1", span: Span(0, 7), text: "关于培训的意见"))]
        document.body = [
            .paragraph(
                TextBlock(
                    id: "p1", span: Span(9, 35), text: "要办好培训，2030年底前完成。", marks: [requirement, date],
                    forbidden: [ForbiddenScalar(start: 34, offset: 40, code: 1)])),
            .furniture(Furniture(span: Span(15, 22), text: "— 1 —")),
        ]
        document.back = [Field(.copies, TextBlock(id: "b1", span: Span(36, 43), text: "抄送：省财政厅"))]
        edit(&document)
        return document
    }

    @Test func theSampleItselfIsRight() {
        #expect(DocumentVerifier.findings(in: Self.document(), against: Self.source).map { $0.text(.en) } == [])
    }

    @Test func sayWhatWasExpectedAndFound() {
        let document = Self.document {
            guard case .paragraph(var block) = $0.body[0] else { return }
            block.text = block.text.replacing("完成", with: "完工")
            $0.body[0] = .paragraph(block)
        }
        let findings = DocumentVerifier.findings(in: document, against: Self.source, file: "s.txt")
        #expect(findings.count == 1)
        #expect(
            findings.first?.text(.en) == """
                s.txt:5:11: p p1 / requirement r1 differs from the source: expected “成” (U+6210), found “工” (U+5DE5)
                训，2030年底前完成。\u{20}
                                ^
                """)
    }

    static let edits: [(String, @Sendable (inout PolicyDocument) -> Void, [String])] = [
        ("dropped block", { $0.body.removeFirst() }, ["verify.missing"]),
        ("dropped field", { $0.back = [] }, ["verify.missing"]),
        ("dropped furniture", { $0.body.removeLast() }, ["verify.text"]),
        ("altered furniture", { $0.body[1] = .furniture(Furniture(span: Span(15, 22), text: "— 2 —")) }, ["verify.text"]),
        ("swapped blocks", { swap(&$0.front, &$0.back) }, ["verify.missing", "document.span.order", "document.span.order"]),
        ("wrong length", { $0.source.characters += 1 }, ["verify.length"]),
        ("shifted mark", { edit(&$0) { $0.marks[1].span = Span(25, 32) } }, ["verify.words"]),
        ("mark too long", { edit(&$0) { $0.marks[1].range = 18..<34 } }, ["verify.words"]),
        ("mark on other words of the same form", { edit(&$0) { $0.marks[1].span = Span(11, 18) } }, ["verify.words"]),
        ("lost forbidden code point", { edit(&$0) { $0.forbidden = [] } }, ["verify.text"]),
        ("forbidden code point moved", { edit(&$0) { $0.forbidden[0].start = 33 } }, ["verify.char"]),
        ("crossing marks", { edit(&$0) { $0.marks[0].range = 0..<21 } }, ["document.marks"]),
        ("span beyond the source", { $0.back[0].content.span = Span(36, 99) }, ["document.span.outside"]),
    ]

    static func edit(_ document: inout PolicyDocument, _ change: (inout TextBlock) -> Void) {
        guard case .paragraph(var block) = document.body[0] else { return }
        change(&block)
        document.body[0] = .paragraph(block)
    }

    @Test(arguments: edits.indices) func isFound(_ index: Int) {
        let (name, edit, keys) = Self.edits[index]
        let findings = DocumentVerifier.findings(in: Self.document(edit), against: Self.source)
        #expect(findings.map(\.message.key) == keys, "\(name): \(findings.map { $0.text(.en) })")
    }
}
