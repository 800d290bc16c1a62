import Provenance
import Vocabulary

/// Reads the text of a document into nested units (正文层次): numbers of every style in the order in which they open, titles of
/// a bulletin's items, headings without a number, tables, annexes.
struct BodyReader {
    let words: StructureWords
    let closing: ClosingReader
    let titles: ContentsList
    let genre: Genre
    /// Of an extracted text: it tells which lines are rows of tables.
    var map: SourceMap?

    func read(_ paragraphs: ArraySlice<Paragraph>, into assembly: inout Assembly) -> [DraftNode] {
        let text = assembly.text
        let paragraphs = withBareNumbers(splitAtTitles(paragraphs, text: text))[...]
        let tables = TableReader(words: words, map: map)
        let inline = unnumberedRunIns(paragraphs)
        let plain = stylesWithoutRunIns(paragraphs)
        let sentences = SentenceHeadings(paragraphs)
        var stack = UnitStack(hoists: genre.purpose != .regulation)
        var index = paragraphs.startIndex
        var closed = false
        while index < paragraphs.endIndex {
            let paragraph = paragraphs[index]
            if let (table, end, bars) = tables.table(at: index, in: paragraphs, text: text) {
                stack.append(table)
                assembly.add(furniture: bars)
                index = end
                continue
            }
            // 目录 of what is carried: its entries come again as headings.
            if paragraph.length <= words.longestLabel, paragraph.head.scalars.first != "【", let (_, end) = ContentsList.read(paragraphs, at: index, words: words, text: text) {
                for entry in paragraphs[index..<end] { stack.append(.paragraph(entry.pieces)) }
                index = end
                continue
            }
            if let (fields, end) = closing.closing(at: index, in: paragraphs, text: text) {
                stack.unwind(to: 0)
                stack.append(.closing(fields))
                closed = true
                index = end
                continue
            }
            if let end = openAnnex(at: index, in: paragraphs, afterClosing: closed, text: text, stack: &stack) {
                closed = false
                index = end
                continue
            }
            // 此复。 特此通知。 closes all clauses, not the last.
            if paragraph.length <= 24, words.isFormula(paragraph.head) { stack.closeClauses() }
            if paragraph.head.scalars.first == "【", paragraph.head.scalars.last == "】", paragraph.isShort, genre.purpose == .bulletin {
                stack.open(.bracket, DraftUnit(kind: .section, level: 1, heading: paragraph.pieces))
            } else if let title = itemTitle(paragraph, text: text) {
                let (heading, rest) = paragraph.pieces.split(at: paragraph.head.offset(after: title, in: text), in: text)
                stack.open(.item, DraftUnit(kind: .item, level: 0, heading: heading))
                if !rest.isEmpty { stack.append(.paragraph(rest)) }
            } else if let numbering = paragraph.numbering, isStructural(numbering, paragraph) {
                open(
                    numbering, paragraph, before: index + 1 < paragraphs.endIndex ? paragraphs[index + 1] : nil,
                    sentences, isPlain: plain.contains(numbering.style), text: text, stack: &stack)
            } else if isHeading(at: index, in: paragraphs) {
                openPlain(paragraph.pieces, stack: &stack)
            } else if inline.contains(index), let length = unnumberedRunIn(paragraph) {
                let (heading, rest) = paragraph.pieces.split(at: paragraph.head.offset(after: length, in: text), in: text)
                stack.open(.runIn, DraftUnit(kind: .item, level: 0, heading: heading))
                stack.append(.paragraph(rest))
            } else {
                if stack.top == .runIn { stack.close() }
                if genre.purpose == .regulation { stack.closeItems(in: text) }
                stack.append(.paragraph(paragraph.pieces))
            }
            index += 1
        }
        return stack.finish()
    }

    /// 1 总则 over 1.1: a number without a point is one only where numbers with points stand below it.
    private func withBareNumbers(_ paragraphs: [Paragraph]) -> [Paragraph] {
        guard paragraphs.contains(where: { $0.numbering?.style == .decimal }) else { return paragraphs }
        return paragraphs.map { paragraph in
            guard paragraph.numbering == nil, paragraph.looksLikeHeading(limit: 40), let bare = Numbering(bare: paragraph.head) else { return paragraph }
            var numbered = paragraph
            numbered.numbering = bare
            return numbered
        }
    }

