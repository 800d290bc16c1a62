import Provenance
import XMLTree

/// Reads PDF (版式文件) through Poppler's `pdftotext`, which tells where each word stands; the paragraphs are made from that. A file without
/// text holds pictures of pages, which only OCR can read.
enum PDFReader {
    static let mediaType = "application/pdf"
    /// A plan of 300 pages is a long one.
    static let pageLimit = 3_000

    static func read(_ bytes: [UInt8], file: String, options: ReadingOptions) throws(Fault) -> Extraction {
        guard let program = ExternalProgram("pdftotext") else {
            throw Fault(.programIsMissing("pdftotext", format: "PDF"), at: Place(file: file), advice: .installPoppler)
        }
        let scratch = try ScratchFolder(file: file)
        let source = try scratch.write(bytes, as: "source.pdf", file: file)
        // Words of a thousand pages and where they stand are some 10 MB, read in a second or two; what goes on is made to go on.
        let limits = ExternalProgram.Limits(seconds: 20 + bytes.count >> 19, output: 64 << 20, memory: 2 << 30)
        let outcome = try program.run(
            ["-bbox-layout", "-enc", "UTF-8", "-l", String(pageLimit + 1), source, "-"], home: scratch.path, limits: limits, file: file)
        guard outcome.status == 0 else {
            let isLocked = outcome.errors.lowercased().contains("password")
            if isLocked { throw Fault(.sourceIsEncrypted, at: Place(file: file), advice: .removePassword) }
            throw Fault(.formatIsBroken("PDF", reason: outcome.errors.split(separator: "\n").first.map(String.init) ?? "?"), at: Place(file: file), advice: .checkOriginal)
        }
        let pages = try pages(outcome.output, file: file)
        guard pages.count <= pageLimit else { throw Fault(.sourceHasManyPages(limit: pageLimit), at: Place(file: file), advice: .splitSource) }
        // A scanner's stamp on each page is no text of the document.
        let visible = pages.reduce(0) { $0 + $1.segments.reduce(0) { $0 + $1.text.count { !$0.isWhite } } }
        guard visible > pages.count * 4 else {
            guard options.ocr else { throw Fault(.pagesHaveNoText(pages.count), at: Place(file: file), advice: .useOCR) }
            return try OCRReader.read(pdf: source, pages: pages.count, scratch: scratch, file: file)
        }
        var extraction = PageFlow(pages).extraction()
        extraction.pages = pages.count
        extraction.reader = try program.version("-v", home: scratch.path, file: file)
        if !isWhole(bytes) { extraction.findings.insert(Finding(.warning, .sourceIsCutOff), at: 0) }
        return extraction
    }

    /// Whether it ends as a PDF does (ISO 32000-1, 7.5.5): `%%EOF`, and little that mailers and portals hang on. Poppler reads what is left of
    /// one that was cut off, and pages may be missing.
    private static func isWhole(_ bytes: [UInt8]) -> Bool {
        bytes.suffix(8 << 10).firstRange(of: Array("%%EOF".utf8)) != nil
    }

    /// The pages of `pdftotext -bbox-layout`, which is XHTML.
    static func pages(_ output: [UInt8], file: String) throws(Fault) -> [PrintedPage] {
        // Its DOCTYPE names the DTD of XHTML, and characters that XML forbids come through as they are.
        guard let start = output.firstRange(of: Array("<html".utf8))?.lowerBound else { return [] }
        let xml = output[start...].map { $0 < 0x20 && $0 != 0x0A && $0 != 0x09 && $0 != 0x0D ? 0x20 : $0 }
        let events = try XMLEvents.parse(xml, file: file)
        var pages: [PrintedPage] = []
        var line: PrintedPage.Segment?
        var word: (left: Double, right: Double)?
        var isInWord = false
        for event in events.items {
            switch event.kind {
            case .start:
                let box = Box(event, events)
                switch events.names[Int(event.name)].local {
                case "page":
                    pages.append(PrintedPage(number: pages.count + 1, width: box["width"], height: box["height"], segments: []))
                    // Nobody asks what stands behind the limit.
                    if pages.count > pageLimit { return pages }
                case "line": line = PrintedPage.Segment(left: box["xMin"], right: box["xMax"], top: box["yMin"], bottom: box["yMax"], text: [])
                case "word":
                    let (left, right) = (box["xMin"], box["xMax"])
                    if var current = line, let last = word, !current.text.isEmpty {
                        let gap = left - last.right
                        let size = max(1, current.height)
                        // Room that somebody left parts segments; a fraction of a character is how programs set digits.
                        if gap > size * 0.9, !pages.isEmpty {
                            current.right = last.right
                            pages[pages.count - 1].segments.append(current)
                            current.left = left
                            current.right = box["xMax"]
                            current.text = []
                        } else if gap > size * (current.text.last.map(\.isLatinLetter) == true ? 0.1 : 0.4) {
                            current.text.append(" ")
                        }
                        line = current
                    }
                    line?.right = right
                    word = (left, right)
                    isInWord = true
                default: continue
                }
            case .text: if isInWord { line?.text.append(contentsOf: events.text(of: event).unicodeScalars) }
            case .end:
                isInWord = false
                switch events.names[Int(event.name)].local {
                case "line":
                    if let line, line.text.contains(where: { !$0.isWhite }), !pages.isEmpty { pages[pages.count - 1].segments.append(line) }
                    (line, word) = (nil, nil)
                default: continue
                }
            }
        }
        return pages
    }

    private struct Box {
        private let values: [String: Double]

        init(_ event: XMLEvents.Event, _ events: XMLEvents) {
            var values: [String: Double] = [:]
            for attribute in events.attributes(of: event) {
                let value = Double(events.value(of: attribute)) ?? 0
                values[events.attributeNames[Int(attribute.name)].local] = value.isFinite ? max(-1e6, min(1e6, value)) : 0
            }
            self.values = values
        }

        subscript(_ name: String) -> Double { values[name] ?? 0 }
    }
}
