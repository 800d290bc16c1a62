import Vocabulary

/// The words of `Measures` as a recogniser asks for them: at a place of the text.
final class MeasureIndex: Sendable {
    struct Unit: Sendable {
        let measure: Measures.Unit
        /// Scalars as printed.
        let count: Int
        /// What may not stand behind it, and what must.
        let unless, only: Neighbours
        /// 年, behind four digits the year of a date; 分 and 秒, which tell the time as well.
        let isYear, isClock: Bool
    }

    struct Approximation: Sendable {
        let count: Int
        let comparator: String
        /// What may not stand on its far side.
        let unless: Neighbours
    }

    /// Words of which one stands right behind a place, or right before it.
    struct Neighbours: Sendable {
        private let words: [[Unicode.Scalar]]
        private let isBefore: Bool
        /// One bit for each scalar beside the place, by its low bits: most are told off by it.
        private let bits: UInt64

        init(_ words: [String], isBefore: Bool = false) {
            self.words = words.map { Array($0.unicodeScalars) }.filter { !$0.isEmpty }
            self.isBefore = isBefore
            bits = self.words.reduce(0) { $0 | Self.bit(isBefore ? $1[$1.count - 1] : $1[0]) }
        }

        var isEmpty: Bool { words.isEmpty }

        @inline(__always)
        private static func bit(_ scalar: Unicode.Scalar) -> UInt64 { 1 << UInt64(scalar.value & 63) }

        @inline(__always)
        func stand(at place: Int, in text: TextWindow) -> Bool {
            guard bits & Self.bit(text.at(isBefore ? place - 1 : place)) != 0 else { return false }
            return words.contains { text.has($0, at: isBefore ? place - $0.count : place) }
        }
    }

    /// Words of approximation in one place.
    struct Approximations: Sendable {
        let words: [Approximation]
        let index: WordIndex
    }

    let units: [Unit]
    private let unitIndex: WordIndex
    private let before, inside, after: Approximations
    private let exclusions: WordIndex

    /// What a scalar can be of a figure: bits of `SignTable`.
    enum Sign {
        /// Begins a number.
        static let digit: UInt8 = 1
        static let numeral: UInt8 = 2
        /// Stands behind a number in Chinese characters that counts something.
        static let follower: UInt8 = 4
    }

    let signs: SignTable

    init(_ measures: Measures) {
        func scalars(_ text: String) -> [Unicode.Scalar] { Array(text.unicodeScalars) }
        // Longest first, so that the first that fits is taken.
        func longestFirst<Entry>(_ entries: [Entry], _ text: (Entry) -> String) -> ([Entry], [[Unicode.Scalar]]) {
            let sorted = entries.map { ($0, scalars(text($0))) }.sorted { $0.1.count > $1.1.count }
            return (sorted.map(\.0), sorted.map(\.1))
        }
        let (sortedUnits, unitWords) = longestFirst(measures.units, \.text)
        units = zip(sortedUnits, unitWords).map { unit, word in
            Unit(
                measure: unit, count: word.count, unless: Neighbours(unit.unless), only: Neighbours(unit.only), isYear: unit.text == "年",
                isClock: unit.text == "分" || unit.text == "秒")
        }
        unitIndex = WordIndex(unitWords)
        func approximations(_ place: Measures.Approximation.Place) -> Approximations {
            let (sorted, words) = longestFirst(measures.approximations.filter { $0.place == place }, \.text)
            return Approximations(
                words: zip(sorted, words).map {
                    Approximation(count: $1.count, comparator: $0.comparator, unless: Neighbours($0.unless, isBefore: place == .before))
                },
                index: WordIndex(words, isByLast: place == .before))
        }
        before = approximations(.before)
        inside = approximations(.inside)
        after = approximations(.after)
        exclusions = WordIndex(measures.exclusions.map(scalars))
        var signs = SignTable()
        signs.mark("0123456789".unicodeScalars, Sign.digit)
        signs.mark("零一二两三四五六七八九十百千".unicodeScalars, Sign.numeral)
        // Numerals go on, 百分之 is a share, dashes join the ends of a range.
        signs.mark("零〇○一二两三四五六七八九十百千万亿分—–-－~～至到".unicodeScalars, Sign.follower)
        signs.mark(unitIndex.keys, Sign.follower)
        signs.mark(inside.index.keys, Sign.follower)
        self.signs = signs
    }

    /// The unit that stands at a place, as an index into `units`.
    func unit(at index: Int, in text: TextWindow) -> Int? {
        unitIndex.first(at: index, in: text) { entry in
            let next = index + units[entry].count
            return !units[entry].unless.stand(at: next, in: text)
                && (units[entry].only.isEmpty || units[entry].only.stand(at: next, in: text))
        }
    }

    /// The word of approximation that ends before `index`.
    func before(_ index: Int, in text: TextWindow) -> Approximation? {
        before.index.first(at: index, in: text) { entry in
            !before.words[entry].unless.stand(at: index - before.words[entry].count, in: text)
        }.map { before.words[$0] }
    }

    func inside(at index: Int, in text: TextWindow) -> Approximation? { starting(inside, index, text) }
    func after(at index: Int, in text: TextWindow) -> Approximation? { starting(after, index, text) }

    func isExcluded(at index: Int, in text: TextWindow) -> Bool { exclusions.first(at: index, in: text) { _ in true } != nil }

    private func starting(_ approximations: Approximations, _ index: Int, _ text: TextWindow) -> Approximation? {
        approximations.index.first(at: index, in: text) { entry in
            !approximations.words[entry].unless.stand(at: index + approximations.words[entry].count, in: text)
        }.map { approximations.words[$0] }
    }
}
