/// How a paper is built is no demand of it: 《意见》从六个方面作出部署。
enum OutlineRule: UnitRule {
    static func read(_ unit: SentenceUnit) -> UnitClass? {
        guard unit.clauses.count <= 2, unit.text[unit.range.lowerBound] == "《" || unit.begins(with: .reporter), let last = unit.clauses.last else { return nil }
        return unit.text.rare.outlines.first(in: last, of: unit.text.scalars) == nil || unit.text.first([.must, .mustNot], passing: .notModal, in: unit.range) != nil ? nil : .other
    }
}
