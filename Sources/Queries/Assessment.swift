import Facts
import Links
import Provenance
import Store

/// Requirements with all that is linked to them and the state that follows (评估): with every word, for those that are shown.
struct Assessment {
    let view: View
    private let links: [Int64: [(link: Link, evidence: StoredEvidence)]]

    /// - Parameter reasons: whether the links bring their reasons.
    init(_ view: View, of requirements: [Int64], reasons: Bool) throws {
        self.view = view
        links = try view.reader.reported(on: requirements.sorted(), among: view.documents, reasons: reasons)
            .mapValues { found in
                found.sorted { left, right in
                    if left.link.strength != right.link.strength { return left.link.strength > right.link.strength }
                    return left.link.evidence < right.link.evidence
                }
            }
    }

    /// The links of a requirement to reported facts, strongest first.
    func reported(_ stored: StoredRequirement) -> [(link: Link, evidence: StoredEvidence)] { links[stored.key] ?? [] }

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
            if !link.counts {
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
