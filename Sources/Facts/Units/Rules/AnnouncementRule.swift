/// What an office says in a directive that it will do itself demands nothing of others: 市政府督查室将定期通报进展。
enum AnnouncementRule: UnitRule {
    static func read(_ unit: SentenceUnit) -> UnitClass? {
        guard unit.hasBody, unit.has(.futureVerb), unit.text.first([.must, .mustNot], passing: .notModal, in: unit.range) == nil,
            let future = unit.announcedAct, future.lowerBound > unit.range.lowerBound
        else { return nil }
        let announces = unit.inside.contains { mark in
            guard case .body(let body) = mark.fact else { return false }
            return !body.isClass && mark.range.upperBound == future.lowerBound
        }
        return announces ? .plan : nil
    }
}
