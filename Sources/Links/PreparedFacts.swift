import Facts
import Provenance

/// A document's facts as the linker weighs them (备好的事实): worked out once, from the document and the ontology alone.
public struct PreparedFacts: Sendable {
    public let facts: LinkableFacts
    let requirements: [FactFeatures]
    let evidence: [FactFeatures]
    /// What the document can be cited by, as compared.
    let names: DocumentNames
    let traits: [EvidenceTraits]
    let archive: FeatureArchive
    /// Of each requirement what decides on its state.
    public let duties: [Duty]
    /// For the index.
    public let entry: LinkEntry

    /// The weighed words as the base keeps them.
    public var archived: [UInt8] { archive.bytes }
}

extension Linker {
    public func prepared(_ facts: LinkableFacts) -> PreparedFacts {
        let facts = regions.located(facts)
        let items = Self.items(facts.evidence)
        let groups = items.flatMap { [Int](repeating: $0.lowerBound, count: $0.count) }
        let requirements = reader.features(facts.requirements)
        let evidence = reader.features(facts.evidence, groups: groups)
        let traits = facts.evidence.map(circumstances.traits)
        let names = DocumentNames(facts.document)
        var entry = LinkEntry(facts.document, names, issuers: regions.divisions(of: facts.document.issuers))
        for (requirement, keys) in zip(facts.requirements, reader.keys(asked: requirements, knowsConcepts: knowsConcepts)) {
            entry.requirements.append(LinkEntry.Requirement(requirement, keys))
        }
        entry.evidence = facts.evidence.count
        var rows: [String: [Int]] = [:]
        for (number, requirement) in facts.requirements.enumerated() { requirement.directive.map { rows[$0, default: []].append(number) } }
        for item in items {
            for start in stride(from: item.lowerBound, to: item.upperBound, by: Seeker.sentences) {
                let range = start..<min(start + Seeker.sentences, item.upperBound)
                entry.seekers.append(seeker(range, facts.evidence, reader.keys(given: evidence[range]), traits, rows))
            }
        }
        for number in facts.requirements.indices {
            if let seeker = seeker(number, facts, reader.keys(given: requirements[number...number])) { entry.seekers.append(seeker) }
        }
        return PreparedFacts(
            facts: facts, requirements: requirements, evidence: evidence, names: names, traits: traits,
            archive: FeatureArchive(requirements: requirements, evidence: evidence, items: items.map(\.count)),
            duties: facts.requirements.map { signals.context($0).duty }, entry: entry)
    }

    /// Neighbouring sentences under the same headings.
    private static func items(_ evidence: [Evidence]) -> [Range<Int>] {
        var items: [Range<Int>] = []
        for (index, one) in evidence.enumerated() {
            if let last = items.last, !one.headings.isEmpty, evidence[index - 1].headings == one.headings,
                evidence[index - 1].itemHeading == one.itemHeading
            {
                items[items.count - 1] = last.lowerBound..<index + 1
            } else {
                items.append(index..<index + 1)
            }
        }
        return items
    }

    private func seeker(
        _ range: Range<Int>, _ evidence: [Evidence], _ keys: [FactKey], _ traits: [EvidenceTraits], _ rows: [String: [Int]]
    ) -> Seeker {
        var seeker = Seeker(kind: .evidence, facts: range, keys: keys, scopes: [], cited: [], rows: [])
        for index in range {
            let one = evidence[index]
            if !seeker.scopes.contains(one.scope) { seeker.scopes.append(one.scope) }
            if let day = one.day.map({ Int32($0.ordinal) }) { seeker.day = max(seeker.day ?? day, day) }
            // That a document was issued is no evidence for what it demands.
            if !traits[index].issues {
                for name in traits[index].cited.joined().map({ String(scalars: $0) }) where !seeker.cited.contains(name) { seeker.cited.append(name) }
            }
            for number in one.directive.flatMap({ rows[$0] }) ?? [] { seeker.rows.append(Seeker.Row(requirement: number, evidence: index)) }
        }
        return seeker
    }

    /// A requirement that may carry out or retell others; nil of any other.
    private func seeker(_ number: Int, _ facts: LinkableFacts, _ keys: [FactKey]) -> Seeker? {
        let requirement = facts.requirements[number]
        if requirement.isReported {
            return requirement.of.map {
                Seeker(kind: .restating, facts: number..<number + 1, keys: keys, scopes: [], cited: [String(scalars: PlainText.scalars($0))], rows: [])
            }
        }
        guard facts.document.kind == .directive || facts.document.kind == .table else { return nil }
        return Seeker(kind: .deriving, facts: number..<number + 1, keys: keys, scopes: [], cited: [], rows: [])
    }
}

extension LinkEntry {
    fileprivate init(_ document: DocumentContext, _ names: DocumentNames, issuers: [String]) {
        self.init(
            tie: ContentHash.shortHash(document.id), work: document.work.isEmpty ? document.id : document.work, kind: document.kind,
            firstDay: document.date.flatMap { CalendarDay(iso: $0) }.map { Int32($0.ordinal) },
            lastDay: document.date.flatMap { CalendarDay(iso: $0, last: true) }.map { Int32($0.ordinal) },
            title: document.title.map { String(scalars: PlainText.scalars($0)) }, names: names.all.map { String(scalars: $0) },
            issuers: issuers, requirements: [], evidence: 0, seekers: [])
    }
}

extension LinkEntry.Requirement {
    fileprivate init(_ requirement: Requirement, _ keys: [FactKey]) {
        let isWithoutClause = requirement.directive == nil && (requirement.document.kind == .bulletin || requirement.document.kind == .report)
        self.init(
            keys: keys, scope: requirement.scope, isReported: requirement.isReported,
            of: requirement.of.map { String(scalars: PlainText.scalars($0)) }, isBinding: !isWithoutClause)
    }
}
