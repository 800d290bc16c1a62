import Links

/// An answer as tables for people (报表): what every answer is turned into for terminals, CSV and pages.
struct Report: Sendable {
    var title: String
    /// Label and value, printed above the tables.
    var facts: [(label: String, value: String)] = []
    var sections: [Section]
    /// The one table that a spreadsheet takes; nil: the first section.
    var ledger: Section?
    var notes: [String] = []

    struct Section: Sendable {
        /// For links within a page.
        var id: String
        var title: String?
        var columns: [Column]
        var rows: [[Cell]]
        /// What stands in place of a table without rows.
        var empty: String

        init(_ id: String, title: String? = nil, columns: [Column], rows: [[Cell]], empty: String) {
            self.id = id
            self.title = title
            self.columns = columns
            self.rows = rows
            self.empty = empty
        }
    }

    struct Column: Sendable {
        var title: String
        /// How much of the width it takes where there is not enough, in shares.
        var share: Int
        var isNumber: Bool

        init(_ title: String, share: Int = 1, isNumber: Bool = false) {
            self.title = title
            self.share = share
            self.isNumber = isNumber
        }
    }

    enum Cell: Sendable {
        case text(String)
        case lines([String])
        case number(Int)
        case state(RequirementState)
        /// A state, and what it rests on.
        case graded(RequirementState, [String])

        static func optional(_ text: String?) -> Cell { .text(text ?? "") }

        func text(_ wording: Wording) -> String {
            switch self {
            case .text(let text): text
            case .lines(let lines): lines.joined(separator: "\n")
            case .number(let value): String(value)
            case .state(let state): wording.label(state)
            case .graded(let state, let lines): ([wording.label(state)] + lines).joined(separator: "\n")
            }
        }
    }
}
