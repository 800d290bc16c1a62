/// Requirements and those that carry them out at lower levels (承接链), and what state follows for the upper ones. Numbers stand
/// for requirements; each pair is gone through once, whatever their shape.
public struct Cascade: Sendable {
    /// Groups that carry each other out in a ring, which no chain of offices can: each in ascending order.
    public let rings: [[Int]]
    private let lower: [[Int]]
    /// Groups of which each comes after all that it leads down to; of most requirements a group of one.
    private let groups: [[Int]]

    /// - Parameters:
    ///   - count: how many requirements there are, numbered from 0.
    ///   - pairs: the lower one carries out the upper one.
    public init(count: Int, pairs: [(upper: Int, lower: Int)]) {
        var lower = [[Int]](repeating: [], count: count)
        for pair in pairs { lower[pair.upper].append(pair.lower) }
        self.lower = lower
        groups = Self.groups(lower)
        rings = groups.filter { group in group.count > 1 || lower[group[0]].contains(group[0]) }
    }

    /// The state of each requirement with all that carry it out: the worst of its own and theirs (深层落实状态).
    /// - Parameter own: the state of each by its own evidence.
    public func deep(_ own: [RequirementState]) -> [RequirementState] {
        var deep = own
        for group in groups {
            var worst = deep[group[0]]
            for one in group {
                if own[one].rank < worst.rank { worst = own[one] }
                for below in lower[one] where deep[below].rank < worst.rank { worst = deep[below] }
            }
            for one in group { deep[one] = worst }
        }
        return deep
    }

    /// Strongly connected groups, lowest first (R. Tarjan, Depth-first search and linear graph algorithms, 1972), without recursion:
    /// a chain may be as long as the base.
    private static func groups(_ lower: [[Int]]) -> [[Int]] {
        var order = [Int](repeating: -1, count: lower.count)
        var lowest = order
        var isOpen = [Bool](repeating: false, count: lower.count)
        var open: [Int] = []
        var groups: [[Int]] = []
        var next = 0
        for start in lower.indices where order[start] < 0 {
            var path = [(node: start, edge: 0)]
            while let (node, edge) = path.last {
                if edge == 0 {
                    (order[node], lowest[node], isOpen[node]) = (next, next, true)
                    next += 1
                    open.append(node)
                }
                if edge < lower[node].count {
                    path[path.count - 1].edge += 1
                    let below = lower[node][edge]
                    if order[below] < 0 {
                        path.append((below, 0))
                    } else if isOpen[below] {
                        lowest[node] = min(lowest[node], order[below])
                    }
                    continue
                }
                path.removeLast()
                if let above = path.last?.node { lowest[above] = min(lowest[above], lowest[node]) }
                guard lowest[node] == order[node] else { continue }
                var group: [Int] = []
                while let one = open.popLast() {
                    isOpen[one] = false
                    group.append(one)
                    if one == node { break }
                }
                groups.append(group.sorted())
            }
        }
        return groups
    }
}
