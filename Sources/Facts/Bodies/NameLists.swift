import Provenance

/// Lists of names (责任单位列举): split where that splits no name.
extension MentionBuilder {
    /// A list as far as it has been read.
    private struct NameList {
        var names: [FoundBody] = []
        var isOpen = false
        /// Index in `chosen` of the first name that has not been taken.
        var next = 0
    }

    /// The names in printed order, and whether the list is open. The passage is the list.
    mutating func splitNames() -> (names: [FoundBody], isOpen: Bool) {
        var list = NameList()
        let range = passage.map.range
        var start = range.lowerBound
        var place = start
        var depth = 0
        var inside = 0
        while place < range.upperBound {
            while inside < chosen.count, chosen[inside].range.upperBound <= place { inside += 1 }
            let isInName = inside < chosen.count && chosen[inside].range.lowerBound <= place
            let scalar = passage.map.scalars[place]
            if scalar == "（" || scalar == "〔" || scalar == "(" { depth += 1 }
            if scalar == "）" || scalar == "〕" || scalar == ")" { depth = max(0, depth - 1) }
            if depth == 0, !isInName {
                if Self.separates(scalar) {
                    addPiece(start..<place, to: &list)
                    if scalar == "；" || scalar == ";" { endList() }
                    place += 1
                    start = place
                    continue
                }
                // 省甲局等和各有关县人民政府
                if scalar == "等", place + 1 < range.upperBound, let joint = passage.map.joiner(at: place + 1) {
                    addPiece(start..<place + 1, to: &list)
                    place += 1 + joint
                    start = place
                    continue
                }
                if let length = joiner(at: place, from: start, inside) {
                    addPiece(start..<place, to: &list)
                    place += length
                    start = place
                    continue
                }
            }
            place += 1
        }
        addPiece(start..<range.upperBound, to: &list)
        return (list.names, list.isOpen)
    }

    private static func separates(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "、", "，", "；", ",", ";", "。": true
        default: false
        }
    }

    /// 和, 会同: it splits only beside a name that is known, since unknown names hold 和 too.
    /// - Parameter next: index of the first name that ends behind the place.
    private func joiner(at place: Int, from start: Int, _ next: Int) -> Int? {
        guard let word = passage.map.joiner(at: place), place > start else { return nil }
        let isBehindName = next > 0 && chosen[next - 1].range.upperBound == place && chosen[next - 1].range.lowerBound >= start
        let isBeforeName = next < chosen.count && chosen[next].range.lowerBound == place + word
        return isBehindName || isBeforeName ? word : nil
    }

    private mutating func addPiece(_ whole: Range<Int>, to list: inout NameList) {
        var range = trimmed(whole)
        if let length = passage.map.open(endingAt: range.upperBound), length <= range.count {
            list.isOpen = true
            // 各有关单位 and 县直有关单位 are names of the list as well, 等部门 is none.
            if !isName(range, from: list.next), length < range.count || scalars[range.lowerBound] == "等" { range = range.lowerBound..<(range.upperBound - length) }
        }
        guard !range.isEmpty else { return }
        while list.next < chosen.count, chosen[list.next].range.upperBound <= range.lowerBound { list.next += 1 }
        // A name that began in the piece before is no name of this one.
        while list.next < chosen.count, chosen[list.next].range.lowerBound < range.lowerBound { list.next += 1 }
        let first = list.next
        while list.next < chosen.count, chosen[list.next].range.upperBound <= range.upperBound { list.next += 1 }
        let known = found.count
        if tiles(first..<list.next, range) {
            for index in first..<list.next { add(chosen[index]) }
            if found.count == known + 1 { list.names.append(bracketed(found[known], chosen[first], range)) } else { list.names += found[known...] }
        } else if first < list.next, isBracketed(chosen[first], range) {
            add(chosen[first])
            if found.count > known { list.names.append(bracketed(found[known], chosen[first], range)) }
        }
        if found.count == known { list.names.append(unknown(range)) }
    }

    /// One candidate is the whole stretch.
    private func isName(_ range: Range<Int>, from next: Int) -> Bool {
        chosen[next...].first { $0.range.upperBound > range.lowerBound }?.range == range
    }

    /// The candidates fill the stretch, but for a word such as 由 before it.
    private func tiles(_ candidates: Range<Int>, _ range: Range<Int>) -> Bool {
        guard let first = candidates.first else { return false }
        var end = chosen[first].range.lowerBound
        if end > range.lowerBound, passage.map.stop(endingAt: end) != end - range.lowerBound { return false }
        for index in candidates {
            guard chosen[index].range.lowerBound == end else { return false }
            end = chosen[index].range.upperBound
        }
        return end == range.upperBound
    }

    /// 省甲局（省乙局）: one body with two names.
    private func isBracketed(_ candidate: NameCandidate, _ range: Range<Int>) -> Bool {
        let end = candidate.range.upperBound
        return candidate.range.lowerBound == range.lowerBound && end < range.upperBound && scalars[end] == "（" && scalars[range.upperBound - 1] == "）"
    }

    /// The mention of a candidate, with the other name in brackets behind it where there is one.
    private mutating func bracketed(_ mention: FoundBody, _ candidate: NameCandidate, _ range: Range<Int>) -> FoundBody {
        guard isBracketed(candidate, range) else { return mention }
        var mention = mention
        var body = mention.body
        body.name += text(candidate.range.upperBound..<range.upperBound)
        mention.naming = mention.naming.renamed(body)
        mention.range = range
        mention.number = -1
        return numbered(mention)
    }

    private func trimmed(_ range: Range<Int>) -> Range<Int> {
        var (start, end) = (range.lowerBound, range.upperBound)
        while start < end, scalars[start].isWhite || scalars[start] == "：" || scalars[start] == ":" { start += 1 }
        while end > start, scalars[end - 1].isWhite { end -= 1 }
        return start..<end
    }
}
