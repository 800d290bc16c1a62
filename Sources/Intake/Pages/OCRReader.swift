import Provenance

/// Reads pictures of pages through tesseract (文字识别). Its words may be wrong: the source says who read it, and a finding says to check.
enum OCRReader {
    /// Scans with more pages take longer than anybody waits.
    static let pageLimit = 200
    private static let language = "chi_sim"
    /// Dots an inch, at which tesseract reads Chinese characters of official sizes best.
    private static let resolution = 300

    static func read(image bytes: [UInt8], file: String, options: ReadingOptions) throws(Fault) -> Extraction {
        guard options.ocr else { throw Fault(.pagesHaveNoText(1), at: Place(file: file), advice: .useOCR) }
        let scratch = try ScratchFolder(file: file)
        let picture = try scratch.write(bytes, as: "page.img", file: file)
        return try read([picture], scratch: scratch, file: file)
    }

    static func read(pdf path: String, pages: Int, scratch: ScratchFolder, file: String) throws(Fault) -> Extraction {
        guard pages <= pageLimit else { throw Fault(.sourceHasManyPages(limit: pageLimit), at: Place(file: file), advice: .splitSource) }
        guard let renderer = ExternalProgram("pdftoppm") else {
            throw Fault(.programIsMissing("pdftoppm", format: "PDF"), at: Place(file: file), advice: .installPoppler)
        }
        let outcome = try renderer.run(
            ["-r", String(resolution), "-gray", "-png", path, scratch.path + "/page"], home: scratch.path, limits: .init(seconds: 60 + pages * 10), file: file)
        guard outcome.status == 0 else {
            throw Fault(.formatIsBroken("PDF", reason: outcome.errors.split(separator: "\n").first.map(String.init) ?? "?"), at: Place(file: file), advice: .checkOriginal)
        }
        // Names are numbered with leading zeros, so that their order is that of the pages.
        let pictures = scratch.names.filter { $0.hasPrefix("page-") }.map { scratch.path + "/" + $0 }
        return try read(pictures, scratch: scratch, file: file)
    }

    private static func read(_ pictures: [String], scratch: ScratchFolder, file: String) throws(Fault) -> Extraction {
        guard let program = ExternalProgram("tesseract") else {
            throw Fault(.programIsMissing("tesseract", format: "OCR"), at: Place(file: file), advice: .installOCR)
        }
        var pages: [PrintedPage] = []
        for (index, picture) in pictures.enumerated() {
            let outcome = try program.run(
                [picture, "stdout", "-l", language, "--dpi", String(resolution), "tsv"], home: scratch.path, limits: .init(seconds: 120), file: file)
            guard outcome.status == 0 else {
                let reason = outcome.errors.split(separator: "\n").first.map(String.init) ?? "?"
                throw Fault(.programFailed("tesseract", reason: reason), at: Place(file: file), advice: .installOCR)
            }
            pages.append(page(String(decoding: outcome.output, as: UTF8.self), number: index + 1))
        }
        var extraction = PageFlow(pages).extraction()
        extraction.pages = pages.count
        extraction.reader = try program.version("--version", home: scratch.path, file: file) + " " + language
        extraction.findings.insert(Finding(.warning, .readByOCR), at: 0)
        return extraction
    }

    /// The table that tesseract writes: a line a word, with its place in pixels.
    static func page(_ table: String, number: Int) -> PrintedPage {
        var page = PrintedPage(number: number, width: 0, height: 0, segments: [])
        for row in table.split(separator: "\n").dropFirst() {
            let cells = row.split(separator: "\t", omittingEmptySubsequences: false)
            guard cells.count >= 12, let level = Int(cells[0]), let left = Double(cells[6]), let top = Double(cells[7]), let width = Double(cells[8]),
                let height = Double(cells[9]), [left, top, width, height].allSatisfy({ abs($0) < 1e6 })
            else { continue }
            if level == 1 { (page.width, page.height) = (width, height) }
            if level == 4 { page.segments.append(PrintedPage.Segment(left: left, right: left + width, top: top, bottom: top + height, text: [])) }
            guard level == 5, !page.segments.isEmpty else { continue }
            // Chinese words are set without spaces; tesseract parts them.
            let words = String(cells[11])
            let last = page.segments[page.segments.count - 1].text.last
            if let last, last.isASCII, last != " ", words.unicodeScalars.first?.isASCII == true { page.segments[page.segments.count - 1].text.append(" ") }
            page.segments[page.segments.count - 1].text += words.unicodeScalars
        }
        page.segments.removeAll { line in !line.text.contains { !$0.isWhite } }
        return page
    }
}
