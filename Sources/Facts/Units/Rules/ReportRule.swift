/// What is left in a report is reported as a fact (已建成3座, 举办培训班14期), finished unless it says that it goes on: 正有序推进.
enum ReportRule: UnitRule {
    static func read(_ unit: SentenceUnit) -> UnitClass? {
        .action(unit.has(.ongoing) && !unit.has(.completed) ? .ongoing : .done)
    }
}
