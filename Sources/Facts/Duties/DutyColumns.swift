import Provenance
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

    /// A label that no group knows is that of another column. Of two labels one over the other (责任单位 over 牵头单位) the lower says it.
    subscript(_ label: String) -> Column {
        if let column = columns[label] { return column }
        let scalars = Array(label.unicodeScalars)
        guard (4...24).contains(scalars.count) else { return .other }
        for cut in 2..<scalars.count - 1 where columns[String(scalars: scalars[..<cut])] != nil {
            if let column = columns[String(scalars: scalars[cut...])] { return column }
        }
        return .other
    }
}
