import Provenance
import Structure
import Vocabulary

/// How the figures of one sentence belong together (数量关系).
///
/// - `甲县、乙县分别建成12个、8个`: two lists that go in step; each figure counts for its name.
/// - `共320场，其中线上210场、线下110场`: parts of a total, which may not add up to it.
/// - `计划5000人，已培训4600人，完成率92%`: a share printed beside the figures that give it.
/// - `由88.2%提高到90.5%，提高2.3个百分点`: a change printed beside both ends.
///
/// What does not agree is told, not repaired.
struct FigureRelations {
    let text: [Unicode.Scalar]
    let unit: Range<Int>
    /// In printed order.
    let figures: [FoundQuantity]
    let words: TargetWords

    private static let pairing: [Unicode.Scalar] = ["分", "别"]
    private static let including: [Unicode.Scalar] = ["其", "中"]

    // MARK: Lists in step

    /// What each figure counts, where the sentence says so at another place: by index into `figures`.
    func counted() -> [(figure: Int, of: String)] {
        pairs().map { ($0.figure, string($0.of)) } + parts().flatMap { list in list.parts.compactMap { part in name(of: part, in: list).map { (part, $0) } } }
    }

    /// The same of lists in step only, with the place of each name.
    func pairs() -> [(figure: Int, of: Range<Int>)] {
        var found: [(figure: Int, of: Range<Int>)] = []
        var known: [Range<Int>] = []
        for place in places(of: Self.pairing) {
            guard let first = figures.firstIndex(where: { $0.range.lowerBound >= place + 2 }), let list = enumeration(from: first), list.count > 1 else { continue }
            let names = names(before: place, count: list.count)
            if !names.isEmpty { known = names }
            // 同比分别增长4.5%和6.8%: the names of the list before.
            guard known.count == list.count else { continue }
            for (figure, name) in zip(list, known) { found.append((figure, name)) }
        }
        return found
    }

    /// Figures that only 、 ， 和 part.
    private func enumeration(from first: Int) -> Range<Int>? {
        var end = first + 1
        while end < figures.count, figures[end].mention.unit == figures[first].mention.unit {
            let gap = figures[end - 1].range.upperBound..<figures[end].range.lowerBound
            guard gap.count <= 2, !gap.isEmpty, text[gap].allSatisfy(Self.joins) else { break }
            end += 1
        }
        return first..<end
    }

