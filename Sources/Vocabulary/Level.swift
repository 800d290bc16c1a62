/// The level of government (层级) at which a division stands or a body works.
public enum Level: String, Sendable, CaseIterable, Comparable {
    /// 中央.
    case centre
    /// 省、自治区、直辖市.
    case province
    /// 市、州、盟、地区.
    case prefecture
    /// 县、区、县级市、旗.
    case county

    /// 0 for the centre.
    var rank: Int {
        switch self {
        case .centre: 0
        case .province: 1
        case .prefecture: 2
        case .county: 3
        }
    }

    public static func < (left: Level, right: Level) -> Bool { left.rank < right.rank }
}

/// Some levels.
public struct LevelSet: OptionSet, Hashable, Sendable {
    public let rawValue: UInt8

    public init(rawValue: UInt8) { self.rawValue = rawValue }
    public init(_ level: Level) { rawValue = 1 << UInt8(level.rank) }

    public func contains(_ level: Level) -> Bool { contains(LevelSet(level)) }

    /// The level where it is one alone.
    public var single: Level? { rawValue.nonzeroBitCount == 1 ? lowest : nil }

    /// The one furthest from the centre; nil where there is none.
    public var lowest: Level? { Level.allCases.last { contains($0) } }
}
