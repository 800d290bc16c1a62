/// Finds cells for the nodes of a trie so that the children of a node stand at one base plus their classes (双数组).
///
/// Nodes with many children first, each at the first base where all its children find free cells. Cells where many a node has found no
/// room are passed over by the next ones and left to nodes with one child, which fit anywhere: so the work stays linear and the table
/// dense.
struct CellPlacing {
    /// By node, the root first.
    private(set) var cells: [Int32]
    private(set) var bases: [Int32]
    /// Cells of the table, with the free ones that sums of a base and a class may point at.
    private(set) var size = 0

    /// The free cells as a chain; -1 ends it. Those behind the last one are free as well.
    private var nextFree: [Int32] = []
    private var previousFree: [Int32] = []
    private var isFree: [Bool] = []
    private var firstFree: Int32 = -1
    private var lastFree: Int32 = -1
    /// The free cell from which nodes with several children look for room; -1 for the end.
    private var searchStart: Int32 = -1

    /// After so many cells without room the search begins behind them.
    private static let patience = 16

    init(parents: [Int32], arrivals: [Int32], classCount: Int32) {
        cells = [Int32](repeating: 0, count: parents.count)
        bases = [Int32](repeating: 0, count: parents.count)
        // The root's children stand at their classes; what is free among them is left, so that no base is negative.
        grow(to: Int(classCount) + 1)
        for cell in isFree.indices { take(Int32(cell)) }

        let children = AutomatonBuilder.sorted(parents)
        var counts = [Int32](repeating: 0, count: parents.count)
        for node in parents.indices.dropFirst() { counts[Int(parents[node])] += 1 }
        var starts = [Int32](repeating: 1, count: parents.count)
        // The root is its own parent in the list and stands first.
        for node in parents.indices.dropFirst() { starts[node] = starts[node - 1] + counts[node - 1] }

        for child in children[1..<(1 + Int(counts[0]))] { cells[Int(child)] = arrivals[Int(child)] }
        for node in AutomatonBuilder.sorted(counts).reversed() where node != 0 && counts[Int(node)] > 0 {
            let own = Int(starts[Int(node)])..<Int(starts[Int(node)] + counts[Int(node)])
            let base = own.count == 1 ? base(for: arrivals[Int(children[own.lowerBound])]) : base(for: own.map { arrivals[Int(children[$0])] }.sorted())
            bases[Int(node)] = base
            for child in own {
                let cell = base + arrivals[Int(children[child])]
                cells[Int(children[child])] = cell
                take(cell)
            }
        }
        size = max(isFree.count, Int(bases.max() ?? 0) + Int(classCount) + 1)
    }

    /// A base at which a class is free.
    private mutating func base(for character: Int32) -> Int32 {
        if firstFree < 0 { grow(to: isFree.count + 1) }
        return firstFree - character
    }

    /// A base at which all these classes, ascending, are free; the table has grown to hold them.
    private mutating func base(for classes: [Int32]) -> Int32 {
        var candidate = searchStart >= 0 ? searchStart : Int32(isFree.count)
        var tried = 0
        while candidate < isFree.count {
            let base = candidate - classes[0]
            if classes.allSatisfy({ Int(base + $0) >= isFree.count || isFree[Int(base + $0)] }) { break }
            tried += 1
            candidate = nextFree[Int(candidate)] >= 0 ? nextFree[Int(candidate)] : Int32(isFree.count)
        }
        let base = candidate - classes[0]
        grow(to: Int(base + classes[classes.count - 1]) + 1)
        if tried > Self.patience || searchStart < 0 { searchStart = candidate }
        return base
    }

    private mutating func grow(to count: Int) {
        while isFree.count < count {
            let cell = Int32(isFree.count)
            isFree.append(true)
            nextFree.append(-1)
            previousFree.append(lastFree)
            if lastFree >= 0 { nextFree[Int(lastFree)] = cell } else { firstFree = cell }
            lastFree = cell
        }
    }

    private mutating func take(_ cell: Int32) {
        let (before, after) = (previousFree[Int(cell)], nextFree[Int(cell)])
        if before >= 0 { nextFree[Int(before)] = after } else { firstFree = after }
        if after >= 0 { previousFree[Int(after)] = before } else { lastFree = before }
        if searchStart == cell { searchStart = after }
        isFree[Int(cell)] = false
    }
}