    // MARK: Titles of bulletins

    /// Where lines are wrapped a title may begin in what looked like the middle of a paragraph: behind a line, or, where a page was read
    /// whose last line was full, behind a sentence.
    private func splitAtTitles(_ paragraphs: ArraySlice<Paragraph>, text: [Unicode.Scalar]) -> [Paragraph] {
        guard genre.purpose == .bulletin || !titles.isEmpty else { return Array(paragraphs) }
        var result: [Paragraph] = []
        result.reserveCapacity(paragraphs.count)
        for paragraph in paragraphs {
            let cuts = titleStarts(paragraph, text: text)
            if cuts.isEmpty { result.append(paragraph) } else { result += paragraph.parts(at: cuts, in: text) }
        }
        return result
    }

    /// How many lines of wrapped text hold a title and the spaces behind it.
    private static let longestTitle = 4

    /// Where titles begin inside a paragraph: those of the 目录, and at the head of a line those that two spaces part from their text.
    private func titleStarts(_ paragraph: Paragraph, text: [Unicode.Scalar]) -> [Int] {
        let lines = paragraph.pieces.ranges
        guard !titles.isEmpty || lines.count > 1 else { return [] }
        let whole = Glimpse(paragraph.pieces, in: text)
        let ends = whole.scalars.indices.dropFirst().filter { whole.scalars[$0 - 1].endsSentence }
        guard !ends.isEmpty else { return [] }
        let origins = whole.origins(in: text)
        var line = 0
        return ends.compactMap { index in
            let end = origins[index - 1] + 1
            while line < lines.count, lines[line].upperBound < end { line += 1 }
            let isLine = line + 1 < lines.count && lines[line].upperBound == end
            if titles.titleLength(whole.scalars[index...]) != nil, isLine || "。！？".unicodeScalars.contains(whole.scalars[index - 1]) { return origins[index] }
            guard isLine, let rest = Paragraph(Pieces(Array(lines[(line + 1)...].prefix(Self.longestTitle))), line: paragraph.line, in: text),
                let length = RunInHeading.lengthBySpaces(rest, in: text), length >= 8, rest.numbering == nil, !rest.head.scalars[..<length].contains("，")
            else { return nil }
            return origins[index]
        }
    }

    /// The length of a bulletin item's title.
    private func itemTitle(_ paragraph: Paragraph, text: [Unicode.Scalar]) -> Int? {
        guard genre.purpose == .bulletin, paragraph.numbering == nil else { return nil }
        if let length = titles.titleLength(paragraph.head.scalars[...]) { return length }
        guard !paragraph.isShort || paragraph.endsSentence else { return nil }
        guard let length = RunInHeading.lengthBySpaces(paragraph, in: text), length >= 6 else { return nil }
        return length
    }

    // MARK: Numbered units

    /// A number opens a unit, unless it belongs to a list inside a sentence.
    private func isStructural(_ numbering: Numbering, _ paragraph: Paragraph) -> Bool {
        paragraph.length > numbering.length
    }

