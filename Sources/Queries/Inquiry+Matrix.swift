import Dispatch
import Facts
import Links
import Provenance
import Store

extension Inquiry {
    /// Every requirement asked about with its owners, its progress and its state.
    public func matrix(_ filter: Filter = Filter(), as extent: MatrixExtent = .full) throws(Fault) -> Matrix {
        try base.read { reader throws in
            let (view, selection, survey) = try survey(reader, filter)
            let summary = Summary(survey, selection)
            let maker = try RowMaker(view, RowMaker.Extent(extent, isForAll: survey.rows.count > Self.portion))
            let rows = try portions(survey.rows.count).flatMap { try maker.rows(survey.rows[$0]) }
            return Matrix(today: summary.today, rows: rows, summary: summary)
        }
    }

    /// The same with every link, and not the latest and strongest alone: mind that some requirements have ten thousand of them.
    /// - Parameter reasons: whether links bring the words that they rest on.
    public func wholeMatrix(_ filter: Filter = Filter(), reasons: Bool = true) throws(Fault) -> Matrix {
        try base.read { reader throws in
            let (view, selection, survey) = try survey(reader, filter)
            let summary = Summary(survey, selection)
            let notes = try reader.notes()
            let shelf = EvidenceShelf()
            let rows = try portions(survey.rows.count).flatMap { portion in
                let some = Array(survey.rows[portion])
                let requirements = try survey.requirements(some)
                let assessment = try Assessment(view, of: some.map(\.key), reasons: reasons, shelf: shelf)
                return some.compactMap { row in
                    requirements[row.key].map { stored in
                        var row = assessment.matrixRow(stored, assessment.coverage(of: stored))
                        row.notes = notes[row.requirement.id] ?? []
                        return row
                    }
                }
            }
            return Matrix(today: summary.today, rows: rows, summary: summary)
        }
    }

    /// What there is to know of a matrix before its rows.
    public struct MatrixHead {
        public let summary: Summary
        let survey: Survey

        public func outline() throws(Fault) -> MatrixOutline {
            do { return try survey.outline() } catch { throw error as? Fault ?? Fault(.storeFailed("\(error)")) }
        }
    }

    /// The same for whoever must not hold a hundred thousand rows in memory: what is made of the rows, some at a time and in their order, of one
    /// moment of the base.
    /// - Parameters:
    ///   - extent: how much of each row is wanted.
    ///   - begin: gives what makes something of some rows, of which the first has this place among all, from 0; it is called from two threads.
    ///   - take: is given what was made, in order.
    public func matrix<Piece: Sendable>(
        _ filter: Filter = Filter(), as extent: MatrixExtent,
        begin: (MatrixHead) throws -> @Sendable (_ rows: [MatrixRow], _ first: Int) throws -> Piece, take: (Piece) throws -> Void
    ) throws(Fault) {
        try base.read { reader throws in
            let (view, selection, survey) = try survey(reader, filter)
            let make = try begin(MatrixHead(summary: Summary(survey, selection), survey: survey))
            let (rows, revision) = (survey.rows, view.revision)
            let portions = portions(rows.count)
            /// Makes the piece of a portion from a view that one thread has.
            @Sendable func maker(_ view: View) throws -> (Int) throws -> Piece {
                let maker = try RowMaker(view, RowMaker.Extent(extent, isForAll: portions.count > 1))
                return { number in try make(maker.rows(rows[portions[number]]), portions[number].lowerBound) }
            }
            let pieces = PairedPieces<Piece>(count: portions.count)
            if portions.count > 1, base.path != nil {
                DispatchQueue.global().async {
                    // Where the base has changed meanwhile, or cannot be read, the other thread makes everything.
                    try? base.read { reader throws in
                        let view = try View(reader, asOf: filter.asOf, self)
                        if view.revision == revision { pieces.help(try maker(view)) }
                    }
                }
            }
            try pieces.run(maker(view), take)
        }
    }

    private func survey(_ reader: Reader, _ filter: Filter) throws -> (View, Selection, Survey) {
        let view = try View(reader, asOf: filter.asOf, self)
        let selection = try Selection(filter, in: view, ontology: ontology)
        return (view, selection, try Survey(view, selection))
    }

    /// How many rows are made at a time.
    private static let portion = 1_000

    private func portions(_ count: Int) -> [Range<Int>] {
        stride(from: 0, to: count, by: Self.portion).map { $0..<min(count, $0 + Self.portion) }
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
