/// Words that show where the name of a body begins or that none stands there (名称边界词), for names that no list holds.
public struct NameRules: Hashable, Sendable {
    public enum Kind: String, Sendable, CaseIterable {
        /// No name reaches over it to the left: 的, 召开, 邀请.
        case stop
        /// Of the words above one that the name of a group holds all the same, right behind its division: 国务院|深化|…领导小组.
        case within
        /// A name without a division begins behind it; the name of a group may hold it: 建设, 推进, 和.
        case verb
        /// Behind it a level word begins a name, which may hold the word itself elsewhere: 研究|县人民医院, but 研究院.
        case leading
        /// Names the centre before the name of its organs: 国家, 中国, 国务院, 中央.
        case centre
        /// An open name may begin with it as with a division: 全国, 中国.
        case opener
        /// A word through which no name may cut: 企业家, 城市, 委托, 组织部署.
        case void
        /// A bare noun that stands for the body named last that ends so: 工会, 集团公司.
        case anaphor
        /// With which the name of a person begins: 李明大师工作室 is one studio.
        case surname
        /// Joins names in a list: 和, 会同.
        case joiner
        /// Behind a list it leaves the list open: 等, 等部门.
        case open
        /// Behind the name of a group it names its office: 办公室.
        case office
        /// Points at a body named before: 这个, 该.
        case pointer
        /// A class noun that says what somebody is and names nobody behind a copula: 是…责任主体.
        case predicate
        /// What stands before such a noun then: 是, 作为.
        case copula
    }

    private var words: [Kind: [String]] = [:]

    public init() {}

    public subscript(kind: Kind) -> [String] { words[kind] ?? [] }

    public mutating func add(_ kind: Kind, _ more: [String]) { words[kind] = self[kind].union(more.filter { !$0.isEmpty }) }
}