    /// - Parameter isPlain: units of this style have no headings in their first sentences.
    private func open(
        _ numbering: Numbering, _ paragraph: Paragraph, before next: Paragraph?, _ sentences: SentenceHeadings, isPlain: Bool, text: [Unicode.Scalar], stack: inout UnitStack
    ) {
        let head = paragraph.head
        let number = String(scalars: head.scalars[..<numbering.length])
        var unit = DraftUnit(kind: numbering.style <= .division ? .part : .section, number: number, style: numbering.style, level: 0)
        let rest: Pieces
        if numbering.style != .article, let length = headingOverDuty(paragraph, numbering, over: next, text: text) {
            (unit.heading, rest) = optional(paragraph.pieces.split(at: head.offset(after: length, in: text), in: text))
        } else if numbering.style != .article, paragraph.looksLikeHeading(limit: 60) || endsInDuty(paragraph, numbering, over: next) || sentences.contains(paragraph, numbering, over: next) {
            unit.heading = paragraph.pieces
            rest = Pieces([])
        } else if numbering.style == .article, paragraph.looksLikeHeading(limit: 40), let below = next?.numbering, below.style > .article, below.ordinal == 1 {
            // 第三条 客运车辆的条件 over （一）…
            unit.heading = paragraph.pieces
            rest = Pieces([])
        } else if numbering.style != .article,
            let length = RunInHeading.length(head, from: numbering.length, paragraphLength: paragraph.length, words: words), !isOnlyDuty(paragraph, from: length),
            !isPlain || isPlainly(heading: head.scalars[numbering.length..<length])
        {
            (unit.heading, rest) = optional(paragraph.pieces.split(at: head.offset(after: length, in: text), in: text))
        } else if let length = RunInHeading.lengthBySpaces(paragraph, in: text, from: numbering.length, least: 1, limit: 30),
            length < paragraph.length - 10, paragraph.endsSentence,
            !head.scalars[numbering.length..<length].contains("，")
        {
            (unit.heading, rest) = optional(paragraph.pieces.split(at: head.offset(after: length, in: text), in: text))
        } else {
            rest = paragraph.pieces
        }
        stack.open(.numbered(numbering.style), unit)
        if !rest.isEmpty { stack.append(.paragraph(rest)) }
    }

    /// The styles of number under which units begin with their demands (条款无标题): headings are a habit of a document, so that where few
    /// units begin with what could be one, a first sentence of some length is the first demand.
    private func stylesWithoutRunIns(_ paragraphs: ArraySlice<Paragraph>) -> Set<NumberingStyle> {
        var counts: [NumberingStyle: (units: Int, headed: Int)] = [:]
        for paragraph in paragraphs {
            guard let numbering = paragraph.numbering, numbering.style != .article, paragraph.length > numbering.length + 16 else { continue }
            let length = RunInHeading.length(paragraph.head, from: numbering.length, paragraphLength: paragraph.length, words: words)
            counts[numbering.style, default: (0, 0)].units += 1
            if let length, !Self.counts(paragraph.head.scalars[numbering.length..<length]) { counts[numbering.style, default: (0, 0)].headed += 1 }
        }
        return Set(counts.filter { $0.value.units >= 3 && $0.value.headed * 2 < $0.value.units }.keys)
    }

    /// 新建6个: a figure with what it counts makes a demand.
    private static func counts(_ sentence: ArraySlice<Unicode.Scalar>) -> Bool {
        zip(sentence, sentence.dropFirst()).contains { $0.isDigit && ($1 == "%" || $1.isHan && $1 != "年" && $1 != "月") }
    }

    /// Short and without a comma: a heading in any case.
    private func isPlainly(heading: ArraySlice<Unicode.Scalar>) -> Bool { heading.count <= 14 && !heading.contains("，") && !Self.counts(heading) }

    private func optional(_ parts: (Pieces, Pieces)) -> (Pieces?, Pieces) { (parts.0, parts.1) }

    /// （二）加大培训力度（责任单位：省甲厅）: a heading that closes with its responsible bodies. A demand on a line of its own
    /// ends in 。 before or after that bracket.
    private func endsInDuty(_ paragraph: Paragraph, _ numbering: Numbering, over next: Paragraph?) -> Bool {
        let text = paragraph.head.scalars
        guard paragraph.isShort, !text.isEmpty, let open = Brackets.start(of: text.count - 1, in: text), open > 3, open <= 34 else { return false }
        let name = text[..<open]
        return !name.contains("。") && !name.contains("，") && !name.contains("；")
    }

    /// 三、优化环境。（责任单位：市甲局） over （一）… or over a paragraph: the bracket holds for all below. Where the heading ends.
    private func headingOverDuty(_ paragraph: Paragraph, _ numbering: Numbering, over next: Paragraph?, text: [Unicode.Scalar]) -> Int? {
        let head = paragraph.head.scalars
        guard paragraph.length <= Self.longestDuty, let stop = head.prefix(36).firstIndex(of: "。"), stop + 1 < head.count, Brackets.opens(head[stop + 1]),
            stop > numbering.length + 1, let next, next.numbering.map({ $0.style > numbering.style }) ?? (next.length >= 20 && next.endsSentence)
        else { return nil }
        let name = head[..<stop]
        guard !name.contains("，"), !name.contains("；"), !Self.counts(name[numbering.length...]) else { return nil }
        let printed = Glimpse(paragraph.pieces, in: text).scalars
        return Brackets.end(of: stop + 1, in: printed) == printed.count - 1 ? stop + 1 : nil
    }

