/// Reads statements of responsibility (责任单位): brackets `（省甲厅牵头，省乙局、省丙委配合）`, `（省甲厅、省乙局）`, lines `责任单位：市甲局；各区政府`, and sentences.
struct DutyReader: Sendable {
    private let segments = DutySegments()
    private let sentences = DutySentences(segments: DutySegments())

    /// The statements of a paragraph: a line of labels, or else brackets that name duties and, where none does, sentences.
    /// - Parameters:
    ///   - bodies: where bodies stand in it, ascending; asked for only where words of duty stand in it.
    ///   - isSection: the heading over it is 责任分工.
    ///   - demands: the text directs.
    func statements(
        in text: ScannedText, range: Range<Int>, bodies: @autoclosure () -> [Range<Int>], isSection: Bool = false, demands: Bool = false
    ) -> [DutyStatement] {
        guard !range.isEmpty else { return [] }
        let words = text.groups(in: range)
        guard words.intersects(DutySegments.signs) || isSection else { return bareList(in: text, range: range, bodies: bodies).map { [$0] } ?? [] }
        if text.groups(at: range.lowerBound, limit: range.upperBound).intersects(.label),
            let statement = segments.statement(in: text, range: range, whole: range)
        {
            return [statement]
        }
        if words.intersects(.label), let labels = labels(in: text, range: range) { return [labels] }
        var found = brackets(in: text, range: range)
        if found.isEmpty, let bare = bareList(in: text, range: range, bodies: bodies) { found.append(bare) }
        if isSection { return found + sentences.section(in: text, range: range, bodies: bodies()) }
        guard found.allSatisfy({ $0.parts.isEmpty }) else { return found }
        for one in sentences.statements(in: text, range: range, words: words, bodies: bodies(), demands: demands)
        where !found.contains(where: { $0.range.overlaps(one.range) }) {
            found.append(one)
        }
        if found.count > 1 { found.sort { $0.range.lowerBound < $1.range.lowerBound } }
        return found
    }

    /// A table cell below a column for a role.
    func cell(_ range: Range<Int>, _ role: Role, in text: ScannedText) -> DutyStatement { segments.cell(range, role, in: text) }

    /// 备足物资。责任单位：县甲局。完成时限：8月底前。: labels that open a sentence behind the demand hold all that follows.
    private func labels(in text: ScannedText, range: Range<Int>) -> DutyStatement? {
        for unit in SentenceSplitter.units(in: text, range: range).dropFirst() {
            guard let colon = text.scalars[unit.prefix(Self.longestLabel)].firstIndex(of: "："), text.groups(at: unit.lowerBound, limit: colon).intersects(.label) else { continue }
            let rest = unit.lowerBound..<range.upperBound
            return segments.statement(in: text, range: rest, whole: rest)
        }
        return nil
    }

    private static let longestLabel = 10

    /// （省甲厅、省乙厅） behind the last stop of a paragraph: names alone owe what stands before them.
    private func bareList(in text: ScannedText, range: Range<Int>, bodies: () -> [Range<Int>]) -> DutyStatement? {
        var end = range.upperBound
        if text[end - 1] == "。" { end -= 1 }
        guard end - range.lowerBound > 8, let open = opening(of: end - 1, in: text, from: range.lowerBound) else { return nil }
        let names = open + 1..<end - 1
        // Before the stop several names are needed: 报市住建局（省住建厅）。 gives another name.
        guard open > range.lowerBound, text[open - 1] == "。" || end < range.upperBound && text.scalars[names].contains("、"), !names.isEmpty else { return nil }
        // The names are known, or end as names do: what else stands in brackets there is a note.
        var at = names.lowerBound
        for body in bodies().overlapping(names) where body.lowerBound >= at {
            // 市甲局〔市乙局〕: another name of the body before it.
            if body.lowerBound == at + 1, at > names.lowerBound, body.upperBound < names.upperBound,
                text[at] == "〔" && text[body.upperBound] == "〕" || text[at] == "（" && text[body.upperBound] == "）"
            {
                at = body.upperBound + 1
                continue
            }
            guard endNames(at..<body.lowerBound, text) else { return nil }
            at = body.upperBound
        }
        // 高新区党工委、|管委会
        if at > names.lowerBound, at < names.upperBound, text.length(.openList, endingAt: names.upperBound, from: at) == nil, endNames(at..<names.upperBound, text) { at = names.upperBound }
        var rest = text.length(.openList, endingAt: names.upperBound, from: at) ?? 0
        // （市甲局；持续推进）, （市甲局；10月底前）
        if at + 1 < names.upperBound, text[at] == "；" || text[at] == "，", text.groups(at: at + 1, limit: names.upperBound).contains(.lasting) || text[names.upperBound - 1] == "前" { rest = names.upperBound - at }
        guard at > names.lowerBound, at + rest == names.upperBound else { return nil }
        return DutyStatement(range: open..<end, parts: [.init(role: .responsible, names: names.lowerBound..<(rest > 0 && text[at] == "；" ? at : names.upperBound))])
    }

    /// What stands between known names joins them, or is as much of names that are not known: （地）, 管委会.
    private func endNames(_ gap: Range<Int>, _ text: ScannedText) -> Bool {
        var start = gap.lowerBound
        for index in gap.lowerBound...gap.upperBound {
            switch index < gap.upperBound ? text[index] : "、" {
            case "、", "，", "；", "和":
                var end = index
                if end > start, text[end - 1] == "）" || text[end - 1] == "〕" { end = text.scalars[start..<end].lastIndex { $0 == "（" || $0 == "〔" } ?? end }
                guard end == start || end - start <= 8 && text.rare.nameEnds.length(endingAt: end, in: text.scalars, from: start) != nil else { return false }
                start = index + 1
            default: break
            }
        }
        return true
    }

    /// Where the bracket opens that closes at a place; brackets stand in it: （各县（市、区）人民政府，市甲局）. 〔省甲厅〕 is one as well.
    private func opening(of close: Int, in text: ScannedText, from lowest: Int) -> Int? {
        let (opens, closes): (Unicode.Scalar, Unicode.Scalar)
        switch text[close] {
        case "）": (opens, closes) = ("（", "）")
        case "〕": (opens, closes) = ("〔", "〕")
        case "】": (opens, closes) = ("【", "】")
        default: return nil
        }
        var depth = 0
        for mark in text.marks(in: lowest..<close + 1).reversed() {
            let index = text.marks[mark].index
            if text[index] == closes { depth += 1 }
            if text[index] == opens {
                depth -= 1
                if depth == 0 { return index }
            }
        }
        return nil
    }

    private func brackets(in text: ScannedText, range: Range<Int>) -> [DutyStatement] {
        var found: [DutyStatement] = []
        let pairs = BracketPairs(in: text, range: range)
        var mark = pairs.marks.lowerBound
        while mark < pairs.marks.upperBound {
            let open = text.marks[mark].index
            if text[open] == "（" || text[open] == "〔" || text[open] == "【", let partner = pairs.close(of: mark) {
                let close = text.marks[partner].index
                if close > open + 2, let statement = segments.statement(in: text, range: open + 1..<close, whole: open..<close + 1) {
                    found.append(statement)
                }
                mark = partner + 1
            } else {
                mark += 1
            }
        }
        return found
    }
}
