/// A figure as it stands in a text (数量), with its value.
public struct FoundQuantity: Hashable, Sendable {
    /// Scalars of the reading text; words of approximation on both sides are inside.
    public var range: Range<Int>
    public var mention: QuantityMention

    public init(range: Range<Int>, mention: QuantityMention) {
        self.range = range
        self.mention = mention
    }
}
