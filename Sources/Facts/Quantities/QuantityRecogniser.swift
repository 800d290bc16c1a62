import Structure
import Vocabulary

/// Finds every figure of a text with its value, unit and approximation (数量识别), in one pass.
public final class QuantityRecogniser: Sendable {
    private let index: MeasureIndex
    private let rates: ComputedRateFinder

    public convenience init(_ ontology: Ontology) { self.init(measures: ontology.measures) }

    public init(measures: Measures) {
        index = MeasureIndex(measures)
        rates = ComputedRateFinder(measures)
    }

    /// The figures in `range` of `text`, in order, not overlapping.
    ///
    /// - Parameter excluding: ranges in which no number is a figure: dates, titles, document numbers. In any order.
    public func quantities(in text: ReadingText, range: Range<Int>, excluding: [Range<Int>] = []) -> [FoundQuantity] {
        let grammar = QuantityGrammar(
            text: TextWindow(scalars: text.scalars, start: range.lowerBound, end: range.upperBound), index: index)
        let excluded = excluding.count > 1 ? excluding.sorted { $0.lowerBound < $1.lowerBound } : excluding
        let signs = index.signs
        var nextExcluded = 0
        var found: [FoundQuantity] = []
        var place = range.lowerBound
        while place < range.upperBound {
            place = signs.first(MeasureIndex.Sign.digit | MeasureIndex.Sign.numeral, in: text.scalars, place..<range.upperBound)
            guard place < range.upperBound else { break }
            // A numeral counts nothing unless what stands behind it lets it.
            guard
                signs[text.scalars[place]] & MeasureIndex.Sign.digit != 0
                    || signs[grammar.text.at(place + 1)] & MeasureIndex.Sign.follower != 0
            else {
                place += 1
                continue
            }
            while nextExcluded < excluded.count, excluded[nextExcluded].upperBound <= place { nextExcluded += 1 }
            let name = nextExcluded < excluded.count ? excluded[nextExcluded] : range.upperBound..<range.upperBound
            if name.contains(place) {
                place = name.upperBound
            } else {
                place = grammar.read(at: place, before: name.lowerBound, into: &found) ?? grammar.text.endOfDigits(from: place)
            }
        }
        return found
    }

    /// The share that two of a sentence's figures give and the sentence does not print; see `ComputedRateFinder`.
    public func rate(
        in text: [Unicode.Scalar], range: Range<Int>, of figures: [FoundQuantity]
    ) -> (percent: String, actual: Int, planned: Int)? {
        figures.contains { $0.mention.unit == "%" } ? nil : pair(in: text, range: range, of: figures)
    }

    /// The same whether or not the sentence prints a share.
    func pair(in text: [Unicode.Scalar], range: Range<Int>, of figures: [FoundQuantity]) -> (percent: String, actual: Int, planned: Int)? {
        rates.rate(in: text, range: range, of: figures)
    }
}
