import Structure
import Vocabulary

/// Reads statements of responsibility (责任单位): `（省甲厅牵头，省乙局、省丙委配合）`, `责任单位：市甲局；各区政府`, `由县甲局牵头，县乙局配合`.
///
/// ； and ， part roles or classes of body, 、 parts names. A label holds until the next one; a verb takes the names before
/// it; labels such as 适用范围 end the list.
struct DutyReader: Sendable {
    let words: DutyWords

    /// The statements of a paragraph: brackets that name duties, and where the paragraph is nothing but labels or ends in a
    /// sentence of duties, that.
    func statements(in text: [Unicode.Scalar], range: Range<Int>) -> [DutyStatement] {
        var found: [DutyStatement] = []
        guard !range.isEmpty else { return [] }
        let pairs = Brackets(in: text, range: range)
        if words.anyLabel.length(at: range.lowerBound, in: text, limit: range.upperBound) != nil,
            let statement = statement(in: text, range: range, whole: range), !statement.parts.isEmpty
        {
            return [statement]
        }
        var index = range.lowerBound
        while index < range.upperBound {
            if text[index] == "（" || text[index] == "〔" || text[index] == "【", let close = pairs.close(of: index) {
                if close > index + 2, let statement = statement(in: text, range: index + 1..<close, whole: index..<close + 1) { found.append(statement) }
                index = close + 1
            } else {
                index += 1
            }
        }
        if found.allSatisfy({ $0.parts.isEmpty }), let statement = closingSentence(in: text, range: range) { found.append(statement) }
        return found
    }

    /// The inside of a bracket, a line or a table cell as a statement; nil where it names no duty.
    func statement(in text: [Unicode.Scalar], range: Range<Int>, whole: Range<Int>) -> DutyStatement? {
        var statement = DutyStatement(range: whole, parts: [])
        statement.firstLeads = words.firstLeads.contains(text, in: range)
        statement.responsibleLead = words.responsibleLeads.contains(text, in: range)
        var label: Role??
        var waiting: [Range<Int>] = []
        for segment in segments(of: range, in: text) {
            if words.firstLeads.contains(text, in: segment) || words.responsibleLeads.contains(text, in: segment) { continue }
            if let (role, names) = labelled(segment, in: text) {
                label = .some(role)
                if let role, !names.isEmpty { statement.parts.append(.init(role: role, names: names)) }
                continue
            }
            if let (role, names) = verbed(segment, in: text) {
                for earlier in waiting { statement.parts.append(.init(role: role, names: earlier)) }
                waiting = []
                for part in connected(names, in: text) { statement.parts.append(.init(role: role, names: part)) }
                label = nil
                continue
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
    private func segments(of range: Range<Int>, in text: [Unicode.Scalar]) -> [Range<Int>] {
        let pairs = Brackets(in: text, range: range)
        var parts: [Range<Int>] = []
        var start = range.lowerBound
        var index = range.lowerBound
        while index < range.upperBound {
            if Brackets.opens(text[index]), let close = pairs.close(of: index) {
                index = close + 1
                continue
            }
            if let length = words.anyLabel.length(at: index, in: text, limit: range.upperBound) {
                let colon = index + length
                if colon < range.upperBound, text[colon] == "：", index > start {
                    parts.append(start..<index)
                    start = index
                }
                index = colon
                continue
            }
            if text[index] == "；" || text[index] == "，" || text[index] == "。" {
                if index > start { parts.append(start..<index) }
                start = index + 1
            }
            index += 1
        }
        if start < range.upperBound { parts.append(start..<range.upperBound) }
        return parts
    }

    /// `牵头单位：市甲局、市乙局`. The outer optional: no label; the inner: a label of no role.
    private func labelled(_ segment: Range<Int>, in text: [Unicode.Scalar]) -> (Role?, Range<Int>)? {
        for (role, phrases) in words.labels {
            guard let length = phrases.length(at: segment.lowerBound, in: text, limit: segment.upperBound) else { continue }
            let colon = segment.lowerBound + length
            guard colon < segment.upperBound, text[colon] == "：" else { continue }
            return (role, colon + 1..<segment.upperBound)
        }
        return nil
    }

    /// `省甲厅、省乙局按职责分工负责`: names, then a verb that ends the segment or is followed by nothing that is a name.
    private func verbed(_ segment: Range<Int>, in text: [Unicode.Scalar]) -> (Role, Range<Int>)? {
        for (role, phrases) in words.verbs {
            if let length = phrases.length(endingAt: segment.upperBound, in: text, from: segment.lowerBound) {
                let end = segment.upperBound - length
                return end > segment.lowerBound ? (role, trimmed(segment.lowerBound..<end, in: text)) : nil
            }
        }
        return nil
    }

    /// Without 由 before and 等 behind; what stands between brackets stays.
    private func trimmed(_ range: Range<Int>, in text: [Unicode.Scalar]) -> Range<Int> {
        var lower = range.lowerBound
        if text[lower] == "由", range.count > 2 { lower += 1 }
        return lower..<range.upperBound
    }

    /// 甲部会同有关部门: both sides carry the role.
    private func connected(_ names: Range<Int>, in text: [Unicode.Scalar]) -> [Range<Int>] {
        guard let connector = words.connectors.first(in: names, of: text), connector.lowerBound > names.lowerBound, connector.upperBound < names.upperBound,
            connector.count > 1
        else { return [names] }
        return [names.lowerBound..<connector.lowerBound, connector.upperBound..<names.upperBound]
    }

    /// The last sentence of a paragraph, where it does nothing but assign: 由县甲局牵头，县乙局配合。
    private func closingSentence(in text: [Unicode.Scalar], range: Range<Int>) -> DutyStatement? {
        guard let last = SentenceSplitter.units(in: text, range: range).last, last.lowerBound > range.lowerBound, last.count <= 120 else { return nil }
        let body = text[last.upperBound - 1] == "。" ? last.lowerBound..<last.upperBound - 1 : last
        let segments = segments(of: body, in: text)
        guard !segments.isEmpty, segments.allSatisfy({ verbed($0, in: text) != nil || labelled($0, in: text) != nil }),
            text[last.lowerBound] == "由" || segments.contains(where: { verbed($0, in: text)?.0 == .lead })
        else { return nil }
        return statement(in: text, range: body, whole: last)
    }
}
