import Provenance

/// Something reported as a fact (行动): when, and whether it is finished.
public struct ActionFact: Hashable, Sendable {
    public enum State: String, Sendable { case done, ongoing }

    /// When it happened; for an interval, `to` is the day up to which it is reported.
    public var time: DateValue?
    public var state: State
    /// A share that the sentence does not print but its figures give: 计划的92个…已…82个 → 82/92.
    public var rate: ComputedRate?

    public init(time: DateValue? = nil, state: State = .done, rate: ComputedRate? = nil) {
        self.time = time
        self.state = state
        self.rate = rate
    }
}

/// A percentage computed from two printed figures; always to be shown as computed (推算值).
public struct ComputedRate: Hashable, Sendable {
    /// In per cent, rounded half up to one decimal: `89.1`.
    public var percent: String
    /// Mark ids of the quantities it was computed from.
    public var actual: String
    public var planned: String

    public init(percent: String, actual: String, planned: String) {
        self.percent = percent
        self.actual = actual
        self.planned = planned
    }
}

public struct PlanFact: Hashable, Sendable {
    /// The horizon: 年底可全部完成.
    public var time: DateValue?

    public init(time: DateValue? = nil) { self.time = time }
}

public struct ProblemFact: Hashable, Sendable {
    public var time: DateValue?

    public init(time: DateValue? = nil) { self.time = time }
}

/// A point or stretch of time as ISO 8601: a day, month or year, or an interval of two.
public enum DateValue: Hashable, Sendable {
    case point(String)
    case interval(from: String, to: String)

    /// `2022-11-18`, or `2019-01-01/2019-12-31`.
    public var text: String {
        switch self {
        case .point(let when): when
        case .interval(let from, let to): "\(from)/\(to)"
        }
    }

    /// It names a day, or days from one to another: no month and no year.
    var namesDays: Bool {
        switch self {
        case .point(let when): when.utf8.count == Self.dayLength
        case .interval(let from, let to): from.utf8.count == Self.dayLength && to.utf8.count == Self.dayLength
        }
    }

    /// 2031-09-11
    private static let dayLength = 10

    /// The first and the last day that it covers.
    public var firstDay: CalendarDay? {
        switch self {
        case .point(let when): CalendarDay(iso: when)
        case .interval(let from, _): CalendarDay(iso: from)
        }
    }

    public var lastDay: CalendarDay? {
        switch self {
        case .point(let when): CalendarDay(iso: when, last: true)
        case .interval(_, let to): CalendarDay(iso: to, last: true)
        }
    }
}

public struct DateMention: Hashable, Sendable {
    public var value: DateValue
    /// It sets a time limit for a requirement.
    public var isDeadline: Bool

    public init(_ value: DateValue, isDeadline: Bool = false) {
        self.value = value
        self.isDeadline = isDeadline
    }
}

public struct QuantityMention: Hashable, Sendable {
    /// Decimal, 万 and 亿 multiplied out, as printed for precision: `5.0`, `2800`.
    public var value: String
    /// The classifier; empty where none is printed.
    public var unit: String
    /// `>`, `<`, `~`, `>=`, `<=`; empty where the figure is exact.
    public var comparator: String
    /// What is counted, where the text says it.
    public var of: String?

    public init(value: String, unit: String, comparator: String = "", of: String? = nil) {
        self.value = value
        self.unit = unit
        self.comparator = comparator
        self.of = of
    }
}

public struct BodyMention: Hashable, Sendable {
    /// Id in the ontology, `CN-53/hrss`, where it resolves.
    public var ref: String?
    /// The fullest form that the document supports: prefix restored, anaphora resolved.
    public var name: String
    /// Full official name by the ontology, where known.
    public var official: String?
    /// A class of bodies (各有关部门) and no single one.
    public var isClass: Bool

    public init(ref: String? = nil, name: String, official: String? = nil, isClass: Bool = false) {
        self.ref = ref
        self.name = name
        self.official = official
        self.isClass = isClass
    }
}

/// A document named in the text: 《…》 or a 文号.
public struct Citation: Hashable, Sendable {
    /// Title without 《》, or number as printed.
    public var title: String
    /// The title that an abbreviation stands for: 《意见》 after （以下简称《意见》）.
    public var ref: String?

    public init(title: String, ref: String? = nil) {
        self.title = title
        self.ref = ref
    }
}
