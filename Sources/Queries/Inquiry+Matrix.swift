import Facts
import Links
import Provenance
import Store

extension Inquiry {
    /// Every requirement asked about with its owners, its progress and its state.
    /// - Parameters:
    ///   - reasons: whether links bring the words that they rest on.
    ///   - isWhole: every link is given, and not the latest and strongest alone: mind that some have ten thousand of them.
    public func matrix(_ filter: Filter = Filter(), reasons: Bool = true, isWhole: Bool = false) throws(Fault) -> Matrix {
        var summary: Summary?
        var rows: [MatrixRow] = []
        try matrix(filter, reasons: reasons, isWhole: isWhole) { summary = $0 } rows: { rows += $0 }
        guard let summary else { throw Fault(.storeCorrupt("summary")) }
        return Matrix(today: summary.today, rows: rows, summary: summary)
    }

    /// The same for whoever must not hold a hundred thousand rows in memory: the summary, then the rows in their order, some at a time, of
    /// one moment of the base.
    /// - Parameters:
    ///   - isBrief: of evidence no more is given than a table on a page shows.
    ///   - size: how many at a time.
    public func matrix(
        _ filter: Filter = Filter(), reasons: Bool = true, isWhole: Bool = false, isBrief: Bool = false, by size: Int = 1_000, begin: (Summary) throws -> Void,
        rows give: ([MatrixRow]) throws -> Void
    ) throws(Fault) {
        try base.read { reader throws in
            let view = try View(reader, asOf: filter.asOf, self)
            let selection = try Selection(filter, in: view, ontology: ontology)
            let survey = try Survey(view, selection)
            try begin(Summary(survey, selection))
            let notes = isWhole ? try reader.notes() : [:]
            let shelf = EvidenceShelf()
            let maker = try RowMaker(
                view,
                RowMaker.Extent(reasons: reasons, most: isBrief ? 2 : Picked.most, isBrief: isBrief, isIndirectForGaps: isBrief, isForAll: survey.rows.count > size))
            var start = 0
            while start < survey.rows.count {
                let some = Array(survey.rows[start..<min(survey.rows.count, start + min(size, survey.rows.count))])
                start += some.count
                guard isWhole else {
                    try give(maker.rows(some))
                    continue
                }
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
        // Rows and documents are large: looked into in place, each once.
        var kinds: [DocumentKind: Int] = [:]
        var (directives, actions, problems) = (0, 0, 0)
        for place in documents.indices {
            kinds[documents[place].context.kind, default: 0] += 1
            directives += documents[place].directives
            actions += documents[place].actions
            problems += documents[place].problems
        }
        var (permissions, bare, indirectOnly, claimed, verified) = (0, 0, 0, 0, 0)
        for place in rows.indices {
            if rows[place].duty.isPermission { permissions += 1 }
            switch rows[place].standing.gap(of: rows[place].duty) {
            case .bare: bare += 1
            case .indirectOnly: indirectOnly += 1
            case .none: break
            }
            if rows[place].standing.counts.claimed > 0 { claimed += 1 }
            if rows[place].standing.counts.verified > 0 { verified += 1 }
        }
        self.init(
            today: survey.view.today, documents: documents.count,
            kinds: DocumentKind.allCases.compactMap { kind in kinds[kind].map { KindCount(kind: kind, documents: $0) } },
            directives: directives, requirements: rows.count, permissions: permissions, restated: survey.restated, actions: actions, problems: problems,
            states: StateCount.all(of: rows), bare: bare, indirectOnly: indirectOnly, claimed: claimed, verified: verified)
    }
}
