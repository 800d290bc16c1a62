import Provenance

/// Joins the lines of printed pages to paragraphs (断行还原): running heads and folios are taken out, lines that reach the right edge go on.
struct PageFlow {
    private let pages: [PrintedPage]
    private(set) var heads: [String] = []
    private var output = TextAssembler()
    private var tables = 0
    /// Tables with rules, by the numbers that stand in their places.
    private var ruled: [RuledTable] = []
    private let titles: Set<Int>

    init(_ pages: [PrintedPage]) {
        let found = Self.furniture(of: pages)
        heads = found.heads
        var ruled: [RuledTable] = []
        self.pages = zip(pages, found.lines).map { page, left in
            var page = page
            page.segments = page.segments.enumerated().filter { !left.contains($0.offset) }.map(\.element)
            let (tables, rest) = RuledTable.tables(page.rules, page.segments, width: page.width)
            page.segments = rest
            for table in tables {
                var place = PrintedPage.Segment(left: table.left, right: table.right, top: table.top, bottom: table.bottom, text: [])
                place.table = ruled.count
                page.segments.append(place)
                ruled.append(table)
            }
            return page
        }
        self.ruled = ruled
        titles = Self.titles(of: pages)
    }

    func extraction() -> Extraction {
        var flow = self
        flow.write()
        if !heads.isEmpty { flow.output.findings.append(Finding(.note, .runningHeadsLeftOut(heads))) }
        return flow.output.finished(pages: pages.map(\.number).max())
    }

    // MARK: Furniture

    /// Share of a page's height in which heads and folios stand.
    private static let band = 0.11

    /// Lines at the edge of pages that are folios, or that most pages repeat but for their numbers.
    private static func furniture(of pages: [PrintedPage]) -> (lines: [Set<Int>], heads: [String]) {
        func isAtEdge(_ line: PrintedPage.Segment, _ page: PrintedPage) -> Bool {
            line.bottom < page.height * band || line.top > page.height * (1 - band)
        }
        func bare(_ text: [Unicode.Scalar]) -> String { String(scalars: text.filter { !$0.isWhite && !$0.properties.numericType.isNumber }) }
        var seen: [String: Int] = [:]
        for page in pages {
            for key in Set(page.segments.filter { isAtEdge($0, page) }.map { bare($0.text) }) { seen[key, default: 0] += 1 }
        }
        var heads: [String] = []
        let lines = pages.map { page in
            var left: Set<Int> = []
            for (index, line) in page.segments.enumerated() where isAtEdge(line, page) {
                let key = bare(line.text)
                let isRepeated = pages.count >= 3 && (seen[key] ?? 0) * 2 > pages.count && !key.isEmpty
                // A number beside other words is a table's.
                let isFolio = isFolio(line.text) && !page.segments.contains { $0.left != line.left && min($0.bottom, line.bottom) - max($0.top, line.top) > line.height / 2 }
                guard isFolio || isRepeated else { continue }
                left.insert(index)
                if isRepeated, let words = RunningHead.words(String(scalars: line.text)), !heads.contains(where: { bare(Array($0.unicodeScalars)) == key }) {
                    heads.append(words)
                }
            }
            return left
        }
        return (lines, heads)
    }

    /// `— 3 —`, `3`, `第 3 页 共 8 页`, `3/8`.
    private static func isFolio(_ text: [Unicode.Scalar]) -> Bool {
        let words = text.filter { !$0.isWhite }
        guard !words.isEmpty, words.count <= 12, words.contains(where: { ("0"..."9").contains($0) || ("０"..."９").contains($0) }) else { return false }
        return words.allSatisfy { scalar in
            ("0"..."9").contains(scalar) || ("０"..."９").contains(scalar) || "—-–－―·/第页共".unicodeScalars.contains(scalar)
        }
    }

    // MARK: Paragraphs

    /// Where the lines of a page begin and end, as most of them do.
    private struct Margins {
        var left: Double
        var right: Double
        /// From one line to the next, as most are.
        var pitch: Double

        init(_ lines: [PrintedPage.Line]) {
            let lefts = lines.map(\.left).sorted()
            let rights = lines.map(\.right).sorted()
            // The left edge is that of lines that go on: an eighth from the left. Few lines stick out to the right.
            left = lefts.isEmpty ? 0 : lefts[lefts.count / 8]
            right = rights.isEmpty ? 0 : rights[min(rights.count - 1, rights.count * 7 / 8)]
            let steps = zip(lines, lines.dropFirst()).map { $1.bottom - $0.bottom }.filter { $0 > 0 }.sorted()
            pitch = steps.isEmpty ? .infinity : steps[steps.count / 2]
        }
    }

