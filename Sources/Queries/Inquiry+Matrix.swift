import Facts
import Links
import Provenance
import Store

extension Inquiry {
    /// Every requirement asked about with its owners, its progress and its state.
    /// - Parameter reasons: whether links bring the words that they rest on.
    public func matrix(_ filter: Filter = Filter(), reasons: Bool = true) throws(Fault) -> Matrix {
        var summary: Summary?
        var rows: [MatrixRow] = []
        try matrix(filter, reasons: reasons, by: .max) { summary = $0 } rows: { rows += $0 }
        guard let summary else { throw Fault(.storeCorrupt("summary")) }
        return Matrix(today: summary.today, rows: rows, summary: summary)
    }

    /// The same for whoever must not hold a hundred thousand rows in memory: the summary, then the rows in their order, some at a time, of
    /// one moment of the base.
    /// - Parameter size: how many at a time.
    public func matrix(
        _ filter: Filter = Filter(), reasons: Bool = true, by size: Int = 2_000, begin: (Summary) throws -> Void, rows give: ([MatrixRow]) throws -> Void
    ) throws(Fault) {
        try base.read { reader throws in
            let view = try View(reader, asOf: filter.asOf, self)
            let selection = try Selection(filter, in: view, ontology: ontology)
            let survey = try Survey(view, selection)
            try begin(Summary(survey, selection))
            let notes = try reader.notes()
            let shelf = EvidenceShelf()
            var start = 0
            while start < survey.rows.count {
                let some = Array(survey.rows[start..<min(survey.rows.count, start + min(size, survey.rows.count))])
                let requirements = try survey.requirements(some)
                let assessment = try Assessment(view, of: some.map(\.key), reasons: reasons, shelf: shelf)
                try give(
                    some.compactMap { row in
                        requirements[row.key].map { stored in
                            var row = assessment.matrixRow(stored, assessment.coverage(of: stored))
                            row.notes = notes[row.requirement.id] ?? []
                            return row
                        }
                    })
                start += some.count
            }
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
