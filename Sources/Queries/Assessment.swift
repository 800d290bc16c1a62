import Facts
import Links
import Provenance
import Store

/// Requirements with all that is linked to them and the state that follows (评估).
struct Assessment {
    let view: View
    /// Those that were asked about, in order of document and place.
    let requirements: [StoredRequirement]
    /// How many second-hand requirements were left out, since their originals are in the base.
    let restated: Int
    private let links: [FactID: [Link]]
    private let evidence: [FactID: StoredEvidence]

    /// - Parameters:
    ///   - selection: which requirements are asked about.
    ///   - reasons: whether the links bring their reasons.
    ///   - deciding: whether only those links are asked for that bear on the state.
    init(_ view: View, selection: Selection, reasons: Bool, deciding: Bool = false) throws {
        self.view = view
        let found = try view.reader.links(of: selection.documents, among: view.documents, reasons: reasons, deciding: deciding)
        let restatements = try view.reader.restatements(among: view.documents)
        var requirements: [StoredRequirement] = []
        var restated = 0
        for stored in try view.reader.requirements(of: selection.documents) where selection.holds(stored) {
            if restatements.contains(stored.requirement.id) {
                restated += 1
            } else {
                requirements.append(stored)
            }
        }
        self.requirements = requirements
        self.restated = restated
        var links: [FactID: [Link]] = [:]
        var reporting: Set<String> = []
        for link in found {
            links[link.requirement, default: []].append(link)
            if link.relation == .reports || link.relation == .implements { reporting.insert(link.evidence.document) }
        }
        self.links = links
        var evidence: [FactID: StoredEvidence] = [:]
        for stored in try view.reader.evidence(of: view.documents.filter { reporting.contains($0.id) }) {
            evidence[stored.evidence.id] = stored
        }
        self.evidence = evidence
    }

    /// One requirement alone, with the reasons.
    init(_ view: View, one stored: StoredRequirement) throws {
        self.view = view
        requirements = [stored]
        restated = 0
        let found = try view.reader.links(of: stored.requirement.id, among: view.documents)
        links = [stored.requirement.id: found.filter { $0.requirement == stored.requirement.id }]
        var evidence: [FactID: StoredEvidence] = [:]
        for link in found where link.relation == .reports || link.relation == .implements {
            evidence[link.evidence] = try view.reader.evidence(link.evidence, among: view.documents)
        }
        self.evidence = evidence
    }

    /// The links of a requirement to reported facts, strongest first.
    func reported(_ stored: StoredRequirement) -> [(link: Link, evidence: StoredEvidence)] {
        (links[stored.requirement.id] ?? []).compactMap { link in evidence[link.evidence].map { (link, $0) } }
            .sorted { left, right in
                if left.0.strength != right.0.strength { return left.0.strength > right.0.strength }
                return left.0.evidence < right.0.evidence
            }
    }

    func coverage(of stored: StoredRequirement) -> Coverage {
        view.rules.coverage(
            of: stored.requirement,
            evidence: reported(stored).map { LinkedEvidence(link: $0.link, evidence: $0.evidence.evidence) }, asOf: view.today.day)
    }

    // MARK: Rows

    func matrixRow(_ stored: StoredRequirement, _ coverage: Coverage) -> MatrixRow {
        var progress: [LinkRow] = []
        var problems: [LinkRow] = []
        var indirect: [LinkRow] = []
        for (link, evidence) in reported(stored) where link.status != .rejected {
            let row = view.row(link, evidence)
            if !link.isStrong {
                indirect.append(row)
            } else if evidence.evidence.kind == .problem || link.verdict == .contradicts {
                problems.append(row)
            } else {
                progress.append(row)
            }
        }
        let days = Dictionary(
            reported(stored).map { ($0.evidence.evidence.id.description, $0.evidence.evidence.day?.ordinal ?? .min) },
            uniquingKeysWith: { first, _ in first })
        func latestFirst(_ rows: [LinkRow]) -> [LinkRow] {
            rows.enumerated().sorted { left, right in
                let (first, second) = (days[left.element.evidence.id] ?? .min, days[right.element.evidence.id] ?? .min)
                return first != second ? first > second : left.offset < right.offset
            }.map(\.element)
        }
        let row = view.row(stored)
        return MatrixRow(
            requirement: row, state: coverage.state, why: coverage.why, gap: coverage.gap, counts: coverage.counts,
            progress: latestFirst(progress), problems: latestFirst(problems), indirect: indirect, latest: coverage.latest,
            bodies: bodyStates(stored, row.owners, coverage))
    }

    /// In the order of the owners; a body of two roles has the state of its assignment in each.
    private func bodyStates(_ stored: StoredRequirement, _ owners: [Owner], _ coverage: Coverage) -> [BodyState] {
        owners.compactMap { owner in
            coverage.bodies.first { view.owner($0.assignment, of: stored) == owner }.map {
                BodyState(owner: owner, state: $0.state, why: $0.why, counts: $0.counts, latest: $0.latest)
            }
        }
    }
}
