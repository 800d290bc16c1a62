/// Formulas on force, interpretation and occasion: 本方案自印发之日起施行。 现将有关事项通知如下。
enum ValidityRule: UnitRule {
    static func read(_ unit: SentenceUnit) -> UnitClass? { unit.has(.validity) ? .other : nil }
}
