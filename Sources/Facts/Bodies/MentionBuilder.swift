import Provenance
import Structure
import Vocabulary

/// Makes mentions of what a passage names, in order: carries a division through a list, points bare nouns back, counts groups. One value
/// serves all passages of a document.
struct MentionBuilder: Sendable {
    let recogniser: BodyRecogniser
    var memory: BodyMemory
    private(set) var passage: BodyPassage
    private var candidates: [NameCandidate] = []
    /// Of overlapping candidates those that stand.
    private(set) var chosen: [NameCandidate] = []
    private var register = MentionRegister()

    // Of the passage that is being read:
    private(set) var found: [FoundBody] = []
    var carry: Carry?
    /// Everything belongs to one list of names, whatever stands between.
    private var isList = false
    /// Index in `found` of the first name of the list that is being read.
    private(set) var listStart = 0

    /// The division or level word printed last in the list that is being read.
    struct Carry {
        var words: Range<Int>
        var region: Int?
        var level: Level?
        /// 委 of 省委组织部, where the list names organs of the party.
        var isParty: Bool
        /// 各州（市）: what follows are classes as well.
        var isClass = false
    }

    var ontology: Ontology { recogniser.ontology }
    var scalars: [Unicode.Scalar] { passage.map.scalars }

    init(_ recogniser: BodyRecogniser, issuer: String?) {
        self.recogniser = recogniser
        memory = BodyMemory(recogniser.ontology, issuer: issuer)
        passage = BodyPassage(recogniser.ontology, levels: memory.levels)
    }

    // MARK: passages

    /// The bodies named in a passage of running text.
    mutating func read(_ scalars: [Unicode.Scalar], _ range: Range<Int>) -> [FoundBody] {
        memory.beginPassage()
        passage.read(scalars, range)
        guard !passage.map.isBlank else { return [] }
        if memory.isFresh { settleSubject() }
        begin(isList: false)
        for index in chosen.indices { add(chosen[index]) }
        return found
    }

    /// The bodies named in a list.
    mutating func readList(_ scalars: [Unicode.Scalar], _ range: Range<Int>) -> (names: [FoundBody], isOpen: Bool) {
        passage.read(scalars, range)
        begin(isList: true)
        return splitNames()
    }

    /// Id of the first division named in a heading.
    mutating func division(_ scalars: [Unicode.Scalar], _ range: Range<Int>, orCentre: Bool) -> String? {
        passage.read(scalars, range)
        passage.reader.levels = memory.issuerLevels
        return passage.division(before: range.upperBound, orCentre: orCentre).map { ontology.divisions.regions[$0].id }
    }

    private mutating func begin(isList: Bool) {
        found.removeAll(keepingCapacity: true)
        carry = nil
        listStart = 0
        self.isList = isList
        passage.reader.levels = memory.levels
        candidates.removeAll(keepingCapacity: true)
        passage.findComposed(into: &candidates)
        passage.findOpenNames(behind: candidates.count, in: &candidates)
        passage.findClasses(into: &candidates, isList: isList)
        NameCandidate.choose(from: &candidates, into: &chosen)
    }

    /// How far into its first paragraph an item may say what it is about.
    private static let subjectLimit = 30

    /// An item whose heading names no division is about the one with which its text begins.
    private mutating func settleSubject() {
        memory.isFresh = false
        guard memory.item == nil else { return }
        passage.reader.levels = memory.issuerLevels
        guard let region = passage.division(before: passage.map.range.lowerBound + Self.subjectLimit, orCentre: false) else { return }
        let subject = BodyMemory.Place(region: region, ontology)
        if memory.issuer.map({ subject.id.hasPrefix($0.id) }) ?? true { memory.concern(subject) }
    }

    // MARK: candidates

    mutating func add(_ candidate: NameCandidate) {
        if !isList, case .group(let head) = candidate.source, let counted = countedGroup(candidate.range, head) {
            append(counted)
            // A group closes its list: no later group counts it.
            listStart = found.count
            return
        }
        if !isList, let last = found.last, !continuesList(from: last.range.upperBound, to: candidate.range.lowerBound) {
            carry = nil
            listStart = found.count
        }
        switch candidate.source {
        case .reading(let reading): addReading(reading)
        case .open(let ending, let areaEnd, let division, let isAnchored): addOpen(candidate.range, ending, areaEnd, division, isAnchored)
        case .group(let head): addClass(candidate.range, head)
        case .anaphor: addAnaphor(candidate.range)
        }
    }

    /// A new list begins: no division is carried into it.
    mutating func endList() { carry = nil }