    private mutating func write() {
        var previous: (line: PrintedPage.Line, margins: Margins, page: Int)?
        var isOpen = false
        var table: PageTable?
        var grid: RuledGrid?
        for page in pages where !page.segments.isEmpty {
            var isFirst = true
            var number = 0
            for column in page.columns {
                let margins = Margins(column)
                for (index, line) in column.enumerated() {
                    number += 1
                    if let place = line.segments.first?.table {
                        if let open = table { write(open) }
                        if isOpen { output.endLine() }
                        (isOpen, previous, table) = (false, nil, nil)
                        if var open = grid, open.take(ruled[place], page: page.number) {
                            grid = open
                            isFirst = false
                            continue
                        }
                        if let grid { write(grid) }
                        if isFirst { output.page(page.number) }
                        isFirst = false
                        grid = RuledGrid(ruled[place])
                        continue
                    }
                    if let open = grid {
                        write(open)
                        grid = nil
                    }
                    if var open = table {
                        let isTaken = open.take(line, page: page.number)
                        table = isTaken ? open : nil
                        if isTaken { continue }
                        write(open)
                    }
                    if let begun = PageTable(line, next: index + 1 < column.count ? column[index + 1] : nil, page: page.number) {
                        if isOpen { output.endLine() }
                        if isFirst { output.page(page.number) }
                        (isOpen, isFirst, previous, table) = (false, false, nil, begun)
                        continue
                    }
                    let goesOn = previous.map { self.goesOn(line, margins, after: $0.line, $0.margins, isNextPage: $0.page != page.number) } ?? false
                    if isOpen, !goesOn { output.endLine() }
                    if isFirst { output.page(page.number) }
                    isFirst = false
                    if goesOn, let last = output.scalars.last, let next = line.text.first, last.isLatinLetter, next.isLatinLetter { output.append([" "]) }
                    // Heads and folios do not count.
                    output.locate(.line, label: String(number))
                    output.append(line.text)
                    isOpen = true
                    previous = (line, margins, page.number)
                }
            }
        }
        if let grid { write(grid) }
        if let table { write(table) }
        if isOpen { output.endLine() }
    }

    private mutating func write(_ grid: RuledGrid) {
        tables += 1
        TableLayout(grid.finished()).append(to: &output, unit: .table, name: String(tables))
    }

    private mutating func write(_ table: PageTable) {
        tables += 1
        TableLayout(table.grid()).append(to: &output, unit: .table, name: String(tables))
    }

    /// Parts of a few lines without a sentence.
    private static func titles(of pages: [PrintedPage]) -> Set<Int> {
        var sizes: [Int: (lines: Int, characters: Int)] = [:]
        for segment in pages.flatMap(\.segments) {
            guard let part = segment.part else { continue }
            let size = sizes[part] ?? (0, 0)
            sizes[part] = (size.lines + 1, size.characters + (segment.text.contains("。") ? 1_000 : segment.text.count))
        }
        return Set(sizes.filter { $0.value.lines <= 5 && $0.value.characters <= 200 }.keys)
    }

    private func goesOn(
        _ line: PrintedPage.Line, _ margins: Margins, after last: PrintedPage.Line, _ before: Margins, isNextPage: Bool
    ) -> Bool {
        // What the file itself says are two parts is no one paragraph; a part of a few lines that end in no sentence is one, as a title is.
        let (part, next) = (last.segments.last?.part, line.segments.first?.part)
        if part != next { return false }
        if let part, titles.contains(part) { return true }
        let size = min(last.height, line.height)
        guard size > 0, abs(last.height - line.height) < max(last.height, line.height) * 0.35 else { return false }
        if Self.standsAlone(line.text) { return false }
        // The last line is full: no further character, and no mark that must not begin a line, would have fitted; nor would what may not be parted.
        let room = 1.9 + 0.55 * Double(Self.unbroken(line.text))
        guard last.right > before.right - last.height * room, line.left < margins.left + line.height * 0.9 else { return false }
        // A line that begins left of the others hangs out: a list's number.
        if last.left > before.left + last.height * 3.5 { return false }
        // A blank line stands between.
        if !isNextPage, line.top > last.top, line.bottom - last.bottom > min(margins.pitch * 1.5, size * 2.6) { return false }
        guard let end = last.segments.last?.text.last(where: { !$0.isWhite }), Self.endsSentence(end) else { return true }
        return !Self.beginsAnew(line.text)
    }

    /// A day under a signature, a folio in mid-page, how many copies were printed: they have a line of their own, however full the one above.
    private static func standsAlone(_ text: [Unicode.Scalar]) -> Bool {
        let words = text.filter { !$0.isWhite }
        guard words.count <= 16, let last = words.last else { return false }
        func isMade(of marks: String) -> Bool { words.allSatisfy { ("0"..."9").contains($0) || marks.unicodeScalars.contains($0) } }
        if last == "日", words.contains("年"), words.contains("月"), isMade(of: "年月日〇○Ｏ零一二三四五六七八九十") { return true }
        if last == "份" || words.dropLast().last == "份", isMade(of: "（共印份）") { return true }
        return words.count >= 3 && "—-–－".unicodeScalars.contains(words[0]) && isFolio(text)
    }

    /// How many letters and digits a line begins with, which programs do not part, and the marks that follow them.
    private static func unbroken(_ text: [Unicode.Scalar]) -> Int {
        let run = text.prefix { ($0.value > 0x20 && $0.value < 0x7F) }.count
        return run == 0 ? 0 : min(24, run + (text.dropFirst(run).first.map { "。，；：、）%％".unicodeScalars.contains($0) } == true ? 2 : 0))
    }

    private static func endsSentence(_ scalar: Unicode.Scalar) -> Bool { "。！？；：）”".unicodeScalars.contains(scalar) }

    /// 一、 （一） 1. 第一条: a number where a line of a paragraph might begin.
    private static func beginsAnew(_ text: [Unicode.Scalar]) -> Bool {
        let head = text.filter { !$0.isWhite }.prefix(8)
        let numerals = "一二三四五六七八九十百0123456789".unicodeScalars
        var rest = head[...]
        if let first = rest.first, first == "（" || first == "(" || first == "第" { rest = rest.dropFirst() }
        // 抄送：…, 责任单位：… stand behind a full stop.
        if let colon = head.firstIndex(of: "："), (1...6).contains(colon) { return true }
        let digits = rest.prefix { numerals.contains($0) }
        guard !digits.isEmpty, let next = rest.dropFirst(digits.count).first else { return false }
        return "、.．）)章条节".unicodeScalars.contains(next)
    }
}

extension Optional<Unicode.NumericType> {
    fileprivate var isNumber: Bool { self != nil }
}
