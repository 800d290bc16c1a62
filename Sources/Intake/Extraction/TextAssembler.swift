import Provenance

/// Puts an extracted text together line by line and notes where each line comes from (文本组装). A line is a paragraph or a row of cells
/// parted by tabs; breaks inside become spaces, and so do tabs in cells: in a line whose place is a cell, a tab always parts cells.
struct TextAssembler {
    private(set) var scalars: [Unicode.Scalar] = []
    private(set) var map = SourceMap()
    var findings: [Finding] = []

    /// No document has more: what does is refused before it fills the memory.
    static let limit = 32 << 20

    var isFull: Bool { scalars.count > Self.limit }

    /// From here on the text stands on this page.
    mutating func page(_ number: Int) { map.add(page: number, at: scalars.count) }

    mutating func locate(_ unit: SourceLocator.Unit, name: String? = nil, label: String) {
        map.add(unit, name: name, label: label, at: scalars.count)
    }

    /// Text of a line that goes on.
    /// - Parameter keepsTabs: it is no cell of a table; its tabs were typed.
    mutating func append(_ text: some Sequence<Unicode.Scalar>, keepsTabs: Bool = false) {
        for scalar in text { scalars.append(Self.isBreak(scalar) && !(keepsTabs && scalar == "\t") ? " " : scalar) }
    }

    mutating func tab() { scalars.append("\t") }
    mutating func endLine() { scalars.append("\n") }

    /// A paragraph.
    mutating func line(_ text: some Sequence<Unicode.Scalar>) {
        append(text, keepsTabs: true)
        endLine()
    }

    /// A line without text, unless the last one has none.
    mutating func blankLine() {
        let count = scalars.count
        guard count > 0, !(count > 1 && scalars[count - 1] == "\n" && scalars[count - 2] == "\n") else { return }
        endLine()
    }

    private static func isBreak(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09...0x0D, 0x85, 0x2028, 0x2029: true
        default: false
        }
    }

    /// The whole, without blank lines at its end.
    func finished(pages: Int? = nil, encoding: String = "UTF-8", reader: String? = nil) -> Extraction {
        var scalars = scalars
        while scalars.count > 1, scalars[scalars.count - 1] == "\n", scalars[scalars.count - 2] == "\n" { scalars.removeLast() }
        return Extraction(scalars: scalars, map: map, findings: findings, pages: pages, encoding: encoding, reader: reader)
    }
}
