import Provenance
import Vocabulary

/// A body named in a text (机构提及), with what later passes need to know of it.
///
/// It is handed on, kept and compared far more often than it is read: what it names stands behind one reference, which mentions of
/// one name share.
public struct FoundBody: Hashable, Sendable {
    /// In the reading text.
    public var range: Range<Int>
    var naming: BodyNaming
    /// The full name as scalars counts from here: what stands before is the division or level word.
    var areaLength: Int
    /// A bare noun that pointed at this body (工会): its name is another's.
    var isAnaphor: Bool

    /// The same for equal mentions of one scope.
    var number = -1

    public var body: BodyMention { naming.body }
    /// Id of the division that it belongs to, where known.
    public var division: String? { naming.division }
    /// Of what sort an open name is: `group`, `enterprise`, `school` …; empty for composed names.
    public var kind: String { naming.kind }

    init(range: Range<Int>, naming: BodyNaming, areaLength: Int, number: Int) {
        self.range = range
        self.naming = naming
        self.areaLength = areaLength
        isAnaphor = false
        self.number = number
    }

    init(
        range: Range<Int>, body: BodyMention, division: String? = nil, region: Int? = nil, kind: String = "", areaLength: Int = 0,
        isAnaphor: Bool = false
    ) {
        self.range = range
        naming = BodyNaming(body, division: division, region: region, kind: kind)
        self.areaLength = areaLength
        self.isAnaphor = isAnaphor
    }
}

/// What a mention names. Immutable and shared by all mentions that print the same: a class.
final class BodyNaming: Sendable {
    let body: BodyMention
    let division: String?
    /// The division's index in `Divisions.regions`.
    let region: Int?
    let kind: String
    /// The body as a mark says it, made once.
    let fact: Fact

    init(_ body: BodyMention, division: String? = nil, region: Int? = nil, kind: String = "") {
        self.body = body
        self.division = division
        self.region = region
        self.kind = kind
        fact = .body(body)
    }

    /// The same with another name.
    func renamed(_ body: BodyMention) -> BodyNaming { BodyNaming(body, division: division, region: region, kind: kind) }
}

extension BodyNaming: Hashable {
    static func == (left: BodyNaming, right: BodyNaming) -> Bool {
        left === right || (left.body == right.body && left.division == right.division && left.kind == right.kind)
    }

    func hash(into hasher: inout Hasher) { hasher.combine(body) }
}
