/// Reads the inside of a statement of responsibility (责任表述的内部): segments parted by ； ， 。, each with a label or a verb of its role.
///
/// - `牵头单位：市甲局，配合单位：市乙局，各区`: a label holds until the next one.
/// - `省甲厅牵头，省乙局、省丙委配合`: a verb takes the names before it, and so does 牵头 before 、 (`甲局牵头、乙局配合`).
/// - `完成时限：2030年底`, `2030年6月底前完成`: a time limit.
/// - `适用范围：…`, `责任领导：…`: labels of something else end the list.
struct DutySegments: Sendable {
    /// Without one of these words nothing states a duty.
    static var signs: WordGroups { [.label, .dutyVerb, .dutyRule, .everywhere] }

    /// In the order in which they are asked.
    private static let labels: [(group: WordGroups, role: Role?)] = [
        (.leadLabel, .lead), (.responsibleLabel, .responsible), (.supportLabel, .support), (.otherLabel, nil), (.limitLabel, nil),
    ]
    static let verbs: [(group: WordGroups, role: Role)] = [
        (.leadVerb, .lead), (.supportVerb, .support), (.responsibleVerb, .responsible),
    ]

    /// The inside of a bracket, a line or a table cell as a statement; nil where it says nothing of duties.
    func statement(in text: ScannedText, range: Range<Int>, whole: Range<Int>) -> DutyStatement? {
        let words = text.groups(in: range)
        guard words.intersects(Self.signs) else { return nil }
        let hasRule = words.intersects([.dutyRule, .everywhere])
        var statement = DutyStatement(range: whole)
        var label: Role??
        var isLimit = false
        var waiting: [Range<Int>] = []
        forEachSegment(of: range, in: text) { segment in
            if hasRule, rule(segment, in: text, into: &statement) { return }
            if let found = labelled(segment, in: text) {
                label = .some(found.role)
                isLimit = found.isLimit
                if found.isLimit { statement.limits.append(found.rest) }
                // 责任单位：市甲局牵头，市乙局配合
                if found.role != nil, let (role, names) = verbed(found.rest, in: text) {
                    appendConnected(names, role, in: text, to: &statement.parts)
                } else if let role = found.role, !found.rest.isEmpty {
                    statement.parts.append(.init(role: role, names: found.rest))
                }
                return
            }
            if let (role, names) = verbed(segment, in: text) {
                for earlier in waiting { statement.parts.append(.init(role: role, names: earlier)) }
                waiting = []
                appendConnected(names, role, in: text, to: &statement.parts)
                label = nil
                return
            }
            if isLimit || endsAsLimit(segment, in: text) {
                statement.limits.append(segment)
                return
            }
            if let label {
                if let role = label { statement.parts.append(.init(role: role, names: segment)) }
            } else {
                waiting.append(segment)
            }
        }
        if statement.parts.isEmpty, !statement.firstLeads, !statement.responsibleLead, statement.everywhere.isEmpty {
            // （2030年底前完成） is no statement of duty; 完成时限：2030年底 is.
            guard isLimit else { return nil }
        }
        return statement.isEmpty ? nil : statement
    }

    /// A table cell below a column for a role: 某旗政府，市林草局配合 names another role as well.
    func cell(_ range: Range<Int>, _ role: Role, in text: ScannedText) -> DutyStatement {
        guard text.contains(.dutyVerb, in: range) else { return DutyStatement(range: range, parts: [.init(role: role, names: range)]) }
        var statement = DutyStatement(range: range)
        forEachSegment(of: range, in: text) { segment in
            if let (own, names) = verbed(segment, in: text) {
                appendConnected(names, own, in: text, to: &statement.parts)
            } else {
                statement.parts.append(.init(role: role, names: segment))
            }
        }
        return statement
    }

    /// Rules for the document: 列第一位者为牵头单位，下同; 各县区均需落实，不再单独列出.
    func rule(_ segment: Range<Int>, in text: ScannedText, into statement: inout DutyStatement) -> Bool {
        let words = text.groups(in: segment)
        guard words.intersects([.dutyRule, .everywhere]) else { return false }
        if words.contains(.firstLeads) {
            statement.firstLeads = true
        } else if words.contains(.responsibleLeads) {
            statement.responsibleLead = true
        } else if words.contains(.notListed) {
            if let verb = text.first(.everywhere, in: segment), verb.lowerBound > segment.lowerBound {
                statement.everywhere.append(segment.lowerBound..<verb.lowerBound)
            }
        } else if let length = text.length(.everywhere, endingAt: segment.upperBound, from: segment.lowerBound), length < segment.count {
            statement.everywhere.append(segment.lowerBound..<segment.upperBound - length)
        } else {
            return false
        }
        return true
    }

