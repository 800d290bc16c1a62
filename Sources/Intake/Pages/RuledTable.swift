import Provenance

/// A straight rule that is printed on a page (表格线): along one axis at a place of the other.
struct PrintedRule {
    var isHorizontal: Bool
    /// The height of a horizontal rule, the distance from the left of a vertical one.
    var at: Double
    var from: Double
    var to: Double
}

/// A table whose rules are printed (框线表格): each cell is what its rules enclose, so that merged cells are as they stand.
struct RuledTable {
    let left, right, top, bottom: Double
    private let columns: [Double]
    private let rows: [Double]
    private let rules: [PrintedRule]
    private var segments: [PrintedPage.Segment] = []

    /// The tables among the rules of a page, and the segments that stand in none.
    static func tables(_ rules: [PrintedRule], _ segments: [PrintedPage.Segment], width: Double) -> (tables: [RuledTable], rest: [PrintedPage.Segment]) {
        let slack = max(width * 0.006, 1e-6)
        guard rules.count >= 6, rules.count <= ruleLimit else { return ([], segments) }
        var tables = components(rules, slack).compactMap { RuledTable($0, slack) }
        guard !tables.isEmpty else { return ([], segments) }
        var rest: [PrintedPage.Segment] = []
        for segment in segments {
            let x = (segment.left + segment.right) / 2
            if let index = tables.firstIndex(where: { $0.left < x && x < $0.right && $0.top < segment.middle && segment.middle < $0.bottom }) {
                tables[index].segments.append(segment)
            } else {
                rest.append(segment)
            }
        }
        // A frame around nothing, or around a single text.
        for table in tables where table.cells.count < 3 { rest += table.segments }
        return (tables.filter { $0.cells.count >= 3 }.sorted { $0.top < $1.top }, rest)
    }

    /// A page with more is a drawing.
    private static let ruleLimit = 20_000

    private init?(_ rules: [PrintedRule], _ slack: Double) {
        columns = Self.places(rules.filter { !$0.isHorizontal }.map(\.at), slack)
        rows = Self.places(rules.filter(\.isHorizontal).map(\.at), slack)
        guard columns.count >= 3, rows.count >= 3, columns.count <= TableGrid.columnLimit else { return nil }
        self.rules = rules
        (left, right) = (columns[0], columns[columns.count - 1])
        (top, bottom) = (rows[0], rows[rows.count - 1])
    }

    /// Rules that touch each other.
    private static func components(_ rules: [PrintedRule], _ slack: Double) -> [[PrintedRule]] {
        var groups = Array(rules.indices)
        func root(_ index: Int) -> Int {
            var index = index
            while groups[index] != index { index = groups[index] }
            return index
        }
        let across = rules.indices.filter { rules[$0].isHorizontal }.sorted { rules[$0].at < rules[$1].at }
        for down in rules.indices where !rules[down].isHorizontal {
            let rule = rules[down]
            var low = 0
            var high = across.count
            while low < high {
                let middle = (low + high) / 2
                if rules[across[middle]].at < rule.from - slack { low = middle + 1 } else { high = middle }
            }
            for index in across[low...] {
                guard rules[index].at <= rule.to + slack else { break }
                if rules[index].from - slack <= rule.at, rule.at <= rules[index].to + slack { groups[root(index)] = root(down) }
            }
        }
        var members: [Int: [PrintedRule]] = [:]
        for index in rules.indices { members[root(index), default: []].append(rules[index]) }
        return members.sorted { $0.key < $1.key }.map(\.value)
    }

    /// Places in order, those that are nearly the same once.
    private static func places(_ values: [Double], _ slack: Double) -> [Double] {
        var places: [Double] = []
        for value in values.sorted() where places.last.map({ value - $0 > slack * 2 }) ?? true { places.append(value) }
        return places
    }

    /// The cell around the middle of a segment: from the nearest rule that passes it on each side.
    private func cell(of segment: PrintedPage.Segment) -> (row: Int, column: Int, rows: Int, columns: Int) {
        let (x, y) = ((segment.left + segment.right) / 2, segment.middle)
        var (west, east, north, south) = (left, right, top, bottom)
        for rule in rules {
            if rule.isHorizontal {
                guard rule.from <= x, x <= rule.to else { continue }
                if rule.at <= y { north = max(north, rule.at) } else { south = min(south, rule.at) }
            } else {
                guard rule.from <= y, y <= rule.to else { continue }
                if rule.at <= x { west = max(west, rule.at) } else { east = min(east, rule.at) }
            }
        }
        func nearest(_ value: Double, _ places: [Double]) -> Int { places.indices.min { abs(places[$0] - value) < abs(places[$1] - value) } ?? 0 }
        let (row, column) = (min(nearest(north, rows), rows.count - 2), min(nearest(west, columns), columns.count - 2))
        return (row, column, max(1, nearest(south, rows) - row), max(1, nearest(east, columns) - column))
    }

    struct Cell {
        var row, column, rows, columns: Int
        var text: [Unicode.Scalar]
    }

    /// The cells with words, in printed order.
    var cells: [Cell] {
        var found: [Int: (place: (row: Int, column: Int, rows: Int, columns: Int), segments: [PrintedPage.Segment])] = [:]
        for segment in segments {
            let place = cell(of: segment)
            found[place.row << 8 | place.column, default: (place, [])].segments.append(segment)
        }
        return found.keys.sorted().compactMap { key in
            guard let (place, segments) = found[key] else { return nil }
            return Cell(row: place.row, column: place.column, rows: place.rows, columns: place.columns, text: PrintedPage.words(segments))
        }
    }

    var rowCount: Int { rows.count - 1 }

    /// Whether a table on the next page goes on with this one: the same columns, where nothing else is said in between.
    func goesOn(with next: RuledTable) -> Bool {
        columns.count == next.columns.count && zip(columns, next.columns).allSatisfy { abs($0 - $1) < (right - left) * 0.01 }
    }
}
