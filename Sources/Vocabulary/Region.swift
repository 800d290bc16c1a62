/// An administrative division (行政区划) of GB/T 2260, or the whole country.
public struct Region: Hashable, Sendable {
    /// Six digits: `530100`; the country is `000000`.
    public let code: String
    /// `CN`, `CN-53`, `CN-5301`, `CN-530102`: the code without the zeros that its level does not use.
    public let id: String
    public let level: Level
    /// Full name: `德宏傣族景颇族自治州`.
    public let name: String
    /// Names in use beside the full one: `德宏州`, `德宏`.
    public let shortNames: [String]
    /// Names that the same division bore before: `潞西市`.
    public let formerNames: [String]
    /// The year in which it ended, and the code that took its place; nil for divisions of today.
    public let validUntil: Int?
    public let successor: String?
    /// 直辖市: a province by level, a city by the names of its organs (北京市财政局).
    public let isMunicipality: Bool
    /// 盟 or 地区: its government is an agency of the province (行政公署).
    let isLeague: Bool
    public let isAutonomousRegion: Bool

    public init(
        code: String, level: Level, name: String, shortNames: [String] = [], formerNames: [String] = [], validUntil: Int? = nil,
        successor: String? = nil
    ) {
        self.code = code
        id = Self.id(code, level)
        self.level = level
        self.name = name
        self.shortNames = shortNames
        self.formerNames = formerNames
        self.validUntil = validUntil
        self.successor = successor
        isMunicipality = level == .province && name.unicodeScalars.last == "市"
        isLeague = level == .prefecture && (name.hasSuffix("盟") || name.hasSuffix("地区"))
        isAutonomousRegion = name.hasSuffix("自治区")
    }

    private static func id(_ code: String, _ level: Level) -> String {
        switch level {
        case .centre: "CN"
        case .province: "CN-" + code.prefix(2)
        case .prefecture: "CN-" + code.prefix(4)
        case .county: "CN-" + code
        }
    }

    public static let china = Region(code: "000000", level: .centre, name: "中华人民共和国")
}

/// How a text names a division of its scope without its name (层级词): 全省, 我州, 本市.
public struct LevelWord: Hashable, Sendable {
    /// How the official name ends: 自治州.
    public let ending: String
    public let level: Level
    /// 州, 自治州.
    public let words: [String]

    public init(ending: String, level: Level, words: [String]) {
        self.ending = ending
        self.level = level
        self.words = words
    }
}
