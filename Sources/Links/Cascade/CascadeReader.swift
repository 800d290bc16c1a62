import Facts
import Provenance
import Vocabulary

/// That a requirement of a lower document carries out one of an upper document, by the link in the base. Numbers are those of the
/// requirements in their documents.
public struct CarriedDuty: Hashable, Sendable {
    public var upper: Int
    public var lower: Int
    public var status: Link.Status

    public init(upper: Int, lower: Int, status: Link.Status = .proposed) {
        self.upper = upper
        self.lower = lower
        self.status = status
    }
}

/// Compares a lower document with the upper one that it carries out (上下对照): what it drops, weakens and adds. It abstains where it
/// cannot tell: a duty is dropped only where the words, or the function of those who owe it, make it one of the lower level, and where
/// nothing in the lower document speaks of it.
public struct CascadeReader: Sendable {
    let linker: Linker
    let addresses: AddressReader
    let weighing: WeaknessReader
    let divisions: Divisions
    private let issuing: PhraseSet
    private let generalHeadings: PhraseSet
    let generalIssuers: Set<String>

    /// - Throws: a fault that names the weight which no ontology file gives.
    public init(_ ontology: Ontology) throws(Fault) {
        linker = try Linker(ontology)
        addresses = AddressReader(ontology)
        weighing = WeaknessReader(ontology)
        divisions = ontology.divisions
        issuing = PhraseSet(ontology.markers.group("cascade.issue"))
        generalHeadings = PhraseSet(ontology.markers.group("cascade.general"))
        generalIssuers = Set(ontology.markers.group("cascade.generalIssuer"))
    }

    /// The least share of its requirements by which a document that does not cite an upper one is held against it.
    public var leastShare: Double { linker.profile.implements }

    /// The divisions of those that issued a document, told by their names where the ontology does not know them.
    public func regions(of document: DocumentContext) -> [String] { linker.regions.divisions(of: document.issuers) }

    /// In order of the upper requirements; what was added comes last, in order.
    /// - Parameters:
    ///   - carried: the `derives` links between the two.
    ///   - only: what is asked about: the clauses of these requirements alone. Nil: all of them.
    public func findings(
        _ upper: LinkableFacts, _ lower: LinkableFacts, carried: [CarriedDuty], only: (upper: Set<Int>, lower: Set<Int>)? = nil
    ) throws -> [CascadeFinding] {
        let comparison = try Comparison(self, upper, lower, carried)
        var findings: [CascadeFinding] = []
        for clause in Self.clauses(upper.requirements) where only.map({ !$0.upper.isDisjoint(with: clause) }) ?? true {
            findings += try dropped(clause, comparison)
            for number in clause { findings += try weakened(number, comparison) }
        }
        for clause in Self.clauses(lower.requirements) where only.map({ !$0.lower.isDisjoint(with: clause) }) ?? true {
            findings += try added(clause, comparison)
        }
        return findings
    }

    /// The requirements of a clause together; those outside of clauses each alone. Second-hand ones are none of the document's own.
    private static func clauses(_ requirements: [Requirement]) -> [[Int]] {
        var clauses: [[Int]] = []
        for (number, requirement) in requirements.enumerated() where !requirement.isReported {
            if let directive = requirement.directive, let last = clauses.last?.first, requirements[last].directive == directive {
                clauses[clauses.count - 1].append(number)
            } else {
                clauses.append([number])
            }
        }
        return clauses
    }

    // MARK: Dropped

    private func dropped(_ clause: [Int], _ comparison: Comparison) throws -> [CascadeFinding] {
        let open = try clause.filter { try !comparison.isTouched(upper: $0) }
        guard !open.isEmpty else { return [] }
        let isSilent = open.count == clause.count
        var stated: [Int] = []
        var implied: [Int] = []
        for number in open {
            let requirement = comparison.upper.requirements[number]
            guard requirement.modality != .may, !isOrganising(requirement) else { continue }
            switch addresses.address(of: requirement, to: comparison.addressee) {
            // What is only encouraged may be left out beside what is taken over.
            case .stated? where isSilent || requirement.modality.weight == Modality.must.weight: stated.append(number)
            case .implied? where isSilent && !isGeneral(requirement): implied.append(number)
            default: break
            }
        }
        guard !stated.isEmpty || !implied.isEmpty else { return [] }
        return [CascadeFinding(.dropped, upper: (stated + implied).sorted(), address: stated.isEmpty ? .implied : .stated)]
    }

    /// It is carried out by the lower document's being there.
    private func isOrganising(_ requirement: Requirement) -> Bool {
        let text = PlainText.scalars(requirement.text)
        return issuing.contains(text, in: text.indices)
    }

    private func isGeneral(_ requirement: Requirement) -> Bool {
        requirement.headings.contains { heading in
            let text = PlainText.scalars(heading)
            return generalHeadings.contains(text, in: text.indices)
        }
    }

    // MARK: Weakened

    private func weakened(_ number: Int, _ comparison: Comparison) throws -> [CascadeFinding] {
        let requirement = comparison.upper.requirements[number]
        guard requirement.modality != .may, !isOrganising(requirement) else { return [] }
        let own = comparison.carriers[number] ?? []
        guard !own.isEmpty else { return [] }
        // One that carries out another requirement first may still do what this one asks.
        let carriers = try comparison.lower.requirements.indices.filter { lower in
            try own.contains(lower) || comparison.closeness(number, lower) >= linker.profile.derives
        }
        let weaknesses = try weighing.weaknesses(
            of: requirement, carriedBy: carriers.map { lower in
                Carrier(
                    requirement: comparison.lower.requirements[lower],
                    others: try !own.contains(lower) ? [] : comparison.nearlyAsClose(to: lower, as: number).map { comparison.upper.requirements[$0] })
            }, in: comparison)
        return weaknesses.isEmpty ? [] : [CascadeFinding(.weakened, upper: [number], lower: own.sorted(), weaknesses: weaknesses)]
    }

    // MARK: Added

    private func added(_ clause: [Int], _ comparison: Comparison) throws -> [CascadeFinding] {
        var added: [Int] = []
        for number in clause {
            let requirement = comparison.lower.requirements[number]
            // A clause of which something has its basis above has it as a whole.
            if try comparison.hasBasis(number) { return [] }
            guard requirement.directive != nil, !isOrganising(requirement), !isGeneral(requirement) else { continue }
            added.append(number)
        }
        return added.isEmpty ? [] : [CascadeFinding(.added, lower: added)]
    }
}
