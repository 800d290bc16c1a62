/// Where something stands, for people: `file:line:column` and the line with a caret.
public struct Place: Hashable, Sendable {
    public var file: String
    /// From 1.
    public var line: Int?
    /// From 1, in code points.
    public var column: Int?
    /// The line as it stands, without its break.
    public var excerpt: String?

    public init(file: String, line: Int? = nil, column: Int? = nil, excerpt: String? = nil) {
        self.file = file
        self.line = line
        self.column = column
        self.excerpt = excerpt
    }

    public init(file: String, source: SourceText, offset: Int) {
        let position = source.position(of: offset)
        self.init(file: file, line: position.line, column: position.column, excerpt: source.line(around: offset))
    }

    public var description: String {
        [file, line.map(String.init), column.map(String.init)].compactMap(\.self).joined(separator: ":")
    }

    /// The excerpt, at most 60 code points of it around the column, and a caret under the column. Full-width characters
    /// take two cells, so the caret is moved by the width of what stands before it.
    public var caret: String? {
        guard let excerpt, let column else { return nil }
        let scalars = Array(excerpt.unicodeScalars)
        let from = max(0, min(column - 1, scalars.count) - 30)
        let to = min(scalars.count, from + 60)
        let shown = scalars[from..<to].map { $0.value < 0x20 ? " " : $0 }
        let before = shown.prefix(max(0, column - 1 - from))
        let cells = before.reduce(0) { $0 + ($1.value >= 0x1100 ? 2 : 1) }
        return String(scalars: shown) + "\n" + String(repeating: " ", count: cells) + "^"
    }
}
