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
    /// - Parameter rows: those of the survey that are asked about; nil: all of them.
    init(_ survey: Survey, _ selection: Selection, rows: [Survey.Row]? = nil) {
        let rows = rows ?? survey.rows
        let documents = selection.documents
        self.init(
            today: survey.view.today, documents: documents.count,
            kinds: DocumentKind.allCases.compactMap { kind in
                let count = documents.count { $0.context.kind == kind }
                return count == 0 ? nil : KindCount(kind: kind, documents: count)
            },
            directives: documents.reduce(0) { $0 + $1.directives }, requirements: rows.count,
            permissions: rows.count { $0.duty.isPermission }, restated: survey.restated,
            actions: documents.reduce(0) { $0 + $1.actions }, problems: documents.reduce(0) { $0 + $1.problems },
            states: StateCount.all(of: rows), bare: rows.count { $0.gap == .bare }, indirectOnly: rows.count { $0.gap == .indirectOnly },
            claimed: rows.count { $0.standing.counts.claimed > 0 }, verified: rows.count { $0.standing.counts.verified > 0 })
    }
}
