import Facts
import Links
import Provenance
import Store

extension Inquiry {
    /// Every requirement asked about with its owners, its progress and its state.
    /// - Parameter reasons: whether links bring the words that they rest on.
    public func matrix(_ filter: Filter = Filter(), reasons: Bool = true) throws(Fault) -> Matrix {
        try base.read { reader throws in
            let view = try View(reader, asOf: filter.asOf, self)
            let selection = try Selection(filter, in: view, ontology: ontology)
            let survey = try Survey(view, selection)
            let requirements = try survey.requirements(survey.rows)
            let assessment = try Assessment(view, of: survey.rows.map(\.key), reasons: reasons)
            let notes = try reader.notes()
            let rows = survey.rows.compactMap { row in
                requirements[row.key].map { stored in
                    var row = assessment.matrixRow(stored, assessment.coverage(of: stored))
                    row.notes = notes[row.requirement.id] ?? []
                    return row
                }
            }
            return Matrix(today: view.today, rows: rows, summary: Summary(survey, selection))
        }
    }

    /// The base in numbers.
    public func summary(_ filter: Filter = Filter()) throws(Fault) -> Summary {
        try base.read { reader throws in
            let view = try View(reader, asOf: filter.asOf, self)
            let selection = try Selection(filter, in: view, ontology: ontology)
            return Summary(try Survey(view, selection), selection)
        }
    }
}

extension Summary {
    fileprivate init(_ survey: Survey, _ selection: Selection) {
        var states: [RequirementState: (claimed: Int, verified: Int)] = [:]
        for row in survey.rows {
            states[row.standing.state, default: (0, 0)].claimed += 1
            if row.standing.counts.verified > 0 { states[row.standing.state, default: (0, 0)].verified += 1 }
        }
        let documents = selection.documents
        self.init(
            today: survey.view.today, documents: documents.count,
            kinds: DocumentKind.allCases.compactMap { kind in
                let count = documents.count { $0.context.kind == kind }
                return count == 0 ? nil : KindCount(kind: kind, documents: count)
            },
            directives: documents.reduce(0) { $0 + $1.directives }, requirements: survey.rows.count,
            permissions: survey.rows.count { $0.duty.isPermission }, restated: survey.restated,
            actions: documents.reduce(0) { $0 + $1.actions }, problems: documents.reduce(0) { $0 + $1.problems },
            states: RequirementState.allCases.map { state in
                StateCount(state: state, claimed: states[state]?.claimed ?? 0, verified: states[state]?.verified ?? 0)
            },
            bare: survey.rows.count { $0.gap == .bare }, indirectOnly: survey.rows.count { $0.gap == .indirectOnly },
            claimed: survey.rows.count { $0.standing.counts.claimed > 0 }, verified: survey.rows.count { $0.standing.counts.verified > 0 })
    }
}
