/// Under 指导思想 and 基本原则 nothing is demanded; a figure there is a target all the same: 主要目标.
struct PrincipleRule: UnitRule {
    func read(_ unit: SentenceUnit, _ words: UnitWords) -> UnitClass? {
        unit.topic == .principles && !(unit.hasQuantity && unit.has(words.targetVerbs)) ? .other : nil
    }
}
