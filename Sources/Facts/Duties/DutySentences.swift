import Provenance

/// Reads responsibility from sentences (文内责任表述).
///
/// - `由县甲局牵头，县乙局配合。`, `省甲厅、省乙厅按职责分工负责。`: a sentence that does nothing else.
/// - `建设…，由县甲局牵头，县乙局配合。`, `台账管理由县甲局负责。`: its end; what stands before 由 is the demand.
/// - `由县甲局牵头，县乙局配合，建设…`: its head, behind 会议决定， where that opens it; the rest is the demand.
/// - `责任单位：市甲局、市乙局。`: labels at the end of a paragraph.
/// - `县甲局负责新建幼儿园`, `县乙局：落实资金` in a section 责任分工: they stand in the demand.
/// - `列第一位者为牵头单位，下同。`: a rule for what follows.
struct DutySentences: Sendable {
    let segments: DutySegments
    private let running: RunningDuties

    init(segments: DutySegments) {
        self.segments = segments
        running = RunningDuties(segments: segments)
    }

    private static let longest = 160

    /// - Parameters:
    ///   - words: the groups of which a word stands in the range.
    ///   - bodies: where bodies stand in the text, ascending: a verb such as 负责 tells a duty only behind one.
    ///   - demands: the text directs, so that duties may stand in the middle of what it demands.
    func statements(in text: ScannedText, range: Range<Int>, words: WordGroups, bodies: [Range<Int>], demands: Bool) -> [DutyStatement] {
        var found: [DutyStatement] = []
        if words.intersects(.dutyRule) { found += rules(in: text, range: range) }
        let last = lastSentence(in: text, range: range)
        if words.contains(.leadVerb), last.lowerBound > range.lowerBound {
            for unit in SentenceSplitter.units(in: text, range: range.lowerBound..<last.lowerBound)
            where unit.count <= Self.longest && text.contains(.leadVerb, in: unit) {
                let statement = text[unit.lowerBound] == "由" ? statement(unit, in: text, bodies: bodies) : owed(unit, in: text, bodies: bodies)
                if let statement { found.append(statement) }
            }
        }
        if !last.isEmpty, !found.contains(where: { $0.range.overlaps(last) }), let statement = statement(last, in: text, bodies: bodies) {
            found.append(statement)
        }
        if demands, !bodies.isEmpty, words.intersects([.leadVerb, .responsibleVerb]) {
            for unit in SentenceSplitter.units(in: text, range: range)
            where !found.contains(where: { $0.range.overlaps(unit) }) && text.contains([.leadVerb, .responsibleVerb], in: unit) {
                found += running.statements(of: unit, in: text, bodies: bodies)
            }
        }
        return found
    }

    /// Behind the last 。 but the one that closes the range; ； parts labels inside it. Empty where it is longer than duties are.
    private func lastSentence(in text: ScannedText, range: Range<Int>) -> Range<Int> {
        let marks = text.marks(in: range)
        for mark in marks.reversed() where text.marks[mark].kind == .stop && text.marks[mark].index + 1 < range.upperBound {
            // A quotation mark behind the stop belongs to the sentence that it ends.
            var start = text.marks[mark].index + 1
            var next = mark + 1
            while next < marks.upperBound, text.marks[next].index == start, text.marks[next].kind.isClosing {
                start += 1
                next += 1
            }
            return range.upperBound - start <= Self.longest ? start..<range.upperBound : range.upperBound..<range.upperBound
        }
        return range.count <= Self.longest ? range : range.upperBound..<range.upperBound
    }

    private func statement(_ sentence: Range<Int>, in text: ScannedText, bodies: [Range<Int>]) -> DutyStatement? {
        guard text.contains([.label, .dutyVerb], in: sentence) else { return nil }
        let (body, parts) = parts(of: sentence, in: text)
        guard body.count > 3 else { return nil }
        return owed(parts, body, in: text, bodies: bodies) ?? whole(parts, body, sentence, in: text, bodies: bodies)
            ?? head(parts, body, in: text, bodies: bodies)
    }

    private func parts(of sentence: Range<Int>, in text: ScannedText) -> (body: Range<Int>, parts: [Range<Int>]) {
        let body = text[sentence.upperBound - 1] == "。" ? sentence.lowerBound..<sentence.upperBound - 1 : sentence
        var parts: [Range<Int>] = []
        segments.forEachSegment(of: body, in: text) { parts.append($0) }
        return (body, parts)
    }

    private func owed(_ sentence: Range<Int>, in text: ScannedText, bodies: [Range<Int>]) -> DutyStatement? {
        let (body, parts) = parts(of: sentence, in: text)
        return owed(parts, body, in: text, bodies: bodies)
    }

    /// …，由县甲局牵头，县乙局配合: what stands before 由 is owed, and names no body that owes it.
    private func owed(_ parts: [Range<Int>], _ body: Range<Int>, in text: ScannedText, bodies: [Range<Int>]) -> DutyStatement? {
        for part in parts {
            if segments.labelled(part, in: text) != nil { return nil }
            guard let (_, names) = segments.verbed(part, in: text) else {
                if areBodies(part, in: text, bodies) { return nil }
                continue
            }
            let by = names.lowerBound - 1
            guard by > body.lowerBound, text[by] == "由", areBodies(names, in: text, bodies) else { return nil }
            var statement = segments.statement(in: text, range: by..<body.upperBound, whole: by..<body.upperBound)
            statement?.standsInDemand = true
            return statement
        }
        return nil
    }

