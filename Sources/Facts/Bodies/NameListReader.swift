import Provenance
import Structure
import Vocabulary

extension BodyRecogniser {
    /// Splits a list of names of bodies (责任单位列举): at 、 ， ； and at 和, 及, 会同 where that splits no name, restores the division that the
    /// list names once (省发展改革委、财政厅), and tells whether the list is open (等部门).
    /// - Parameter range: the list alone, without labels and verbs; names that are not known are split at separators.
    /// - Returns: names in printed order with their ranges in the reading text.
    public func splitNames(in text: ReadingText, range: Range<Int>, scope: inout BodyScope) -> (names: [FoundBody], isOpen: Bool) {
        guard !range.isEmpty else { return ([], false) }
        var tables = scope.takeTables(ontology)
        tables.passage.read(text.scalars, range)
        tables.passage.reader.levels = scope.levels(ontology)
        tables.choose()
        var list = NameListReader(MentionBuilder(self, tables))
        list.read(&scope)
        let (names, isOpen, after) = list.finish()
        scope.give(after)
        return (names, isOpen)
    }
}

/// Reads one list of names.
private struct NameListReader {
    private var builder: MentionBuilder
    private var names: [FoundBody] = []
    private var isOpen = false
    private var next = 0

    init(_ builder: consuming MentionBuilder) {
        self.builder = builder
        self.builder.isList = true
    }

    /// The names, whether the list is open, and the tables back for the next passage.
    consuming func finish() -> (names: [FoundBody], isOpen: Bool, tables: BodyTables) { (names, isOpen, builder.finish().tables) }

    mutating func read(_ scope: inout BodyScope) {
        var start = builder.tables.passage.map.range.lowerBound
        var place = start
        var depth = 0
        var inside = 0
        while place < builder.tables.passage.map.range.upperBound {
            while inside < builder.tables.chosen.count, builder.tables.chosen[inside].range.upperBound <= place { inside += 1 }
            let isInName = inside < builder.tables.chosen.count && builder.tables.chosen[inside].range.lowerBound <= place
            let scalar = builder.tables.passage.map.scalars[place]
            if scalar == "（" || scalar == "〔" || scalar == "(" { depth += 1 }
            if scalar == "）" || scalar == "〕" || scalar == ")" { depth = max(0, depth - 1) }
            if depth == 0, !isInName {
                if Self.separates(scalar) {
                    piece(start..<place, &scope)
                    if scalar == "；" || scalar == ";" { builder.endList() }
                    place += 1
                    start = place
                    continue
                }
                if let length = joiner(at: place, from: start, inside) {
                    piece(start..<place, &scope)
                    place += length
                    start = place
                    continue
                }
            }
            place += 1
        }
        piece(start..<builder.tables.passage.map.range.upperBound, &scope)
    }

    /// 和, 会同: it splits only beside a name that is known, since unknown names hold 和 too.
    /// - Parameter next: index of the first name that ends behind the place.
    private func joiner(at place: Int, from start: Int, _ next: Int) -> Int? {
        guard let word = builder.tables.passage.map.joiner(at: place), place > start else { return nil }
        let isBehindName = next > 0 && builder.tables.chosen[next - 1].range.upperBound == place && builder.tables.chosen[next - 1].range.lowerBound >= start
        let isBeforeName = next < builder.tables.chosen.count && builder.tables.chosen[next].range.lowerBound == place + word
        return isBehindName || isBeforeName ? word : nil
    }

    private mutating func piece(_ whole: Range<Int>, _ scope: inout BodyScope) {
        var range = trimmed(whole)
        if let length = builder.tables.passage.map.open(endingAt: range.upperBound), length <= range.count {
            isOpen = true
            // 各有关单位 is a name of the list as well, 等部门 is none.
            if length < range.count || builder.tables.passage.map.scalars[range.lowerBound] == "等" { range = range.lowerBound..<(range.upperBound - length) }
        }
        guard !range.isEmpty else { return }
        while next < builder.tables.chosen.count, builder.tables.chosen[next].range.upperBound <= range.lowerBound { next += 1 }
        var inside: [NameCandidate] = []
        while next < builder.tables.chosen.count, builder.tables.chosen[next].range.upperBound <= range.upperBound {
            if builder.tables.chosen[next].range.lowerBound >= range.lowerBound { inside.append(builder.tables.chosen[next]) }
            next += 1
        }
        if let first = inside.first, tiles(inside, range) || isBracketed(first, range) {
            let before = builder.found.count
            for candidate in inside where tiles(inside, range) || candidate.range == first.range { builder.add(candidate, &scope) }
            var read = Array(builder.found[before...])
            if read.count == 1, isBracketed(first, range) {
                read[0].body.name += builder.text(first.range.upperBound..<range.upperBound)
                read[0].range = range
            }
            if !read.isEmpty {
                names += read
                return
            }
        }
        names.append(builder.unknown(range, &scope))
    }

    private static func separates(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "、", "，", "；", ",", ";", "。": true
        default: false
        }
    }

    /// The candidates fill the stretch, but for a word such as 由 before it.
    private func tiles(_ candidates: [NameCandidate], _ range: Range<Int>) -> Bool {
        guard let first = candidates.first else { return false }
        var end = first.range.lowerBound
        if end > range.lowerBound, builder.tables.passage.map.stop(endingAt: end) != end - range.lowerBound { return false }
        for candidate in candidates {
            guard candidate.range.lowerBound == end else { return false }
            end = candidate.range.upperBound
        }
        return end == range.upperBound
    }

    /// 省甲局（省乙局）: one body with two names.
    private func isBracketed(_ candidate: NameCandidate, _ range: Range<Int>) -> Bool {
        let end = candidate.range.upperBound
        return candidate.range.lowerBound == range.lowerBound && end < range.upperBound && builder.tables.passage.map.scalars[end] == "（"
            && builder.tables.passage.map.scalars[range.upperBound - 1] == "）"
    }

    private func trimmed(_ range: Range<Int>) -> Range<Int> {
        var (start, end) = (range.lowerBound, range.upperBound)
        while start < end, builder.tables.passage.map.scalars[start].isWhite || builder.tables.passage.map.scalars[start] == "：" || builder.tables.passage.map.scalars[start] == ":" { start += 1 }
        while end > start, builder.tables.passage.map.scalars[end - 1].isWhite { end -= 1 }
        return start..<end
    }
}
