import Links
import Provenance
import Store

/// Where a requirement stands without its words and without those of its evidence (落实状态): what a trace tells of each.
public struct RequirementCoverage: Sendable {
    public let requirement: FactID
    public let state: RequirementState
    /// What decided, in the order in which it was weighed.
    public let why: [Message]
    public let gap: Coverage.Gap
    public let counts: Coverage.Counts
    /// Day of the latest evidence that counts.
    public let latest: CalendarDay?
    /// The list of those that owe it goes on beyond what it names (等部门).
    public let isOpenList: Bool
    /// One for each body that owes it: lead first, then responsible, then support.
    public let bodies: [BodyState]

    /// - Parameter told: what was reported on it, in the order in which it is judged.
    init(_ stored: StoredRequirement, _ duty: Duty, _ told: [ToldReport], _ view: View) throws {
        let reports = told.map(\.report)
        let today = view.today.day
        func day(_ ordinal: Int?) -> CalendarDay? { ordinal.flatMap { CalendarDay(ordinal: $0) } }
        func why(_ standing: Standing) throws -> [Message] {
            try view.rules.explain(standing, due: duty.due) { place in
                try view.reader.signal(of: told[place].evidence, for: stored.key) ?? told[place].report.signal
            }
        }
        let standing = view.rules.judge(duty, reports, asOf: today?.ordinal)
        requirement = stored.requirement.id
        state = standing.state
        self.why = try why(standing)
        gap = standing.gap(of: duty)
        counts = standing.counts
        latest = day(standing.latest)
        isOpenList = stored.requirement.assignments.contains(where: \.isOpen)
        let assignments = stored.requirement.assignments.map { view.owner($0, of: stored) }
        bodies = try view.owners(stored).map { owner in
            let own = view.rules.judge(duty, reports, asOf: today?.ordinal, owner: assignments.firstIndex(of: owner))
            return BodyState(owner: owner, state: own.state, why: try why(own), counts: own.counts, latest: day(own.latest))
        }
    }
}
