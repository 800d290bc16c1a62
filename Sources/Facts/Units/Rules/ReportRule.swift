/// What is left in a report is reported as a fact, finished unless it says that it goes on.
struct ReportRule: UnitRule {
    func read(_ unit: SentenceUnit, _ words: UnitWords) -> UnitClass? {
        .action(unit.has(words.ongoing) && !unit.has(words.completed) ? .ongoing : .done)
    }
}
