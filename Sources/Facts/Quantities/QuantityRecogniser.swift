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
        let excluded = excluding.sorted { $0.lowerBound < $1.lowerBound }
        var nextExcluded = 0
        var found: [FoundQuantity] = []
        var place = range.lowerBound
        while place < range.upperBound {
            let sign = index.signs[text.scalars[place]]
            guard sign & (MeasureIndex.Sign.digit | MeasureIndex.Sign.numeral) != 0, mayCount(sign, at: place, in: grammar.text) else {
                place += 1
                continue
            }
            while nextExcluded < excluded.count, excluded[nextExcluded].upperBound <= place { nextExcluded += 1 }
            let name = nextExcluded < excluded.count ? excluded[nextExcluded] : range.upperBound..<range.upperBound
            if name.contains(place) {
                place = name.upperBound
                continue
            }
            guard let figures = grammar.figures(at: place), figures.next <= name.lowerBound else {
                place = grammar.text.endOfDigits(from: place)
                continue
            }
            switch figures {
            case .one(let figure): append(figure, to: &found)
            case .range(let lower, let upper):
                append(lower, to: &found)
                append(upper, to: &found)
            }
            place = figures.next
        }
        return found
    }

    /// Of a numeral whether what stands behind it lets it count anything.
    @inline(__always)
    private func mayCount(_ sign: UInt8, at place: Int, in text: TextWindow) -> Bool {
        sign & MeasureIndex.Sign.digit != 0 || index.signs[text.at(place + 1)] & MeasureIndex.Sign.follower != 0
    }

    private func append(_ figure: QuantityGrammar.Match, to found: inout [FoundQuantity]) {
        found.append(
            FoundQuantity(
                range: max(figure.start, found.last?.range.upperBound ?? figure.start)..<figure.next,
                mention: QuantityMention(value: figure.value.text, unit: figure.unit, comparator: figure.comparator)))
    }

    /// The share that two of a sentence's figures give and the sentence does not print; see `ComputedRateFinder`.
    public func rate(
        in text: [Unicode.Scalar], range: Range<Int>, of figures: [FoundQuantity]
    ) -> (percent: String, actual: Int, planned: Int)? {
        rates.rate(in: text, range: range, of: figures)
    }
}
