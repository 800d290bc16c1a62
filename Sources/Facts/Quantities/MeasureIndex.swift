import Vocabulary

/// The words of `Measures` as a recogniser asks for them: at a place of the text.
final class MeasureIndex: Sendable {
    struct Unit: Sendable {
        /// As the XML prints it.
        let base: String
        /// Scalars as printed.
        let count: Int
        /// The smallest number in Chinese characters that counts with it; nil where none does.
        let smallestChinese: Int?
        /// 年, behind four digits the year of a date; 分 and 秒, which tell the time as well.
        let isYear, isClock: Bool
        /// What may not stand behind it, and what must.
        let unless, only: Neighbours
    }

    struct Approximation: Sendable {
        let comparator: String
        /// Scalars as printed.
        let count: Int
        /// What may not stand on its far side.
        let unless: Neighbours
    }

    /// What a scalar can be of a figure.
    enum Sign {
        /// Begins a number.
        static let digit: UInt8 = 1
        static let numeral: UInt8 = 2
        /// Stands behind a number in Chinese characters that counts something.
        static let follower: UInt8 = 4
        /// Begins a word of approximation inside a number, or behind it; ends one before it.
        static let inside: UInt8 = 8
        static let after: UInt8 = 16
        static let before: UInt8 = 32
    }

    let signs: SignTable
    /// Longest first, so that the first that fits is taken.
    let units: [Unit]
    let approximations: [Approximation]
    private let unitWords, wordsBefore, wordsInside, wordsAfter, exclusions: WordIndex

    init(_ measures: Measures) {
        let measured = measures.units.map { ($0, Array($0.text.unicodeScalars)) }.sorted { $0.1.count > $1.1.count }
        units = measured.map { unit, word in
            Unit(
                base: unit.base, count: word.count, smallestChinese: unit.smallestChinese, isYear: unit.text == "年",
                isClock: unit.text == "分" || unit.text == "秒", unless: Neighbours(unit.unless), only: Neighbours(unit.only))
        }
        unitWords = WordIndex(measured.map(\.1))
        let approximate = measures.approximations.map { ($0, Array($0.text.unicodeScalars)) }.sorted { $0.1.count > $1.1.count }
        approximations = approximate.map { word, scalars in
            Approximation(
                comparator: word.comparator, count: scalars.count, unless: Neighbours(word.unless, isBefore: word.place == .before))
        }
        // Entries keep their places, so that one list serves all three.
        func words(_ place: Measures.Approximation.Place) -> WordIndex {
            WordIndex(approximate.map { $0.0.place == place ? $0.1 : [] }, isByLast: place == .before)
        }
        wordsBefore = words(.before)
        wordsInside = words(.inside)
        wordsAfter = words(.after)
        exclusions = WordIndex(measures.exclusions.map { Array($0.unicodeScalars) })
        var signs = SignTable()
        signs.mark("0123456789".unicodeScalars, Sign.digit)
        signs.mark("零一二两三四五六七八九十百千".unicodeScalars, Sign.numeral)
        // Numerals go on, 百分之 is a share, dashes join the ends of a range.
        signs.mark("零〇○一二两三四五六七八九十百千万亿分—–-－~～至到".unicodeScalars, Sign.follower)
        signs.mark(unitWords.keys, Sign.follower)
        signs.mark(wordsInside.keys, Sign.follower | Sign.inside)
        signs.mark(wordsAfter.keys, Sign.after)
        signs.mark(wordsBefore.keys, Sign.before)
        self.signs = signs
    }

    /// The unit that stands at a place, as an index into `units`.
    func unit(at index: Int, in text: TextWindow) -> Int? {
        unitWords.first(at: index, in: text) { entry in
            let next = index + units[entry].count
            return !units[entry].unless.stand(at: next, in: text)
                && (units[entry].only.isEmpty || units[entry].only.stand(at: next, in: text))
        }
    }

    /// The word of approximation that ends before `index`, as an index into `approximations`.
    func before(_ index: Int, in text: TextWindow) -> Int? {
        guard signs[text.at(index - 1)] & Sign.before != 0 else { return nil }
        return wordsBefore.first(at: index, in: text) { !approximations[$0].unless.stand(at: index - approximations[$0].count, in: text) }
    }

    /// The word of approximation inside a number, or behind one, that begins at a place.
    func inside(at index: Int, in text: TextWindow) -> Int? { starting(wordsInside, Sign.inside, index, text) }
    func after(at index: Int, in text: TextWindow) -> Int? { starting(wordsAfter, Sign.after, index, text) }

    func isExcluded(at index: Int, in text: TextWindow) -> Bool { exclusions.first(at: index, in: text) { _ in true } != nil }

    private func starting(_ words: WordIndex, _ sign: UInt8, _ index: Int, _ text: TextWindow) -> Int? {
        guard signs[text.at(index)] & sign != 0 else { return nil }
        return words.first(at: index, in: text) { !approximations[$0].unless.stand(at: index + approximations[$0].count, in: text) }
    }
}
