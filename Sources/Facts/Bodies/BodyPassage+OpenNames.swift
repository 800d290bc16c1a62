import Vocabulary

/// Finds names of an open class by their ending (领导小组, 有限公司, 学院) and looks to the left for where they begin: at a division,
/// else at the nearest word that no name holds.
extension BodyPassage {
    /// Scalars; names of leading groups of a province reach 35.
    private static let longestName = 44
    /// Without a division a name gets no longer than this before its ending; more is a clause.
    private static let longestBareName = 12
    /// Before an ending that is a class of bodies too: 三级公立|医院.
    private static let longestModifier = 5
    /// An ending of this length is a class by itself: 培训中心, 技师学院.
    private static let longEnding = 4
    /// What may follow a whole name of a body inside a longer one: 省总工会|职工技术创新.
    private static let longestTail = 10

    /// Adds all candidates, one for each place where an ending ends: the longest ending there.
    /// - Parameter count: how many composed names stand in `found` already.
    func findOpenNames(behind count: Int, in found: inout [NameCandidate]) {
        var at = 0
        while at < map.endings.count {
            // Words come by their ends, longer before shorter.
            let word = map.endings[at]
            repeat { at += 1 } while at < map.endings.count && map.endings[at].end == word.end
            guard map.mayCut(word.range.upperBound) else { continue }
            if let candidate = extend(word, inside: found[..<count]) { found.append(candidate) }
        }
    }

    fileprivate struct Left {
        let end: Int
        /// No name reaches further.
        var limit: Int
        /// Behind the nearest verb.
        var verb: Int?
        /// Places where a division or opener begins.
        fileprivate var regions = Distances()
        fileprivate var levelWords = Distances()
        /// Ends at a figure with its classifier: 7个, 6家.
        var isCounted = false

        init(end: Int) {
            self.end = end
            limit = end
        }

        /// Nearest first.
        var regionPlaces: some Sequence<Int> { regions.lazy.map { [end] in end - $0 } }
        var levelWordPlaces: some Sequence<Int> { levelWords.lazy.map { [end] in end - $0 } }
    }

    private func extend(_ ending: BodyLexicon.Word, inside composed: ArraySlice<NameCandidate>) -> NameCandidate? {
        let entry = ontology.endings[ending.index]
        let isGroup = entry.kind == "group"
        let left = look(from: ending.range.lowerBound, isGroup: isGroup)
        var start = isGroup ? left.limit : left.verb ?? left.limit
        // 企业建设|培训中心: nothing is left of the name but its ending, which may mean something by itself; 云南建设|学校 is a name.
        if start == ending.range.lowerBound, left.verb == start, !isGroup {
            guard let anchor = anchor(left, left.limit, start, isGroup: false), anchor.region != nil, anchor.end == start - map.verb(endingAt: start)
            else { return bare(ending) }
            start = left.limit
        }
        var areaEnd = start
        var division: Int?
        var isAnchored = false
        let reach = isGroup ? left.limit : start
        if let anchor = anchor(left, reach, ending.range.lowerBound, isGroup: isGroup) {
            (start, areaEnd, division) = (anchor.start, anchor.end, anchor.region)
            isAnchored = true
            // 全省工匠学院 are all of the province's; 全省云南工匠学院 are the 云南工匠学院 in it.
            if !isGroup, map.beginsLevelWord(start), map.scalars[start] == "全", areaEnd - start > 1 {
                start += 2
                if start >= areaEnd { (start, division, isAnchored) = (areaEnd, nil, false) }
            }
        }
        if isGroup, !isAnchored { start = behindLeadingVerb(start, ending.range.lowerBound) }
        start = behindComposed(start, ending.range.lowerBound, composed, &isAnchored, &areaEnd, isGroup: isGroup)
        areaEnd = min(max(areaEnd, start), ending.range.upperBound)
        guard map.mayCut(start) else { return nil }
        if !isAnchored, isWhole(composed, from: start, to: ending.range.upperBound) { return nil }
        if start == ending.range.lowerBound { return bare(ending) }
        if !isAnchored, !isGroup, ending.range.lowerBound - start > Self.longestBareName { return nil }
        // 加大综合考核医院: what goes on for long before a word that is a class by itself is no part of its name.
        if !isAnchored, !entry.isSpecific, ending.range.lowerBound - start > Self.longestModifier, isClass(endingAt: ending.range.upperBound) { return nil }
        if ending.range.lowerBound - start == 1, ending.range.count < 2 { return nil }
        return NameCandidate(
            range: start..<ending.range.upperBound,
            source: .open(
                ending: ending.index, areaEnd: areaEnd, division: division,
                isAnchored: isAnchored || (entry.isSpecific && !left.isCounted)))
    }

