/// What a word means is neither demanded nor reported: 本办法所称实训基地，是指…。
enum DefinitionRule: UnitRule {
    static func read(_ unit: SentenceUnit) -> UnitClass? { unit.has(.definition) ? .other : nil }
}
