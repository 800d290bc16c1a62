import Facts
import Links
import Provenance
import Store
import Vocabulary

extension Inquiry {
    /// One page of the requirements asked about: only what is shown of them is read.
    public func clauses(_ question: ClauseQuestion, offset: Int = 0, limit: Int = 50) throws(Fault) -> ClausePage {
        try base.read { reader throws in
            let view = try View(reader, asOf: question.filter.asOf, self)
            let selection = try Selection(question.filter, in: view, ontology: ontology)
            let survey = try Survey(view, selection)
            let rows = try narrowed(survey, question)
            let offset = max(0, min(offset, rows.count))
            let shown = Array(rows[offset..<min(rows.count, offset + max(0, limit))])
            return ClausePage(
                today: view.today, rows: try matrixRows(shown, of: survey, reasons: false), total: rows.count, states: StateCount.all(of: rows),
                offset: offset)
        }
    }

    /// All requirements asked about, as a table to hand out.
    public func matrix(_ question: ClauseQuestion) throws(Fault) -> Matrix {
        try base.read { reader throws in
            let view = try View(reader, asOf: question.filter.asOf, self)
            let selection = try Selection(question.filter, in: view, ontology: ontology)
            let survey = try Survey(view, selection)
            let rows = try narrowed(survey, question)
            return Matrix(
                today: view.today, rows: try matrixRows(rows, of: survey, reasons: false), summary: Summary(survey, selection, rows: rows))
        }
    }

    private func matrixRows(_ rows: [Survey.Row], of survey: Survey, reasons: Bool) throws -> [MatrixRow] {
        let requirements = try survey.requirements(rows)
        let assessment = try Assessment(survey.view, of: rows.map(\.key), reasons: reasons)
        let notes = try survey.view.reader.notes()
        return rows.compactMap { row in
            requirements[row.key].map { stored in
                var row = assessment.matrixRow(stored, assessment.coverage(of: stored))
                row.notes = notes[row.requirement.id] ?? []
                return row
            }
        }
    }

    private func narrowed(_ survey: Survey, _ question: ClauseQuestion) throws -> [Survey.Row] {
        var rows = survey.rows
        if let isVerified = question.isVerified { rows.removeAll { ($0.standing.counts.verified > 0) != isVerified } }
        if let gap = question.gap { rows.removeAll { $0.gap != gap } }
        if question.isOpen { rows.removeAll { $0.standing.state == .done } }
        if let from = question.dueFrom?.ordinal { rows.removeAll { ($0.duty.due ?? .min) < from } }
        if let to = question.dueTo?.ordinal { rows.removeAll { ($0.duty.due ?? .max) > to } }
        if let field = question.field {
            let touching = try survey.touching(field)
            rows.removeAll { !touching.contains($0.key) }
        }
        return sorted(rows, question)
    }

    /// Rows of the same rank keep their order.
    private func sorted(_ rows: [Survey.Row], _ question: ClauseQuestion) -> [Survey.Row] {
        let sign = question.isDescending ? -1 : 1
        let ranks: [Int?]
        switch question.order {
        case .place: return question.isDescending ? rows.reversed() : rows
        case .deadline: ranks = rows.map { $0.duty.due.map { $0 * sign } }
        case .latest: ranks = rows.map { $0.standing.latest.map { -$0 * sign } }
        case .state: ranks = rows.map { $0.standing.state.rank * sign }
        }
        return rows.indices.sorted { left, right in
            let (first, second) = (ranks[left] ?? .max, ranks[right] ?? .max)
            return first != second ? first < second : left < right
        }.map { rows[$0] }
    }
}

/// Counts requirements by their states.
struct StateTally {
    private var claimed = [Int](repeating: 0, count: RequirementState.allCases.count)
    private var verified = [Int](repeating: 0, count: RequirementState.allCases.count)

    mutating func add(_ row: Survey.Row) {
        let rank = row.standing.state.rank
        claimed[rank] += 1
        if row.standing.counts.verified > 0 { verified[rank] += 1 }
    }

    /// Every state in the order of `RequirementState`, none left out.
    var counts: [StateCount] {
        RequirementState.allCases.map { StateCount(state: $0, claimed: claimed[$0.rank], verified: verified[$0.rank]) }
    }
}

extension StateCount {
    static func all(of rows: [Survey.Row]) -> [StateCount] {
        var tally = StateTally()
        for row in rows { tally.add(row) }
        return tally.counts
    }
}
