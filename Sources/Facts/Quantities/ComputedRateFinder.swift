import Vocabulary

/// Finds the share that a sentence leaves to its reader (推算值): `列入计划的92个项目，已开展82个` is 89.1 %.
struct ComputedRateFinder: Sendable {
    private enum Standing { case planned, achieved, rest }
    private let words: WordIndex
    private let standings: [Standing]
    private let timeUnits: Set<String>

    init(_ measures: Measures) {
        words = WordIndex((measures.planned + measures.achieved + measures.rest).map { Array($0.unicodeScalars) })
        standings =
            measures.planned.map { _ in .planned } + measures.achieved.map { _ in .achieved } + measures.rest.map { _ in .rest }
        timeUnits = Set(measures.units.filter { $0.kind == "time" || $0.kind == "share" }.map(\.base))
    }

    /// The first pair of exact figures with one unit of which one is planned and the other achieved, and the share in per cent,
    /// rounded half up to one decimal. Whether the sentence prints a share itself is not asked.
    ///
    /// - Returns: indices into `figures`.
    func rate(
        in text: [Unicode.Scalar], range: Range<Int>, of figures: [FoundQuantity]
    ) -> (percent: String, actual: Int, planned: Int)? {
        guard figures.count >= 2 else { return nil }
        var standings: [Standing?] = []
        var from = range.lowerBound
        for figure in figures {
            standings.append(standing(in: text, from..<max(from, figure.range.lowerBound)))
            from = figure.range.upperBound
        }
        for planned in figures.indices where standings[planned] == .planned {
            for actual in figures.indices where standings[actual] == .achieved {
                let (whole, part) = (figures[planned].mention, figures[actual].mention)
                guard whole.unit == part.unit, !whole.unit.isEmpty, !timeUnits.contains(whole.unit), whole.comparator.isEmpty,
                    part.comparator.isEmpty, let percent = Self.percent(part.value, of: whole.value)
                else { continue }
                return (percent, actual, planned)
            }
        }
        return nil
    }

    /// What the last of the words before a figure makes of it.
    private func standing(in text: [Unicode.Scalar], _ range: Range<Int>) -> Standing? {
        let window = TextWindow(scalars: text, start: range.lowerBound, end: range.upperBound)
        for place in range.reversed() {
            if let word = words.first(at: place, in: window, where: { _ in true }) { return standings[word] }
        }
        return nil
    }

    /// Exact, in integers.
    static func percent(_ part: String, of whole: String) -> String? {
        guard let part = ExactDecimal(part), let whole = ExactDecimal(whole) else { return nil }
        let places = max(part.places, whole.places)
        guard let part = part.scaled(by: places), let whole = whole.scaled(by: places), whole > 0, part <= whole * 10 else { return nil }
        let (product, overflows) = part.multipliedReportingOverflow(by: 2000)
        guard !overflows else { return nil }
        let tenths = (product + whole) / (2 * whole)
        return "\(tenths / 10).\(tenths % 10)"
    }
}