    /// Visible characters of the longest heading with the bracket of its bodies.
    private static let longestDuty = 300

    /// Only who owes the demand before it, and by when: 由县甲局牵头，县乙局配合。 责任单位：县甲局；时限：6月底。 But 建成口袋公园8处，由县甲局负责。 says what is owed.
    private func isOnlyDuty(_ paragraph: Paragraph, from start: Int) -> Bool {
        let text = paragraph.head.scalars
        guard paragraph.isShort else { return false }
        if let label = words.dutyLabels.length(at: start, in: text, limit: text.count), start + label < text.count, text[start + label] == "：" { return true }
        guard text.last == "。", let end = text[start...].firstIndex(of: "。"), end == text.count - 1, words.dutyVerbs.length(endingAt: end, in: text, from: start) != nil else { return false }
        return words.dutyVerbs.first(in: start..<(text[start..<end].firstIndex(of: "，") ?? end), of: text) != nil
    }

    // MARK: Headings without a number

    /// A short line over text that is none of the above: a chapter of a regulation whose number was lost, the title of an
    /// item of news.
    private func isHeading(at index: Int, in paragraphs: ArraySlice<Paragraph>) -> Bool {
        let paragraph = paragraphs[index]
        if genre.purpose == .bulletin, isMarkedTitle(at: index, in: paragraphs) { return true }
        guard paragraph.looksLikeHeading(limit: 40), paragraph.length >= 2, index + 1 < paragraphs.endIndex else { return false }
        guard paragraph.last != "）" || paragraph.head.scalars.first != "（" else { return false }
        guard !isPerson(paragraph.head) else { return false }
        let next = paragraphs[index + 1]
        if genre.purpose == .regulation { return next.numbering?.style == .article && paragraph.length <= 20 }
        return next.length > 40 && next.endsSentence && words.tailLabel(next.head) == nil
    }

    /// ◇甲市：“揭榜挂帅”破解难题, 乙县：建强产业工人“蓄水池”: the mark before a title, or the place that it tells of, over a paragraph of text.
    private func isMarkedTitle(at index: Int, in paragraphs: ArraySlice<Paragraph>) -> Bool {
        let paragraph = paragraphs[index]
        let head = paragraph.head.scalars
        guard paragraph.length <= 40, paragraph.length >= 6, paragraph.numbering == nil, !paragraph.endsSentence || paragraph.last == "”", index + 1 < paragraphs.endIndex,
            !head.contains("。"), !head.contains("；"), words.tailLabel(paragraph.head) == nil, words.editorLabels.length(at: 0, in: head, limit: head.count) == nil
        else { return false }
        let next = paragraphs[index + 1]
        guard next.length > paragraph.length, next.endsSentence, words.tailLabel(next.head) == nil else { return false }
        if ContentsList.isMarked(head) { return true }
        guard let colon = head.firstIndex(of: "："), (2...10).contains(colon), colon + 4 < head.count else { return false }
        return head[..<colon].allSatisfy(\.isHan)
    }

    /// 林某　市水务局局长, the last of a list over a paragraph of text.
    private func isPerson(_ head: Glimpse) -> Bool {
        words.rosters.endsInPost(head.scalars, 0..<head.count)
            && words.rosters.nameEnd(at: 0, in: head.scalars, limit: head.count) { head.hasGap(before: $0) } != nil
    }

    private func openPlain(_ pieces: Pieces, stack: inout UnitStack) {
        switch genre.purpose {
        case .regulation: stack.open(.numbered(.chapter), DraftUnit(kind: .part, level: 0, heading: pieces))
        case .directive, .letter: stack.open(.plain, DraftUnit(kind: .section, level: 0, heading: pieces))
        default: stack.open(.item, DraftUnit(kind: .item, level: 0, heading: pieces))
        }
    }

