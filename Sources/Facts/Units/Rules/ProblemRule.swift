/// Something missing, late, failed: 3个县尚未启动建设。 In a report only; in a directive the same words state what to prevent.
enum ProblemRule: UnitRule {
    static func read(_ unit: SentenceUnit) -> UnitClass? {
        if unit.topic == .problems { return .problem }
        return unit.has(.problem) && unit.clauses.contains { names($0, unit) } ? .problem : nil
    }

    /// A clause names a problem unless it tells what is done about one: 针对技能短板, 排查安全隐患.
    private static func names(_ clause: Range<Int>, _ unit: SentenceUnit) -> Bool {
        guard let found = unit.text.first([.problem, .problemAddressed], passing: .problemFalse, in: clause) else { return false }
        return !found.groups.contains(.problemAddressed)
    }
}
