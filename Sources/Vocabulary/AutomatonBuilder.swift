/// Builds the tables of a `TermAutomaton`: first the trie, then the links from each node to its longest suffix.
struct AutomatonBuilder {
    private(set) var nodes: [TermAutomaton.Node] = [TermAutomaton.Node()]
    private(set) var values: [Int32] = []
    private(set) var edges: [TermAutomaton.Edge]
    private(set) var shift: UInt64
    /// One entry for each 256 scalars up to U+10FFFF.
    private(set) var rootPages = [UInt16](repeating: 0, count: 0x1100)
    private(set) var rootEdges = [Int32](repeating: 0, count: 256)

    private var parents: [Int32] = [0]
    private var arrivals: [UInt32] = [0]
    private var pending: [(node: Int32, value: Int32)] = []

    /// `capacity`: scalars of all terms together, at least. The table holds at most half as many edges as slots.
    init(capacity: Int) {
        let bits = max(4, Int.bitWidth - (max(1, capacity) * 2).leadingZeroBitCount)
        shift = UInt64(64 - bits)
        edges = [TermAutomaton.Edge](repeating: .init(key: .max, child: 0), count: 1 << bits)
        nodes.reserveCapacity(capacity + 1)
    }

    /// Twenty-one bits hold every scalar.
    @inline(__always)
    static func key(_ node: Int32, _ scalar: UInt32) -> UInt64 { UInt64(UInt32(bitPattern: node)) << 21 | UInt64(scalar) }

    /// Fibonacci hashing: the upper bits of the product are well mixed.
    @inline(__always)
    static func hash(_ key: UInt64) -> UInt64 { key &* 0x9E37_79B9_7F4A_7C15 }

    mutating func insert(_ term: String, _ value: Int32) {
        var node: Int32 = 0
        for scalar in term.unicodeScalars { node = enter(node, scalar.value) }
        if node != 0 { pending.append((node, value)) }
    }

    private func lookUp(_ node: Int32, _ scalar: UInt32) -> Int32 {
        if node == 0 { return rootEdges[Int(rootPages[Int(scalar >> 8)]) << 8 | Int(scalar & 0xFF)] }
        let key = Self.key(node, scalar)
        var slot = Int(truncatingIfNeeded: Self.hash(key) >> shift)
        while edges[slot].key != .max {
            if edges[slot].key == key { return edges[slot].child }
            slot = (slot + 1) & (edges.count - 1)
        }
        return 0
    }

    private mutating func enter(_ node: Int32, _ scalar: UInt32) -> Int32 {
        let known = lookUp(node, scalar)
        if known != 0 { return known }
        let child = Int32(nodes.count)
        nodes.append(TermAutomaton.Node(depth: nodes[Int(node)].depth + 1))
        parents.append(node)
        arrivals.append(scalar)
        if node == 0 {
            if rootPages[Int(scalar >> 8)] == 0 {
                rootPages[Int(scalar >> 8)] = UInt16(rootEdges.count >> 8)
                rootEdges.append(contentsOf: repeatElement(0, count: 256))
            }
            rootEdges[Int(rootPages[Int(scalar >> 8)]) << 8 | Int(scalar & 0xFF)] = child
        } else {
            let key = Self.key(node, scalar)
            var slot = Int(truncatingIfNeeded: Self.hash(key) >> shift)
            while edges[slot].key != .max { slot = (slot + 1) & (edges.count - 1) }
            edges[slot] = .init(key: key, child: child)
        }
        return child
    }

    /// Sets values and suffix links; call once, after the last term.
    mutating func link() {
        // Equal terms stand together, in the order in which they were entered.
        pending = pending.enumerated().sorted { ($0.element.node, $0.offset) < ($1.element.node, $1.offset) }.map(\.element)
        for (node, value) in pending {
            if nodes[Int(node)].valueCount == 0 { nodes[Int(node)].firstValue = Int32(values.count) }
            nodes[Int(node)].valueCount += 1
            values.append(value)
        }
        for node in byDepth() where nodes[node].depth > 1 {
            let scalar = arrivals[node]
            var suffix = nodes[Int(parents[node])].failure
            var target = lookUp(suffix, scalar)
            while target == 0, suffix != 0 {
                suffix = nodes[Int(suffix)].failure
                target = lookUp(suffix, scalar)
            }
            nodes[node].failure = target
            nodes[node].shorterTerm = nodes[Int(target)].valueCount > 0 ? target : nodes[Int(target)].shorterTerm
        }
    }

    /// Node numbers, shallow before deep, by a counting sort.
    private func byDepth() -> [Int] {
        let deepest = nodes.reduce(0) { max($0, Int($1.depth)) }
        var starts = [Int](repeating: 0, count: deepest + 2)
        for node in nodes { starts[Int(node.depth) + 1] += 1 }
        for depth in 1..<starts.count { starts[depth] += starts[depth - 1] }
        var order = [Int](repeating: 0, count: nodes.count)
        for (index, node) in nodes.enumerated() {
            order[starts[Int(node.depth)]] = index
            starts[Int(node.depth)] += 1
        }
        return order
    }
}
