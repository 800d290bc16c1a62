/// Builds the tables of a `TermAutomaton`: first the trie, then the links from each node to its longest suffix, then the cells in
/// which the nodes stand. Nodes are numbered as they come; 0 is the root.
struct AutomatonBuilder {
    let classes: ScalarClasses

    private var parents: [Int32] = [0]
    /// By node the class of the character that leads to it.
    private var arrivals: [Int32] = [0]
    private var depths: [Int32] = [0]
    private var pending: [(node: Int32, value: Int32)] = []
    /// Node and class of the edges in an open hash table; `UInt64.max` where the slot is free.
    private var edgeKeys: [UInt64]
    private var edgeChildren: [Int32]
    private let shift: UInt64

    /// `capacity`: scalars of all terms together, at least. The table holds at most half as many edges as slots.
    init(_ classes: ScalarClasses, capacity: Int) {
        self.classes = classes
        let bits = max(4, Int.bitWidth - (max(1, capacity) * 2).leadingZeroBitCount)
        shift = UInt64(64 - bits)
        edgeKeys = [UInt64](repeating: .max, count: 1 << bits)
        edgeChildren = [Int32](repeating: 0, count: 1 << bits)
        parents.reserveCapacity(capacity + 1)
        arrivals.reserveCapacity(capacity + 1)
        depths.reserveCapacity(capacity + 1)
    }

    mutating func insert(_ term: String, _ value: Int32) {
        var node: Int32 = 0
        for scalar in term.unicodeScalars { node = enter(node, classes[scalar]) }
        if node != 0 { pending.append((node, value)) }
    }

    /// The slot of an edge, or the free one where it would stand.
    private func slot(_ node: Int32, _ character: Int32) -> (index: Int, key: UInt64) {
        let key = UInt64(UInt32(bitPattern: node)) << 32 | UInt64(UInt32(bitPattern: character))
        // Fibonacci hashing: the upper bits of the product are well mixed.
        var slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> shift)
        while edgeKeys[slot] != key, edgeKeys[slot] != .max { slot = (slot + 1) & (edgeKeys.count - 1) }
        return (slot, key)
    }

    private mutating func enter(_ node: Int32, _ character: Int32) -> Int32 {
        let (slot, key) = slot(node, character)
        if edgeKeys[slot] == key { return edgeChildren[slot] }
        let child = Int32(parents.count)
        parents.append(node)
        arrivals.append(character)
        depths.append(depths[Int(node)] + 1)
        edgeKeys[slot] = key
        edgeChildren[slot] = child
        return child
    }

    private func child(_ node: Int32, _ character: Int32) -> Int32 {
        let (slot, key) = slot(node, character)
        return edgeKeys[slot] == key ? edgeChildren[slot] : 0
    }

    /// The finished tables; call it after the last term.
    func build() -> (cells: [TermAutomaton.Cell], links: [TermAutomaton.Link], entries: [TermAutomaton.Entry]) {
        let order = Self.sorted(depths)
        let failures = failures(order)
        let (entries, firstEntries) = entries(order, failures)
        let placing = CellPlacing(parents: parents, arrivals: arrivals, classCount: classes.count)
        var cells = [TermAutomaton.Cell](repeating: TermAutomaton.Cell(), count: placing.size)
        var links = [TermAutomaton.Link](repeating: TermAutomaton.Link(), count: placing.size)
        for node in parents.indices {
            let cell = Int(placing.cells[node])
            cells[cell] = TermAutomaton.Cell(
                base: placing.bases[node], parent: node == 0 ? -1 : placing.cells[Int(parents[node])], endsTerm: firstEntries[node] != 0)
            links[cell] = TermAutomaton.Link(failure: placing.cells[Int(failures[node])], entry: firstEntries[node])
        }
        return (cells, links, entries)
    }

    /// By node its longest proper suffix that is a node.
    private func failures(_ order: [Int32]) -> [Int32] {
        var failures = [Int32](repeating: 0, count: parents.count)
        for node in order where depths[Int(node)] > 1 {
            let character = arrivals[Int(node)]
            var suffix = failures[Int(parents[Int(node)])]
            var target = child(suffix, character)
            while target == 0, suffix != 0 {
                suffix = failures[Int(suffix)]
                target = child(suffix, character)
            }
            failures[Int(node)] = target
        }
        return failures
    }

    /// What ends at each node: its own values in the order in which they were entered, then what ends at its suffix.
    private func entries(_ order: [Int32], _ failures: [Int32]) -> (entries: [TermAutomaton.Entry], first: [Int32]) {
        var own = [Range<Int>](repeating: 0..<0, count: parents.count)
        let byNode = Self.sorted(pending.map(\.node))
        var at = 0
        while at < byNode.count {
            let node = pending[Int(byNode[at])].node
            let start = at
            while at < byNode.count, pending[Int(byNode[at])].node == node { at += 1 }
            own[Int(node)] = start..<at
        }
        var entries = [TermAutomaton.Entry()]
        var first = [Int32](repeating: 0, count: parents.count)
        for node in order.map(Int.init) where node != 0 {
            let shorter = first[Int(failures[node])]
            first[node] = own[node].isEmpty ? shorter : Int32(entries.count)
            for index in own[node] {
                let next = index + 1 < own[node].upperBound ? Int32(entries.count + 1) : shorter
                entries.append(TermAutomaton.Entry(value: pending[Int(byNode[index])].value, length: depths[node], next: next))
            }
        }
        return (entries, first)
    }

    /// The indices of small numbers by number, equal ones in order: a counting sort.
    static func sorted(_ numbers: [Int32]) -> [Int32] {
        var starts = [Int32](repeating: 0, count: Int(numbers.max() ?? 0) + 2)
        for number in numbers { starts[Int(number) + 1] += 1 }
        for number in 1..<starts.count { starts[number] += starts[number - 1] }
        var order = [Int32](repeating: 0, count: numbers.count)
        for (index, number) in numbers.enumerated() {
            order[Int(starts[Int(number)])] = Int32(index)
            starts[Int(number)] += 1
        }
        return order
    }
}
