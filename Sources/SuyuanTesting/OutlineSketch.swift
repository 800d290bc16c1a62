import Structure

/// The structure of a document in a few lines, to be compared with what a test expects: `^` front, `+` unit, `-` paragraph,
/// `|` row of a table, `<` closing, `>` back; two blanks a level. The first line tells the genre.
public struct OutlineSketch: Equatable, Sendable, CustomStringConvertible {
    public private(set) var lines: [String]

    public var description: String { lines.joined(separator: "\n") }

    /// - Parameter expected: a sketch as a test writes it; indentation common to all lines is the literal's own.
    public init(expected: String) {
        lines = expected.split(separator: "\n").map(String.init)
    }

    public init(_ outline: Outline) {
        lines = [outline.genre.purpose.rawValue + (outline.genre.type.map { " " + $0 } ?? "")]
        for field in outline.front { lines.append("^ " + Self.field(field, outline.reading)) }
        add(outline.body, depth: 0, outline.reading)
        for field in outline.back { lines.append("> " + Self.field(field, outline.reading)) }
    }

    private mutating func add(_ nodes: [OutlineNode], depth: Int, _ reading: ReadingText) {
        let indent = String(repeating: "  ", count: depth)
        for node in nodes {
            switch node {
            case .paragraph(let passage): lines.append(indent + "- " + reading.string(passage.reading))
            case .closing(let fields): for field in fields { lines.append(indent + "< " + Self.field(field, reading)) }
            case .table(let table):
                for row in table.rows {
                    lines.append(indent + "| " + row.cells.map { reading.string($0.reading) }.joined(separator: " | "))
                }
            case .unit(let unit):
                let heading = unit.heading.map { reading.string($0.reading) } ?? unit.number.map { $0 + "…" } ?? "…"
                lines.append(indent + "+ " + heading)
                add(unit.children, depth: depth + 1, reading)
            }
        }
    }

    private static func field(_ field: OutlineField, _ reading: ReadingText) -> String {
        field.name.rawValue + (field.direction.map { "(\($0))" } ?? "") + " " + reading.string(field.passage.reading)
    }
}
