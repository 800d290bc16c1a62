/// A stretch of a decoded source text (文本区间): code points, 0-based, `end` exclusive; the TextPositionSelector of the
/// W3C Web Annotation model. A BOM counts as no character, CRLF as two.
public struct Span: Hashable, Comparable, Sendable {
    /// The first code point.
    public let start: Int
    /// The code point after the last one; never smaller than `start`.
    public let end: Int

    public init(_ start: Int, _ end: Int) {
        self.start = start
        self.end = max(start, end)
    }

    public var length: Int { end - start }
    public var range: Range<Int> { start..<end }

    public func contains(_ other: Span) -> Bool { start <= other.start && other.end <= end }
    public func overlaps(_ other: Span) -> Bool { start < other.end && other.start < end }

    public static func < (left: Span, right: Span) -> Bool {
        left.start != right.start ? left.start < right.start : left.end < right.end
    }
}
