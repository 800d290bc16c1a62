/// Where a requirement stands by what was reported (落实判定).
public struct Standing: Hashable, Sendable {
    public var state = RequirementState.noReport
    public var counts = Coverage.Counts()
    /// Ordinal of the day of the latest evidence that counts.
    public var latest: Int?
    /// The report that decided.
    public var deciding: Deciding?
    /// Later activity did not lift the problem.
    public internal(set) var isProblemOpen = false
    public internal(set) var suspects = 0
    /// Days since the latest report, where it is stale.
    var silence = 0

    public init() {}

    public struct Deciding: Hashable, Sendable {
        /// Place among the reports that it was judged by.
        public let place: Int
        public let day: Int?
        public let isAccepted: Bool
    }

    /// Rank of a report with which the last part is accomplished: above what goes on, below what is wrong.
    static let done = 1

    /// As it was judged for one of those that owe it, before the day of the question.
    public init(_ state: RequirementState, _ counts: Coverage.Counts, latest: Int?, suspects: Int) {
        (self.state, self.counts, self.latest, self.suspects) = (state, counts, latest, suspects)
    }

    /// With what decided on it, where its place among the reports is not known any more.
    public mutating func decided(on day: Int?, isAccepted: Bool, isProblemOpen: Bool) {
        deciding = Deciding(place: 0, day: day, isAccepted: isAccepted)
        self.isProblemOpen = isProblemOpen
    }

    public func gap(of duty: Duty) -> Coverage.Gap {
        duty.isPermission || counts.claimed > 0 ? .none : counts.indirect > 0 ? .indirectOnly : .bare
    }

    /// Goes on by the worst report of a day. A problem stays until something says done or put right; done stays done.
    mutating func follow(_ rank: Int, _ report: Report, _ place: Int) {
        let isOngoing = rank == LinkSignal.Kind.ongoing.rawValue
        if isOngoing, state == .done { return }
        if isOngoing, state == .problem, !report.signal.isRectified {
            isProblemOpen = true
            return
        }
        state =
            switch rank {
            case Self.done: .done
            case LinkSignal.Kind.notStarted.rawValue: .notStarted
            case LinkSignal.Kind.problem.rawValue: .problem
            default: .underWay
            }
        deciding = Deciding(place: place, day: report.signal.day, isAccepted: report.isAccepted)
        isProblemOpen = false
    }

    /// What the day of the question makes of it.
    mutating func close(_ duty: Duty, suspects: Int, asOf: Int?, staleDays: Int) {
        self.suspects = suspects
        if suspects > 0 {
            state = .suspect
        } else if let asOf, state != .done {
            if let due = duty.due, due < asOf {
                state = .overdue
            } else if state == .underWay, let latest, asOf - latest > staleDays {
                state = .stale
                silence = asOf - latest
            }
        }
    }
}
