import Facts
import Provenance
import Vocabulary

/// A reported figure with the words that say what it measures (报送数值).
struct MeasuredFigure: Sendable {
    let quantity: QuantityMention
    let value: Double
    /// The words of its clause up to it, without those of a figure before it.
    let words: [Unicode.Scalar]
    /// What was to be reached (目标), not what was; or a change (增加66场次), or where it began (由64%).
    let isNoLevel: Bool
}

struct FigureReader: Sendable {
    private let light: PhraseSet
    private let goal: PhraseSet
    private let change: PhraseSet
    private let from: PhraseSet
    private let rises: PhraseSet

    init(_ markers: Markers) {
        light = PhraseSet(markers.group("figure.light"))
        goal = PhraseSet(markers.group("figure.goal"))
        change = PhraseSet(markers.group("figure.change"))
        from = PhraseSet(markers.group("figure.from"))
        rises = PhraseSet(markers.group("figure.rises"))
    }

    /// The figures of a sentence in printed order.
    func read(_ quantities: [QuantityMention], in text: [Unicode.Scalar]) -> [MeasuredFigure] {
        guard !quantities.isEmpty else { return [] }
        let numbers = PrintedNumber.all(in: text)
        var next = 0
        var lastEnd = 0
        var found: [MeasuredFigure] = []
        for quantity in quantities {
            guard let value = Double(quantity.value) else { continue }
            guard let place = numbers[next...].firstIndex(where: { abs($0.value - value) <= 1e-9 * max(1, abs(value)) }) else {
                // Printed in Chinese numerals: its place is not known.
                found.append(MeasuredFigure(quantity: quantity, value: value, words: text, isNoLevel: false))
                continue
            }
            let number = numbers[place]
            next = place + 1
            let begin = start(of: number.range, after: lastEnd, in: text)
            let before = text[begin..<number.range.lowerBound]
            let near = max(begin, number.range.lowerBound - 6)
            let after = min(text.count, number.range.upperBound + 6)
            let isGoal =
                goal.contains(text, in: near..<number.range.lowerBound)
                || goal.contains(text, in: number.range.upperBound..<firstBreak(number.range.upperBound..<after, in: text))
            let isChange = change.length(endingAt: number.range.lowerBound, in: text, from: near) != nil
            let isFrom =
                from.length(endingAt: number.range.lowerBound, in: text, from: near) != nil
                && rises.contains(text, in: number.range.upperBound..<min(text.count, number.range.upperBound + 10))
            found.append(
                MeasuredFigure(
                    quantity: quantity, value: value, words: Array(before), isNoLevel: isGoal || isChange || isFrom))
            lastEnd = number.range.upperBound
        }
        return found
    }

    private func firstBreak(_ range: Range<Int>, in text: [Unicode.Scalar]) -> Int {
        range.first { PlainText.endsClause(text[$0]) } ?? range.upperBound
    }

    /// Where the words of a figure begin: behind the figure or the comma before it, further back while nothing there says what is
    /// measured.
    private func start(of number: Range<Int>, after lastEnd: Int, in text: [Unicode.Scalar]) -> Int {
        var begin = number.lowerBound
        var content = 0
        while begin > 0 {
            let scalar = text[begin - 1]
            if scalar == "。" || scalar == "；" || scalar == "：" { break }
            if content >= 2, PlainText.endsClause(scalar) || begin == lastEnd { break }
            if PlainText.isWord(scalar), !PlainText.isDigit(scalar) {
                if let length = light.length(endingAt: begin, in: text, from: 0) {
                    begin -= length
                    continue
                }
                content += 1
            }
            begin -= 1
        }
        return begin
    }
}

/// A number in Arabic digits with 万, 亿 behind it.
private struct PrintedNumber {
    let value: Double
    /// Digits and what multiplies them.
    let range: Range<Int>

    static func all(in text: [Unicode.Scalar]) -> [PrintedNumber] {
        var found: [PrintedNumber] = []
        var index = 0
        while index < text.count {
            guard PlainText.isDigit(text[index]) else {
                index += 1
                continue
            }
            let start = index
            while index < text.count, PlainText.isDigit(text[index]) || text[index] == "." { index += 1 }
            var value = Double(String(scalars: text[start..<index])) ?? 0
            while index < text.count, text[index] == "余" || text[index] == "多" { index += 1 }
            while index < text.count, let factor = magnitude(text[index]) {
                value *= factor
                index += 1
            }
            found.append(PrintedNumber(value: value, range: start..<index))
        }
        return found
    }

    private static func magnitude(_ scalar: Unicode.Scalar) -> Double? {
        switch scalar {
        case "百": 100
        case "千": 1_000
        case "万": 10_000
        case "亿": 100_000_000
        default: nil
        }
    }
}
