/// Greetings and thanks state nothing: 各位记者朋友，大家好。 谢谢您的提问。 感谢贵单位对水务工作的关心支持！
enum CourtesyRule: UnitRule {
    /// Whoever thanks at length tells of something.
    private static let longest = 60

    static func read(_ unit: SentenceUnit) -> UnitClass? {
        unit.has(.courtesy) && unit.range.count <= longest && !unit.hasQuantity && !unit.hasDate ? .other : nil
    }
}