    /// A sentence of duties alone.
    private func whole(_ parts: [Range<Int>], _ body: Range<Int>, _ sentence: Range<Int>, in text: ScannedText, bodies: [Range<Int>]) -> DutyStatement? {
        guard let first = parts.first else { return nil }
        if segments.labelled(first, in: text) != nil { return segments.statement(in: text, range: body, whole: sentence) }
        var known = 0
        var lists = 0
        var leads = false
        var endsInVerb = false
        for part in parts where !segments.endsAsLimit(part, in: text) {
            let verb = segments.verbed(part, in: text)
            if verb?.0 == .lead { leads = true }
            endsInVerb = verb != nil
            lists += 1
            if areBodies(verb?.1 ?? part, in: text, bodies) { known += 1 }
        }
        // 牵头 says it beyond doubt; 负责 and 落实 need bodies before them.
        guard endsInVerb, known == lists || (leads && known * 2 >= lists) else { return nil }
        var statement = segments.statement(in: text, range: body, whole: sentence)
        // 各单位要配合: the sentence demands as well; in 各单位要强化协同 the verb is what is demanded.
        if demands(body, text) {
            guard statement?.parts.allSatisfy({ !demands($0.names, text) }) == true else { return nil }
            statement?.standsInDemand = true
        }
        return statement
    }

    /// 要, 应当; not the 应 of 应急管理局.
    private func demands(_ range: Range<Int>, _ text: ScannedText) -> Bool { text.first(.must, passing: .notModal, in: range) != nil }

    /// 由县甲局牵头，县乙局配合，…: duties at the head of a demand.
    private func head(_ parts: [Range<Int>], _ body: Range<Int>, in text: ScannedText, bodies: [Range<Int>]) -> DutyStatement? {
        var parts = parts[...]
        // 会议决定，由县甲局牵头，…
        if let first = parts.first, parts.count > 1, text.rare.decided.length(at: first.lowerBound, in: text.scalars, limit: first.upperBound) == first.count {
            parts = parts.dropFirst()
        }
        guard let first = parts.first, text[first.lowerBound] == "由", let (role, leads) = segments.verbed(first, in: text), role == .lead,
            areBodies(leads, in: text, bodies)
        else { return nil }
        let start = first.lowerBound
        var end = start
        for part in parts {
            if segments.verbed(part, in: text) != nil {
                end = part.upperBound
            } else if !areBodies(part, in: text, bodies) {
                break
            }
        }
        guard end < body.upperBound else { return nil }
        return segments.statement(in: text, range: start..<end, whole: start..<end + 1)
    }

    /// Most of a list is bodies that are known, or a body ends it.
    private func areBodies(_ list: Range<Int>, in text: ScannedText, _ bodies: [Range<Int>]) -> Bool {
        var known = 0
        var end = list.lowerBound
        for body in bodies.overlapping(list) where body.lowerBound >= list.lowerBound {
            // A name may reach into the verb behind it.
            end = min(body.upperBound, list.upperBound)
            known += end - body.lowerBound
        }
        guard known > 0 else { return false }
        let open = text.length(.openList, endingAt: list.upperBound, from: list.lowerBound) ?? 0
        let separators = list.count { text[$0] == "、" || text[$0] == "，" || text[$0] == "和" }
        return end == list.upperBound - open || text[list.upperBound - 1] == "）" || known * 10 >= (list.count - open - separators) * 6
    }

    // MARK: Rules

    private func rules(in text: ScannedText, range: Range<Int>) -> [DutyStatement] {
        SentenceSplitter.units(in: text, range: range).compactMap { unit in
            guard text.contains(.dutyRule, in: unit) else { return nil }
            var statement = DutyStatement(range: unit)
            segments.forEachSegment(of: unit, in: text) { segment in _ = segments.rule(segment, in: text, into: &statement) }
            return statement.isEmpty ? nil : statement
        }
    }

    // MARK: A section 责任分工

    /// Bodies at the head of a clause of the section, with the verb or the ： behind them.
    func section(in text: ScannedText, range: Range<Int>, bodies: [Range<Int>]) -> [DutyStatement] {
        SentenceSplitter.clauses(in: text, range: range).compactMap { clause in
            let start = text[clause.lowerBound] == "由" ? clause.lowerBound + 1 : clause.lowerBound
            guard var index = bodies.firstIndex(where: { $0.lowerBound == start }) else { return nil }
            var end = bodies[index].upperBound
            // 县甲局、县乙局负责….
            while index + 1 < bodies.count, end < clause.upperBound, text[end] == "、" || text[end] == "和", bodies[index + 1].lowerBound == end + 1 {
                index += 1
                end = bodies[index].upperBound
            }
            // 各乡镇（街道）
            if end < range.upperBound, text[end] == "（", let close = text.scalars[end..<min(range.upperBound, end + 12)].firstIndex(of: "）") {
                end = close + 1
            }
            guard end + 1 < range.upperBound else { return nil }
            let isTitle = text[end] == "："
            let behind = text.groups(at: isTitle ? end + 1 : end, limit: range.upperBound)
            guard isTitle || behind.intersects(.dutyVerb) else { return nil }
            let role = DutySegments.verbs.first { behind.intersects($0.group) }?.role ?? .responsible
            return DutyStatement(range: start..<end, parts: [.init(role: role, names: start..<end)], standsInDemand: true)
        }
    }
}
