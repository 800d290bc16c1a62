import Facts
import Provenance

/// How much of a target is reached in how much of its time (序时进度). Computed, not printed: to be shown as such.
public struct Pace: Hashable, Sendable {
    public enum Verdict: String, Sendable, CaseIterable {
        /// At least as much is done as time has gone by (达到序时进度).
        case ahead
        /// Less (落后序时进度).
        case behind
        /// Nothing tells (无法判断).
        case unclear
    }

    public var target: Target
    /// The document's date, or the first day of the period that is printed.
    public var start: CalendarDay
    /// The day on which it falls due.
    public var end: CalendarDay
    /// Share of the time that had gone by at the day of the question, 0 to 1.
    public var elapsed: Double
    /// The figure that counts; nil where none was reported within the time.
    public var reported: QuantityMention?
    /// Where it is reported, and its day.
    public var evidence: FactID?
    public var day: CalendarDay?
    /// Share of the target that it reaches, 0 and up; nil of what has no share, as of a rate that began nobody knows where.
    public var done: Double?
    public var verdict: Verdict

    public init(
        target: Target, start: CalendarDay, end: CalendarDay, elapsed: Double, reported: QuantityMention? = nil, evidence: FactID? = nil,
        day: CalendarDay? = nil, done: Double? = nil, verdict: Verdict = .unclear
    ) {
        self.target = target
        self.start = start
        self.end = end
        self.elapsed = elapsed
        self.reported = reported
        self.evidence = evidence
        self.day = day
        self.done = done
        self.verdict = verdict
    }
}
