import Vocabulary

/// A body named in a text (机构提及), with what later passes need to know of it.
public struct FoundBody: Hashable, Sendable {
    /// In the reading text.
    public var range: Range<Int>
    public var body: BodyMention
    /// Id of the division that it belongs to, where known.
    public var division: String?
    /// Of what sort an open name is: `group`, `enterprise`, `school` …; empty for composed names.
    public var kind: String
    /// The full name as scalars counts from here: what stands before is the division or level word.
    var areaLength: Int
    /// A bare noun that pointed at this body (工会): its name is another's.
    var isAnaphor: Bool

    /// The same for equal mentions of one scope.
    var number = -1

    init(
        range: Range<Int>, body: BodyMention, division: String? = nil, kind: String = "", areaLength: Int = 0, isAnaphor: Bool = false,
        number: Int = -1
    ) {
        self.range = range
        self.body = body
        self.division = division
        self.kind = kind
        self.areaLength = areaLength
        self.isAnaphor = isAnaphor
        self.number = number
    }
}
