import Facts
import Provenance

/// Which fact of a new version a fact of the old one has become (条款沿革): that of the same id, else of the same words, else the most
/// like it among those that the old version did not have. Built once a version; each question costs by the words that are shared.
public struct FactSuccession: Sendable {
    /// The least share of character pairs that a reworded fact has in common with what it was (Dice's coefficient). Half and more is
    /// the same sentence to a reader; a sentence that keeps its clause's number needs less.
    private static let least = 0.5
    private static let leastInSameClause = 0.35

    private struct Successor {
        let id: FactID
        let directive: String?
        let number: String?
        let pairs: Int
    }

    private let ids: [String: Int]
    private let texts: [[Unicode.Scalar]: [Int]]
    private let successors: [Successor]
    /// Places of the facts that are new in this version, by pair of neighbouring characters.
    private let fresh: [UInt64: [Int]]

    /// - Parameters:
    ///   - old: ids of the elements that the old version had.
    ///   - facts: of the new version; all requirements, or all evidence.
    init(_ facts: [(id: FactID, text: String, directive: String?, number: String?)], old: Set<String>) {
        var ids: [String: Int] = [:]
        var texts: [[Unicode.Scalar]: [Int]] = [:]
        var fresh: [UInt64: [Int]] = [:]
        var successors: [Successor] = []
        for (place, fact) in facts.enumerated() {
            let text = PlainText.scalars(fact.text)
            let pairs = Self.pairs(text)
            ids[fact.id.element] = place
            texts[text, default: []].append(place)
            if !old.contains(fact.id.element) { for pair in pairs { fresh[pair, default: []].append(place) } }
            successors.append(Successor(id: fact.id, directive: fact.directive, number: fact.number, pairs: pairs.count))
        }
        (self.ids, self.texts, self.fresh, self.successors) = (ids, texts, fresh, successors)
    }

    public static func requirements(of new: LinkableFacts, after old: LinkableFacts) -> FactSuccession {
        FactSuccession(
            new.requirements.map { ($0.id, $0.text, $0.directive, $0.number) }, old: Set(old.requirements.map(\.id.element)))
    }

    public static func evidence(of new: LinkableFacts, after old: LinkableFacts) -> FactSuccession {
        FactSuccession(new.evidence.map { ($0.id, $0.text, $0.directive, $0.headings.last) }, old: Set(old.evidence.map(\.id.element)))
    }

    public func successor(of requirement: Requirement) -> FactID? {
        successor(of: requirement.id, requirement.text, requirement.directive, requirement.number)
    }

    public func successor(of evidence: Evidence) -> FactID? {
        successor(of: evidence.id, evidence.text, evidence.directive, evidence.headings.last)
    }

    private func successor(of id: FactID, _ text: String, _ directive: String?, _ number: String?) -> FactID? {
        let text = PlainText.scalars(text)
        // Ids are made from the words, so that the same id stands for the same words, or for a repetition of them.
        if let place = ids[id.element] { return successors[place].id }
        if let places = texts[text] {
            return (places.first { successors[$0].number == number } ?? places.first).map { successors[$0].id }
        }
        let pairs = Self.pairs(text)
        var shared: [Int: Int] = [:]
        for pair in pairs { for place in fresh[pair] ?? [] { shared[place, default: 0] += 1 } }
        var best: (likeness: Double, place: Int)?
        for (place, count) in shared.sorted(by: { $0.key < $1.key }) {
            let successor = successors[place]
            let isSameClause = successor.directive != nil && (successor.directive == directive || successor.number == number)
            let likeness = 2 * Double(count) / Double(max(1, pairs.count + successor.pairs))
            guard likeness >= (isSameClause ? Self.leastInSameClause : Self.least) else { continue }
            // Between two that are as like, the one in its place.
            let weighed = likeness + (isSameClause ? 0.1 : 0)
            if weighed > best?.likeness ?? 0 { best = (weighed, place) }
        }
        return best.map { successors[$0.place].id }
    }

    private static func pairs(_ text: [Unicode.Scalar]) -> Set<UInt64> {
        guard text.count > 1 else { return Set(text.map { UInt64($0.value) }) }
        return Set(zip(text, text.dropFirst()).map { UInt64($0.value) << 32 | UInt64($1.value) })
    }
}
