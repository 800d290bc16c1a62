/// One sheet of a workbook (工作表), as it is to be written. Rows and columns count from 0.
public struct Worksheet: Sendable {
    public struct Column: Sendable {
        /// In widths of a digit of the workbook's standard font; a Chinese character of ten points takes about 1.9.
        public var width: Double
        public var isHidden: Bool

        public init(width: Double, isHidden: Bool = false) {
            self.width = width
            self.isHidden = isHidden
        }
    }

    public enum Content: Hashable, Sendable {
        case blank
        case text(String)
        /// Pieces of text, each in a look of its own; nil: the cell's.
        case pieces([Piece])
        case number(Double)
    }

    public struct Piece: Hashable, Sendable {
        public var text: String
        public var style: CellStyle?

        public init(_ text: String, _ style: CellStyle? = nil) {
            self.text = text
            self.style = style
        }
    }

    public struct Cell: Sendable {
        public var content: Content
        public var style: CellStyle

        public init(_ content: Content, _ style: CellStyle) {
            self.content = content
            self.style = style
        }
    }

    public struct Row: Sendable {
        /// In points, at most `heightLimit`.
        public var height: Double
        public var cells: [Cell]

        public init(height: Double, cells: [Cell]) {
            self.height = height
            self.cells = cells
        }
    }

    /// A rectangle of cells, both ends inclusive.
    public struct Area: Hashable, Sendable {
        public var rows: ClosedRange<Int>
        public var columns: ClosedRange<Int>

        public init(rows: ClosedRange<Int>, columns: ClosedRange<Int>) {
            self.rows = rows
            self.columns = columns
        }
    }

    /// What a cell offers to choose from; other words may be typed as well.
    public struct Choice: Sendable {
        public var area: Area
        public var words: [String]
        /// Shown beside the cell while it is chosen; at most 32 and 255 characters.
        public var title: String
        public var hint: String

        public init(area: Area, words: [String], title: String, hint: String) {
            self.area = area
            self.words = words
            self.title = title
            self.hint = hint
        }
    }

    /// The greatest height of a row that spreadsheets know, in points.
    public static let heightLimit = 409.0

    /// At most 31 characters, none of `[]:*?/\`.
    public var name: String
    public var columns: [Column]
    public var rows: [Row] = []
    /// The cells of each keep their contents, so that a filter finds every row; the first one's is shown.
    public var merged: [Area] = []
    /// Rows above and columns left of it stay in view.
    public var frozen: (row: Int, column: Int)?
    public var filter: Area?
    /// Rows printed again on each page.
    public var repeated: ClosedRange<Int>?
    /// What is printed; nil: everything.
    public var printed: Area?
    public var choices: [Choice] = []
    /// Cells whose numbers are shown as bars too.
    public var bars: [(area: Area, ink: UInt32)] = []
    /// `&P` page, `&N` pages, `&L` `&C` `&R` where they stand.
    public var header = ""
    public var footer = ""
    public var tab: UInt32?
    public var isHidden = false

    public init(name: String, columns: [Column]) {
        self.name = name
        self.columns = columns
    }
}

/// A workbook to be written (工作簿).
public struct Workbook: Sendable {
    public var title: String
    /// Seconds since 1970, UTC: the file says that it was made then. Must be given, since the same content is to give the same bytes.
    public var created: Int
    public var sheets: [Worksheet]

    public init(title: String, created: Int, sheets: [Worksheet]) {
        self.title = title
        self.created = created
        self.sheets = sheets
    }
}
