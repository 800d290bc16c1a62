import Facts
import Links
import Provenance
import Store

extension Inquiry {
    /// What lower documents drop, weaken and add of the duties that upper ones hand down to them.
    /// - Parameter filter: `document` names one of the two, `region` where the lower one is from, `body` who owes what the finding is
    ///   about; states play no part.
    public func cascade(_ filter: Filter = Filter()) throws(Fault) -> CascadeReport {
        try base.read { reader throws in
            let view = try View(reader, asOf: filter.asOf, self)
            let named = try filter.document.map { name in Set(try Selection.documents(name, in: view).map(\.key)) }
            let region = try filter.region.map { name throws(Fault) in try Selection.region(name, ontology) }
            let body = filter.body.map { BodyMatcher($0, in: view, ontology: ontology) }
            let cascade = CascadeView(view, self)
            var report = CascadeReport(today: view.today, pairs: [])
            for pair in try cascade.pairs() where named.map({ $0.contains(pair.upper.key) || $0.contains(pair.lower.key) }) ?? true {
                if let region, try !cascade.regions(of: pair.lower).contains(where: { DivisionScope.isWithin($0, region) }) { continue }
                var compared = try cascade.compared(pair)
                if let body {
                    compared.findings.removeAll { row in
                        !(row.upper + row.lower).contains { $0.owners.contains { body.matches(id: $0.body.id, name: $0.body.name) } }
                    }
                }
                report.pairs.append(compared)
            }
            return report
        }
    }
}

/// The pairs of documents of which the lower one carries out the upper one, and their comparison.
struct CascadeView {
    struct Pair {
        let upper: StoredDocument
        let lower: StoredDocument
        let isCited: Bool
    }

    private let view: View
    private let inquiry: Inquiry

    init(_ view: View, _ inquiry: Inquiry) {
        self.view = view
        self.inquiry = inquiry
    }

    /// Most requirements are handed down nowhere, and do not ask for it.
    private var reader: CascadeReader { get throws(Fault) { try inquiry.memory.cascade(inquiry.ontology) } }

    func regions(of document: StoredDocument) throws(Fault) -> [String] { try reader.regions(of: document.context) }

    /// In order of the upper document, then of the lower.
    func pairs() throws -> [Pair] { try pairs(view.reader.derivations()) }

    /// Those that a document is part of.
    func pairs(of document: StoredDocument) throws -> [Pair] {
        // What stands between two documents has links with the lower one.
        let around = try view.reader.derivations(of: document.key)
        let lowers = Set(around.map(\.lower)).sorted()
        return try pairs(lowers.flatMap { try view.reader.derivations(from: $0) })
            .filter { $0.upper.key == document.key || $0.lower.key == document.key }
    }

    private func pairs(_ derivations: [StoredDerivation]) throws -> [Pair] {
        var uppers: [Int64: [Pair]] = [:]
        for one in derivations {
            guard let upper = view.documents[key: one.upper], let lower = view.documents[key: one.lower] else { continue }
            let isCited = try cites(lower, upper)
            let needed = try Double(lower.requirements) * reader.leastShare
            guard isCited || one.requirements >= 3 && Double(one.requirements) >= needed else { continue }
            uppers[one.lower, default: []].append(Pair(upper: upper, lower: lower, isCited: isCited))
        }
        var pairs: [Pair] = []
        for (_, above) in uppers.sorted(by: { $0.key < $1.key }) {
            // A prefecture carries out its province's opinion; that of the centre the province has carried out.
            pairs += try above.filter { one in
                try !above.contains { other in try isBetween(other.upper, one.upper) && (other.isCited || !one.isCited) }
            }
        }
        return pairs.sorted { left, right in
            let first = (view.documents.place(ofKey: left.upper.key) ?? 0, view.documents.place(ofKey: left.lower.key) ?? 0)
            return first < (view.documents.place(ofKey: right.upper.key) ?? 0, view.documents.place(ofKey: right.lower.key) ?? 0)
        }
    }

