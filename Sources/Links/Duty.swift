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
    /// `CalendarDay.ordinal` of its day; nil where it has none.
    public var day: Int?
    /// See `LinkSignal.tie`.
    public var tie: Int64
    public var isStrong: Bool
    /// What it accomplishes is believed.
    public var isAccepted: Bool
    public var status: Link.Status
    public var kind: LinkSignal.Kind
    public var isRectified: Bool
    public var accomplished: LinkSignal.Parts
    public var reporters: UInt64

    /// The order in which reports are gone through.
    public static func isEarlier(_ left: Report, _ right: Report) -> Bool { (left.day ?? .min, left.tie) < (right.day ?? .min, right.tie) }

    /// It decides on a state: nobody has rejected it, and it is strong, or a person has accepted it in spite of its strength.
    public var counts: Bool { status != .rejected && (isStrong || status != .proposed) }
}
