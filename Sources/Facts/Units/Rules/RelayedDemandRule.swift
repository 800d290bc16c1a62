/// A demand told second-hand: 《意见》强调，要… · 会议要求，… · 《意见》还对…提出要求，要… A paragraph that `opens` so relays to its end; what is left
/// of a report is quoted.
enum RelayedDemandRule: UnitRule {
    static func read(_ unit: SentenceUnit) -> UnitClass? {
        quotes(unit) ? .requirement(.must) : nil
    }

    /// The first clause names a document or a speaker and ends in a verb of demand.
    static func opens(_ unit: SentenceUnit) -> Bool {
        guard let first = unit.clauses.first else { return false }
        if tells(first, unit) { return true }
        guard unit.clauses.count >= 2, first.count <= 40 else { return false }
        if rests(on: first, unit) { return true }
        guard unit.has(.reportVerb) else { return false }
        let end = first.upperBound - 1
        guard unit.text.length(.reportVerb, endingAt: end, from: first.lowerBound) != nil else { return false }
        if unit.text[first.lowerBound] == "《" { return true }
        guard speaks(first, unit) else { return false }
        if requires(first, unit) { return true }
        return unit.clauses.dropFirst().contains { clause in
            unit.text.groups(at: clause.lowerBound, limit: clause.upperBound).intersects([.encourage, .may]) || DemandRule.demands(clause, unit) || unit.text.first(.must, passing: .notModal, in: clause, startingBefore: clause.lowerBound + farthest) != nil
        }
    }

    /// 要求各责任单位掌握进展, 会议要求全市各级工会提高认识: who is told stands right behind the verb, and nobody is said to have done it.
    private static func tells(_ first: Range<Int>, _ unit: SentenceUnit) -> Bool {
        guard unit.hasBody, !unit.has(.completed) else { return false }
        let told = unit.body(beginningIn: first) { body, place in
            guard body.isClass, let length = unit.text.rare.requiring.length(endingAt: place.lowerBound, in: unit.text.scalars, from: first.lowerBound) else { return false }
            let verb = place.lowerBound - length
            return verb == first.lowerBound || unit.text[verb - 1] == "》" || unit.text.length(.reporter, endingAt: verb, from: first.lowerBound) != nil
        }
        return told != nil
    }

    /// 按照通知要求，各省级部门负责审核: nothing has happened yet, and nobody is said to do it himself.
    private static func rests(on clause: Range<Int>, _ unit: SentenceUnit) -> Bool {
        guard unit.hasBody, !unit.has(.occurred), !unit.has(.ongoing),
            unit.text.rare.grounds.length(endingAt: clause.upperBound - 1, in: unit.text.scalars, from: clause.lowerBound) == clause.count - 1
        else { return false }
        return unit.body(beginningIn: clause.upperBound..<clause.upperBound + 2, where: { body, _ in body.isClass }) != nil
    }

    /// 省总工会要求，各级工会进一步…: who requires needs no other marker. 贯彻市人大常委会要求 is done by another.
    private static func requires(_ clause: Range<Int>, _ unit: SentenceUnit) -> Bool {
        let end = clause.upperBound - 1
        guard unit.hasBody, let length = unit.text.rare.requiring.length(endingAt: end, in: unit.text.scalars, from: clause.lowerBound) else { return false }
        let verb = end - length
        return unit.inside.contains { mark in
            guard case .body = mark.fact else { return false }
            return mark.range.upperBound == verb && mark.range.lowerBound <= clause.lowerBound + 1
        }
    }

    /// How far behind the head of a clause its subject may push the marker, where somebody is told to speak.
    private static let farthest = 24
    /// A person or an office and the verb, no more: 何远强调，….
    private static let longestSpeaker = 20

    private static func speaks(_ clause: Range<Int>, _ unit: SentenceUnit) -> Bool { clause.count <= longestSpeaker || unit.text.contains(.reporter, in: clause) }

    /// 会议指出，…: the first clause says who says it.
    static func reports(_ unit: SentenceUnit) -> Bool {
        guard unit.has(.reportVerb), unit.clauses.count >= 2, let first = unit.clauses.first, first.count <= 40 else { return false }
        return unit.text.length(.reportVerb, endingAt: first.upperBound - 1, from: first.lowerBound) != nil && speaks(first, unit)
    }

    /// 总书记指出：“…要重视…。” A demand inside a quotation that closes the unit.
    private static func quotes(_ unit: SentenceUnit) -> Bool {
        guard unit.has(.emphaticMust), let last = unit.range.last, unit.text[last] == "”" else { return false }
        var verbSeen = false
        var index = unit.range.lowerBound
        while index < unit.range.upperBound {
            if let length = unit.text.length(.reportVerb, at: index, limit: unit.range.upperBound) {
                let next = index + length
                if next + 1 < unit.range.upperBound, unit.text[next] == "：", unit.text[next + 1] == "“" { verbSeen = true }
                index = next
                continue
            }
            if verbSeen, unit.text.groups(at: index, limit: unit.range.upperBound).contains(.emphaticMust) { return true }
            index += 1
        }
        return false
    }
}
