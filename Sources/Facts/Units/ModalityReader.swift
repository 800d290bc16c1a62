import Structure
import Vocabulary

/// How strongly a demand binds (约束力): the strongest marker that governs the unit's own predicates decides, and a bare verb
/// demands like 要.
///
/// A marked predicate at the head of a unit governs what only spells it out: 支持企业开展进口业务，凭批准文件办理 is encouraged
/// as a whole; 增强用工灵活性，支持企业签订合同 begins with a demand of its own and so binds.
struct ModalityReader: Sendable {
    let words: UnitWords

    func modality(of unit: SentenceUnit) -> Modality {
        if forbids(unit) { return .mustNot }
        let clauses = withoutReporter(unit)
        let markers = clauses.map { marker(in: $0, of: unit.text) }
        if markers.contains(.must) { return .must }
        let main = clauses.indices.first { markers[$0] != nil || !isAdverbial(clauses[$0], unit.text) }
        guard let main, var strongest = markers[main] else { return .must }
        for later in markers[main...] {
            if let later, Self.rank(later) > Self.rank(strongest) { strongest = later }
        }
        return strongest
    }

    /// 《意见》提出，鼓励…: who says so governs nothing.
    private func withoutReporter(_ unit: SentenceUnit) -> [Range<Int>] {
        guard unit.clauses.count > 1, let first = unit.clauses.first,
            words.reportVerbs.length(endingAt: first.upperBound - 1, in: unit.text, from: first.lowerBound) != nil,
            marker(in: first, of: unit.text) == nil
        else { return unit.clauses }
        return Array(unit.clauses.dropFirst())
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
        var index = unit.range.lowerBound
        while index < unit.range.upperBound {
            if let close = Self.bracketEnd(at: index, in: unit.text, limit: unit.range.upperBound) {
                index = close
                continue
            }
            if let bound = words.limitFigures.length(at: index, in: unit.text, limit: unit.range.upperBound) {
                index += bound
            } else if words.mustNot.length(at: index, in: unit.text, limit: unit.range.upperBound) != nil {
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
    private func marker(in clause: Range<Int>, of text: [Unicode.Scalar]) -> Modality? {
        var index = clause.lowerBound
        var best: Modality?
        func take(_ modality: Modality) { if best.map({ Self.rank($0) < Self.rank(modality) }) ?? true { best = modality } }
        let head = predicate(of: clause, in: text) + Self.head
        while index < min(clause.upperBound, clause.lowerBound + Self.reach) {
            if let close = Self.bracketEnd(at: index, in: text, limit: clause.upperBound) {
                index = close
                continue
            }
            if let skip = words.notModal.length(at: index, in: text, limit: clause.upperBound) {
                index += skip
                continue
            }
            if words.must.length(at: index, in: text, limit: clause.upperBound) != nil { return .must }
            if words.may.length(at: index, in: text, limit: clause.upperBound) != nil { take(.may) }
            if index <= head || best == .explore,
                words.encourage.length(at: index, in: text, limit: clause.upperBound) != nil
            {
                take(.encourage)
            }
            if best == nil, words.explore.length(at: index, in: text, limit: clause.upperBound) != nil { take(.explore) }
            index += 1
        }
        return best
    }

    /// Where the predicate of a clause may begin: behind an adverbial such as 在…中, 对…时.
    private func predicate(of clause: Range<Int>, in text: [Unicode.Scalar]) -> Int {
        guard words.adverbialOpening.length(at: clause.lowerBound, in: text, limit: clause.upperBound) != nil else { return clause.lowerBound }
        for index in clause.lowerBound + 2..<max(clause.lowerBound + 2, min(clause.upperBound, clause.lowerBound + 18)) {
            if let length = words.framing.length(at: index, in: text, limit: clause.upperBound) { return index + length }
        }
        return clause.lowerBound
    }

    private static let longestBracket = 200

    /// What stands in brackets explains; it governs nothing. The index behind a bracket that opens here.
    private static func bracketEnd(at index: Int, in text: [Unicode.Scalar], limit: Int) -> Int? {
        guard text[index] == "（" else { return nil }
        return text[index..<min(limit, index + longestBracket)].firstIndex(of: "）").map { $0 + 1 }
    }

    /// 在…前提下, 经…备案后, 对于…企业, 确有困难的: it sets a frame and holds no predicate of its own.
    private func isAdverbial(_ clause: Range<Int>, _ text: [Unicode.Scalar]) -> Bool {
        if text[clause.upperBound - 1] == "，", words.condition.length(endingAt: clause.upperBound - 1, in: text, from: clause.lowerBound) != nil {
            return true
        }
        return words.adverbialOpening.length(at: clause.lowerBound, in: text, limit: clause.upperBound) != nil
            && (words.adverbialClosing.length(endingAt: clause.upperBound - 1, in: text, from: clause.lowerBound) != nil)
    }
}
