/// A set of phrases that can be looked for at a given place (短语集): longest first. For asking "does one of these stand here?";
/// where a whole text is searched for thousands of terms, `TermAutomaton` is the tool.
///
/// Immutable and shared: a set is asked millions of times and handed from rule to rule, so it is a class.
public final class PhraseSet: Sendable {
    /// The phrases that begin (or end) with one code point stand together in `order`, longest first.
    private struct Index: Sendable {
        /// Open addressing over the code points; an empty slot holds no phrases.
        var keys: [UInt32]
        var groups: [Range<Int32>]
        /// Where each phrase stands in `letters`.
        var phrases: [Range<Int32>]
        let mask: UInt32

        init(_ phrases: [[Unicode.Scalar]], starts: [Int32], by key: ([Unicode.Scalar]) -> Unicode.Scalar) {
            var slots: UInt32 = 8
            while slots < UInt32(phrases.count) * 3 { slots *= 2 }
            mask = slots - 1
            keys = [UInt32](repeating: .max, count: Int(slots))
            groups = [Range<Int32>](repeating: 0..<0, count: Int(slots))
            self.phrases = []
            let ordered = phrases.indices.sorted {
                let (left, right) = (key(phrases[$0]).value, key(phrases[$1]).value)
                return left != right ? left < right : phrases[$0].count > phrases[$1].count
            }
            var at = 0
            while at < ordered.count {
                let first = key(phrases[ordered[at]]).value
                let begin = Int32(self.phrases.count)
                while at < ordered.count, key(phrases[ordered[at]]).value == first {
                    let start = starts[ordered[at]]
                    self.phrases.append(start..<start + Int32(phrases[ordered[at]].count))
                    at += 1
                }
                var slot = Self.hash(first) & mask
                while keys[Int(slot)] != .max { slot = (slot + 1) & mask }
                keys[Int(slot)] = first
                groups[Int(slot)] = begin..<Int32(self.phrases.count)
            }
        }

        /// Knuth's multiplicative hash; the high bits are the good ones.
        @inline(__always)
        private static func hash(_ value: UInt32) -> UInt32 { (value &* 2_654_435_769) >> 12 }

        @inline(__always)
        func group(_ scalar: Unicode.Scalar) -> Range<Int32> {
            var slot = Self.hash(scalar.value) & mask
            while keys[Int(slot)] != .max {
                if keys[Int(slot)] == scalar.value { return groups[Int(slot)] }
                slot = (slot + 1) & mask
            }
            return 0..<0
        }
    }

    private let letters: [Unicode.Scalar]
    private let byFirst, byLast: Index
    /// One bit a code point of the basic plane: whether some phrase begins with it.
    private let firstBits: [UInt64]

    public init(_ words: some Sequence<String>) {
        let phrases = words.map { Array($0.unicodeScalars) }.filter { !$0.isEmpty }
        var letters: [Unicode.Scalar] = []
        var starts: [Int32] = []
        var bits = [UInt64](repeating: 0, count: 1024)
        for phrase in phrases {
            starts.append(Int32(letters.count))
            letters += phrase
            if phrase[0].value < 0x10000 { bits[Int(phrase[0].value >> 6)] |= 1 << UInt64(phrase[0].value & 63) }
        }
        self.letters = letters
        firstBits = bits
        byFirst = Index(phrases, starts: starts) { $0[0] }
        byLast = Index(phrases, starts: starts) { $0[$0.count - 1] }
    }

    public var isEmpty: Bool { letters.isEmpty }

    /// The length of the longest phrase that begins at `index` and ends by `limit`.
    @inline(__always)
    public func length(at index: Int, in text: [Unicode.Scalar], limit: Int) -> Int? {
        guard index < limit else { return nil }
        let value = text[index].value
        guard value >= 0x10000 || firstBits[Int(value >> 6)] & 1 << UInt64(value & 63) != 0 else { return nil }
        return longest(at: index, in: text, limit: limit)
    }

    private func longest(at index: Int, in text: [Unicode.Scalar], limit: Int) -> Int? {
        for phrase in byFirst.group(text[index]) {
            let range = byFirst.phrases[Int(phrase)]
            guard index + range.count <= limit else { continue }
            if stands(range, at: index, in: text) { return range.count }
        }
        return nil
    }

    /// The length of the longest phrase that ends at `end` and begins at `start` or later.
    public func length(endingAt end: Int, in text: [Unicode.Scalar], from start: Int) -> Int? {
        guard end > start else { return nil }
        for phrase in byLast.group(text[end - 1]) {
            let range = byLast.phrases[Int(phrase)]
            guard end - range.count >= start else { continue }
            if stands(range, at: end - range.count, in: text) { return range.count }
        }
        return nil
    }

    @inline(__always)
    private func stands(_ phrase: Range<Int32>, at index: Int, in text: [Unicode.Scalar]) -> Bool {
        var at = index
        for letter in phrase {
            guard letters[Int(letter)] == text[at] else { return false }
            at += 1
        }
        return true
    }

    /// The first phrase in a range, the longest where several begin at one place.
    public func first(in range: Range<Int>, of text: [Unicode.Scalar]) -> Range<Int>? {
        var index = range.lowerBound
        while index < range.upperBound {
            let value = text[index].value
            if value >= 0x10000 || firstBits[Int(value >> 6)] & 1 << UInt64(value & 63) != 0,
                let length = longest(at: index, in: text, limit: range.upperBound)
            {
                return index..<index + length
            }
            index += 1
        }
        return nil
    }

    public func contains(_ text: [Unicode.Scalar], in range: Range<Int>) -> Bool { first(in: range, of: text) != nil }
}