    /// Paragraphs that begin with a heading of their own though they have no number: at least two neighbours do.
    private func unnumberedRunIns(_ paragraphs: ArraySlice<Paragraph>) -> Set<Int> {
        var result: Set<Int> = []
        for index in paragraphs.indices.dropLast()
        where unnumberedRunIn(paragraphs[index]) != nil && unnumberedRunIn(paragraphs[index + 1]) != nil
            && !words.memberOpenings.begins(paragraphs[index].head) && !words.memberOpenings.begins(paragraphs[index + 1].head)
        {
            result.insert(index)
            result.insert(index + 1)
        }
        return result
    }

    private func unnumberedRunIn(_ paragraph: Paragraph) -> Int? {
        guard paragraph.numbering == nil else { return nil }
        return RunInHeading.length(paragraph.head, from: 0, paragraphLength: paragraph.length, limit: 13, commas: 0, words: words)
    }

    // MARK: Annexes

    /// 附件 on a line of its own, or, after the closing, the title of what the document carries.
    private func openAnnex(
        at index: Int, in paragraphs: ArraySlice<Paragraph>, afterClosing closed: Bool, text: [Unicode.Scalar], stack: inout UnitStack
    ) -> Int? {
        let head = paragraphs[index].head
        var cursor = index
        var heading: [Range<Int>] = []
        var number: String?
        var genre: Genre?
        if let length = words.attachmentWords.length(at: 0, in: head.scalars, limit: head.count), paragraphs[index].length <= length + 3,
            head.scalars[length...].allSatisfy({ $0.isDigit || PrintedNumeral.value($0) != nil || $0 == "：" || $0 == "十" })
        {
            number = String(scalars: head.scalars.filter { $0 != "：" })
            heading += paragraphs[index].pieces.ranges
            cursor += 1
        } else if !closed {
            return nil
        }
        let titleStart = cursor
        while cursor < paragraphs.endIndex, cursor < titleStart + 4, paragraphs[cursor].looksLikeHeading(limit: 50),
            paragraphs[cursor].numbering == nil, !TableReader(words: words, map: map).mayBegin(paragraphs[cursor], text: text)
        {
            heading += paragraphs[cursor].pieces.ranges
            cursor += 1
            if endsTitle(paragraphs[cursor - 1].head.scalars) {
                genre = words.genre(ofTitle: paragraphs[cursor - 1].head.scalars)
                while cursor < paragraphs.endIndex, paragraphs[cursor].head.scalars.first == "（", paragraphs[cursor].last == "）",
                    paragraphs[cursor].numbering == nil, paragraphs[cursor].length <= 40
                {
                    heading += paragraphs[cursor].pieces.ranges
                    cursor += 1
                }
                break
            }
        }
        guard number != nil || cursor > titleStart else { return nil }
        let signed = signature(at: cursor, in: paragraphs, text: text)
        stack.unwind(to: 0)
        stack.open(.annex, DraftUnit(kind: .part, number: number, level: 1, heading: heading.isEmpty ? nil : Pieces(heading), genre: genre))
        if let signed { stack.append(.closing(signed.fields)) }
        return signed?.end ?? cursor
    }

    /// …意见, …成员名单.
    private func endsTitle(_ title: [Unicode.Scalar]) -> Bool {
        words.genre(ofTitle: title) != nil || words.rosters.headings.length(endingAt: title.count, in: title, from: 0) != nil
    }

    /// Below the title of what is carried, who wrote it and when: 国家发展改革委, （2031年1月20日）.
    private func signature(at index: Int, in paragraphs: ArraySlice<Paragraph>, text: [Unicode.Scalar]) -> (fields: [DraftField], end: Int)? {
        var cursor = index
        while cursor < paragraphs.endIndex, cursor < index + Self.mostAuthors, closing.isIssuer(paragraphs[cursor]),
            !ClosingReader.isBracketedDate(paragraphs[cursor].head)
        { cursor += 1 }
        guard cursor > index, cursor < paragraphs.endIndex else { return nil }
        guard ClosingReader.isBracketedDate(paragraphs[cursor].head) || ClosingReader.isDate(paragraphs[cursor].head) else {
            // 甲部　乙部 over 丙局　丁局: names in columns are authors without a day too.
            let names = paragraphs[index..<cursor].prefix { $0.head.holdsGaps && words.bodyEnds.length(endingAt: $0.head.count, in: $0.head.scalars, from: 0) != nil }
            return names.isEmpty ? nil : (names.flatMap { closing.issuers($0, text).map { DraftField(.issuer, $0) } }, names.endIndex)
        }
        return (paragraphs[index..<cursor].map { DraftField(.issuer, $0.pieces) } + [DraftField(.date, paragraphs[cursor].pieces)], cursor + 1)
    }

