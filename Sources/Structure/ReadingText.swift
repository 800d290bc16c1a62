import Provenance

/// The source as recognisers read it (识读文本): white space, zero-width characters, hard wraps and page furniture left out,
/// full-width letters and digits made half-width, punctuation made full-width beside Chinese text, traditional script
/// mapped to simplified. Nothing here is ever printed: every position leads back to the source.
public struct ReadingText: Sendable {
    public private(set) var scalars: [Unicode.Scalar] = []
    /// For each of `scalars` the code point of the source that it came from; strictly ascending.
    public private(set) var origins: [Int32] = []

    public init() {}

    public var count: Int { scalars.count }

    public mutating func append(_ scalar: Unicode.Scalar, from origin: Int) {
        scalars.append(scalar)
        origins.append(Int32(truncatingIfNeeded: origin))
    }

    public mutating func reserve(_ capacity: Int) {
        scalars.reserveCapacity(capacity)
        origins.reserveCapacity(capacity)
    }

    /// The stretch of the source that a stretch of this text came from. An empty range gives an empty span.
    public func span(_ range: Range<Int>) -> Span {
        guard let last = range.last else {
            let start = range.lowerBound < origins.count ? Int(origins[range.lowerBound]) : Int(origins.last ?? -1) + 1
            return Span(start, start)
        }
        return Span(Int(origins[range.lowerBound]), Int(origins[last]) + 1)
    }

    public func string(_ range: Range<Int>) -> String { String(scalars: scalars[range]) }
}
