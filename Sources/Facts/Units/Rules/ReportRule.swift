/// What is left in a report is reported as a fact, finished unless it says that it goes on.
enum ReportRule: UnitRule {
    static func read(_ unit: SentenceUnit) -> UnitClass? {
        .action(unit.has(.ongoing) && !unit.has(.completed) ? .ongoing : .done)
    }
}
