/// Words that show where the name of a body begins or that none stands there (名称边界词), for names that no list holds.
public struct NameRules: Hashable, Sendable {
    public enum Kind: String, Sendable, CaseIterable {
        /// No name reaches over it to the left: 的, 召开, 邀请.
        case stop
        /// A name without a division before it begins behind it; a name that begins with a division may hold it: 建设, 推进.
        case verb
        /// Names the centre before the name of its organs: 国家, 中国, 国务院, 中央.
        case centre
        /// A name may begin with it as with a division: 全国, 中国, 中央.
        case opener
        /// Directly behind a class name it makes it another word: 企业家, 部门规章.
        case notBefore
        /// Directly before a class name it makes it another word.
        case notAfter
        /// Opens a counted group behind a list: 六部门, 等6家单位.
        case counter
        /// Leaves a list open: 等, 等部门.
        case open
        /// A bare noun that stands for the body named last of that kind: 集团公司, 工会.
        case anaphor
        /// Characters with which names of organisations end that may stand before a place: 院 of 铁科院天津基地.
        case house
    }

    private var words: [Kind: [String]] = [:]

    public init() {}

    public subscript(kind: Kind) -> [String] { words[kind] ?? [] }

    public mutating func add(_ kind: Kind, _ more: [String]) { words[kind] = self[kind].union(more.filter { !$0.isEmpty }) }
}