    /// Reads to the left until something stops every name.
    private func look(from end: Int, isGroup: Bool) -> Left {
        let lowest = max(map.range.lowerBound, end - Self.longestName)
        var left = Left(end: end)
        var place = end
        while true {
            left.limit = place
            if map.stop(endingAt: place) > 0 || map.pointer(endingAt: place) > 0 {
                if isGroup, let start = area(before: map.within(endingAt: place), endingAt: place, lowest: lowest) {
                    left.limit = start
                    if map.beginsRegion(start) { left.regions.insert(end - start) } else { left.levelWords.insert(end - start) }
                }
                break
            }
            if map.verb(endingAt: place) > 0, left.verb == nil { left.verb = place }
            guard place > lowest else { break }
            let scalar = map.scalars[place - 1]
            if scalar == "）" {
                guard let open = bracket(closingAt: place - 1, lowest: lowest) else { break }
                place = open
                continue
            }
            if scalar.value < 0x80, (0x30...0x39).contains(scalar.value) {
                left.isCounted = true
                if place < end, Self.isClassifier(map.scalars[place]) { left.limit = place + 1 }
                break
            }
            guard Self.isNameScalar(scalar), !map.isMasked(place - 1) else { break }
            place -= 1
            if map.mayCut(place) {
                if map.beginsRegion(place) { left.regions.insert(end - place) }
                if map.beginsLevelWord(place) { left.levelWords.insert(end - place) }
            }
        }
        return left
    }

    /// 国务院|深化|医药卫生体制改革领导小组: where the division begins that stands right before a word that ends here.
    private func area(before length: Int, endingAt place: Int, lowest: Int) -> Int? {
        guard length > 0 else { return nil }
        let end = place - length
        return (lowest..<max(lowest, end)).first { start in
            map.mayCut(start) && (map.beginsRegion(start) || map.beginsLevelWord(start)) && longestArea(at: start, end)?.end == end
        }
    }

    /// The opening bracket of a short one without stops inside.
    private func bracket(closingAt close: Int, lowest: Int) -> Int? {
        var place = close - 1
        while place >= max(lowest, close - 14) {
            let scalar = map.scalars[place]
            if scalar == "（" { return place }
            guard Self.isNameScalar(scalar) || scalar == "、" else { return nil }
            place -= 1
        }
        return nil
    }

    private func anchor(_ left: Left, _ reach: Int, _ end: Int, isGroup: Bool) -> (start: Int, end: Int, region: Int?)? {
        var best: (start: Int, end: Int, region: Int?)?
        for place in left.regionPlaces where place >= reach {
            guard let area = longestArea(at: place, end) else { continue }
            if let known = best {
                guard area.end == known.start || area.end == known.end || isOrdinal(from: area.end, to: known.start) else { break }
                // 武汉东湖新技术开发区: what does not lie in the division before it is no division but part of the name.
                let isInside = area.region.flatMap { outer in known.region.map { ontology.divisions.contains(outer, $0) } } ?? true
                best = isInside ? (place, known.end, known.region ?? area.region) : (place, area.end, area.region)
            } else {
                best = (place, area.end, area.region)
            }
        }
        // A level word such as 市 begins a name only where one may begin.
        for place in left.levelWordPlaces where place >= reach && (place == left.limit || map.verb(endingAt: place) > 0 || best?.start == place || isLed(place)) {
            guard let area = longestArea(at: place, end), best.map({ $0.start == area.end || isOrdinal(from: area.end, to: $0.start) }) ?? true else { continue }
            best = (place, best?.end ?? area.end, best?.region ?? area.region)
        }
        // In running text it may as well stand behind a word that is not known: 要靠州灯具改革领导小组.
        if best == nil, isGroup {
            for place in left.levelWordPlaces where place >= reach {
                guard let area = longestArea(at: place, end), area.region != nil, area.end < end else { continue }
                return (place, area.end, area.region)
            }
        }
        return best
    }

    /// 研究|县人民医院.
    private func isLed(_ place: Int) -> Bool { leading.length(endingAt: place, in: map.scalars, from: map.range.lowerBound) != nil }

    /// 国务院|第五次|全国经济普查领导小组: which of several it is stands inside the name.
    private func isOrdinal(from start: Int, to end: Int) -> Bool {
        end - start >= 3 && end - start <= 5 && map.scalars[start] == "第" && map.scalars[end - 1] == "次"
    }

    private func longestArea(at place: Int, _ end: Int) -> BodyNameReader.Area? {
        let longest = reader.longestArea(at: place, upTo: end)
        // 省级 is longer than 省.
        if let opener = reader.opener(at: place), opener <= end, opener > longest?.end ?? 0 { return BodyNameReader.Area(end: opener) }
        return longest
    }

