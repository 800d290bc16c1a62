import Links
import Provenance

/// The requirements without progress (落实空白清单): permissions (可, 允许) are none of them.
public struct GapReport: Sendable, Hashable {
    public var today: Today
    /// No evidence at all (无任何材料), in order of document and place; each requirement once.
    public var bare: [GapRow]
    /// Weak links only (仅有间接材料).
    public var indirectOnly: [GapRow]
    /// The same gaps by the body that owes them, a joint duty under each; the requirements that name nobody come last.
    public var bodies: [BodyGaps]
    /// How many requirements were asked about, permissions excepted.
    public var asked: Int

    public init(today: Today, bare: [GapRow], indirectOnly: [GapRow], bodies: [BodyGaps], asked: Int) {
        self.today = today
        self.bare = bare
        self.indirectOnly = indirectOnly
        self.bodies = bodies
        self.asked = asked
    }
}

/// A requirement without progress. It stands in the list of all and in that of each body that owes it: the words are shared.
public struct GapRow: Sendable, Hashable {
    private struct Words: Sendable, Hashable {
        let requirement: RequirementRow
        let why: [Message]
        let indirect: [LinkRow]
        let omitted: Int
    }

    private let words: SharedValue<Words>
    public let gap: Coverage.Gap
    /// `noReport`, `overdue` …
    public let state: RequirementState

    public var requirement: RequirementRow { words.value.requirement }
    public var why: [Message] { words.value.why }
    /// Weak links, strongest first.
    public var indirect: [LinkRow] { words.value.indirect }
    /// How many weak links there are besides those given; `trace` has them all.
    public var omitted: Int { words.value.omitted }

    public init(requirement: RequirementRow, gap: Coverage.Gap, state: RequirementState, why: [Message], indirect: [LinkRow], omitted: Int = 0) {
        words = SharedValue(Words(requirement: requirement, why: why, indirect: indirect, omitted: omitted))
        self.gap = gap
        self.state = state
    }
}

/// The gaps of one body (按责任单位). A joint duty that another body has reported on is one of them: what one of them reports
/// the other has not.
public struct BodyGaps: Sendable, Hashable {
    /// Nil for the requirements that name nobody.
    public var body: BodyName?
    public var bare: [GapRow]
    public var indirectOnly: [GapRow]
    /// Requirements that have progress, but none reported by this body while others owe them too.
    public var notByThisBody: [GapRow]

    public init(body: BodyName?, bare: [GapRow], indirectOnly: [GapRow], notByThisBody: [GapRow]) {
        self.body = body
        self.bare = bare
        self.indirectOnly = indirectOnly
        self.notByThisBody = notByThisBody
    }
}
