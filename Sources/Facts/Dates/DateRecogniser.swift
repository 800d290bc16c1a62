import Provenance
import Structure

/// Finds every date of a text and normalises it (日期识别), in one pass.
///
/// The forms are those of the language, not of an office, so they stand in code: `DateGrammar`.
public struct DateRecogniser: Sendable {
    public init() {}

    /// The dates in `range` of `text`, in order, not overlapping. `context` supplies what they leave out and is carried on.
    ///
    /// - Parameter excluded: ranges in which nothing is a date: names and titles. Ascending, disjoint.
    public func dates(
        in text: ReadingText, range: Range<Int>, excluding excluded: [Range<Int>] = [], context: inout DateContext
    ) -> [FoundDate] {
        var found: [FoundDate] = []
        let signs = DateOpening.signs
        let grammar = DateGrammar(text: TextWindow(scalars: text.scalars, start: range.lowerBound, end: range.upperBound))
        var nextExcluded = 0
        var index = range.lowerBound
        // Where a cycle (每月5日) ended: what is listed beside it (、15日前) is of the cycle too.
        var cycleEnd = -1
        while index < range.upperBound {
            index = signs.first(DateOpening.mask, in: text.scalars, index..<range.upperBound)
            guard index < range.upperBound, let opening = DateOpening(rawValue: signs[text.scalars[index]] & DateOpening.mask) else { break }
            while nextExcluded < excluded.count, excluded[nextExcluded].upperBound <= index { nextExcluded += 1 }
            let name = nextExcluded < excluded.count ? excluded[nextExcluded] : range.upperBound..<range.upperBound
            if name.contains(index) {
                index = name.upperBound
                continue
            }
            if opening == .fullStop { context.horizon = nil }
            guard opening.mayBegin(at: index, in: grammar.text, signs), let date = grammar.date(at: index, context) else {
                index = opening == .digit ? grammar.text.endOfDigits(from: index) : index + 1
                continue
            }
            if name.lowerBound < date.next {
                index += 1
                continue
            }
            let listed = cycleEnd >= 0 && date.start == cycleEnd + 1 && grammar.isListMark(cycleEnd)
            if listed || grammar.isCycle(before: date.start) {
                cycleEnd = date.next
            } else {
                found.append(FoundDate(range: date.start..<date.next, value: date.value, isLimit: date.isLimit))
                if !grammar.isSpanOfYears(date, context), !grammar.isBaseline(date, context) { remember(date, in: &context) }
            }
            index = date.next
        }
        return found
    }

    private func remember(_ date: DateGrammar.Match, in context: inout DateContext) {
        guard let period = date.remembered else { return }
        if date.isHorizon {
            context.horizon = period
        } else {
            context.last = period
            if period.precision != .year { context.spoken = period }
            context.lastIsLimit = date.isLimit
            context.horizon = nil
        }
    }
}
