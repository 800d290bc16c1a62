/// A set of phrases that can be looked for at a given place (短语集): longest first. For asking "does one of these stand here?";
/// where a whole text is searched for thousands of terms, `TermAutomaton` is the tool.
public struct PhraseSet: Sendable {
    private let byFirst: [Unicode.Scalar: [[Unicode.Scalar]]]
    private let byLast: [Unicode.Scalar: [[Unicode.Scalar]]]
    /// One bit a code point of the basic plane: whether some phrase begins with it.
    private let firstBits: [UInt64]

    public init(_ phrases: some Sequence<String>) {
        var byFirst: [Unicode.Scalar: [[Unicode.Scalar]]] = [:]
        var byLast: [Unicode.Scalar: [[Unicode.Scalar]]] = [:]
        var bits = [UInt64](repeating: 0, count: 1024)
        for phrase in phrases {
            let scalars = Array(phrase.unicodeScalars)
            guard let first = scalars.first, let last = scalars.last else { continue }
            byFirst[first, default: []].append(scalars)
            byLast[last, default: []].append(scalars)
            if first.value < 0x10000 { bits[Int(first.value >> 6)] |= 1 << UInt64(first.value & 63) }
        }
        self.byFirst = byFirst.mapValues { $0.sorted { $0.count > $1.count } }
        self.byLast = byLast.mapValues { $0.sorted { $0.count > $1.count } }
        firstBits = bits
    }

    public var isEmpty: Bool { byFirst.isEmpty }

    /// The length of the longest phrase that begins at `index` and ends by `limit`.
    @inline(__always)
    public func length(at index: Int, in text: [Unicode.Scalar], limit: Int) -> Int? {
        let first = text[index]
        let value = first.value
        guard value >= 0x10000 || firstBits[Int(value >> 6)] & 1 << UInt64(value & 63) != 0 else { return nil }
        return longest(first, at: index, in: text, limit: limit)
    }

    private func longest(_ first: Unicode.Scalar, at index: Int, in text: [Unicode.Scalar], limit: Int) -> Int? {
        guard let phrases = byFirst[first] else { return nil }
        for phrase in phrases where index + phrase.count <= limit {
            if phrase.indices.dropFirst().allSatisfy({ text[index + $0] == phrase[$0] }) { return phrase.count }
        }
        return nil
    }

    /// The length of the longest phrase that ends at `end` and begins at `start` or later.
    public func length(endingAt end: Int, in text: [Unicode.Scalar], from start: Int) -> Int? {
        guard end > start, let phrases = byLast[text[end - 1]] else { return nil }
        for phrase in phrases where end - phrase.count >= start {
            if phrase.indices.allSatisfy({ text[end - phrase.count + $0] == phrase[$0] }) { return phrase.count }
        }
        return nil
    }

    /// The first phrase in a range, the longest where several begin at one place.
    public func first(in range: Range<Int>, of text: [Unicode.Scalar]) -> Range<Int>? {
        var index = range.lowerBound
        while index < range.upperBound {
            if let length = length(at: index, in: text, limit: range.upperBound) { return index..<index + length }
            index += 1
        }
        return nil
    }

    public func contains(_ text: [Unicode.Scalar], in range: Range<Int>) -> Bool { first(in: range, of: text) != nil }
}