    /// A composed name inside the stretch: where it stands right before the place the name begins at it (铁科院…基地), where too much
    /// follows it the name begins behind it.
    private func behindComposed(
        _ start: Int, _ end: Int, _ composed: ArraySlice<NameCandidate>, _ isAnchored: inout Bool, _ areaEnd: inout Int, isGroup: Bool
    ) -> Int {
        var start = start
        // Names are at most `longestName` long, so that few candidates are looked at for each ending.
        var at = firstIndex(composed, from: start - Self.longestName)
        while at < composed.count, composed[at].range.lowerBound < end {
            let name = composed[at].range
            at += 1
            guard case .reading(let reading) = composed[at - 1].source, reading.isAnchored else { continue }
            if name.upperBound == start, isAnchored, name.count > 2 { return name.lowerBound }
            guard name.lowerBound >= start, name.upperBound <= end else { continue }
            // 国务院根治拖欠农民工工资工作领导小组: what opens a name is none of its own.
            if isGroup, name.lowerBound == start, reader.opener(at: start) == name.upperBound { continue }
            if let verb = (1...3).first(where: { name.upperBound + $0 <= end && map.verb(endingAt: name.upperBound + $0) == $0 }) {
                (start, areaEnd, isAnchored) = (name.upperBound + verb, name.upperBound + verb, false)
            } else if end - name.upperBound > Self.longestTail {
                (start, areaEnd, isAnchored) = (name.upperBound, name.upperBound, false)
            }
        }
        return start
    }

    /// 支持|灯具改革领导小组: without a division before it a verb at the beginning is none of the name.
    private func behindLeadingVerb(_ start: Int, _ end: Int) -> Int {
        (2...3).first { start + $0 < end && map.verb(endingAt: start + $0) == $0 }.map { start + $0 } ?? start
    }

    /// A composed name ends where the open one would and says whose it is: 要靠|州总工会.
    private func isWhole(_ composed: ArraySlice<NameCandidate>, from start: Int, to end: Int) -> Bool {
        var at = firstIndex(composed, from: start)
        while at < composed.count, composed[at].range.lowerBound < end {
            if composed[at].range.upperBound == end, !composed[at].isWeak { return true }
            at += 1
        }
        return false
    }

    private func firstIndex(_ composed: ArraySlice<NameCandidate>, from place: Int) -> Int {
        var (low, high) = (0, composed.count)
        while low < high {
            let middle = (low + high) / 2
            if composed[middle].range.lowerBound < place { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// An ending alone: it points back where something shows it, and is a class where it is long enough to mean something.
    private func bare(_ ending: BodyLexicon.Word) -> NameCandidate? {
        guard map.mayCut(ending.range.lowerBound) else { return nil }
        let pointer = map.pointer(endingAt: ending.range.lowerBound)
        // 工会 and 公司 are frequent as classes too: alone they point back only where a clause begins.
        if pointer > 0 || (reader.isAnaphor(ending.range) && (ending.range.count > 2 || opensClause(ending.range.lowerBound))) { return NameCandidate(range: ending.range, source: .anaphor) }
        guard ending.range.count >= Self.longEnding, ontology.endings[ending.index].kind != "group" else { return nil }
        return NameCandidate(range: ending.range, source: .group(head: ending.range))
    }

    private func isClass(endingAt end: Int) -> Bool {
        var (low, high) = (0, map.classWords.count)
        while low < high {
            let middle = (low + high) / 2
            if map.classWords[middle].end < end { low = middle + 1 } else { high = middle }
        }
        return map.classWords[low...].prefix { $0.end == end }.contains { $0.kind == .head }
    }

    private static func isClassifier(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "个", "家", "所", "名", "支", "批", "座", "条", "项", "户", "间", "类", "种", "处", "届", "起", "宗", "例": true
        default: false
        }
    }

    /// What names are written with: Chinese characters, Latin letters, the dot of foreign names.
    static func isNameScalar(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x3400...0x9FFF, 0x20000...0x2FA1F, 0x3007, 0x41...0x5A, 0x61...0x7A, 0xB7, 0x2D: true
        default: false
        }
    }
}

/// Distances below 64, the smallest first; an open name reaches less far.
private struct Distances: Sequence, IteratorProtocol {
    private var bits: UInt64 = 0

    mutating func insert(_ distance: Int) { bits |= 1 << UInt64(distance) }

    mutating func next() -> Int? {
        guard bits != 0 else { return nil }
        defer { bits &= bits - 1 }
        return bits.trailingZeroBitCount
    }
}