    private static let mostAuthors = 8
}

/// The units that are open while a text is read, outermost first.
private struct UnitStack {
    /// Articles own the paragraphs below them; elsewhere text after the last of many one-paragraph clauses closes them all.
    let hoists: Bool

    init(hoists: Bool) { self.hoists = hoists }

    enum Key: Equatable {
        case annex, bracket, item, plain, runIn
        case numbered(NumberingStyle)
    }

    private var open: [(key: Key, unit: DraftUnit)] = []
    private var roots: [DraftNode] = []

    var top: Key? { open.last?.key }

    mutating func append(_ node: DraftNode) {
        if open.isEmpty {
            roots.append(node)
        } else {
            open[open.count - 1].unit.children.append(node)
        }
    }

    mutating func open(_ key: Key, _ unit: DraftUnit) {
        unwind(to: depth(of: key))
        var unit = unit
        unit.level = open.count + 1
        open.append((key, unit))
    }

    /// How many of the open units stay open when a unit with this key begins.
    private func depth(of key: Key) -> Int {
        switch key {
        case .annex: return 0
        case .bracket: return open.first?.key == .annex ? 1 : 0
        case .item: return open.firstIndex { $0.key != .annex && $0.key != .bracket } ?? open.count
        case .plain:
            return open.firstIndex { $0.key == .plain || $0.key == .runIn } ?? open.count
        case .runIn: return open.firstIndex { $0.key == .runIn } ?? open.count
        case .numbered(let style):
            if let same = open.firstIndex(where: { $0.key == key }) { return same }
            // 第一章 never stands inside 第一条, whatever came first.
            if style <= .article, let lower = open.firstIndex(where: { if case .numbered(let other) = $0.key { other > style } else { false } }) {
                return lower
            }
            return open.firstIndex { $0.key == .runIn } ?? open.count
        }
    }

    mutating func close() { unwind(to: open.count - 1) }

    /// Closes all units but the annex in which they stand.
    mutating func closeClauses() { unwind(to: open.first?.key == .annex ? 1 : 0) }

    /// What follows the last item of an article, which ends in 。, is the article's next paragraph (款) and none of the item's.
    mutating func closeItems(in text: [Unicode.Scalar]) {
        guard let article = open.lastIndex(where: { $0.key == .numbered(.article) }), article < open.count - 1,
            case .paragraph(let last)? = open[open.count - 1].unit.children.last, !last.isEmpty, text[last.end - 1] == "。"
        else { return }
        unwind(to: article + 1)
    }

    mutating func unwind(to depth: Int) {
        while open.count > depth, let last = open.popLast() {
            var unit = last.unit
            unit.children = hoisted(unit.children)
            append(.unit(unit))
        }
    }

    mutating func finish() -> [DraftNode] {
        unwind(to: 0)
        return hoisted(roots)
    }

    /// 一、… 二、… 三、… each a paragraph, then paragraphs without a number: they speak of all of them, not of the last.
    private func hoisted(_ children: [DraftNode]) -> [DraftNode] {
        guard hoists else { return children }
        let units = children.compactMap { child -> DraftUnit? in if case .unit(let unit) = child { unit } else { nil } }
        guard units.count >= 3, let last = units.last, let at = children.lastIndex(where: { if case .unit = $0 { true } else { false } }),
            last.number != nil, last.heading == nil, last.children.count > 1,
            units.dropLast().allSatisfy({ $0.number != nil && $0.heading == nil && $0.children.count == 1 }),
            last.children.allSatisfy({ if case .paragraph = $0 { true } else { false } })
        else { return children }
        var unit = last
        unit.children = [last.children[0]]
        return children[..<at] + [.unit(unit)] + last.children.dropFirst() + children[(at + 1)...]
    }
}