    /// Cut at ； ， 。 outside brackets, at 、 behind 牵头, and before a label that white space parted from the list before it.
    func forEachSegment(of range: Range<Int>, in text: ScannedText, _ visit: (Range<Int>) -> Void) {
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
            if isMark ? text[index] == "；" || text[index] == "，" || text[index] == "。"
                : text[index] == "、" && text.length(.leadVerb, endingAt: index, from: start) != nil
            {
                if index > start { visit(start..<index) }
                start = index + 1
            }
            index += 1
        }
        if start < range.upperBound { visit(start..<range.upperBound) }
    }

    /// `牵头单位：市甲局、市乙局`; `role` is nil for a label of something else.
    func labelled(_ segment: Range<Int>, in text: ScannedText) -> (role: Role?, rest: Range<Int>, isLimit: Bool)? {
        guard text.groups(at: segment.lowerBound, limit: segment.upperBound).intersects(.label) else { return nil }
        for (group, role) in Self.labels {
            guard let length = text.length(group, at: segment.lowerBound, limit: segment.upperBound) else { continue }
            let colon = segment.lowerBound + length
            guard colon < segment.upperBound, text[colon] == "：" else { continue }
            return (role, colon + 1..<segment.upperBound, group == .limitLabel)
        }
        return nil
    }

    /// `省甲厅、省乙局按职责分工负责`: names, then a verb that ends the segment.
    func verbed(_ segment: Range<Int>, in text: ScannedText) -> (Role, Range<Int>)? {
        guard text.length(.dutyVerb, endingAt: segment.upperBound, from: segment.lowerBound) != nil else { return nil }
        for (group, role) in Self.verbs {
            if let length = text.length(group, endingAt: segment.upperBound, from: segment.lowerBound) {
                // 省甲厅、省乙厅要配合: the marker is none of the name.
                let whole = segment.upperBound - length
                let end = whole - (text.length(.must, endingAt: whole, from: segment.lowerBound) ?? 0)
                return end > segment.lowerBound ? (role, trimmed(segment.lowerBound..<end, in: text)) : nil
            }
        }
        return nil
    }

    /// 2030年6月底前完成, 持续推进.
    func endsAsLimit(_ segment: Range<Int>, in text: ScannedText) -> Bool {
        text.length(.limitVerb, endingAt: segment.upperBound, from: segment.lowerBound) != nil
    }

    /// Without 由 and what is owed before it (公园绿化由建设单位); what stands between brackets stays. 自由贸易试验区, 理由 hold none.
    private func trimmed(_ range: Range<Int>, in text: ScannedText) -> Range<Int> {
        for index in range.dropLast(2).reversed() where text[index] == "由" {
            guard index > range.lowerBound else { return index + 1..<range.upperBound }
            if !isInWord(index, from: range.lowerBound, text) { return index + 1..<range.upperBound }
        }
        return range
    }

    /// 自由, 理由, 事由; but 台账管理由县甲局牵头.
    private func isInWord(_ index: Int, from start: Int, _ text: ScannedText) -> Bool {
        switch text[index - 1] {
        case "自", "事", "缘", "因": return true
        case "理":
            guard index - 1 > start else { return true }
            switch text[index - 2] {
            case "管", "治", "办", "处", "受", "清", "审", "代", "修", "整", "经": return false
            default: return true
            }
        default: return false
        }
    }

    /// 甲部会同有关部门, 甲局联合乙局: both sides carry the role; 企业联合会 is a name.
    private func appendConnected(_ names: Range<Int>, _ role: Role, in text: ScannedText, to parts: inout [DutyStatement.Part]) {
        if let connector = text.first(.connector, in: names), connector.lowerBound > names.lowerBound, connector.upperBound < names.upperBound,
            connector.count > 1, text[connector.upperBound] != "会"
        {
            parts.append(.init(role: role, names: names.lowerBound..<connector.lowerBound))
            parts.append(.init(role: role, names: connector.upperBound..<names.upperBound))
        } else {
            parts.append(.init(role: role, names: names))
        }
    }
}
