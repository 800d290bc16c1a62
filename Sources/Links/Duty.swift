import Provenance

/// What of a requirement decides on its state (责任要素), without its words.
public struct Duty: Hashable, Sendable {
    /// What must be accomplished for the whole to be done; empty where nothing can make it done.
    public var needed: LinkSignal.Parts
    /// `CalendarDay.ordinal` of the last day on which it falls due; nil where it has no deadline.
    public var due: Int?
    /// 可, 允许: it is no gap where nothing is reported.
    public var isPermission: Bool
    /// How many assignments it has.
    public var owners: Int

    public init(needed: LinkSignal.Parts, due: Int?, isPermission: Bool, owners: Int) {
        self.needed = needed
        self.due = due
        self.isPermission = isPermission
        self.owners = owners
    }
}

/// A linked piece of evidence as far as it decides on a state (报送要素).
public struct Report: Hashable, Sendable {
    public var signal: LinkSignal
    public var status: Link.Status
    /// It decides on a state: see `Link.counts`.
    public var counts: Bool
    /// What it accomplishes is believed.
    var isAccepted: Bool

    /// The order in which reports are gone through.
    public static func isEarlier(_ left: Report, _ right: Report) -> Bool {
        (left.signal.day ?? .min, left.signal.tie) < (right.signal.day ?? .min, right.signal.tie)
    }
}
