/// Reads statements of responsibility (责任单位): `（省甲厅牵头，省乙局、省丙委配合）`, `责任单位：市甲局；各区政府`, `由县甲局牵头，县乙局配合`.
///
/// ； and ， part roles or classes of body, 、 parts names. A label holds until the next one; a verb takes the names before
/// it; labels such as 适用范围 end the list.
struct DutyReader: Sendable {
    /// Without one of these words nothing states a duty.
    private static let signs: WordGroups = [.label, .dutyVerb, .dutyRule]

    /// In the order in which they are asked.
    private static let labels: [(group: WordGroups, role: Role?)] = [
        (.leadLabel, .lead), (.responsibleLabel, .responsible), (.supportLabel, .support), (.otherLabel, nil),
    ]
    private static let verbs: [(group: WordGroups, role: Role)] = [
        (.leadVerb, .lead), (.supportVerb, .support), (.responsibleVerb, .responsible),
    ]

    /// The statements of a paragraph: brackets that name duties, and where the paragraph is nothing but labels or ends in a
    /// sentence of duties, that.
    func statements(in text: ScannedText, range: Range<Int>) -> [DutyStatement] {
        guard !range.isEmpty, text.contains(Self.signs, in: range) else { return [] }
        if text.groups(at: range.lowerBound, limit: range.upperBound).intersects(.label),
            let statement = statement(in: text, range: range, whole: range), !statement.parts.isEmpty
        {
            return [statement]
        }
        var found: [DutyStatement] = []
        let pairs = BracketPairs(in: text, range: range)
        var mark = pairs.marks.lowerBound
        while mark < pairs.marks.upperBound {
            let open = text.marks[mark].index
            if text[open] == "（" || text[open] == "〔" || text[open] == "【", let partner = pairs.close(of: mark) {
                let close = text.marks[partner].index
                if close > open + 2, let statement = statement(in: text, range: open + 1..<close, whole: open..<close + 1) { found.append(statement) }
                mark = partner + 1
            } else {
                mark += 1
            }
        }
        if found.allSatisfy({ $0.parts.isEmpty }), let statement = closingSentence(in: text, range: range) { found.append(statement) }
        return found
    }

    /// The inside of a bracket, a line or a table cell as a statement; nil where it names no duty.
    private func statement(in text: ScannedText, range: Range<Int>, whole: Range<Int>) -> DutyStatement? {
        let words = text.groups(in: range)
        guard words.intersects(Self.signs) else { return nil }
        var statement = DutyStatement(range: whole, parts: [])
        statement.firstLeads = words.contains(.firstLeads)
        statement.responsibleLead = words.contains(.responsibleLeads)
        var label: Role??
        var waiting: [Range<Int>] = []
        forEachSegment(of: range, in: text) { segment in
            if words.intersects(.dutyRule), text.contains(.dutyRule, in: segment) { return }
            if let (role, names) = labelled(segment, in: text) {
                label = .some(role)
                if let role, !names.isEmpty { statement.parts.append(.init(role: role, names: names)) }
                return
            }
            if let (role, names) = verbed(segment, in: text) {
                for earlier in waiting { statement.parts.append(.init(role: role, names: earlier)) }
                waiting = []
                appendConnected(names, role, in: text, to: &statement.parts)
                label = nil
                return
            }
            if let label {
                if let role = label { statement.parts.append(.init(role: role, names: segment)) }
            } else {
                waiting.append(segment)
            }
        }
        return statement.parts.isEmpty && !statement.firstLeads && !statement.responsibleLead ? nil : statement
    }

