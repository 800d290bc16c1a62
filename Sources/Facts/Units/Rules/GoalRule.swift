/// A measurable goal before the first clause of a directive (目标在前言中): 到2031年，建成实训基地50个。
enum GoalRule: UnitRule {
    static func read(_ unit: SentenceUnit) -> UnitClass? {
        unit.hasQuantity && unit.hasLimit && unit.has(.targetVerb) && !unit.text.scalars[unit.range].contains { $0 == "已" || $0 == "了" } ? .requirement(.must) : nil
    }
}
