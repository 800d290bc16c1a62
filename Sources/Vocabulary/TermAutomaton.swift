/// Finds all of many terms in one pass over the text (多词匹配): Aho–Corasick over Unicode scalars.
///
/// The trie stands in a double array (Aoe 1989): the child of a cell by a character is the cell at the sum of the cell's base
/// and the character's class, if that cell names the parent. So a step is an addition and a comparison, whatever the number of
/// terms, and the tables stay small enough for the cache. Building and scanning are linear in the length of terms and text.
public struct TermAutomaton: Sendable {
    /// A term found: what it was entered with, and where it stands.
    public struct Match: Hashable, Sendable {
        public let value: Int32
        public let range: Range<Int>

        public init(value: Int32, range: Range<Int>) {
            self.value = value
            self.range = range
        }
    }

    /// A match as scans hand them on by the thousand: positions as a reading text holds them.
    public struct Hit: Sendable {
        public let value: Int32
        public let start: Int32
        public let end: Int32

        @inlinable
        public var range: Range<Int> { Int(start)..<Int(end) }
    }

    /// What every step asks for; the rest stands apart, so that more of these fit into the cache.
    struct Cell {
        private let bits: Int32
        /// The cell before this one in the trie; -1 for the root and where the cell is free.
        let parent: Int32

        init(base: Int32 = 0, parent: Int32 = -1, endsTerm: Bool = false) {
            bits = base << 1 | (endsTerm ? 1 : 0)
            self.parent = parent
        }

        /// What the class of a character is added to.
        @inline(__always)
        var base: Int32 { bits >> 1 }
        /// A term ends here.
        @inline(__always)
        var endsTerm: Bool { bits & 1 != 0 }
    }

    struct Link {
        /// The cell of the longest proper suffix that is one.
        var failure: Int32 = 0
        /// First in `entries` of what ends here; 0 for nothing.
        var entry: Int32 = 0
    }

    /// A term that ends at a cell.
    struct Entry {
        var value: Int32 = 0
        /// In scalars.
        var length: Int32 = 0
        /// The next one that ends there, as long or shorter; 0 for none.
        var next: Int32 = 0
    }

    /// How terms begin with a character.
    private struct Root {
        var cell: Int32 = 0
        /// One bit for each class that goes on with such a term, by its low bits; all where the character is a term by itself.
        var followers: UInt64 = 0
    }

    private let cells: [Cell]
    /// By cell.
    private let links: [Link]
    /// By class. Most characters begin a term, but few are followed by its second: most of a text is told off by this small table.
    private let roots: [Root]
    private let entries: [Entry]
    private let classes: ScalarClasses

    /// The same term may be entered with several values; a match is reported for each. Empty terms are left out.
    public init(terms: [(String, Int32)]) {
        var builder = AutomatonBuilder(ScalarClasses(of: terms.lazy.map(\.0)), capacity: terms.reduce(0) { $0 + $1.0.utf8.count / 3 + 1 })
        for (term, value) in terms { builder.insert(term, value) }
        (cells, links, entries) = builder.build()
        classes = builder.classes
        roots = Self.roots(cells, classes.count)
    }

    private static func roots(_ cells: [Cell], _ classCount: Int32) -> [Root] {
        var roots = [Root](repeating: Root(), count: Int(classCount) + 1)
        for (index, cell) in cells.enumerated() where cell.parent == 0 {
            let character = index - Int(cells[0].base)
            roots[character].cell = Int32(index)
            if cell.endsTerm { roots[character].followers = .max }
        }
        for (index, cell) in cells.enumerated() where cell.parent > 0 && cells[Int(cell.parent)].parent == 0 {
            roots[Int(cell.parent - cells[0].base)].followers |= Self.follower(Int32(index) - cells[Int(cell.parent)].base)
        }
        return roots
    }

    @inline(__always)
    private static func follower(_ character: Int32) -> UInt64 { 1 << UInt64(character & 63) }

    /// Appends every occurrence of every term in `range`, overlapping ones too, in order of their ends, longer before shorter.
    public func scan(_ scalars: [Unicode.Scalar], _ range: Range<Int>, into hits: inout [Hit]) {
        let range = range.clamped(to: 0..<scalars.count)
        guard !range.isEmpty else { return }
        withTables { tables in
            scalars.withUnsafeBufferPointer { text in
                var cell: Int32 = 0
                var next = tables.classes[text[range.lowerBound]]
                for index in range {
                    let character = next
                    let end = index + 1
                    next = end < range.upperBound ? tables.classes[text[end]] : 0
                    cell = tables.step(from: cell, character)
                    if cell == 0 {
                        let root = tables.roots[Int(character)]
                        guard root.followers & (end < range.upperBound ? Self.follower(next) : .max) != 0 else { continue }
                        cell = root.cell
                    }
                    guard tables.cells[Int(cell)].endsTerm else { continue }
                    var entry = tables.links[Int(cell)].entry
                    while entry != 0 {
                        let term = tables.entries[Int(entry)]
                        let end = Int32(truncatingIfNeeded: end)
                        hits.append(Hit(value: term.value, start: end - term.length, end: end))
                        entry = term.next
                    }
                }
            }
        }
    }

