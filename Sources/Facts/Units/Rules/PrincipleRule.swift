/// Under 指导思想 and 基本原则 nothing is demanded; a figure there is a target all the same: 主要目标.
enum PrincipleRule: UnitRule {
    static func read(_ unit: SentenceUnit) -> UnitClass? {
        unit.topic == .principles && !(unit.hasQuantity && unit.hasDate && unit.has(.targetVerb)) ? .other : nil
    }
}
