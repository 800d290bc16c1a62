import Facts
import Links
import Provenance
import Store
import Vocabulary

extension Inquiry {
    /// One page of the requirements asked about: only what is shown of them is read.
    /// - Parameter extent: how much is given of each row.
    public func clauses(
        _ question: ClauseQuestion, offset: Int = 0, limit: Int = 50, extent: ClausePage.Extent = .whole
    ) throws(Fault) -> ClausePage {
        try base.read { reader throws in
            let view = try View(reader, asOf: question.filter.asOf, self)
            let (rows, states) = try narrowed(view, question)
            let offset = max(0, min(offset, rows.count))
            let shown = rows[offset..<min(rows.count, offset + max(0, limit))]
            let maker = try RowMaker(
                view, RowMaker.Extent(evidence: extent == .whole || extent == .latest, most: extent == .latest ? 1 : Picked.most, paces: extent == .whole))
            let days = extent == .days ? try shown.map { try reportedDays(on: $0, view) } : []
            return ClausePage(today: view.today, rows: try maker.rows(shown), total: rows.count, states: states, offset: offset, days: days)
        }
    }

    /// Reads what questions by words, bodies and regions, and searches, ask of the whole base.
    public func warm() throws(Fault) {
        try base.read { reader throws in
            let view = try View(reader, asOf: nil, self)
            _ = try view.memory.index(view, fields: false)
            _ = try view.memory.ground(view)
        }
    }

    /// The rows of a question, worked out once for all of its pages.
    func narrowed(_ view: View, _ question: ClauseQuestion) throws -> (rows: NarrowedRows, states: [StateCount]) {
        try view.memory.narrowed(view, question) {
            let selection = try Selection(question.filter, in: view, ontology: ontology)
            return try narrowed(Survey(view, selection), question)
        }
    }

    /// The days on which something that counts was reported, in order.
    private func reportedDays(on row: Survey.Row, _ view: View) throws -> [ReportedDay] {
        let survey = try view.memory.survey(view)
        return try ReportReader(view).told(view.reader.reports(on: row.key), of: row.key).compactMap { one in
            guard one.report.counts, let day = one.report.signal.day.flatMap({ CalendarDay(ordinal: $0) }) else { return nil }
            return ReportedDay(day: day, isProblem: one.isContradiction || survey.isProblem(one.evidence))
        }
    }

    /// All requirements asked about, as a table to hand out.
    public func matrix(_ question: ClauseQuestion) throws(Fault) -> Matrix {
        try base.read { reader throws in
            let view = try View(reader, asOf: question.filter.asOf, self)
            let selection = try Selection(question.filter, in: view, ontology: ontology)
            let survey = try Survey(view, selection)
            let rows = try narrowed(survey, question)
            let maker = try RowMaker(view)
            return Matrix(today: view.today, rows: try maker.rows(rows), summary: Summary(survey, selection, rows: rows))
        }
    }

    /// Keys of the requirements asked about, and how they are to be shown, if they are.
    public func requirementKeys(_ question: ClauseQuestion) throws(Fault) -> [Int64] {
        try base.read { reader throws in
            let view = try View(reader, asOf: question.filter.asOf, self)
            let selection = try Selection(question.filter, in: view, ontology: ontology)
            return try narrowed(Survey(view, selection), question).map(\.key)
        }
    }

    /// The requirements of some keys as answers show them, in order of the keys.
    public func requirementRows(_ keys: [Int64]) throws(Fault) -> [RequirementRow] {
        try base.read { reader throws in
            let view = try View(reader, asOf: nil, self)
            return try reader.requirements(keys: keys.sorted(), among: view.documents).map(view.row)
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
        let ranks: [(rank: Int, place: Int32)]
        switch question.order {
        case .place: return question.isDescending ? rows.reversed() : rows
        case .deadline: ranks = rows.indices.map { (rows[$0].duty.due.map { $0 * sign } ?? .max, Int32($0)) }
        case .latest: ranks = rows.indices.map { (rows[$0].standing.latest.map { -$0 * sign } ?? .max, Int32($0)) }
        case .state: ranks = rows.indices.map { (rows[$0].standing.state.rank * sign, Int32($0)) }
        }
        return ranks.sorted { $0.rank != $1.rank ? $0.rank < $1.rank : $0.place < $1.place }.map { rows[Int($0.place)] }
    }
}

/// Counts requirements by their states.
struct StateTally {
    private var claimed = [Int](repeating: 0, count: RequirementState.allCases.count)
    private var verified = [Int](repeating: 0, count: RequirementState.allCases.count)

    mutating func add(_ standing: Standing) {
        let rank = standing.state.rank
        claimed[rank] += 1
        if standing.counts.verified > 0 { verified[rank] += 1 }
    }

    /// Every state in the order of `RequirementState`, none left out.
    var counts: [StateCount] {
        RequirementState.allCases.map { StateCount(state: $0, claimed: claimed[$0.rank], verified: verified[$0.rank]) }
    }
}

extension StateCount {
    static func all(of rows: [Survey.Row]) -> [StateCount] {
        var tally = StateTally()
        for place in rows.indices { tally.add(rows[place].standing) }
        return tally.counts
    }
}
