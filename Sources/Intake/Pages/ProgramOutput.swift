import Provenance

/// What Poppler and tesseract say of pages, read without running them (外部程序输出): for those who feed readers what is nearly such a text.
package enum ProgramOutput {
    /// - Parameter layout: as `pdftotext -bbox-layout` writes it.
    package static func text(ofLayout layout: [UInt8], file: String) throws(Fault) -> SourceText {
        SourceText(scalars: PageFlow(try PDFReader.pages(layout, file: file)).extraction().scalars)
    }

    /// - Parameter table: as `tesseract … tsv` writes it.
    package static func text(ofTable table: [UInt8], file: String) throws(Fault) -> SourceText {
        SourceText(scalars: PageFlow([OCRReader.page(String(decoding: table, as: UTF8.self), number: 1)]).extraction().scalars)
    }
}
