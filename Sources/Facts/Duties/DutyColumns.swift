import Provenance
import Vocabulary

/// The labels of table columns (表头) and what a column under each holds, from the groups `column.*` of `Ontology/markers.xml`.
struct DutyColumns: Sendable {
    enum Column: String, Sendable, CaseIterable {
        case number, task, measure, goal, lead, responsible, support, deadline, progress, problem, other
    }

    private let columns: [String: Column]
    /// Ends of labels of bodies, and the words in them that tell what they owe; of several the first says it.
    private let bodies: PhraseSet
    private let owing: [(column: Column, words: PhraseSet)]

    init(_ markers: Markers) {
        var columns: [String: Column] = [:]
        for column in Column.allCases {
            for label in markers.group("column.\(column.rawValue)") { columns[label] = column }
        }
        self.columns = columns
        bodies = PhraseSet(markers.group("label.body"))
        owing = [Column.support, .lead, .responsible].map { ($0, PhraseSet(markers.group("label.\($0.rawValue)"))) }
    }

    /// A label that no group knows is that of another column. Of two labels one over the other (责任单位 over 牵头单位) the lower says it.
    subscript(_ label: String) -> Column {
        if let column = columns[label] { return column }
        let scalars = Array(label.unicodeScalars)
        guard (4...24).contains(scalars.count) else { return .other }
        for cut in 2..<scalars.count - 1 where columns[String(scalars: scalars[..<cut])] != nil {
            if let column = columns[String(scalars: scalars[cut...])] { return column }
        }
        // 协同配合单位, 主要责任部门
        guard let end = bodies.length(endingAt: scalars.count, in: scalars, from: 0) else { return .other }
        return owing.first { $0.words.contains(scalars, in: 0..<scalars.count - end) }?.column ?? .other
    }
}