    /// It is of a region inside that of the other.
    private func isBetween(_ document: StoredDocument, _ upper: StoredDocument) throws -> Bool {
        let (inner, outer) = (try regions(of: document), try regions(of: upper))
        return !inner.isEmpty && !outer.isEmpty
            && inner.allSatisfy { one in outer.contains { $0 != one && DivisionScope.isWithin(one, $0) } }
    }

    private func cites(_ lower: StoredDocument, _ upper: StoredDocument) throws -> Bool {
        try view.reader.citations(of: [lower]).contains { view.held.resolve($0.citation.ref ?? $0.citation.title) == upper.id }
    }

    // MARK: Comparing

    func compared(_ pair: Pair) throws -> CascadePair {
        let (upper, lower) = (try facts(of: pair.upper), try facts(of: pair.lower))
        let carried = try carried(pair, upper, lower)
        return CascadePair(
            upper: view.label(pair.upper), lower: view.label(pair.lower), isCited: pair.isCited,
            requirements: upper.count { !$0.requirement.isReported }, carried: Set(carried.filter { $0.status != .rejected }.map(\.upper)).count,
            findings: rows(try reader.findings(linkable(pair.upper, upper), linkable(pair.lower, lower), carried: carried), pair, upper, lower))
    }

    /// The findings that a requirement is part of, on either side.
    func findings(on stored: StoredRequirement, in document: StoredDocument) throws -> [CascadeRow] {
        var found: [CascadeRow] = []
        for pair in try pairs(of: document) {
            let (upper, lower) = (try facts(of: pair.upper), try facts(of: pair.lower))
            let only = (
                upper: Set(upper.indices.filter { upper[$0].key == stored.key }), lower: Set(lower.indices.filter { lower[$0].key == stored.key })
            )
            // A lower one is weakened under the upper ones that it carries out.
            let carried = try carried(pair, upper, lower)
            let above = Set(carried.filter { only.lower.contains($0.lower) }.map(\.upper))
            let findings = try reader.findings(
                linkable(pair.upper, upper), linkable(pair.lower, lower), carried: carried, only: (only.upper.union(above), only.lower))
            found += rows(
                findings.filter { !only.upper.isDisjoint(with: $0.upper) || !only.lower.isDisjoint(with: $0.lower) }, pair, upper, lower)
        }
        return found
    }

    private func facts(of document: StoredDocument) throws -> [StoredRequirement] { try view.reader.requirements(of: [document]) }

    private func linkable(_ document: StoredDocument, _ stored: [StoredRequirement]) -> LinkableFacts {
        LinkableFacts(document: document.context, requirements: stored.map(\.requirement))
    }

    private func carried(_ pair: Pair, _ upper: [StoredRequirement], _ lower: [StoredRequirement]) throws -> [CarriedDuty] {
        let above = Dictionary(upper.enumerated().map { ($1.key, $0) }, uniquingKeysWith: { first, _ in first })
        let below = Dictionary(lower.enumerated().map { ($1.key, $0) }, uniquingKeysWith: { first, _ in first })
        return try view.reader.derived(from: pair.upper.key, by: pair.lower.key).compactMap { link in
            guard let one = above[link.upper], let other = below[link.lower] else { return nil }
            return CarriedDuty(upper: one, lower: other, status: link.status)
        }
    }

    private func rows(_ findings: [CascadeFinding], _ pair: Pair, _ upper: [StoredRequirement], _ lower: [StoredRequirement]) -> [CascadeRow] {
        findings.map { finding in
            CascadeRow(
                kind: finding.kind, upperDocument: view.label(pair.upper), lowerDocument: view.label(pair.lower),
                upper: finding.upper.map { view.row(upper[$0]) }, lower: finding.lower.map { view.row(lower[$0]) }, why: finding.why)
        }
    }
}