    private static func joins(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "、", "，", "和", "及", "与", "以": true
        default: false
        }
    }

    /// The members of the list that ends before a place; none where there are not so many.
    private func names(before end: Int, count: Int) -> [Range<Int>] {
        var start = end
        while start > unit.lowerBound, !Self.parts(text[start - 1]) { start -= 1 }
        var names: [Range<Int>] = []
        var from = start
        for index in start..<end where text[index] == "、" {
            names.append(from..<index)
            from = index + 1
        }
        names.append(from..<end)
        // The last two are joined by a word that names may hold as well.
        if names.count == count - 1, let last = names.last,
            let joint = last.dropFirst().dropLast().first(where: { text[$0] == "和" || text[$0] == "与" || text[$0] == "及" })
        {
            names[names.count - 1] = last.lowerBound..<joint
            names.append(joint + 1..<end)
        }
        // 第一、二、三产业 are names only together.
        return names.count == count && names.allSatisfy { !$0.isEmpty } && text[start] != "第" ? names : []
    }

    private static func parts(_ scalar: Unicode.Scalar) -> Bool { scalar == "，" || scalar == "；" || scalar == "：" || scalar == "。" || scalar == "（" }

    // MARK: Parts of a total

    private struct Parts {
        var total: Int
        var parts: [Int]
        /// Behind 其中.
        var start: Int
    }

    private func parts() -> [Parts] {
        let places = places(of: Self.including)
        var found: [Parts] = []
        for (index, place) in places.enumerated() {
            let end = index + 1 < places.count ? places[index + 1] : unit.upperBound
            guard let total = figures.lastIndex(where: { $0.range.upperBound <= place && isCounted($0) }) else { continue }
            let unit = figures[total].mention.unit
            let parts = figures.indices.filter { $0 > total && figures[$0].range.lowerBound > place && figures[$0].range.upperBound <= end && figures[$0].mention.unit == unit }
            if !parts.isEmpty { found.append(Parts(total: total, parts: parts, start: place + 2)) }
        }
        return found
    }

    private func isCounted(_ figure: FoundQuantity) -> Bool { figure.mention.unit != "%" && figure.mention.unit != "百分点" }

    /// 其中线上210场、线下110场: the words before the figure, else those behind it (其中12家民营企业).
    private func name(of part: Int, in list: Parts) -> String? {
        let figure = figures[part].range
        var start = figure.lowerBound
        while start > list.start, !Self.parts(text[start - 1]), text[start - 1] != "、" { start -= 1 }
        if start < figure.lowerBound { return string(start..<figure.lowerBound) }
        var end = figure.upperBound
        while end < unit.upperBound, text[end].isHan { end += 1 }
        return end > figure.upperBound ? string(figure.upperBound..<end) : nil
    }

    // MARK: What does not agree

    /// Parts that are more than their total, and parts that make up most of it and leave a rest. Where they make up less than half, they only
    /// name some.
    func partsOff() -> [(Severity, Message)] {
        parts().compactMap { list in
            let members = list.parts.map { figures[$0].mention }
            let total = figures[list.total].mention
            guard (members + [total]).allSatisfy(\.comparator.isEmpty), let whole = Figure(total.value) else { return nil }
            let values = members.compactMap { Figure($0.value) }
            guard values.count == members.count, let sum = Figure.sum(values) else { return nil }
            if whole < sum { return (.warning, .partsExceedTotal(sum.text + total.unit, total: whole.text + total.unit)) }
            guard members.count > 1, sum < whole, !(sum.doubled < whole), let rest = whole.minus(sum) else { return nil }
            return (.note, .partsLeaveRest(sum.text + total.unit, total: whole.text + total.unit, rest: rest.text + total.unit))
        }
    }

    /// A share beside the two figures that give it, off by more than a unit of its last digit: rates are truncated as often as rounded.
    func rateOff(actual: Int, planned: Int) -> Message? {
        guard actual + 1 < figures.count, figures[actual + 1].mention.unit == "%", figures[actual + 1].mention.comparator.isEmpty else { return nil }
        let share = figures[actual + 1]
        // 完成率95%, 占计划的95%: what stands right before says that it is theirs.
        let between = figures[actual].range.upperBound..<share.range.lowerBound
        guard between.count <= 12, text[between].first == "，", text[between].contains("率") || text[between].contains("占"),
            let part = Figure(figures[actual].mention.value), let whole = Figure(figures[planned].mention.value), let printed = Figure(share.mention.value),
            let computed = ComputedRateFinder.percent(figures[actual].mention.value, of: figures[planned].mention.value), let exact = Figure(computed),
            !(whole < part), exact.isOff(printed, byMoreThan: 1)
        else { return nil }
        return .rateOff(printed.text + "%", computed: computed + "%", actual: part.text, planned: whole.text)
    }

    /// 由88.2%提高到90.5%，提高3.3个百分点.
    func changesOff() -> [Message] {
        guard figures.count >= 3 else { return [] }
        return (0..<figures.count - 2).compactMap { first in
            let (from, to, change) = (figures[first], figures[first + 1], figures[first + 2])
            guard from.mention.unit == "%", to.mention.unit == "%", change.mention.unit == "百分点",
                reaches(from.range.upperBound..<to.range.lowerBound), reaches(to.range.upperBound..<change.range.lowerBound),
                let before = Figure(from.mention.value), let after = Figure(to.mention.value), let printed = Figure(change.mention.value),
                let difference = before < after ? after.minus(before) : before.minus(after), difference.isOff(printed, byMoreThan: 1)
            else { return nil }
            return .changeOff(printed.text, computed: difference.text, from: before.text + "%", to: after.text + "%")
        }
    }

    /// A verb of change is all that stands between two figures.
    private func reaches(_ gap: Range<Int>) -> Bool {
        guard gap.count <= 6 else { return false }
        var end = gap.upperBound
        if end > gap.lowerBound, text[end - 1] == "了" { end -= 1 }
        return words.reaching.length(endingAt: end, in: text, from: gap.lowerBound) != nil
    }

    // MARK: Words

    private func places(of word: [Unicode.Scalar]) -> [Int] {
        (unit.lowerBound..<max(unit.lowerBound, unit.upperBound - 1)).filter { text[$0] == word[0] && text[$0 + 1] == word[1] }
    }

    private func string(_ range: Range<Int>) -> String { String(scalars: text[range]) }
}

/// A printed decimal as an integer of its last place.
private struct Figure {
    let value: Int
    let places: Int

    init?(_ text: String) {
        guard let decimal = ExactDecimal(text), let value = decimal.scaled(by: decimal.places) else { return nil }
        self.init(value, places: decimal.places)
    }

    private init(_ value: Int, places: Int) {
        self.value = value
        self.places = places
    }

    private static let mostPlaces = 6

    /// At most fifteen digits as printed; nil where more would be needed.
    private func scaled(to places: Int) -> Int? {
        guard places <= Self.mostPlaces, places >= self.places else { return nil }
        var scaled = value
        for _ in self.places..<places {
            let (product, overflows) = scaled.multipliedReportingOverflow(by: 10)
            if overflows { return nil }
            scaled = product
        }
        return scaled
    }

    private static func aligned(_ left: Figure, _ right: Figure) -> (Int, Int, places: Int)? {
        let places = max(left.places, right.places)
        guard let one = left.scaled(to: places), let other = right.scaled(to: places) else { return nil }
        return (one, other, places)
    }

    static func < (left: Figure, right: Figure) -> Bool { aligned(left, right).map { $0.0 < $0.1 } ?? false }

    static func sum(_ figures: [Figure]) -> Figure? {
        var sum = Figure(0, places: 0)
        for figure in figures {
            guard let (one, other, places) = aligned(sum, figure) else { return nil }
            let (total, overflows) = one.addingReportingOverflow(other)
            if overflows { return nil }
            sum = Figure(total, places: places)
        }
        return sum
    }

    func minus(_ other: Figure) -> Figure? { Self.aligned(self, other).map { Figure($0.0 - $0.1, places: $0.places) } }

    var doubled: Figure { Figure(value.multipliedReportingOverflow(by: 2).overflow ? value : value * 2, places: places) }

    /// Further from what is printed than some units of the last digit printed.
    func isOff(_ printed: Figure, byMoreThan units: Int) -> Bool {
        guard let (one, other, places) = Self.aligned(self, printed), let step = Figure(units, places: printed.places).scaled(to: places) else { return false }
        return abs(one - other) > step
    }

    var text: String {
        let digits = String(value)
        guard places > 0 else { return digits }
        let padded = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
        return padded.dropLast(places) + "." + padded.suffix(places)
    }
}
