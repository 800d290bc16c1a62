import Vocabulary

/// The labels of table columns (表头) and what a column under each holds, from the groups `column.*` of `Ontology/markers.xml`.
struct DutyColumns: Sendable {
    enum Column: String, Sendable, CaseIterable {
        case number, task, measure, lead, responsible, support, deadline, progress, problem, other
    }

    private let columns: [String: Column]

    init(_ markers: Markers) {
        var columns: [String: Column] = [:]
        for column in Column.allCases {
            for label in markers.group("column.\(column.rawValue)") { columns[label] = column }
        }
        self.columns = columns
    }

    /// A label that no group knows is that of another column.
    subscript(_ label: String) -> Column { columns[label] ?? .other }
}
