/// One rule that tells what a sentence unit is (判句规则). Rules are asked in order, and the first that knows decides.
protocol UnitRule: Sendable {
    /// Nil where the rule has nothing to say.
    static func read(_ unit: SentenceUnit) -> UnitClass?
}
