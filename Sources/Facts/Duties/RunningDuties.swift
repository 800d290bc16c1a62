/// Reads who owes a demand from the middle of it (句中责任): behind the verb of the role the sentence goes on.
///
/// - `…，由县甲局牵头提出方案，县乙局配合，8月底前报审。`, `由县甲局负责，县乙局配合，8月底前建成….`
/// - `县甲局牵头组织实施，县乙局负责技术指导，县丙局配合。`: where no 由 says who does it, several duties in a row.
///
/// `由县甲局按进度拨付` names no role, and `由县甲局牵头成立的专班` says whose it is.
struct RunningDuties: Sendable {
    let segments: DutySegments

    /// A duty that a part of a sentence names.
    private struct Duty {
        var role: Role
        var names: Range<Int>
        /// Behind the verb.
        var end: Int
    }

    /// The duties of one sentence unit, each a statement of its own, since what stands between them is the demand.
    func statements(of unit: Range<Int>, in text: ScannedText, bodies: [Range<Int>]) -> [DutyStatement] {
        let inside = bodies.overlapping(unit)
        guard !inside.isEmpty else { return [] }
        var parts: [Range<Int>] = []
        segments.forEachSegment(of: unit, in: text) { parts.append($0) }
        for (index, part) in parts.enumerated() {
            guard let first = assigned(in: part, text, inside) ?? (index == 0 ? leading(part, text, inside) : nil) else { continue }
            var found = [first]
            for part in parts[(index + 1)...] {
                guard let next = duty(at: text[part.lowerBound] == "由" ? part.lowerBound + 1 : part.lowerBound, part, text, inside) else { break }
                found.append(next)
            }
            let isAssigned = text[first.names.lowerBound - 1] == "由" && first.names.lowerBound > unit.lowerBound
            guard isAssigned || found.count > 1 else { return [] }
            return found.map { DutyStatement(range: $0.names.lowerBound..<$0.end, parts: [.init(role: $0.role, names: $0.names)], standsInDemand: true) }
        }
        return []
    }

    /// 由县甲局牵头….
    private func assigned(in part: Range<Int>, _ text: ScannedText, _ bodies: ArraySlice<Range<Int>>) -> Duty? {
        if text[part.lowerBound] == "由" {
            guard let duty = duty(at: part.lowerBound + 1, part, text, bodies), duty.role != .support else { return nil }
            return duty
        }
        for body in bodies where part.contains(body) && body.lowerBound > part.lowerBound && text[body.lowerBound - 1] == "由" {
            if let duty = duty(at: body.lowerBound, part, text, bodies), duty.role != .support { return duty }
        }
        return nil
    }

    /// 县甲局牵头… at the head of a sentence.
    private func leading(_ part: Range<Int>, _ text: ScannedText, _ bodies: ArraySlice<Range<Int>>) -> Duty? {
        guard part.lowerBound > 0, let duty = duty(at: part.lowerBound, part, text, bodies), duty.role == .lead else { return nil }
        return duty
    }

    /// Names in a row with the verb of a role right behind them: bodies that are known, or words that end as names do (由河口镇负责).
    private func duty(at start: Int, _ part: Range<Int>, _ text: ScannedText, _ bodies: ArraySlice<Range<Int>>) -> Duty? {
        guard start < part.upperBound, let first = text.first(.dutyVerb, in: start..<part.upperBound), first.lowerBound > start else { return nil }
        var end = start
        for body in bodies where body.lowerBound >= start {
            guard body.lowerBound == end, body.upperBound <= part.upperBound else { break }
            end = body.upperBound
            guard end < part.upperBound, text[end] == "、" || text[end] == "和" || text[end] == "及" else { break }
            end += 1
        }
        if end < first.lowerBound, first.lowerBound - end <= Self.longestName,
            text.rare.nameEnds.length(endingAt: first.lowerBound, in: text.scalars, from: end) != nil, text.scalars[end..<first.lowerBound].allSatisfy(\.isHan)
        {
            end = first.lowerBound
        }
        guard end > start, end < part.upperBound else { return nil }
        let names = start..<end
        end += text.length(.openList, at: end, limit: part.upperBound) ?? 0
        for (group, role) in DutySegments.verbs {
            guard let length = text.length(group, at: end, limit: part.upperBound) else { continue }
            let verb = end..<end + length
            // 组织实施, 落实 are what is demanded as often as they are a role; 负责人 is a person.
            if role == .responsible, !text.scalars[verb].contains("责") { return nil }
            let behind = verb.upperBound..<min(part.upperBound, verb.upperBound + Self.longestVerb)
            if let next = behind.first, text[next] == "人" || text[next] == "同" || text.scalars[behind].contains("的") { return nil }
            return Duty(role: role, names: names, end: verb.upperBound)
        }
        return nil
    }

    private static let longestName = 8
    /// Of the verb behind the role: 提出的, 组织起草的.
    private static let longestVerb = 5
}
