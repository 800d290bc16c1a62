import Facts
import Links
import Provenance
import Store

extension Inquiry {
    /// Every requirement asked about with its owners, its progress and its state.
    /// - Parameter reasons: whether links bring the words that they rest on.
    public func matrix(_ filter: Filter = Filter(), reasons: Bool = true) throws(Fault) -> Matrix {
        try base.read { reader throws in
            let view = try View(reader, asOf: filter.asOf, ontology: ontology)
            let selection = try Selection(filter, in: view, ontology: ontology)
            let assessment = try Assessment(view, selection: selection, reasons: reasons)
            var rows: [MatrixRow] = []
            var tally = Tally()
            for stored in assessment.requirements {
                let coverage = assessment.coverage(of: stored)
                guard selection.holds(coverage) else { continue }
                tally.count(stored, coverage)
                rows.append(assessment.matrixRow(stored, coverage))
            }
            return Matrix(today: view.today, rows: rows, summary: tally.summary(of: assessment, selection: selection))
        }
    }

    /// The base in numbers.
    public func summary(_ filter: Filter = Filter()) throws(Fault) -> Summary {
        try base.read { reader throws in
            let view = try View(reader, asOf: filter.asOf, ontology: ontology)
            let selection = try Selection(filter, in: view, ontology: ontology)
            let assessment = try Assessment(view, selection: selection, reasons: false, deciding: true)
            var tally = Tally()
            for stored in assessment.requirements {
                let coverage = assessment.coverage(of: stored)
                if selection.holds(coverage) { tally.count(stored, coverage) }
            }
            return tally.summary(of: assessment, selection: selection)
        }
    }
}

/// Counts while rows are made.
struct Tally {
    private var requirements = 0
    private var permissions = 0
    private var states: [RequirementState: (claimed: Int, verified: Int)] = [:]
    private var bare = 0
    private var indirectOnly = 0
    private var claimed = 0
    private var verified = 0

    mutating func count(_ stored: StoredRequirement, _ coverage: Coverage) {
        requirements += 1
        if stored.requirement.modality == .may { permissions += 1 }
        switch coverage.gap {
        case .none: break
        case .bare: bare += 1
        case .indirectOnly: indirectOnly += 1
        }
        let isVerified = coverage.counts.verified > 0
        if coverage.counts.claimed > 0 { claimed += 1 }
        if isVerified { verified += 1 }
        states[coverage.state, default: (0, 0)].claimed += 1
        if isVerified { states[coverage.state, default: (0, 0)].verified += 1 }
    }

    func summary(of assessment: Assessment, selection: Selection) -> Summary {
        let documents = selection.documents
        return Summary(
            today: assessment.view.today, documents: documents.count,
            kinds: DocumentKind.allCases.compactMap { kind in
                let count = documents.count { $0.context.kind == kind }
                return count == 0 ? nil : KindCount(kind: kind, documents: count)
            },
            directives: documents.reduce(0) { $0 + $1.directives }, requirements: requirements, permissions: permissions,
            restated: assessment.restated, actions: documents.reduce(0) { $0 + $1.actions },
            problems: documents.reduce(0) { $0 + $1.problems },
            states: RequirementState.allCases.map { state in
                StateCount(state: state, claimed: states[state]?.claimed ?? 0, verified: states[state]?.verified ?? 0)
            },
            bare: bare, indirectOnly: indirectOnly, claimed: claimed, verified: verified)
    }
}
