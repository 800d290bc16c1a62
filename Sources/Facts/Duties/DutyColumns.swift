import Provenance
import Structure
import Vocabulary

/// The labels of table columns (表头) and what a column under each holds, from the groups `column.*` of `Ontology/markers.xml`.
struct DutyColumns: Sendable {
    enum Column: String, Sendable, CaseIterable {
        case number, task, item, measure, goal, lead, responsible, support, deadline, progress, problem, plan, other
    }

    private let columns: [String: Column]
    /// Ends of labels of bodies, and the words in them that tell what they owe; of several the first says it.
    private let bodies: PhraseSet
    private let owing: [(column: Column, words: PhraseSet)]
    /// What the labels of ledgers begin and end with: 下一步工作计划, 截至9月底进展.
    private let plans, problems, progress: PhraseSet

    init(_ markers: Markers) {
        var columns: [String: Column] = [:]
        for column in Column.allCases {
            for label in markers.group("column.\(column.rawValue)") { columns[label] = column }
        }
        self.columns = columns
        plans = PhraseSet(markers.group("label.plan"))
        problems = PhraseSet(markers.group("label.problem"))
        progress = PhraseSet(markers.group("label.progress"))
        bodies = PhraseSet(markers.group("label.body"))
        owing = [Column.support, .lead, .responsible].map { ($0, PhraseSet(markers.group("label.\($0.rawValue)"))) }
    }

    /// A label that no group knows is that of another column. Of two labels one over the other (责任单位 over 牵头单位) the lower says it.
    subscript(_ label: String) -> Column {
        if let column = columns[label] { return column }
        var scalars = Array(label.unicodeScalars)
        // 落实情况（截至6月底）
        if scalars.last == "）", let open = scalars.lastIndex(of: "（"), open > 0 {
            scalars = Array(scalars[..<open])
            if let column = columns[String(scalars: scalars)] { return column }
        }
        if let told = told(scalars) { return told }
        guard (4...24).contains(scalars.count) else { return .other }
        for cut in 2..<scalars.count - 1 where columns[String(scalars: scalars[..<cut])] != nil {
            if let column = columns[String(scalars: scalars[cut...])] { return column }
        }
        // 协同配合单位, 主要责任部门
        guard let end = bodies.length(endingAt: scalars.count, in: scalars, from: 0) else { return .other }
        return owing.first { $0.words.contains(scalars, in: 0..<scalars.count - end) }?.column ?? .other
    }

    /// What a ledger's column tells of how things stand.
    private func told(_ printed: [Unicode.Scalar]) -> Column? {
        // 问题二, 问题3
        let label = Array(printed[..<((printed.lastIndex { !("0"..."9").contains($0) && PrintedNumeral.value($0) == nil } ?? -1) + 1)])
        if plans.length(at: 0, in: label, limit: label.count) != nil { return .plan }
        if problems.length(endingAt: label.count, in: label, from: 0) != nil { return .problem }
        return progress.length(endingAt: label.count, in: label, from: 0) != nil ? .progress : nil
    }
}
