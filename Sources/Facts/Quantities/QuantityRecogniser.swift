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
        var excluded = excluding.sorted { $0.lowerBound < $1.lowerBound }[...]
        var found: [FoundQuantity] = []
        var place = range.lowerBound
        while place < range.upperBound {
            guard QuantityGrammar.canBegin(grammar.text.scalars[place]) else {
                place += 1
                continue
            }
            while let first = excluded.first, first.upperBound <= place { excluded.removeFirst() }
            if let first = excluded.first, first.contains(place) {
                place = first.upperBound
                continue
            }
            let figures = grammar.figures(at: place)
            let next = figures.last?.next ?? 0
            guard next > place, !(excluded.first.map { $0.lowerBound < next } ?? false) else {
                place = grammar.endOfDigits(from: place)
                continue
            }
            for figure in figures {
                found.append(
                    FoundQuantity(
                        range: max(figure.start, found.last?.range.upperBound ?? figure.start)..<figure.next,
                        mention: QuantityMention(value: figure.value.text, unit: figure.unit, comparator: figure.comparator)))
            }
            place = next
        }
        return found
    }

    /// The share that two of a sentence's figures give and the sentence does not print; see `ComputedRateFinder`.
    public func rate(
        in text: [Unicode.Scalar], range: Range<Int>, of figures: [FoundQuantity]
    ) -> (percent: String, actual: Int, planned: Int)? {
        rates.rate(in: text, range: range, of: figures)
    }
}
