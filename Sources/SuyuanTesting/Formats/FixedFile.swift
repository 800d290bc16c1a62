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

    private let isRuled: Bool

    public init(isRuled: Bool = false) { self.isRuled = isRuled }

    /// - Parameter isRuled: tables have rules around their cells, as wide as they need; else their words stand in columns.
    public static func of(text: String, isRuled: Bool = false) -> FixedFile {
        var file = FixedFile(isRuled: isRuled)
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

    /// In characters. Digits are set as wide as characters, but where spaces stand beside them both are half as wide.
    private static func advances(_ text: [Unicode.Scalar]) -> [Double] {
        text.contains(" ") ? text.map { $0.isASCII ? 0.5 : 1 } : Array(repeating: 1, count: text.count)
    }

    /// How many scalars fit into a line of so many characters.
    private static func fitting(_ advances: some Sequence<Double>, in room: Double) -> Int {
        var left = room
        return advances.prefix { advance in
            left -= advance
            return left >= 0
        }.count
    }

    /// Words at a place, in characters from the left edge; each text has one object.
    private mutating func put(_ text: [Unicode.Scalar], _ advances: [Double]? = nil, at column: Double, line: Int, scale: Double = 1) {
        let advances = advances ?? Array(repeating: 1, count: text.count)
        guard text.contains(where: { !$0.properties.isWhitespace }) else { return }
        number += 1
        let (x, y) = (Self.left + column * Self.size, Self.top + Double(line) * Self.lineHeight)
        var words = ""
        words.unicodeScalars.append(contentsOf: text)
        let size = Self.size * scale
        let widths = advances.map { $0 * size }
        let deltas = widths.contains { $0 != size } ? widths.dropLast().map { "\($0)" }.joined(separator: " ") : "g \(max(1, text.count - 1)) \(size)"
        pages[pages.count - 1].objects += """
            <ofd:TextObject ID="\(1000 + number)" Boundary="\(x) \(y) \(widths.reduce(0, +)) \(size)" Font="1" Size="\(size)">\
            <ofd:TextCode X="0" Y="\(size * 0.88)" DeltaX="\(deltas)">\(PackedFile.escaped(words))</ofd:TextCode></ofd:TextObject>
            """
    }

    private mutating func paragraph(_ text: String) {
        var rest = Array(text.unicodeScalars)[...]
        let advances = Self.advances(Array(rest))
        let indent = rest.prefix { $0 == "\u{3000}" || $0 == " " }.count
        rest = rest.dropFirst(indent)
        // What stands at both sides of a line is set smaller where it is too long.
        let marks = Array(rest)
        if rest.count > Self.width, rest.count <= Self.width * 2, let gap = marks.indices.dropFirst().first(where: { marks[$0].properties.isWhitespace && marks[$0 - 1].properties.isWhitespace }), marks.count - gap <= 16 {
            let left = Array(marks[..<gap].prefix { !$0.properties.isWhitespace })
            let right = Array(marks[gap...].drop { $0.properties.isWhitespace })
            put(left, at: 0, line: line, scale: 0.55)
            put(right, at: Double(Self.width) - Double(right.count) * 0.55, line: line, scale: 0.55)
            return next()
        }
        // A line set to the right stays one.
        var column = rest.count < Self.width ? min(indent, Self.width - rest.count) : indent
        repeat {
            let room = Self.fitting(advances[rest.startIndex...], in: Double(Self.width - column))
            put(Array(rest.prefix(room)), Array(advances[rest.startIndex...].prefix(room)), at: Double(column), line: line)
            // A space at which a line is broken is not set.
            rest = rest.dropFirst(room).drop { $0 == " " }
            column = 0
            next()
        } while !rest.isEmpty
    }

    /// A straight rule, in millimetres.
    private mutating func rule(_ x: Double, _ y: Double, _ width: Double, _ height: Double) {
        number += 1
        pages[pages.count - 1].objects += """
            <ofd:PathObject ID="\(1000 + number)" Boundary="\(x) \(y) \(width + 0.3) \(height + 0.3)" LineWidth="0.25">\
            <ofd:AbbreviatedData>M 0.1 0.1 L \(width + 0.1) \(height + 0.1)</ofd:AbbreviatedData></ofd:PathObject>
            """
    }

    /// As word processors print them: rules around each cell, words wrapped in it, rows that a page's end does not cut.
    private mutating func ruledTable(_ rows: [[String]]) {
        let count = rows.map(\.count).max() ?? 1
        // The number's column is narrow, the others share the rest.
        let share = 149.0 / Double(max(1, count - 1))
        var edges: [Double] = [0]
        for column in 0..<count { edges.append(9 + share * Double(column)) }
        for row in rows {
            let cells: [[[Unicode.Scalar]]] = row.enumerated().map { index, cell in
                let room = edges[index + 1] - edges[index] - 0.6
                return Self.wrapped(Array(cell.unicodeScalars), max(1, Int(room / Self.size)))
            }
            let height = max(1, cells.map(\.count).max() ?? 1)
            if line + height > Self.height { next(Self.height) }
            let top: Double = Self.top + Double(line) * Self.lineHeight - 2
            let bottom: Double = top + Double(height) * Self.lineHeight
            for edge in edges { rule(Self.left + edge, top, 0, bottom - top) }
            for y in [top, bottom] { rule(Self.left, y, edges[count], 0) }
            for (index, cell) in cells.enumerated() {
                for (offset, words) in cell.enumerated() {
                    // In the middle of the cell, as such tables are set.
                    put(words, at: (edges[index] + 0.3) / Self.size, line: line + offset)
                }
            }
            next(height)
        }
    }

    private mutating func table(_ rows: [[String]]) {
        if isRuled { return ruledTable(rows) }
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
