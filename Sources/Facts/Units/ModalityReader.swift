/// How strongly a demand binds (约束力): the strongest marker that governs the unit's own predicates decides, and a bare verb
/// demands like 要.
///
/// A marked predicate at the head of a unit governs what only spells it out: 支持企业开展进口业务，凭批准文件办理 is encouraged
/// as a whole; 增强用工灵活性，支持企业签订合同 begins with a demand of its own and so binds.
struct ModalityReader: Sendable {
    func modality(of unit: SentenceUnit) -> Modality {
        if forbids(unit) { return .mustNot }
        guard unit.has([.must, .may, .encourage, .explore]) else { return .must }
        var strongest: Modality?
        var hasPredicate = false
        let clauses = withoutReporter(unit)
        for (place, clause) in zip(clauses.indices, clauses) {
            let found = marker(in: clause, of: unit.text)
            if found == .must { return .must }
            if !hasPredicate {
                if found == nil, isAdverbial(clause, unit.text) || isTopic(clause, before: clauses[(place + 1)...].first, unit.text) { continue }
                hasPredicate = true
                strongest = found ?? .must
            } else if let found, let known = strongest, Self.rank(found) > Self.rank(known) {
                strongest = found
            }
        }
        return strongest ?? .must
    }

    /// 《意见》提出，鼓励…: who says so governs nothing.
    private func withoutReporter(_ unit: SentenceUnit) -> ArraySlice<Range<Int>> {
        guard unit.clauses.count > 1, let first = unit.clauses.first,
            unit.text.length(.reportVerb, endingAt: first.upperBound - 1, from: first.lowerBound) != nil,
            marker(in: first, of: unit.text) == nil
        else { return unit.clauses[...] }
        return unit.clauses.dropFirst()
    }

    private static func rank(_ modality: Modality) -> Int {
        switch modality {
        case .mustNot: 5
        case .must: 4
        case .encourage: 3
        case .may: 2
        case .explore: 1
        }
    }

    /// 不得, 严禁 …; but 不得低于 before a figure is the bound of a target.
    private func forbids(_ unit: SentenceUnit) -> Bool {
        guard unit.has(.mustNot) else { return false }
        var index = unit.range.lowerBound
        while index < unit.range.upperBound {
            if let close = Self.bracketEnd(at: index, in: unit.text, limit: unit.range.upperBound) {
                index = close
                continue
            }
            if let bound = unit.text.length(.figureLimit, at: index, limit: unit.range.upperBound) {
                index += bound
            } else if unit.text.groups(at: index, limit: unit.range.upperBound).contains(.mustNot) {
                return true
            } else {
                index += 1
            }
        }
        return false
    }

    /// How far behind the head of its clause a marker may stand: past a subject and an adverbial.
    private static let reach = 26
    /// Verbs such as 支持 and 探索 are markers at the head of a clause; further on they are objects or means.
    private static let head = 6

    /// The strongest marker that governs a clause.
    private func marker(in clause: Range<Int>, of text: ScannedText) -> Modality? {
        // Most clauses of a unit that has one are not those that hold it.
        guard text.contains([.must, .may, .encourage, .explore], in: clause) else { return nil }
        var index = clause.lowerBound
        var best: Modality?
        func take(_ modality: Modality) { if best.map({ Self.rank($0) < Self.rank(modality) }) ?? true { best = modality } }
        let head = predicate(of: clause, in: text) + Self.head
        while index < min(clause.upperBound, clause.lowerBound + Self.reach) {
            if let close = Self.bracketEnd(at: index, in: text, limit: clause.upperBound) {
                index = close
                continue
            }
            if let skip = text.length(.notModal, at: index, limit: clause.upperBound) {
                index += skip
                continue
            }
            let words = text.groups(at: index, limit: clause.upperBound)
            if words.contains(.must) { return .must }
            if words.contains(.may) { take(.may) }
            if index <= head || best == .explore, words.contains(.encourage) { take(.encourage) }
            if best == nil, words.contains(.explore) { take(.explore) }
            index += 1
        }
        return best
    }

    /// Where the predicate of a clause may begin: behind an adverbial such as 在…中, 对…时.
    private func predicate(of clause: Range<Int>, in text: ScannedText) -> Int {
        guard text.groups(at: clause.lowerBound, limit: clause.upperBound).contains(.adverbialOpening) else { return clause.lowerBound }
        for index in clause.lowerBound + 2..<max(clause.lowerBound + 2, min(clause.upperBound, clause.lowerBound + 18)) {
            if let length = text.length(.framing, at: index, limit: clause.upperBound) { return index + length }
        }
        return clause.lowerBound
    }

    private static let longestBracket = 200

    /// What stands in brackets explains; it governs nothing. The index behind a bracket that opens here.
    private static func bracketEnd(at index: Int, in text: ScannedText, limit: Int) -> Int? {
        guard text[index] == "（" else { return nil }
        return (index..<min(limit, index + longestBracket)).first { text[$0] == "）" }.map { $0 + 1 }
    }

    /// 涉及用海的重大项目，可按规定办理: what is allowed something stands before it.
    private func isTopic(_ clause: Range<Int>, before next: Range<Int>?, _ text: ScannedText) -> Bool {
        guard let next, text[clause.upperBound - 1] == "，", text.groups(at: next.lowerBound, limit: next.upperBound).contains(.may) else { return false }
        return text.length(.adverbialClosing, endingAt: clause.upperBound - 1, from: clause.lowerBound) != nil
    }

    /// 在…前提下, 经…备案后, 对于…企业, 确有困难的: it sets a frame and holds no predicate of its own.
    private func isAdverbial(_ clause: Range<Int>, _ text: ScannedText) -> Bool {
        let end = clause.upperBound - 1
        if text[end] == "，", text.length(.condition, endingAt: end, from: clause.lowerBound) != nil { return true }
        return text.groups(at: clause.lowerBound, limit: clause.upperBound).contains(.adverbialOpening)
            && text.length(.adverbialClosing, endingAt: end, from: clause.lowerBound) != nil
    }
}
