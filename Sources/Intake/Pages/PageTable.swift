import Provenance

/// A table on printed pages (版面表格): columns by where the words of its lines stand, rows by their numbers. Its rules are not read.
struct PageTable {
    private struct Word {
        let column: Int
        let segment: PrintedPage.Segment
        let page: Int
        /// Down all pages.
        let middle: Double
    }

    private var columns: [(left: Double, right: Double)]
    private var header: [PrintedPage.Segment]
    private let firstPage: Int
    private var words: [Word] = []
    private var lineCount = 1
    /// A page more is this much further down.
    private static let pageStep = 1e5

    /// Begins with a line of short labels; nil where the line is none.
    init?(_ line: PrintedPage.Line, next: PrintedPage.Line?, page: Int) {
        guard line.segments.count >= 3, line.segments.allSatisfy({ $0.text.count <= 14 && !$0.text.contains("。") }), let next, next.segments.count >= 2,
            !zip(line.segments, line.segments.dropFirst()).contains(where: { $1.left - $0.right < $0.height * 0.5 })
        else { return nil }
        header = line.segments
        columns = line.segments.map { ($0.left, $0.right) }
        firstPage = page
        guard Self.places(of: next, in: columns) != nil else { return nil }
    }

    /// Takes a line in where its words stand under the columns; false ends the table.
    mutating func take(_ line: PrintedPage.Line, page: Int) -> Bool {
        // The labels again at the head of a page.
        if line.segments.map(\.text) == header.map(\.text) { return true }
        guard let places = Self.places(of: line, in: columns) else { return false }
        for (segment, column) in zip(line.segments, places) {
            columns[column] = (min(columns[column].left, segment.left), max(columns[column].right, segment.right))
            words.append(Word(column: column, segment: segment, page: page, middle: Double(page) * Self.pageStep + segment.middle))
        }
        lineCount += 1
        return true
    }

    /// The column of each segment; nil where one lies over several.
    private static func places(of line: PrintedPage.Line, in columns: [(left: Double, right: Double)]) -> [Int]? {
        var places: [Int] = []
        for segment in line.segments {
            let middle = (segment.left + segment.right) / 2
            let covered = columns.indices.filter { min(segment.right, columns[$0].right) - max(segment.left, columns[$0].left) > segment.height * 0.6 }
            if covered.count > 1 { return nil }
            let nearest = columns.indices.min { abs((columns[$0].left + columns[$0].right) / 2 - middle) < abs((columns[$1].left + columns[$1].right) / 2 - middle) }
            guard let place = covered.first ?? nearest, places.last.map({ $0 < place }) ?? true else { return nil }
            places.append(place)
        }
        return places
    }

    var isTable: Bool { lineCount >= 2 && !words.isEmpty }

    func grid() -> TableGrid {
        var grid = TableGrid()
        for (column, label) in header.enumerated() {
            grid.add(.init(text: String(scalars: label.text), row: 0, column: column, label: "1.\(column + 1)"))
        }
        var texts: [Int: [Unicode.Scalar]] = [:]
        var pages: [Int: Int] = [:]
        var page = firstPage
        let tops = rowTops()
        for word in words {
            let row = max(1, (tops.lastIndex { $0 <= word.middle + 1e-6 } ?? 0) + 1)
            let key = row << 8 | word.column
            texts[key, default: []] += word.segment.text
            pages[key] = pages[key] ?? word.page
        }
        for key in texts.keys.sorted() {
            let (row, column) = (key >> 8, key & 0xFF)
            let begun = pages[key].flatMap { $0 > page ? $0 : nil }
            if let begun { page = begun }
            grid.add(.init(text: String(scalars: texts[key] ?? []), row: row, column: column, label: "\(row + 1).\(column + 1)", page: begun))
        }
        return grid
    }

    /// Where each row begins. A number in the first column marks a row: at its head where rows begin with it, else in its middle.
    private func rowTops() -> [Double] {
        let marks = words.filter { $0.column == 0 }
        let numbers = marks.filter { mark in mark.segment.text.allSatisfy { $0.value >= 0x30 && $0.value <= 0x39 } }
        guard let first = numbers.first, numbers.count * 2 >= marks.count else {
            return marks.map { $0.middle - $0.segment.height / 2 }
        }
        let isCentred = words.contains { $0.middle < first.middle - first.segment.height * 0.6 }
        guard isCentred else { return marks.map { $0.middle - $0.segment.height * 0.6 } }
        var tops = [-Double.infinity]
        for (upper, lower) in zip(numbers, numbers.dropFirst()) {
            if upper.page == lower.page {
                tops.append((upper.middle + lower.middle) / 2)
            } else {
                tops.append(words.first { $0.page == lower.page }.map { $0.middle - $0.segment.height } ?? lower.middle)
            }
        }
        return tops
    }
}
