import Facts
import Links
import Provenance
import Store

/// Requirements with all that is linked to them and the state that follows (评估): with every word, for those that are shown.
struct Assessment {
    let view: View
    private let links: [Int64: [ReportedFact]]

    /// - Parameter reasons: whether the links bring their reasons.
    init(_ view: View, of requirements: [Int64], reasons: Bool, shelf: EvidenceShelf = EvidenceShelf()) throws {
        self.view = view
        links = try view.reader.reported(on: requirements.sorted(), among: view.documents, reasons: reasons, shelf: shelf)
            .mapValues { found in
                found.sorted { left, right in
                    if left.link.strength != right.link.strength { return left.link.strength > right.link.strength }
                    // In one document as it is printed.
                    if left.link.evidence.document != right.link.evidence.document { return left.link.evidence.document < right.link.evidence.document }
                    return left.key < right.key
                }
            }
    }

    /// The links of a requirement to reported facts, strongest first.
    func reported(_ stored: StoredRequirement) -> [ReportedFact] { links[stored.key] ?? [] }

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
        let all = reported(stored)
        // Strongest first, as they are; latest first, those of one day as they are.
        let byDay = all.indices.sorted { left, right in
            let (first, second) = (all[left].evidence.evidence.day?.ordinal ?? .min, all[right].evidence.evidence.day?.ordinal ?? .min)
            return first != second ? first > second : left < right
        }
        for one in byDay.lazy.map({ all[$0] }) where one.link.counts {
            let row = view.row(one.link, one.evidence)
            if one.evidence.evidence.kind == .problem || one.link.verdict == .contradicts { problems.append(row) } else { progress.append(row) }
        }
        for one in all where one.link.status != .rejected && !one.link.counts { indirect.append(view.row(one.link, one.evidence)) }
        let row = view.row(stored)
        return MatrixRow(
            requirement: row, state: coverage.state, why: coverage.why, gap: coverage.gap, counts: coverage.counts,
            progress: progress, problems: problems, indirect: indirect, latest: coverage.latest,
            bodies: bodyStates(stored, row.owners, coverage),
            paces: view.rules.paces(
                of: stored.requirement, evidence: reported(stored).map { LinkedEvidence(link: $0.link, evidence: $0.evidence.evidence) },
                asOf: view.today.day))
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
