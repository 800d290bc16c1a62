import Provenance

/// Finds all of many terms in one pass over the text (多词匹配): Aho–Corasick over Unicode scalars.
///
/// The edges of the root are a paged table, since most characters of a text begin no term; deeper edges stand in one open
/// hash table, since most nodes have one child. Building and scanning are linear in the length of terms and text.
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

    struct Node {
        /// The longest proper suffix of this node that is a node.
        var failure: Int32 = 0
        /// The longest proper suffix that is a term; 0 for none.
        var shorterTerm: Int32 = 0
        /// First entry in `values`, and how many; none where no term ends here.
        var firstValue: Int32 = 0
        var valueCount: Int32 = 0
        var depth: Int32 = 0
    }

    struct Edge {
        /// Node and scalar; `UInt64.max` where the slot is free.
        var key: UInt64
        var child: Int32
    }

    private(set) var nodes: [Node] = [Node()]
    private(set) var values: [Int32] = []
    private(set) var edges: [Edge] = []
    private(set) var shift: UInt64 = 64
    /// For each 256 scalars the number of their page in `rootEdges`; page 0 is empty.
    private(set) var rootPages: [UInt16] = []
    private(set) var rootEdges: [Int32] = []

    /// The same term may be entered with several values; a match is reported for each. Empty terms are left out.
    public init(terms: [(String, Int32)]) {
        var builder = AutomatonBuilder(capacity: terms.reduce(0) { $0 + $1.0.utf8.count / 3 + 1 })
        for (term, value) in terms { builder.insert(term, value) }
        builder.link()
        nodes = builder.nodes
        values = builder.values
        edges = builder.edges
        shift = builder.shift
        rootPages = builder.rootPages
        rootEdges = builder.rootEdges
    }

    /// Every occurrence of every term in `range`, overlapping ones too, in order of their ends, longer before shorter.
    public func forEachMatch(in scalars: [Unicode.Scalar], _ range: Range<Int>, _ visit: (Match) -> Void) {
        let range = range.clamped(to: 0..<scalars.count)
        withTables { tables in
            scalars.withUnsafeBufferPointer { text in
                var node: Int32 = 0
                for index in range {
                    node = tables.step(from: node, text[index].value)
                    guard node != 0 else { continue }
                    var ending = tables.nodes[Int(node)].valueCount > 0 ? node : tables.nodes[Int(node)].shorterTerm
                    while ending != 0 {
                        let term = tables.nodes[Int(ending)]
                        for entry in 0..<Int(term.valueCount) {
                            visit(Match(value: tables.values[Int(term.firstValue) + entry], range: (index + 1 - Int(term.depth))..<(index + 1)))
                        }
                        ending = term.shorterTerm
                    }
                }
            }
        }
    }

    /// Every occurrence of every term in `range`, overlapping ones too, in order of their ends, longer before shorter.
    public func matches(in scalars: [Unicode.Scalar], _ range: Range<Int>) -> [Match] {
        var found: [Match] = []
        forEachMatch(in: scalars, range) { found.append($0) }
        return found
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
                    var node = tables.rootChild(text[index].value)
                    var end = index + 1
                    var best: (end: Int, value: Int32)?
                    while node != 0 {
                        let here = tables.nodes[Int(node)]
                        if here.valueCount > 0 { best = (end, tables.values[Int(here.firstValue)]) }
                        guard end < range.upperBound else { break }
                        node = tables.child(of: node, text[end].value)
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
            var node = tables.rootChild(scalars[start].value)
            var end = start + 1
            while node != 0 {
                let here = tables.nodes[Int(node)]
                for entry in 0..<Int(here.valueCount) {
                    found.append(Match(value: tables.values[Int(here.firstValue) + entry], range: start..<end))
                }
                guard end < limit else { break }
                node = tables.child(of: node, scalars[end].value)
                end += 1
            }
        }
        return found
    }

    private func withTables<Result>(_ work: (Tables) -> Result) -> Result {
        nodes.withUnsafeBufferPointer { nodes in
            values.withUnsafeBufferPointer { values in
                edges.withUnsafeBufferPointer { edges in
                    rootPages.withUnsafeBufferPointer { pages in
                        rootEdges.withUnsafeBufferPointer { roots in
                            work(Tables(nodes: nodes, values: values, edges: edges, shift: shift, pages: pages, roots: roots))
                        }
                    }
                }
            }
        }
    }

    /// The arrays as buffers, for as long as one scan lasts.
    struct Tables {
        let nodes: UnsafeBufferPointer<Node>
        let values: UnsafeBufferPointer<Int32>
        let edges: UnsafeBufferPointer<Edge>
        let shift: UInt64
        let pages: UnsafeBufferPointer<UInt16>
        let roots: UnsafeBufferPointer<Int32>

        @inline(__always)
        func rootChild(_ scalar: UInt32) -> Int32 {
            roots[Int(pages[Int(scalar >> 8)]) << 8 | Int(scalar & 0xFF)]
        }

        @inline(__always)
        func child(of node: Int32, _ scalar: UInt32) -> Int32 {
            let key = AutomatonBuilder.key(node, scalar)
            var slot = Int(truncatingIfNeeded: AutomatonBuilder.hash(key) >> shift)
            let mask = edges.count - 1
            while true {
                let edge = edges[slot]
                if edge.key == key { return edge.child }
                if edge.key == .max { return 0 }
                slot = (slot + 1) & mask
            }
        }

        @inline(__always)
        func step(from start: Int32, _ scalar: UInt32) -> Int32 {
            var node = start
            while node != 0 {
                let next = child(of: node, scalar)
                if next != 0 { return next }
                node = nodes[Int(node)].failure
            }
            return rootChild(scalar)
        }
    }
}