    /// A name in a list that nothing else explains: it takes the division of the list where its ending is that of a bureau.
    mutating func unknown(_ range: Range<Int>) -> FoundBody {
        var name = text(range)
        let printed = recogniser.ontology.resolve(scalars, range, in: Scope(issuer: memory.issuer?.id, item: memory.item?.id))
        var mention = BodyMention(ref: printed?.id, name: name, official: printed?.official)
        // 区文联、作协: too short to stand alone, but a name behind the division of the list.
        if printed == nil, let carry, range.count <= Self.longestShortName {
            let full = text(carry.words) + name
            if let body = recogniser.ontology.resolve(full, in: Scope(issuer: memory.issuer?.id, item: memory.item?.id)) {
                let found = numbered(FoundBody(range: range, body: BodyMention(ref: body.id, name: full, official: body.official), division: body.division))
                append(found)
                return found
            }
        }
        if Self.endsBureaus(scalars[range.upperBound - 1]) {
            if let area = longestArea(at: range.lowerBound), area.end < range.upperBound {
                carry = Carry(words: range.lowerBound..<area.end, region: area.region, level: area.level, isParty: false)
            } else if printed == nil, let carry {
                name = text(carry.words) + name
                mention = BodyMention(name: name)
            }
        }
        let region = printed?.division.flatMap { ontology.divisions.index(of: $0) }
        let found = numbered(FoundBody(range: range, body: mention, division: printed?.division, region: region))
        append(found)
        return found
    }

    private static let longestShortName = 6

