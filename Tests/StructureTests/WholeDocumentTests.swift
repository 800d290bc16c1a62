import Structure
import SuyuanTesting
import Testing

/// Structure is told by what is printed, not by how a converter left the white space.
@Suite struct WholeDocumentTests {
    @Test(arguments: WholeDocuments.all.indices)
    func plainTextIsRead(_ index: Int) throws {
        let sample = WholeDocuments.all[index]
        #expect(OutlineSketch(try TestOntology.outline(sample.text)) == sample.sketch)
    }

    @Test(arguments: WholeDocuments.all.indices, TextVariation.allCases)
    func variationsReadAlike(_ index: Int, variation: TextVariation) throws {
        let sample = WholeDocuments.all[index]
        let found = OutlineSketch(try TestOntology.outline(variation.apply(to: sample.text)))
        #expect(found == sample.sketch)
    }

    @Test(arguments: WholeDocuments.all.indices, [24, 28, 36])
    func wrappedTextIsJoined(_ index: Int, width: Int) throws {
        let sample = WholeDocuments.all[index]
        for isSpaced in [false, true] {
            let text = TextVariation.wrapped(sample.text, width: width, isSpaced: isSpaced)
            #expect(OutlineSketch(try TestOntology.outline(text)) == sample.sketch, "spaced: \(isSpaced)\n\(text)")
        }
    }

    @Test(arguments: WholeDocuments.all.indices, [9, 14])
    func foliosStandOutsideTheText(_ index: Int, page: Int) throws {
        let sample = WholeDocuments.all[index]
        let text = TextVariation.wrapped(sample.text, width: 26, page: page)
        let outline = try TestOntology.outline(text)
        #expect(OutlineSketch(outline) == sample.sketch, "\(text)")
        #expect(!outline.furniture.isEmpty)
    }

    @Test func halfWidthPunctuationReadsAlike() throws {
        let text = WholeDocuments.notice.text.replacing("，", with: ",").replacing("；", with: ";").replacing("：", with: ":")
            .replacing("（", with: "(").replacing("）", with: ")")
        #expect(OutlineSketch(try TestOntology.outline(text)) == WholeDocuments.notice.sketch)
    }
}
