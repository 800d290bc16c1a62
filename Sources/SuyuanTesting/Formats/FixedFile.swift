/// Makes OFD files for tests (测试用 OFD): A4 pages with 28 characters a line and 22 lines, as GB/T 9704 has them; tables by tabs are set in
/// columns; every page has a folio, and a running head from a template.
public struct FixedFile {
    private struct Page { var objects = "" }

    private var pages: [Page] = [Page()]
    private var line = 0
    private var number = 0
    private static let size = 5.6
    private static let lineHeight = 10.0
    private static let left = 28.0
    private static let top = 37.0
    private static let width = 28
    private static let height = 22

    public init() {}

    public static func of(text: String) -> FixedFile {
        var file = FixedFile()
        var rows: [[String]] = []
        for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(String.init) {
            if line.contains("\t") {
                rows.append(line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init))
                continue
            }
            if !rows.isEmpty { file.table(rows) }
            rows = []
            file.paragraph(line)
        }
        if !rows.isEmpty { file.table(rows) }
        return file
    }

    private mutating func next(_ lines: Int = 1) {
        line += lines
        if line >= Self.height {
            pages.append(Page())
            line = 0
        }
    }

    /// Words at a place, in characters from the left edge; each text has one object.
    private mutating func put(_ text: [Unicode.Scalar], at column: Double, line: Int) {
        guard text.contains(where: { !$0.properties.isWhitespace }) else { return }
        number += 1
        let (x, y) = (Self.left + column * Self.size, Self.top + Double(line) * Self.lineHeight)
        var words = ""
        words.unicodeScalars.append(contentsOf: text)
        pages[pages.count - 1].objects += """
            <ofd:TextObject ID="\(1000 + number)" Boundary="\(x) \(y) \(Double(text.count) * Self.size) \(Self.size)" Font="1" Size="\(Self.size)">\
            <ofd:TextCode X="0" Y="\(Self.size * 0.88)" DeltaX="g \(max(1, text.count - 1)) \(Self.size)">\(PackedFile.escaped(words))</ofd:TextCode></ofd:TextObject>
            """
    }

    private mutating func paragraph(_ text: String) {
        var rest = Array(text.unicodeScalars)[...]
        let indent = rest.prefix { $0 == "\u{3000}" || $0 == " " }.count
        rest = rest.dropFirst(indent)
        // A line set to the right stays one.
        var column = rest.count < Self.width ? min(indent, Self.width - rest.count) : indent
        repeat {
            let room = Self.width - column
            put(Array(rest.prefix(room)), at: Double(column), line: line)
            rest = rest.dropFirst(room)
            column = 0
            next()
        } while !rest.isEmpty
    }

    private mutating func table(_ rows: [[String]]) {
        let widths = [2, 9, 5, 5, 4]
        for row in rows {
            let cells = row.enumerated().map { index, cell in Self.wrapped(Array(cell.unicodeScalars), widths[min(index, 4)]) }
            let height = max(1, cells.map(\.count).max() ?? 1)
            if line + height > Self.height { next(Self.height) }
            for (index, cell) in cells.enumerated() {
                let column = widths.prefix(index).reduce(0) { $0 + $1 + 1 } - 1 + (index == 0 ? 1 : 0)
                for (offset, words) in cell.enumerated() { put(words, at: Double(column) + Double(index) * 0.2, line: line + offset) }
            }
            next(height)
        }
    }

    private static func wrapped(_ text: [Unicode.Scalar], _ width: Int) -> [[Unicode.Scalar]] {
        stride(from: 0, to: text.count, by: width).map { Array(text[$0..<min($0 + width, text.count)]) }
    }

    public func bytes() throws -> [UInt8] {
        let space = "xmlns:ofd=\"http://www.ofdspec.org/2016\""
        func xml(_ text: String) -> [UInt8] { Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\(text)".utf8) }
        func object(_ id: Int, _ text: String, _ x: Double, _ y: Double) -> String {
            "<ofd:TextObject ID=\"\(id)\" Boundary=\"\(x) \(y) 60 4\" Font=\"1\" Size=\"4\"><ofd:TextCode X=\"0\" Y=\"3.5\">\(text)</ofd:TextCode></ofd:TextObject>"
        }
        var entries: [(name: String, content: [UInt8])] = [
            ("OFD.xml", xml("<ofd:OFD \(space)><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot><ofd:Signatures>Signs/Signatures.xml</ofd:Signatures></ofd:DocBody></ofd:OFD>")),
            ("Signs/Signatures.xml", xml("<ofd:Signatures \(space)><ofd:Signature ID=\"1\"/></ofd:Signatures>")),
        ]
        let list = pages.indices.map { "<ofd:Page ID=\"\($0 + 1)\" BaseLoc=\"Pages/Page_\($0)/Content.xml\"/>" }
        entries.append(
            (
                "Doc_0/Document.xml",
                xml(
                    "<ofd:Document \(space)><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>"
                        + "<ofd:TemplatePage ID=\"90\" BaseLoc=\"Tpls/Tpl_0/Content.xml\"/></ofd:CommonData><ofd:Pages>\(list.joined())</ofd:Pages></ofd:Document>")
            ))
        entries.append(("Doc_0/Tpls/Tpl_0/Content.xml", xml("<ofd:Page \(space)><ofd:Content><ofd:Layer ID=\"91\">\(object(92, "内部资料", 28, 20))</ofd:Layer></ofd:Content></ofd:Page>")))
        for (index, page) in pages.enumerated() {
            entries.append(
                (
                    "Doc_0/Pages/Page_\(index)/Content.xml",
                    xml(
                        "<ofd:Page \(space)><ofd:Template TemplateID=\"90\" ZOrder=\"Background\"/><ofd:Content><ofd:Layer ID=\"3\">\(page.objects)"
                            + "\(object(4, "— \(index + 1) —", 100, 275))</ofd:Layer></ofd:Content></ofd:Page>")
                ))
        }
        return try PackedFile.bytes(entries)
    }
}
