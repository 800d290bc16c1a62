import Provenance

/// What a piece of evidence says of the state of the requirement that it is linked to (状态信号). It depends on the two texts
/// and the ontology alone, neither on the day of the question nor on what a person decided, so that it is worked out once, when
/// the link is made, and states of a whole base are found without reading a text.
public struct LinkSignal: Hashable, Sendable {
    /// In ascending order of what counts most among reports of one day.
    public enum Kind: Int, Sendable {
        /// Something was done.
        case ongoing = 0
        /// Nothing was begun.
        case notStarted = 2
        case problem = 3
    }

    /// `CalendarDay.ordinal` of the evidence's day; nil where it has none.
    public var day: Int?
    /// Decides on the order of what was reported on one day: from the id of the evidence, so that it is the same in every base.
    public var tie: Int64
    public var kind: Kind
    /// It says that what was wrong is put right.
    public var isRectified: Bool
    /// What of the requirement it says is accomplished; counts where the link is strong enough, or confirmed.
    public var accomplished: Parts
    /// Places of the assignments whose bodies report it; those from 64 on are left out.
    public var reporters: UInt64
    public var reason: Reason
    /// The words that say that something is accomplished (已建成).
    public var completion: String?

    public init(
        day: Int? = nil, tie: Int64 = 0, kind: Kind = .ongoing, isRectified: Bool = false, accomplished: Parts = Parts(), reporters: UInt64 = 0, reason: Reason = .reported,
        completion: String? = nil
    ) {
        self.day = day
        self.tie = tie
        self.kind = kind
        self.isRectified = isRectified
        self.accomplished = accomplished
        self.reporters = reporters
        self.reason = reason
        self.completion = completion
    }

    /// Parts of a requirement that have to be accomplished, by their places among its targets and its demands.
    public struct Parts: Hashable, Sendable {
        public var bits: UInt64

        public init(bits: UInt64 = 0) { self.bits = bits }

        /// More than a sentence has; the last place of each stands for all beyond, and is never accomplished.
        static let most = 32

        mutating func insert(target: Int) { if target < Self.most - 1 { bits |= 1 << UInt64(target) } }
        mutating func insert(demand: Int) { if demand < Self.most - 1 { bits |= 1 << UInt64(Self.most + demand) } }
        mutating func need(target: Int) { bits |= 1 << UInt64(min(target, Self.most - 1)) }
        mutating func need(demand: Int) { bits |= 1 << UInt64(Self.most + min(demand, Self.most - 1)) }
        func contains(demand: Int) -> Bool { demand < Self.most && bits & 1 << UInt64(Self.most + demand) != 0 }

        /// Some of them are targets.
        public var hasTargets: Bool { bits & (1 << UInt64(Self.most) - 1) != 0 }
        public var isEmpty: Bool { bits == 0 }
        public func isSubset(of other: Parts) -> Bool { bits & ~other.bits == 0 }
        public mutating func formUnion(_ other: Parts) { bits |= other.bits }
    }

    /// Why it says so.
    public enum Reason: Hashable, Sendable {
        case reported, notStarted, problem
        case missed(target: String, reported: String)
        case met(target: String, reported: String)
        case onTheWay(target: String, reported: String)
        case rate(String, isComputed: Bool)
    }

    /// For people.
    /// - Parameters:
    ///   - day: of the evidence, as it is shown.
    ///   - isAccepted: whether the link is strong enough for what it accomplishes to count.
    func why(_ day: String?, isAccepted: Bool) -> Message {
        if isAccepted, let completion { return .stateCompleted(completion, day) }
        return switch reason {
        case .reported: .stateReported(day)
        case .notStarted: .stateNotStarted(day)
        case .problem: .stateProblem(day)
        case .missed(let target, let reported): .stateTargetMissed(target, reported: reported)
        case .met(let target, let reported): .stateTargetMet(target, reported: reported)
        case .onTheWay(let target, let reported): .stateTargetOnTheWay(target, reported: reported)
        case .rate(let percent, let isComputed): .stateRate(percent, computed: isComputed)
        }
    }
}

// MARK: As the base keeps it

extension LinkSignal {
    /// Kind, and whether something is put right, as one number.
    public var code: Int { kind.rawValue << 1 | (isRectified ? 1 : 0) }

    /// Reason and completion as one text, for the base.
    public var says: String {
        let parts: [String] =
            switch reason {
            case .reported: ["reported"]
            case .notStarted: ["notStarted"]
            case .problem: ["problem"]
            case .missed(let target, let reported): ["missed", target, reported]
            case .met(let target, let reported): ["met", target, reported]
            case .onTheWay(let target, let reported): ["onTheWay", target, reported]
            case .rate(let percent, let isComputed): [isComputed ? "computed" : "rate", percent]
            }
        return (parts + (completion.map { ["by", $0] } ?? [])).joined(separator: "\u{1F}")
    }

    /// - Parameters:
    ///   - code: what `code` gave.
    ///   - says: what `says` gave; anything else is a plain report.
    public init(day: Int?, tie: Int64, code: Int, accomplished: Int64, reporters: Int64, says: String = "") {
        self.init(
            day: day, tie: tie, kind: Kind(rawValue: code >> 1) ?? .ongoing, isRectified: code & 1 == 1,
            accomplished: Parts(bits: UInt64(bitPattern: accomplished)), reporters: UInt64(bitPattern: reporters))
        // States are judged without words, by the million.
        if says.isEmpty { return }
        var parts = says.split(separator: "\u{1F}", omittingEmptySubsequences: false).map(String.init)
        if parts.count >= 3, parts[parts.count - 2] == "by" {
            completion = parts.removeLast()
            parts.removeLast()
        }
        reason =
            switch (parts.first, parts.count) {
            case ("notStarted", 1): .notStarted
            case ("problem", 1): .problem
            case ("missed", 3): .missed(target: parts[1], reported: parts[2])
            case ("met", 3): .met(target: parts[1], reported: parts[2])
            case ("onTheWay", 3): .onTheWay(target: parts[1], reported: parts[2])
            case ("computed", 2): .rate(parts[1], isComputed: true)
            case ("rate", 2): .rate(parts[1], isComputed: false)
            default: .reported
            }
    }
}
