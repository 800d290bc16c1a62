import Provenance
import Vocabulary

/// Classes of bodies, groups that a list counts, and bare nouns that point back.
extension MentionBuilder {
    mutating func addClass(_ range: Range<Int>, _ head: Range<Int>) {
        // 州财政局、总工会: in a list of one division's bodies the class word is that division's body.
        if range == head, let carry, carry.isClass, !reader.carried(at: range.lowerBound, region: nil, level: nil).filter({ $0.range == range }).isEmpty {
            append(FoundBody(range: range, body: BodyMention(name: carry.text + text(range), isClass: true)))
            return
        }
        if range == head, let carry,
            let reading = reader.carried(at: range.lowerBound, region: carry.region, level: carry.level).first(where: { $0.range == range && fits($0, carry.level) }) {
            addReading(reading)
            return
        }
        if let row = ClassNameFinder(ontology: ontology, map: map, reader: reader).levelRow(at: range.lowerBound), row.end < range.upperBound {
            carry = Carry(text: text(range.lowerBound..<row.end), isParty: false, isClass: true)
        }
        if range == head, recogniser.anaphors.contains(Array(scalars[head])), let known = antecedent(head),
            head.count > 2 || opensClause(head.lowerBound) {
            append(pointing(known, at: range))
            return
        }
        var name = text(range)
        // 领导小组|成员单位: the members of the group just named.
        if let last = found.last, last.range.upperBound == range.lowerBound, last.kind == "group" { name = last.body.name + name }
        append(FoundBody(range: range, body: BodyMention(name: name, isClass: true), division: nil, kind: "", areaLength: 0, isAnaphor: false))
    }

    mutating func addAnaphor(_ range: Range<Int>) {
        if let known = antecedent(range) {
            append(pointing(known, at: range))
        } else if map.pointer(endingAt: range.lowerBound) > 0 {
            append(FoundBody(range: range, body: BodyMention(name: text(range), isClass: true), division: nil, kind: "", areaLength: 0, isAnaphor: true))
        }
    }

    private func opensClause(_ place: Int) -> Bool {
        place == map.range.lowerBound || ["，", "。", "；", "："].contains(scalars[place - 1])
    }

    func pointing(_ known: FoundBody, at range: Range<Int>) -> FoundBody {
        var found = known
        found.range = range
        found.isAnaphor = true
        return found
    }

    /// The body named last in this item whose name ends with the noun; 集团公司 is any 集团…公司.
    func antecedent(_ range: Range<Int>) -> FoundBody? {
        let noun = text(range)
        // A noun as short as 工会 points no further than to the passage before.
        return (range.count > 2 ? scope.named[...] : scope.recent).last { known in
            guard !known.body.isClass, known.body.name != noun else { return false }
            let names = [known.body.name, known.body.official ?? ""]
            if names.contains(where: { $0.hasSuffix(noun) && $0 != noun }) { return true }
            return known.kind == "enterprise" && noun.hasSuffix("公司") && names.contains { $0.hasSuffix("公司") }
        }
    }

    static let counted = "counted"
    /// Names; a group that counts more is no group of the names before it.
    private static let longestList = 60

    /// 六部门, 等6家单位 behind a list: a class whose name lists its members.
    func countedGroup(_ range: Range<Int>, _ head: Range<Int>) -> FoundBody? {
        var start = range.lowerBound
        let lowest = map.range.lowerBound
        var isSpaced = false
        if start > lowest, ["个", "家"].contains(scalars[start - 1]) {
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
        (0x30...0x39).contains(scalar.value) || ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "两"].contains(scalar)
    }
}
