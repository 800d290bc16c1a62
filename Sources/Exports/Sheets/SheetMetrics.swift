import Provenance
import Spreadsheets

/// How high a cell must be for its text (行高): the file says the height of every row, since merged cells grow with nobody.
enum SheetMetrics {
    /// Of the size of the font. 宋体 needs 1.2; 思源, which stands in for it where it is not installed, 1.45.
    private static let leading = 1.46
    /// Above and below the text together, in points.
    private static let padding = 5.0

    /// Points of height that a cell's content takes in a column of a width.
    static func height(_ cell: Worksheet.Cell, width: Double) -> Double {
        // A width of 1 is a digit of the standard font, seven pixels of three quarters of a point; fonts differ, so a little is kept.
        var lines = LineFill(room: cell.style.wraps ? max(12, width * 7 * 0.75 * 0.96) : .infinity, size: cell.style.size)
        for piece in pieces(cell.content) { lines.add(piece.text, size: piece.style?.size ?? cell.style.size, isBold: piece.style?.isBold ?? cell.style.isBold) }
        return lines.finished() * leading + padding
    }

    static func text(_ content: Worksheet.Content) -> String { pieces(content).map(\.text).joined() }

    private static func pieces(_ content: Worksheet.Content) -> [Worksheet.Piece] {
        switch content {
        case .blank: []
        case .text(let text): [.init(text)]
        case .pieces(let pieces): pieces
        case .number(let value): [.init(value == value.rounded() ? String(Int(value)) : String(value))]
        }
    }
}

/// Text of several sizes put into lines of one width (断行估算), all in points.
private struct LineFill {
    let room: Double
    let size: Double
    private var height = 0.0
    private var used = 0.0
    private var tallest = 0.0

    init(room: Double, size: Double) {
        self.room = room
        self.size = size
    }

    mutating func add(_ text: String, size: Double, isBold: Bool) {
        var word = 0.0
        for scalar in text.unicodeScalars {
            if scalar == "\n" {
                place(&word, size)
                end()
                continue
            }
            let width = Self.em(scalar) * size * (isBold ? 1.04 : 1)
            if Self.isWordPart(scalar) {
                word += width
            } else {
                place(&word, size)
                var one = width
                place(&one, size)
            }
        }
        place(&word, size)
    }

    mutating func finished() -> Double {
        if used > 0 || height == 0 { end() }
        return height
    }

    private mutating func place(_ width: inout Double, _ size: Double) {
        guard width > 0 else { return }
        // A word longer than a line is broken.
        while used + width > room, used > 0 || width > room {
            if used > 0, width <= room {
                end()
            } else {
                width -= room - used
                tallest = max(tallest, size)
                end()
            }
        }
        used += width
        tallest = max(tallest, size)
        width = 0
    }

    private mutating func end() {
        height += tallest > 0 ? tallest : size
        (used, tallest) = (0, 0)
    }

    private static func isWordPart(_ scalar: Unicode.Scalar) -> Bool { scalar.value > 0x20 && scalar.value < 0x7F }

    /// Of the size of the font; signs that terminals draw narrow are full-width in fonts of Chinese.
    private static func em(_ scalar: Unicode.Scalar) -> Double {
        if scalar.value < 0x7F { return 0.52 }
        return scalar.value >= 0x2010 && scalar.value < 0x2600 || scalar.value == 0xB7 ? 1 : Double(CellWidth.of(scalar)) / 2
    }
}

extension Worksheet {
    /// Adds a row that is as high as its cells need.
    mutating func append(_ cells: [Cell], atLeast least: Double = 16) {
        let heights = zip(cells, columns).map { $1.isHidden ? 0 : SheetMetrics.height($0, width: $1.width) }
        rows.append(Row(height: min(Worksheet.heightLimit, max(least, heights.max() ?? 0)), cells: cells))
    }

    /// Adds a row whose first cell goes over all visible columns.
    mutating func append(across cell: Cell, atLeast least: Double = 16) {
        let count = max(1, columns.count { !$0.isHidden })
        let width = columns.prefix(count).reduce(0) { $0 + $1.width }
        let blank = Cell(.blank, cell.style)
        rows.append(
            Row(
                height: min(Worksheet.heightLimit, max(least, SheetMetrics.height(cell, width: width))),
                cells: [cell] + Array(repeating: blank, count: count - 1)))
        if count > 1 { merged.append(Area(rows: (rows.count - 1)...(rows.count - 1), columns: 0...(count - 1))) }
    }
}
