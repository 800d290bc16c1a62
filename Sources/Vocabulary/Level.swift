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

    public static func < (left: Level, right: Level) -> Bool {
        allCases.firstIndex(of: left)! < allCases.firstIndex(of: right)!
    }
}
