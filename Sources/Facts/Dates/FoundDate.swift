/// A date as it stands in a text (日期), with its normalised value.
public struct FoundDate: Hashable, Sendable {
    /// Scalars of the reading text: 到 before and 底, 前 behind are inside.
    public let range: Range<Int>
    public let value: DateValue
    /// Worded as a limit: 底, 末, 前, 内, 到…. In a requirement that is a deadline; in a report or forecast it is none.
    public let isLimit: Bool
}
