import Facts
import Provenance
import Vocabulary

/// A lower requirement that carries out an upper one (承接条款).
struct Carrier {
    let requirement: Requirement
    /// Other upper requirements that it may be carrying out: what holds against each of them alone is held against it.
    let others: [Requirement]
}

/// Tells in what lower requirements ask for less than the upper one that they carry out together. The strongest of them counts.
struct WeaknessReader: Sendable {
    private let content: ContentWords
    private let targets: TargetReader
    private let yearly: PhraseSet
    private let addresses: AddressReader

    init(_ ontology: Ontology) {
        content = ContentWords(ontology)
        targets = TargetReader(ontology, content)
        yearly = PhraseSet(ontology.markers.group("state.yearly"))
        addresses = AddressReader(ontology)
    }

    func weaknesses(of requirement: Requirement, carriedBy carriers: [Carrier], in comparison: Comparison) -> [Weakness] {
        [modality(requirement, carriers), deadline(requirement, carriers)].compactMap(\.self) + target(requirement, carriers)
            + owners(requirement, carriers, comparison)
    }

    private func modality(_ requirement: Requirement, _ carriers: [Carrier]) -> Weakness? {
        let strongest = carriers.max { $0.requirement.modality.weight < $1.requirement.modality.weight }
        guard let lower = strongest?.requirement.modality, lower.weight < requirement.modality.weight,
            carriers.allSatisfy({ carrier in carrier.others.allSatisfy { $0.modality.weight > carrier.requirement.modality.weight } })
        else { return nil }
        return .modality(requirement.modality, lower)
    }

    /// What is owed in every year has no last day.
    private func deadline(_ requirement: Requirement, _ carriers: [Carrier]) -> Weakness? {
        guard let due = requirement.due, !carriers.contains(where: { isYearly($0.requirement) }),
            carriers.allSatisfy({ carrier in
                carrier.others.allSatisfy { other in other.due.map { due in carrier.requirement.due.map { due < $0 } ?? true } ?? false }
            })
        else { return nil }
        guard let earliest = carriers.compactMap(\.requirement.due).min() else { return .deadline(due, nil) }
        return earliest > due ? .deadline(due, earliest) : nil
    }

    private func isYearly(_ requirement: Requirement) -> Bool {
        let text = PlainText.scalars(requirement.text)
        return yearly.contains(text, in: text.indices)
    }

    /// Shares alone, and what every region owes by itself: of a sum a region owes a part.
    private func target(_ requirement: Requirement, _ carriers: [Carrier]) -> [Weakness] {
        let text = PlainText.scalars(requirement.text)
        return requirement.targets.compactMap { upper in
            guard let wanted = Double(upper.value), upper.reference == nil, upper.unit == "%" || targets.isOwedByEach(upper, text) else { return nil }
            let isCeiling = Self.isCeiling(upper)
            let same = carriers.flatMap(\.requirement.targets).filter { lower in
                lower.unit == upper.unit && lower.reference == nil && Self.isCeiling(lower) == isCeiling && isSame(upper.indicator, lower.indicator)
            }
            let best = same.compactMap { target in Double(target.value).map { (value: $0, target: target) } }
                .max { isCeiling ? $0.value > $1.value : $0.value < $1.value }
            guard let best, isCeiling ? best.value > wanted : best.value < wanted else { return nil }
            return .target(upper, best.target)
        }
    }

    private static func isCeiling(_ target: Target) -> Bool { target.comparator == "<=" || target.comparator == "<" }

    private func isSame(_ one: String, _ other: String) -> Bool {
        let (left, right) = (content.pairs(PlainText.scalars(one)), content.pairs(PlainText.scalars(other)))
        return content.share(of: left, in: right) >= 0.5 && content.share(of: right, in: left) >= 0.5
    }

    private func owners(_ requirement: Requirement, _ carriers: [Carrier], _ comparison: Comparison) -> [Weakness] {
        let owners = carriers.flatMap(\.requirement.assignments)
        let leads = requirement.assignments.filter { $0.role == .lead }
        guard !owners.isEmpty else { return leads.isEmpty || !comparison.namesOwners ? [] : [.nobody] }
        // A name that is not known may be that of any body.
        guard !owners.contains(where: { $0.body == nil }) else { return [] }
        let functions = owners.compactMap { $0.body.flatMap(Addressee.function) }
        let missing = leads.filter { lead in
            guard let function = lead.body.flatMap(Addressee.function), addresses.isDone(function, at: comparison.addressee) else { return false }
            return !functions.contains { Addressee.isLike($0, function) }
        }
        // One of several leads suffices below.
        return missing.count == leads.count ? missing.prefix(1).map { .lead($0) } : []
    }
}
