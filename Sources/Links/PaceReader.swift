import Facts
import Provenance
import Vocabulary

/// Works out paces (序时进度) from the targets of a requirement and what is reported on them. It abstains where a figure may be no sum
/// since the beginning.
struct PaceReader: Sendable {
    private let targets: TargetReader
    private let yearly: PhraseSet
    private let levels: PhraseSet

    init(_ targets: TargetReader, _ markers: Markers) {
        self.targets = targets
        yearly = PhraseSet(markers.group("state.yearly"))
        levels = PhraseSet(markers.group("state.level"))
    }

    /// One for each target that has a beginning and an end, in their order; none before the beginning.
    /// - Parameter evidence: what counts, in any order.
    func paces(of requirement: Requirement, evidence: [Evidence], asOf: CalendarDay) -> [Pace] {
        guard requirement.targets.contains(where: { $0.reference == nil }) else { return [] }
        let text = PlainText.scalars(requirement.text)
        let isYearly = yearly.contains(text, in: text.indices)
        var found: [Pace] = []
        var checks: [(check: TargetCheck, evidence: Evidence)]?
        for (index, target) in requirement.targets.enumerated() where target.reference == nil {
            guard let (start, end, isOfYear) = period(of: target, requirement, text, isYearly: isYearly, asOf), start < end, start <= asOf,
                !targets.isOwedByEach(target, text)
            else { continue }
            let known = checks ?? evidence.flatMap { one in targets.checks(requirement, one).map { ($0, one) } }
            checks = known
            var pace = Pace(
                target: target, start: start, end: end,
                elapsed: min(1, Double(asOf.ordinal - start.ordinal) / Double(end.ordinal - start.ordinal)))
            let reports = known.filter { $0.check.index == index }.compactMap { report -> Report? in
                guard let day = report.evidence.day, day >= start, day <= asOf, let value = Double(report.check.reported.value),
                    // What a wider region has done tells nothing of a part of it; what began the year before, nothing of the year.
                    RegionRelation(owing: requirement.scope, acting: report.evidence.scope) == .inside,
                    !isOfYear || report.evidence.time?.firstDay.map({ $0 >= start }) ?? true
                else { return nil }
                return Report(day: day, value: value, quantity: report.check.reported, evidence: report.evidence.id)
            }
            judge(&pace, reports)
            found.append(pace)
        }
        return found
    }

    /// A figure so many times the target measures something wider.
    private static let most = 3.0

    private struct Report {
        let day: CalendarDay
        let value: Double
        let quantity: QuantityMention
        let evidence: FactID
    }

    private func judge(_ pace: inout Pace, _ reports: [Report]) {
        let ordered = reports.sorted { ($0.day, $0.value, $0.evidence) < ($1.day, $1.value, $1.evidence) }
        guard let last = ordered.last, let wanted = Double(pace.target.value), wanted > 0 else { return }
        (pace.reported, pace.evidence, pace.day) = (last.quantity, last.evidence, last.day)
        let isCeiling = pace.target.comparator == "<=" || pace.target.comparator == "<"
        guard !isCeiling else { return }
        let indicator = PlainText.scalars(pace.target.indicator)
        // A rate or a stock (总量) is a level: where it began is not known, only whether it is there.
        if pace.target.unit == "%" || levels.contains(indicator, in: indicator.indices) {
            if last.value >= wanted { pace.verdict = .ahead } else if pace.elapsed >= 1 { pace.verdict = .behind }
            return
        }
        // A sum does not fall: these are sums of parts of the time, or of parts of the whole.
        guard zip(ordered, ordered.dropFirst()).allSatisfy({ $0.value <= $1.value }) else { return }
        let done = last.value / wanted
        guard done <= Self.most else { return }
        pace.done = done
        pace.verdict = done >= pace.elapsed ? .ahead : .behind
    }

    // MARK: Beginning and end

    private func period(
        of target: Target, _ requirement: Requirement, _ text: [Unicode.Scalar], isYearly: Bool, _ asOf: CalendarDay
    ) -> (start: CalendarDay, end: CalendarDay, isOfYear: Bool)? {
        let dated = requirement.document.date.flatMap { CalendarDay(iso: $0) }
        guard let end = target.when.flatMap({ CalendarDay(iso: $0, last: true) }) ?? requirement.due ?? targets.endOfPlan(requirement.document) else {
            // Owed in every year: the year of the question, from the document's day on in its first one.
            guard isYearly, let dated, dated <= asOf, let first = CalendarDay(asOf.year, 1, 1), let last = CalendarDay(asOf.year, 12, 31) else { return nil }
            return (first, last, true)
        }
        let printed = Self.firstYear(text, before: end) ?? Self.firstYear(PlainText.scalars(requirement.document.title ?? ""), before: end)
        if let printed, let start = CalendarDay(printed, 1, 1) { return (start, end, false) }
        if targets.endOfPlan(requirement.document) == end, let start = CalendarDay(end.year, 1, 1) { return (start, end, false) }
        return dated.map { ($0, end, false) }
    }

    /// The year in which a printed period begins: 2030—2032年, 从2030年起; one that holds the end.
    static func firstYear(_ text: [Unicode.Scalar], before end: CalendarDay) -> Int? {
        var index = 0
        while index + 4 <= text.count {
            guard let year = number(text, index), index == 0 || !PlainText.isDigit(text[index - 1]), (1950...end.year).contains(year) else {
                index += 1
                continue
            }
            var next = index + 4
            let isYear = next < text.count && text[next] == "年"
            if isYear { next += 1 }
            if isYear, next < text.count, text[next] == "起", index > 0, text[index - 1] == "从" || text[index - 1] == "自" { return year }
            let dash = next
            while next < text.count, isDash(text[next]) { next += 1 }
            if next > dash, let last = number(text, next), last >= end.year, last > year { return year }
            index += 4
        }
        return nil
    }

    /// Four digits.
    private static func number(_ text: [Unicode.Scalar], _ start: Int) -> Int? {
        guard start + 4 <= text.count, text[start..<start + 4].allSatisfy(PlainText.isDigit) else { return nil }
        return text[start..<start + 4].reduce(0) { $0 * 10 + Int($1.value - 0x30) }
    }

    private static func isDash(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "—", "–", "-", "－", "~", "～", "至": true
        default: false
        }
    }
}
