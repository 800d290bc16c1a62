import Structure

/// The reading text of a document with the marker words and punctuation marks in it, found in one pass (标志词与标点): rules ask
/// what stands where instead of looking for their words themselves.
final class ScannedText: Sendable {
    /// A word of one or more groups.
    struct Word: Sendable {
        let start: Int32
        let length: Int32
        let groups: WordGroups

        @inline(__always)
        var lowerBound: Int { Int(start) }
        @inline(__always)
        var upperBound: Int { Int(start) + Int(length) }
    }

    let reading: ReadingText
    /// Ascending.
    let marks: [Punctuation]
    /// For each block of places the first mark that stands in it or behind.
    private let firstMarks: [Int32]
    private static let blockBits = 5
    /// By where they begin, then by length, ascending.
    private let words: [Word]
    /// For each place the first word that begins there or later; one entry more than scalars.
    private let firstWords: [Int32]
    private let longest: Int
    let rare: RareWords

    init(_ reading: ReadingText, scanner: WordScanner) {
        self.reading = reading
        longest = scanner.longest
        rare = scanner.rare
        let kinds = Punctuation.Kind.table
        let scalars = reading.scalars
        var marks: [Punctuation] = []
        var words: [Word] = []
        var firstMarks = [Int32](repeating: 0, count: (scalars.count >> Self.blockBits) + 2)
        marks.reserveCapacity(scalars.count / 8)
        words.reserveCapacity(scalars.count / 3)
        // The last word inside which no other is looked for.
        var whole = 0..<0
        firstWords = [Int32](unsafeUninitializedCapacity: scalars.count + 1) { buffer, count in
            scanner.scan(scalars) { index in
                buffer[index] = Int32(truncatingIfNeeded: words.count)
            } mark: { index in
                marks.append(Punctuation(position: Int32(truncatingIfNeeded: index), kind: .init(rawValue: kinds[scalars[index]])))
            } word: { start, length, groups in
                if whole.lowerBound < start, start + length <= whole.upperBound { return }
                if groups.contains(.whole) {
                    whole = start..<start + length
                    while let last = words.last, last.lowerBound == start { words.removeLast() }
                }
                words.append(Word(start: Int32(truncatingIfNeeded: start), length: Int32(truncatingIfNeeded: length), groups: groups))
            }
            buffer[scalars.count] = Int32(truncatingIfNeeded: words.count)
            count = scalars.count + 1
        }
        for mark in marks { firstMarks[(mark.index >> Self.blockBits) + 1] += 1 }
        for block in 1..<firstMarks.count { firstMarks[block] += firstMarks[block - 1] }
        self.marks = marks
        self.firstMarks = firstMarks
        self.words = words
    }

    var scalars: [Unicode.Scalar] { reading.scalars }

    @inline(__always)
    subscript(_ index: Int) -> Unicode.Scalar { reading.scalars[index] }

    // MARK: Words

    /// The words that begin in a range, as indices.
    @inline(__always)
    private func words(in range: Range<Int>) -> Range<Int> { Int(firstWords[range.lowerBound])..<Int(firstWords[range.upperBound]) }

    /// The groups of which a word stands in a range.
    func groups(in range: Range<Int>) -> WordGroups {
        var found: WordGroups = []
        for word in words(in: range) where words[word].upperBound <= range.upperBound { found.formUnion(words[word].groups) }
        return found
    }

    func contains(_ groups: WordGroups, in range: Range<Int>) -> Bool { first(groups, in: range) != nil }

    /// The first word of some groups in a range, the longest where several begin at one place.
    func first(_ groups: WordGroups, in range: Range<Int>) -> Range<Int>? {
        var found: Range<Int>?
        for word in words(in: range) where words[word].groups.intersects(groups) && words[word].upperBound <= range.upperBound {
            if let first = found, first.lowerBound < words[word].lowerBound { break }
            found = words[word].lowerBound..<words[word].upperBound
        }
        return found
    }

    /// The last word of some groups in a range, as one finds it going from word to word: longest first, then behind it.
    func last(_ groups: WordGroups, in range: Range<Int>) -> Range<Int>? {
        var found: Range<Int>?
        for word in words(in: range) where words[word].groups.intersects(groups) && words[word].upperBound <= range.upperBound {
            if let known = found, known.lowerBound != words[word].lowerBound, known.upperBound > words[word].lowerBound { continue }
            found = words[word].lowerBound..<words[word].upperBound
        }
        return found
    }

    /// The first place before `end` at which a word of some groups begins, with the groups of all words there. Words of other
    /// groups are passed over whole, with what begins inside them.
    func first(_ groups: WordGroups, passing passed: WordGroups, in range: Range<Int>, startingBefore end: Int = .max) -> (
        index: Int, groups: WordGroups
    )? {
        var word = Int(firstWords[range.lowerBound])
        let last = Int(firstWords[min(range.upperBound, end)])
        var from = range.lowerBound
        while word < last {
            let index = words[word].lowerBound
            var here: WordGroups = []
            var next = index
            while word < last, words[word].lowerBound == index {
                if words[word].upperBound <= range.upperBound {
                    here.formUnion(words[word].groups)
                    if words[word].groups.intersects(passed) { next = words[word].upperBound }
                }
                word += 1
            }
            guard index >= from else { continue }
            if next > index {
                from = next
            } else if here.intersects(groups) {
                return (index, here)
            }
        }
        return nil
    }

    /// The groups of the words that begin at `index` and end by `limit`.
    @inline(__always)
    func groups(at index: Int, limit: Int) -> WordGroups {
        var found: WordGroups = []
        for word in Int(firstWords[index])..<Int(firstWords[index + 1]) where words[word].upperBound <= limit { found.formUnion(words[word].groups) }
        return found
    }

    /// The length of the longest word of some groups that begins at `index` and ends by `limit`.
    @inline(__always)
    func length(_ groups: WordGroups, at index: Int, limit: Int) -> Int? {
        var length: Int?
        for word in Int(firstWords[index])..<Int(firstWords[index + 1])
        where words[word].groups.intersects(groups) && words[word].upperBound <= limit {
            length = Int(words[word].length)
        }
        return length
    }

    /// The length of the longest word of some groups that ends at `end` and begins at `start` or later.
    func length(_ groups: WordGroups, endingAt end: Int, from start: Int) -> Int? {
        guard end > start else { return nil }
        for word in words(in: max(start, end - longest)..<end) where words[word].groups.intersects(groups) && words[word].upperBound == end {
            return Int(words[word].length)
        }
        return nil
    }

    // MARK: Punctuation

    /// The marks in a range, as indices.
    func marks(in range: Range<Int>) -> Range<Int> {
        var start = Int(firstMarks[range.lowerBound >> Self.blockBits])
        while start < marks.count, marks[start].index < range.lowerBound { start += 1 }
        var end = start
        // The next thing done with them is to look at each.
        while end < marks.count, marks[end].index < range.upperBound { end += 1 }
        return start..<end
    }
}
