import Structure
import SuyuanTesting
import Testing

/// Front, numbers, tables and back of short documents, in the forms of GB/T 9704 and as converters leave them.
@Suite struct MarkedDocumentTests {
    @Test func documentsAreRead() throws {
        let documents = try MarkedDocument.all.get()
        #expect(documents.count >= 40)
        for document in documents {
            let found = OutlineSketch(try TestOntology.outline(document.text.joined(separator: "\n")))
            #expect(found.lines == document.sketch, "\(document)\n\(Self.difference(found.lines, document.sketch))")
        }
    }

    @Test(arguments: [TextVariation.crlf, .byteOrderMark, .zeroWidth, .trailingSpaces])
    func variationsReadAlike(_ variation: TextVariation) throws {
        for document in try MarkedDocument.all.get() {
            let text = document.text.joined(separator: "\n")
            let plain = OutlineSketch(try TestOntology.outline(text))
            let found = OutlineSketch(try TestOntology.outline(variation.apply(to: text)))
            #expect(found == plain, "\(document)\n\(Self.difference(found.lines, plain.lines))")
        }
    }

    private static func difference(_ found: [String], _ expected: [String]) -> String {
        found.difference(from: expected).map { change in
            switch change {
            case .insert(_, let line, _): "found    \(line)"
            case .remove(_, let line, _): "expected \(line)"
            }
        }.joined(separator: "\n")
    }

    @Test(arguments: ["关于供水的通知", "@ document a\n@ sketch\n- a", "@ document a\ntext", "@ document a\ntext\n@ sketch\n- b\n@ outline", "@ document a\ntext\n@ document b\ntext\n@ sketch\n- c"])
    func faultyFilesAreRefused(_ text: String) {
        #expect(throws: MarkedDocument.Refusal.self) { try MarkedDocument.read(text, file: "faulty.txt") }
    }
}