    /// Cut at ； ， 。 outside brackets, and before a label that white space parted from the list before it.
    private func forEachSegment(of range: Range<Int>, in text: ScannedText, _ visit: (Range<Int>) -> Void) {
        let pairs = BracketPairs(in: text, range: range)
        var mark = pairs.marks.lowerBound
        var start = range.lowerBound
        var index = range.lowerBound
        while index < range.upperBound {
            while mark < pairs.marks.upperBound, text.marks[mark].index < index { mark += 1 }
            let isMark = mark < pairs.marks.upperBound && text.marks[mark].index == index
            if isMark, text.marks[mark].kind.isOpening, let close = pairs.close(of: mark) {
                index = text.marks[close].index + 1
                continue
            }
            if let length = text.length(.label, at: index, limit: range.upperBound) {
                let colon = index + length
                if colon < range.upperBound, text[colon] == "：", index > start {
                    visit(start..<index)
                    start = index
                }
                index = colon
                continue
            }
            if isMark, text[index] == "；" || text[index] == "，" || text[index] == "。" {
                if index > start { visit(start..<index) }
                start = index + 1
            }
            index += 1
        }
        if start < range.upperBound { visit(start..<range.upperBound) }
    }

    /// `牵头单位：市甲局、市乙局`. The outer optional: no label; the inner: a label of no role.
    private func labelled(_ segment: Range<Int>, in text: ScannedText) -> (Role?, Range<Int>)? {
        guard text.groups(at: segment.lowerBound, limit: segment.upperBound).intersects(.label) else { return nil }
        for (group, role) in Self.labels {
            guard let length = text.length(group, at: segment.lowerBound, limit: segment.upperBound) else { continue }
            let colon = segment.lowerBound + length
            guard colon < segment.upperBound, text[colon] == "：" else { continue }
            return (role, colon + 1..<segment.upperBound)
        }
        return nil
    }

    /// `省甲厅、省乙局按职责分工负责`: names, then a verb that ends the segment or is followed by nothing that is a name.
    private func verbed(_ segment: Range<Int>, in text: ScannedText) -> (Role, Range<Int>)? {
        guard text.length(.dutyVerb, endingAt: segment.upperBound, from: segment.lowerBound) != nil else { return nil }
        for (group, role) in Self.verbs {
            if let length = text.length(group, endingAt: segment.upperBound, from: segment.lowerBound) {
                let end = segment.upperBound - length
                return end > segment.lowerBound ? (role, trimmed(segment.lowerBound..<end, in: text)) : nil
            }
        }
        return nil
    }

    /// Without 由 before and 等 behind; what stands between brackets stays.
    private func trimmed(_ range: Range<Int>, in text: ScannedText) -> Range<Int> {
        var lower = range.lowerBound
        if text[lower] == "由", range.count > 2 { lower += 1 }
        return lower..<range.upperBound
    }

    /// 甲部会同有关部门: both sides carry the role.
    private func appendConnected(_ names: Range<Int>, _ role: Role, in text: ScannedText, to parts: inout [DutyStatement.Part]) {
        if let connector = text.first(.connector, in: names), connector.lowerBound > names.lowerBound, connector.upperBound < names.upperBound,
            connector.count > 1
        {
            parts.append(.init(role: role, names: names.lowerBound..<connector.lowerBound))
            parts.append(.init(role: role, names: connector.upperBound..<names.upperBound))
        } else {
            parts.append(.init(role: role, names: names))
        }
    }

    /// The last sentence of a paragraph, where it does nothing but assign: 由县甲局牵头，县乙局配合。
    private func closingSentence(in text: ScannedText, range: Range<Int>) -> DutyStatement? {
        guard let last = SentenceSplitter.lastUnit(in: text, range: range), last.lowerBound > range.lowerBound, last.count <= 120,
            text.contains(Self.signs, in: last)
        else { return nil }
        let body = text[last.upperBound - 1] == "。" ? last.lowerBound..<last.upperBound - 1 : last
        var assigns = true
        var leads = false
        var count = 0
        forEachSegment(of: body, in: text) { segment in
            count += 1
            guard assigns else { return }
            let verb = verbed(segment, in: text)
            if verb?.0 == .lead { leads = true }
            assigns = verb != nil || labelled(segment, in: text) != nil
        }
        guard count > 0, assigns, leads || text[last.lowerBound] == "由" else { return nil }
        return statement(in: text, range: body, whole: last)
    }
}