    /// Every occurrence of every term in `range`, overlapping ones too, in order of their ends, longer before shorter.
    public func matches(in scalars: [Unicode.Scalar], _ range: Range<Int>) -> [Match] {
        var hits: [Hit] = []
        scan(scalars, range, into: &hits)
        return hits.map { Match(value: $0.value, range: $0.range) }
    }

    public func matches(in scalars: [Unicode.Scalar]) -> [Match] { matches(in: scalars, 0..<scalars.count) }

    /// The longest term at the leftmost place, then the next one behind it: occurrences that do not overlap. Where a term was
    /// entered with several values, its first is given.
    public func longestMatches(in scalars: [Unicode.Scalar], _ range: Range<Int>) -> [Match] {
        let range = range.clamped(to: 0..<scalars.count)
        var found: [Match] = []
        withTables { tables in
            scalars.withUnsafeBufferPointer { text in
                var index = range.lowerBound
                while index < range.upperBound {
                    var cell = tables.child(of: 0, tables.classes[text[index]])
                    var end = index + 1
                    var best: (end: Int, value: Int32)?
                    while cell != 0 {
                        if let entry = tables.first(at: cell, length: end - index) { best = (end, tables.entries[Int(entry)].value) }
                        guard end < range.upperBound else { break }
                        cell = tables.child(of: cell, tables.classes[text[end]])
                        end += 1
                    }
                    if let best {
                        found.append(Match(value: best.value, range: index..<best.end))
                        index = best.end
                    } else {
                        index += 1
                    }
                }
            }
        }
        return found
    }

    public func longestMatches(in scalars: [Unicode.Scalar]) -> [Match] { longestMatches(in: scalars, 0..<scalars.count) }

    /// The terms that begin exactly at `start` and end within `limit`, shorter before longer.
    public func matches(at start: Int, in scalars: [Unicode.Scalar], limit: Int) -> [Match] {
        var found: [Match] = []
        let limit = min(limit, scalars.count)
        guard start >= 0, start < limit else { return found }
        withTables { tables in
            var cell = tables.child(of: 0, tables.classes[scalars[start]])
            var end = start + 1
            while cell != 0 {
                var entry = tables.first(at: cell, length: end - start) ?? 0
                while entry != 0, tables.entries[Int(entry)].length == end - start {
                    found.append(Match(value: tables.entries[Int(entry)].value, range: start..<end))
                    entry = tables.entries[Int(entry)].next
                }
                guard end < limit else { break }
                cell = tables.child(of: cell, tables.classes[scalars[end]])
                end += 1
            }
        }
        return found
    }

    @inline(__always)
    private func withTables<Result>(_ work: (Tables) -> Result) -> Result {
        cells.withUnsafeBufferPointer { cells in
            links.withUnsafeBufferPointer { links in
                entries.withUnsafeBufferPointer { entries in
                    roots.withUnsafeBufferPointer { roots in
                        classes.withTable { work(Tables(cells: cells, links: links, roots: roots, entries: entries, classes: $0)) }
                    }
                }
            }
        }
    }

    /// The arrays as buffers, for as long as one scan lasts. The builder leaves as many free cells behind the highest base as
    /// there are classes, so that no sum of the two points past the end.
    private struct Tables {
        let cells: UnsafeBufferPointer<Cell>
        let links: UnsafeBufferPointer<Link>
        let roots: UnsafeBufferPointer<Root>
        let entries: UnsafeBufferPointer<Entry>
        let classes: ScalarClasses.Table

        /// The child's cell; 0 for none.
        @inline(__always)
        func child(of cell: Int32, _ character: Int32) -> Int32 {
            let target = cells[Int(cell)].base &+ character
            return character != 0 && cells[Int(target)].parent == cell ? target : 0
        }

        /// Where a term that has begun goes on, or one inside it does; 0 where none does, and at most a new one begins.
        @inline(__always)
        func step(from start: Int32, _ character: Int32) -> Int32 {
            // A character of no term: nothing that began before it goes on.
            guard character != 0 else { return 0 }
            var cell = start
            while cell != 0 {
                let target = cells[Int(cell)].base &+ character
                if cells[Int(target)].parent == cell { return target }
                cell = links[Int(cell)].failure
            }
            return 0
        }

        /// The first of the terms that are the whole way to a cell.
        @inline(__always)
        func first(at cell: Int32, length: Int) -> Int32? {
            let entry = links[Int(cell)].entry
            return entry != 0 && Int(entries[Int(entry)].length) == length ? entry : nil
        }
    }
}
