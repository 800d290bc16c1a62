import Facts
import Provenance
import Vocabulary

/// What state a requirement is in on a day (落实状态判定): from its evidence and its deadline alone.
///
/// Strong links that nobody has rejected are gone through by the days of their evidence. On one day the worst verdict decides.
/// A problem stays until a later report says done or put right; mere activity does not lift it. Done stays done.
public struct StateRules: Sendable {
    let staleDays: Int
    /// A wrong "done" costs more than a missed one: what a weaker link accomplishes is not believed until a person confirms it.
    let doneStrength: Double
    let signals: SignalReader
    private let pace: PaceReader

    /// - Throws: a fault that names the weight which no ontology file gives.
    public init(_ ontology: Ontology) throws(Fault) {
        staleDays = Int(try ontology.linking.value("staleDays"))
        doneStrength = try ontology.linking.value("doneStrength")
        signals = SignalReader(ontology)
        pace = PaceReader(signals.targets, ontology.markers)
    }

    /// How much of its targets is reached in how much of their time; none where the day of the question is not known.
    public func paces(of requirement: Requirement, evidence: [LinkedEvidence], asOf: CalendarDay?) -> [Pace] {
        guard let asOf, !requirement.targets.isEmpty else { return [] }
        return pace.paces(of: requirement, evidence: evidence.filter(\.link.counts).map(\.evidence), asOf: asOf)
    }

    /// - Parameters:
    ///   - evidence: everything linked to the requirement, in any order, rejected links too. Where a link has no signal it is read
    ///     from the texts.
    ///   - asOf: the day of the question; nil where no day is known, so that nothing is late and nothing stale.
    public func coverage(of requirement: Requirement, evidence: [LinkedEvidence], asOf: CalendarDay?) -> Coverage {
        let context = signals.context(requirement)
        let told = evidence.map { one in
            let signal = one.link.signal ?? signals.read(one.evidence, verdict: one.link.verdict, strength: one.link.status == .confirmed ? 1 : one.link.strength, context)
            return (evidence: one.evidence.id, signal: signal, report: report(signal, strength: one.link.strength, status: one.link.status))
        }.sorted { Report.isEarlier($0.report, $1.report) }
        let reports = told.map(\.report)
        let finding = judge(context.duty, reports, asOf: asOf?.ordinal)
        func why(_ finding: Standing) -> [Message] { explain(finding, due: context.duty.due) { told[$0].signal } }
        return Coverage(
            requirement: requirement.id, state: finding.state, why: why(finding), counts: finding.counts, latest: day(finding.latest),
            deciding: finding.deciding.map { told[$0.place].evidence }, gap: finding.gap(of: context.duty),
            bodies: requirement.assignments.enumerated().map { place, assignment in
                let own = judge(context.duty, reports, asOf: asOf?.ordinal, owner: place)
                return BodyCoverage(assignment: assignment, state: own.state, why: why(own), counts: own.counts, latest: day(own.latest))
            })
    }

    public func report(_ signal: LinkSignal, strength: Double, status: Link.Status) -> Report {
        Report(
            signal: signal, status: status, counts: Link.counts(strength: strength, status),
            isAccepted: status == .confirmed || strength >= doneStrength)
    }

    /// What is known of a pair whose signal nobody has kept, as a person links it.
    public func signal(of evidence: Evidence, verdict: Link.Verdict, for requirement: Requirement) -> LinkSignal {
        signals.read(evidence, verdict: verdict, strength: 1, signals.context(requirement))
    }

    public func duty(of requirement: Requirement) -> Duty { signals.context(requirement).duty }

    /// Where a requirement stands, for all that owe it or for one of them (落实判定).
    ///
    /// - Parameters:
    ///   - reports: everything linked to it, in the order of `Report.isEarlier`.
    ///   - asOf: ordinal of the day of the question.
    ///   - owner: place of the one assignment that is asked about.
    public func judge(_ duty: Duty, _ reports: [Report], asOf: Int?, owner: Int? = nil) -> Standing {
        var standing = Standing()
        var accomplished = LinkSignal.Parts()
        var suspects = 0
        var start = 0
        while start < reports.count {
            let day = reports[start].signal.day
            var end = start
            var worst: (rank: Int, place: Int)?
            while end < reports.count, reports[end].signal.day == day {
                defer { end += 1 }
                let report = reports[end]
                if let owner, owner >= 64 || report.signal.reporters & 1 << UInt64(owner) == 0 { continue }
                guard report.counts else {
                    if report.status != .rejected { standing.counts.indirect += 1 }
                    continue
                }
                standing.counts.claimed += 1
                if report.status == .confirmed { standing.counts.verified += 1 }
                if report.status == .suspect { suspects += 1 }
                standing.latest = max(standing.latest ?? .min, day ?? .min)
                var rank = report.signal.kind.rawValue
                if report.isAccepted, !report.signal.accomplished.isEmpty {
                    accomplished.formUnion(report.signal.accomplished)
                    if report.signal.kind == .ongoing, !duty.needed.isEmpty, duty.needed.isSubset(of: accomplished) { rank = Standing.done }
                }
                if rank > worst?.rank ?? -1 { worst = (rank, end) }
            }
            start = end
            if let (rank, place) = worst { standing.follow(rank, reports[place], place) }
        }
        if standing.latest == .min { standing.latest = nil }
        standing.close(duty, suspects: suspects, asOf: asOf, staleDays: staleDays)
        return standing
    }

    /// The same on a day: what was judged without one (`asOf: nil`), as the day of the question makes it.
    public func dated(_ standing: Standing, _ duty: Duty, asOf: Int?) -> Standing {
        var standing = standing
        standing.close(duty, suspects: standing.suspects, asOf: asOf, staleDays: staleDays)
        return standing
    }

    /// What decided, in words.
    /// - Parameters:
    ///   - due: ordinal of the day on which it falls due.
    ///   - signal: what the report at a place says; asked for one at most.
    public func explain(_ standing: Standing, due: Int?, _ signal: (Int) throws -> LinkSignal?) rethrows -> [Message] {
        var reasons: [Message] = []
        if standing.suspects > 0 { reasons.append(.stateSuspect(standing.suspects)) }
        if standing.state == .overdue, let due = day(due) { reasons.append(.stateOverdue(due.description)) }
        if standing.state == .stale { reasons.append(.stateStale(standing.silence)) }
        guard standing.counts.claimed > 0 else {
            return reasons + [standing.counts.indirect > 0 ? .stateIndirectOnly(standing.counts.indirect) : .stateNoEvidence]
        }
        if let deciding = standing.deciding, let signal = try signal(deciding.place) {
            reasons.append(signal.why(day(deciding.day)?.description, isAccepted: deciding.isAccepted))
        }
        if standing.isProblemOpen { reasons.append(.stateProblemOpen) }
        return reasons
    }

    private func day(_ ordinal: Int?) -> CalendarDay? { ordinal.flatMap { CalendarDay(ordinal: $0) } }
}
