import Provenance
import Vocabulary

/// Classes of bodies, groups that a list counts, and bare nouns that point back.
extension MentionBuilder {
    mutating func addClass(_ range: Range<Int>, _ head: Range<Int>) {
        if range == head, let carry {
            // 州财政局、总工会: in a list of one division's bodies the class word is that division's body.
            if carry.isClass, passage.reader.carried(range, region: nil, level: nil) != nil {
                appendClass(range, behind(carry, scalars[range]))
                return
            }
            if let reading = passage.reader.carried(range, region: carry.region, level: carry.level) {
                addReading(reading)
                return
            }
        }
        if let row = passage.levelRow(at: range.lowerBound), row.end < range.upperBound {
            carry = Carry(words: range.lowerBound..<row.end, isParty: false, isClass: true)
        }
        if range == head, passage.reader.isAnaphor(head), head.count > 2 || passage.opensClause(head.lowerBound), let known = antecedent(head) {
            append(office(endingIn: range) ?? pointing(known, at: range))
            return
        }
        if let last = found.last, last.range.upperBound == range.lowerBound, last.kind == "group" {
            // 领导小组|成员单位: the members of the group just named.
            append(FoundBody(range: range, body: BodyMention(name: last.body.name + text(range), isClass: true)))
        } else {
            appendClass(range, scalars[range])
        }
    }

    mutating func addAnaphor(_ range: Range<Int>) {
        if let office = office(endingIn: range) {
            append(office)
        } else if let known = antecedent(range) {
            append(pointing(known, at: range))
        } else if passage.map.pointer(endingAt: range.lowerBound) > 0 {
            append(
                FoundBody(range: range, body: BodyMention(name: text(range), isClass: true), division: nil, kind: "", areaLength: 0, isAnaphor: true))
        }
    }

    /// 联席会议办公室, 协调小组|办公室: the office of the group that was named in full before.
    private func office(endingIn range: Range<Int>) -> FoundBody? {
        for word in recogniser.ontology.nameRules[.office] {
            let letters = word.unicodeScalars
            let isInside = scalars[range].suffix(letters.count).elementsEqual(letters)
            let group = isInside ? range.lowerBound..<range.upperBound - letters.count : range
            let end = group.upperBound + letters.count
            guard !group.isEmpty, end <= passage.map.range.upperBound, isInside || scalars[group.upperBound..<end].elementsEqual(letters), let known = antecedent(group),
                known.kind == "group"
            else { continue }
            let body = BodyMention(name: known.body.name + word, official: known.body.official.map { $0 + word })
            return FoundBody(range: range.lowerBound..<end, body: body, division: known.division, region: known.naming.region, kind: known.kind, areaLength: 0, isAnaphor: true)
        }
        return nil
    }

    func pointing(_ known: FoundBody, at range: Range<Int>) -> FoundBody {
        var found = known
        found.range = range
        found.isAnaphor = true
        return found
    }

    /// The body named last in this item whose name ends with the noun; 集团公司 is any 集团…公司.
    func antecedent(_ range: Range<Int>) -> FoundBody? {
        // A noun as short as 工会 points no further than to the passage before.
        let known = range.count > 2 ? memory.named[...] : memory.recent
        guard !known.isEmpty else { return nil }
        let noun = text(range)
        let isCompany = noun.ends(exactlyWith: "公司")
        return known.last { known in
            guard !known.body.isClass, known.body.name != noun else { return false }
            let official = known.body.official ?? ""
            if known.body.name.ends(exactlyWith: noun) || (official.ends(exactlyWith: noun) && official != noun) { return true }
            return isCompany && known.kind == "enterprise" && (known.body.name.ends(exactlyWith: "公司") || official.ends(exactlyWith: "公司"))
        }
    }

    static let counted = "counted"
    /// Names; a group that counts more is no group of the names before it.
    private static let longestList = 60

    /// 六部门, 等6家单位 behind a list: a class whose name lists its members.
    func countedGroup(_ range: Range<Int>, _ head: Range<Int>) -> FoundBody? {
        var start = range.lowerBound
        let lowest = passage.map.range.lowerBound
        var isSpaced = false
        if start > lowest, scalars[start - 1] == "个" || scalars[start - 1] == "家" {
            start -= 1
            isSpaced = true
        }
        let numeralEnd = start
        while start > lowest, numeralEnd - start < 4, Self.isNumeral(scalars[start - 1]) { start -= 1 }
        guard start < numeralEnd, let last = found.last, last.kind != Self.counted, found.count - listStart <= Self.longestList else { return nil }
        let isOpen = start > lowest && scalars[start - 1] == "等"
        guard last.range.upperBound == start - (isOpen ? 1 : 0) else { return nil }
        let members = found[listStart...].filter { !$0.isAnaphor }.map(\.body.name).joined(separator: "、")
        let name = members + (isOpen ? text((start - 1)..<range.upperBound) : "")
        return FoundBody(
            range: (isSpaced ? range.lowerBound : start)..<range.upperBound, body: BodyMention(name: name, isClass: true), division: nil,
            kind: Self.counted, areaLength: 0, isAnaphor: false)
    }

    static func isNumeral(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "0"..."9", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "两": true
        default: false
        }
    }
}

extension String {
    /// Whether the last code points are these, compared as they are: `hasSuffix` takes apart and normalises both.
    func ends(exactlyWith suffix: String) -> Bool {
        utf8.count >= suffix.utf8.count && utf8.suffix(suffix.utf8.count).elementsEqual(suffix.utf8)
    }
}