    /// 厅, 局, 委, 办: what ends the names of bureaus in a list.
    private static func endsBureaus(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "厅", "局", "委", "办": true
        default: false
        }
    }

    private func longestArea(at place: Int) -> BodyNameReader.Area? {
        var longest: BodyNameReader.Area?
        var areas = passage.reader.areas(at: place)
        while let area = areas.next(passage.reader) { if area.end > longest?.end ?? 0 { longest = area } }
        return longest
    }

    func text(_ range: Range<Int>) -> String { passage.string(range) }

    /// Whether only what joins names in a list stands between. 各县（市）教委（教育局）、体育局: other names of a class stand in brackets.
    private func continuesList(from end: Int, to start: Int) -> Bool {
        if let carry, carry.isClass {
            if start - end == 1, scalars[end] == "（" { return true }
            if start - end == 2, scalars[end] == "）", scalars[end + 1] == "、" { return true }
        }
        switch start - end {
        case 1: return scalars[end] == "、" || scalars[end] == "和" || scalars[end] == "及" || scalars[end] == "与"
        case 2: return scalars[end] == "以" && scalars[end + 1] == "及"
        default: return false
        }
    }

    // MARK: composed names

    mutating func addReading(_ reading: BodyNameReader.Reading) {
        var reading = reading
        var words = scalars[reading.range]
        let branch = passage.reader.function(of: reading).map { ontology.functions[$0].branch }
        // 国资委 alone is the State Council's; in a list of a province's bodies it is the province's. Centrally managed ones are not.
        let isBare = branch != nil && (!reading.isAnchored || (reading.area.isEmpty && branch != .managed))
        if isBare, let carry, let carried = self.carried(reading, carry) {
            words = behind(carry, words, isOrgan: carry.isParty && branch == .party)
            if carry.isClass {
                appendClass(reading.range, words)
                return
            }
            reading = carried
        } else if branch != nil, !reading.isAnchored {
            if branch == .party { return }
        } else if let branch {
            if reading.region == nil, let near = nearby(reading.area) { (reading.region, reading.level) = near }
            carryOn(from: reading, branch)
        }
        let named = named(words, reading)
        append(
            FoundBody(
                range: reading.range, naming: named.naming, areaLength: reading.area.upperBound - reading.range.lowerBound,
                number: named.number))
    }

    /// What a reading names; worked out once for equal ones.
    private mutating func named(_ words: ArraySlice<Unicode.Scalar>, _ reading: BodyNameReader.Reading) -> MentionRegister.Named {
        let key = MentionRegister.Words(scalars: words, meaning: passage.reader.meaning(of: reading))
        if let named = register[key] { return named }
        let identity = passage.reader.identity(reading)
        let body = BodyMention(ref: identity.id, name: String(scalars: words), official: identity.official)
        let kind = reading.named.map { ontology.bodies[$0].kind } ?? ""
        let region = identity.division.flatMap { ontology.divisions.index(of: $0) }
        return register.enter(key, BodyNaming(body, division: identity.division, region: region, kind: kind))
    }

    /// A name with what the list leaves out before it.
    func behind(_ carry: Carry, _ words: ArraySlice<Unicode.Scalar>, isOrgan: Bool = false) -> ArraySlice<Unicode.Scalar> {
        var whole = Array(scalars[carry.words])
        if isOrgan { whole.append("委") }
        whole += words
        return whole[...]
    }

    /// A class by its name, which may be completed.
    mutating func appendClass(_ range: Range<Int>, _ words: ArraySlice<Unicode.Scalar>) {
        let key = MentionRegister.Words(scalars: words, meaning: nil)
        let named = register[key] ?? register.enter(key, BodyNaming(BodyMention(name: String(scalars: words), isClass: true)))
        append(FoundBody(range: range, naming: named.naming, areaLength: 0, number: named.number))
    }

    /// The division that names behind this one in the list leave out. Names with the division inside (团省委) say nothing new of
    /// it, those of centrally managed branches end it.
    private mutating func carryOn(from reading: BodyNameReader.Reading, _ branch: GovernmentFunction.Branch) {
        if reading.area.isEmpty || branch == .managed {
            carry = nil
        } else if reading.area.lowerBound == reading.range.lowerBound {
            carry = Carry(
                words: reading.area, region: reading.region, level: reading.level,
                isParty: reading.range.upperBound - reading.area.upperBound > 1 && scalars[reading.area.upperBound] == "委")
        }
    }

    /// What a level word stands for where the scope does not say: 州 after 楚雄州人社局 is that prefecture.
    private func nearby(_ area: Range<Int>) -> (Int?, Level?)? {
        for known in [found.suffix(8), memory.named.suffix(8)] {
            for body in known.reversed() {
                guard let start = body.naming.region else { continue }
                if let region = passage.reader.region(ofLevelWord: area, near: start) { return (region, ontology.divisions.regions[region].level) }
            }
        }
        return nil
    }

    private func carried(_ reading: BodyNameReader.Reading, _ carry: Carry) -> BodyNameReader.Reading? {
        passage.reader.carried(
            reading.range, region: carry.region, level: carry.level, preferring: passage.reader.function(of: reading))
    }

    // MARK: open names

    private mutating func addOpen(_ range: Range<Int>, _ ending: Int, _ areaEnd: Int, _ division: Int?, _ isAnchored: Bool) {
        let entry = ontology.endings[ending]
        let noun = (range.upperBound - entry.text.unicodeScalars.count)..<range.upperBound
        if entry.kind == "group", areaEnd == range.lowerBound, division == nil, noun.lowerBound > range.lowerBound,
            let known = antecedent(noun), !known.body.name.holdsInOrder(scalars[range]) {
            // 主要承担|联席会议: words before a group named already that are none of its name.
            append(pointing(known, at: noun))
            return
        }
        let name = text(range)
        let endsAsClass = areaEnd > range.lowerBound && (scalars[areaEnd - 1] == "级" || scalars[areaEnd - 1] == "属")
        let isClass = !(isAnchored || bearsPersonalName(range)) || holdsLevelBracket(range) || endsAsClass || scalars[range.lowerBound] == "各"
        var official: String?
        let region = division.map { ontology.divisions.regions[$0] }
        // In the names of companies and schools a place is part of a proper name: 保山学院 is not 保山市学院.
        let isExpanded = entry.kind == "group" || entry.kind == "place" || passage.map.beginsLevelWord(range.lowerBound)
        if !isClass, let region, region.level != .centre, isExpanded || region.name == text(range.lowerBound..<areaEnd) {
            official = region.name + text(areaEnd..<range.upperBound)
        }
        append(
            FoundBody(
                range: range, body: BodyMention(name: name, official: official, isClass: isClass), division: region?.id, region: division, kind: entry.kind,
                areaLength: areaEnd - range.lowerBound, isAnaphor: false))
    }

    /// 李某某|大师工作室: a person's name before what is a class by itself.
    private func bearsPersonalName(_ range: Range<Int>) -> Bool {
        guard recogniser.surnames.contains(scalars[range.lowerBound]) else { return false }
        return passage.map.classWords(endingAt: range.upperBound).contains { (2...3).contains($0.range.lowerBound - range.lowerBound) }
    }

    /// 州（市）, 县（市、区）: the name of many.
    private func holdsLevelBracket(_ range: Range<Int>) -> Bool {
        guard let open = scalars[range].firstIndex(of: "（") else { return false }
        return passage.map.beginsLevelWord(open + 1) && open > range.lowerBound && passage.map.beginsLevelWord(open - 1)
    }

    /// With the number of its body.
    mutating func numbered(_ mention: FoundBody) -> FoundBody {
        guard mention.number < 0 else { return mention }
        var mention = mention
        mention.number = register.number(of: mention.naming.body)
        return mention
    }

    mutating func append(_ mention: FoundBody) {
        let mention = numbered(mention)
        found.append(mention)
        // Whoever owes a clause is not what the next clause talks about.
        if !isList { memory.remember(mention) }
    }
}

extension String {
    /// The scalars stand in the string in the same order, others between them or not.
    fileprivate func holdsInOrder(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
        var rest = scalars
        for scalar in unicodeScalars where rest.first == scalar { rest = rest.dropFirst() }
        return rest.isEmpty
    }
}
