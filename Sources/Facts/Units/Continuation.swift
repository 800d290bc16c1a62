/// How the sentences of a report go on from one another (承续), where nothing of their own says what they are:
///
/// - `要抓好改革；资源整合，实现互补。` A list behind ； goes on demanding.
/// - `还面临不少困难：产业层次不高；财政收支压力加大。` It goes on naming what is wrong.
/// - `下一步，我市将…。同时，开展队伍培训。` A paragraph goes on announcing.
struct Continuation {
    /// What the member of the list before this one is.
    private var before = UnitClass.other
    /// What the list began with says that its members are problems.
    private var listsProblems = false
    private var announces = false

    /// What a sentence is, where the rules have found it to be `found`.
    mutating func settle(_ found: UnitClass, _ unit: SentenceUnit) -> UnitClass {
        if !unit.isMember, !(listsProblems && unit.isEnumerated) {
            before = .other
            listsProblems = ProblemRule.opensList(unit)
        }
        before = continued(found, unit)
        if case .plan = before, unit.begins(with: .future) { announces = true }
        return before
    }

    private func continued(_ found: UnitClass, _ unit: SentenceUnit) -> UnitClass {
        if listsProblems, found != .other, found != .plan, !ProblemRule.isAnswered(unit) { return .problem }
        guard case .action = found else { return found }
        guard !unit.hasDate, !unit.hasQuantity, !unit.has([.occurred, .completed, .ongoing]) else { return found }
        if announces { return .plan }
        // 市水务局新建驿站 has somebody who did it.
        if case .requirement = before, let first = unit.clauses.first, !unit.hasSubject(in: first) { return .requirement(.must) }
        return found
    }
}
