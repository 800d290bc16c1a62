import Vocabulary

/// Finds classes of bodies: heads with their modifiers (各级工会, 百人以上企业), whole names, and level words in a row with what they
/// share (各州（市）财政局).
extension BodyPassage {
    /// - Parameter isList: in a list of who owes something every member is a name of its own.
    func findClasses(into found: inout [NameCandidate], isList: Bool) {
        var at = 0
        while at < map.classWords.count {
            let word = map.classWords[at]
            repeat { at += 1 } while at < map.classWords.count && map.classWords[at].end == word.end
            guard map.mayCut(word.range.upperBound), map.mayCut(word.range.lowerBound), isList || !isPredicate(word.range) else { continue }
            var start = word.range.lowerBound
            if word.kind == .head {
                while map.modifier(endingAt: start) > 0 { start -= map.modifier(endingAt: start) }
                start = residence(before: start) ?? behindLevels(start)
                if map.scalars[start..<word.range.lowerBound].contains("驻") { start = behindCentre(start) }
            } else if map.modifier(endingAt: start) > 1, map.scalars[start - 1] == "直" {
                // 县直|各单位.
                start -= map.modifier(endingAt: start)
            }
            found.append(NameCandidate(range: (isList ? start : row(endingIn: start..<word.range.upperBound))..<word.range.upperBound, source: .group(head: word.range)))
        }
        findLevelRows(into: &found)
    }

    /// 各镇是禁烧责任主体: what somebody is names nobody. 为责任主体提供服务 opens a clause and does.
    private func isPredicate(_ word: Range<Int>) -> Bool {
        guard predicates.length(at: word.lowerBound, in: map.scalars, limit: word.upperBound) == word.count else { return false }
        var place = word.lowerBound
        while place > map.range.lowerBound, word.lowerBound - place < Self.longestPredicate, map.scalars[place - 1].isHan {
            if copulas.length(endingAt: place, in: map.scalars, from: map.range.lowerBound) != nil { return map.scalars[place - 1] != "为" || !opensClause(place - 1) }
            place -= 1
        }
        return false
    }

    /// Of the words between 是 and such a noun.
    private static let longestPredicate = 10

    /// 州、县（市）责任单位: level words in a row right before a class name belong to it.
    private func behindLevels(_ start: Int) -> Int {
        guard start > map.range.lowerBound, map.scalars[start - 1] == "）" || map.beginsLevelWord(start - 1) else { return start }
        for length in stride(from: 8, through: 2, by: -1) where start - length >= map.range.lowerBound {
            if let row = levelRow(at: start - length), row.end == start { return start - length }
        }
        return start
    }

    /// 省驻楚|单位: where those of a higher level that sit in a place say so.
    private func residence(before end: Int) -> Int? {
        let lowest = map.range.lowerBound
        guard var start = (end - 5..<end - 1).last(where: { $0 >= lowest && map.scalars[$0] == "驻" }), map.mayCut(start) else { return nil }
        // One character is short for a place (驻滇); more are its name.
        guard end - start == 2 || reader.longestArea(at: start + 1, upTo: end)?.end == end else { return nil }
        while start > lowest, map.beginsLevelWord(start - 1) { start -= 1 }
        return start
    }

    /// 中央|驻县单位, 中央和|省驻县单位.
    private func behindCentre(_ start: Int) -> Int {
        let lowest = map.range.lowerBound
        let isJoined = start > lowest && (map.scalars[start - 1] == "和" || map.scalars[start - 1] == "、")
        let centre = start - (isJoined ? 3 : 2)
        return centre >= lowest && map.scalars[centre] == "中" && map.scalars[centre + 1] == "央" ? centre : start
    }

    private func findLevelRows(into found: inout [NameCandidate]) {
        for start in map.starts {
            guard map.beginsLevelWord(start), map.mayCut(start) else { continue }
            let concerned = map.modifier(endingAt: start)
            // 各有关省级人民政府
            if concerned > 1, let row = levelRow(at: start, isEach: true), let longest = reader.longestBareName(at: row.end) {
                found.append(NameCandidate(range: start - concerned..<longest.upperBound, source: .group(head: start - concerned..<longest.upperBound)))
                continue
            }
            let each = start > map.range.lowerBound && map.scalars[start - 1] == "各" ? start - 1 : start
            guard let row = levelRow(at: each) else { continue }
            if let longest = reader.longestBareName(at: row.end) {
                found.append(NameCandidate(range: each..<longest.upperBound, source: .group(head: each..<longest.upperBound)))
            } else if each < start, map.mayCut(row.end) {
                found.append(NameCandidate(range: each..<row.end, source: .group(head: each..<row.end)))
            }
        }
    }

    /// Level words in a row; more are no row but a text of them.
    private static let longestRow = 8

    /// 各州（市）, 各市、县, 州（市）, 县（市、区）: at least 各 or two level words.
    func levelRow(at start: Int, isEach isKnown: Bool = false) -> (end: Int, levels: Int)? {
        var place = start
        var levels = 0
        let begins = place < map.range.upperBound && map.scalars[place] == "各"
        let isEach = begins || isKnown
        if begins { place += 1 }
        while levels < Self.longestRow, let end = reader.plainLevelWord(at: place) {
            levels += 1
            place = end
            if let more = bracketed(at: place) {
                levels += more.levels
                place = more.end
            }
            if place < map.range.upperBound, map.scalars[place] == "、", reader.plainLevelWord(at: place + 1) != nil { place += 1 }
        }
        return levels > 1 || (isEach && levels > 0) ? (place, levels) : nil
    }

    private func bracketed(at place: Int) -> (end: Int, levels: Int)? {
        guard place < map.range.upperBound, map.scalars[place] == "（" else { return nil }
        var (at, levels) = (place + 1, 0)
        while let end = reader.plainLevelWord(at: at) {
            levels += 1
            at = end
            if at < map.range.upperBound, map.scalars[at] == "、" { at += 1 }
        }
        guard levels > 0, at < map.range.upperBound, map.scalars[at] == "）" else { return nil }
        return (at + 1, levels)
    }
}
