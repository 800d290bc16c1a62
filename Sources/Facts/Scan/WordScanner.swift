import Vocabulary

/// Finds the words of all groups that begin at each place of a text (标志词扫描), as a trie over scalars.
///
/// Most scalars begin no word, and most that do are not followed by the second of one: two loads and a bit tell them off without
/// a branch for each, and only what is left is looked up in the table of edges.
final class WordScanner: Sendable {
    private struct Edge: Sendable {
        /// Node and scalar; `UInt64.max` where the slot is free.
        var key: UInt64
        var child: Int32
    }

    /// For each scalar of the basic plane the node of words that begin with it, 0 for none, with the bits below.
    private let roots: [UInt32]
    private static let punctuation: UInt32 = 1 << 31
    /// The scalar is a word by itself.
    private static let word: UInt32 = 1 << 30
    private static let node: UInt32 = word - 1

    /// For each node the groups of the words that end there.
    private let groups: [WordGroups]
    /// For each node one bit for each scalar that may follow, by its low bits; none at the root.
    private let followers: [UInt64]
    private let edges: [Edge]
    private let shift: UInt64
    /// Scalars of the longest word.
    let longest: Int
    let rare: RareWords

    convenience init(_ markers: Markers, _ measures: Measures) {
        self.init(
            WordGroups.ids.map { (markers.group($0.id), $0.group) } + [(measures.planned, .planned), (measures.achieved, .achieved)],
            rare: RareWords { markers.group($0) })
    }

    /// Empty words are left out.
    init(_ groups: [(words: [String], group: WordGroups)], rare: RareWords = RareWords()) {
        var nodes: [WordGroups] = [[]]
        var followers: [UInt64] = [0]
        var roots = [UInt32](repeating: 0, count: 0x10000)
        var children: [UInt64: Int32] = [:]
        var longest = 1
        let words = groups.flatMap { group in group.words.map { (Array($0.unicodeScalars), group.group) } }.filter { !$0.0.isEmpty }
        func child(of node: Int32, _ scalar: Unicode.Scalar) -> Int32 {
            let key = Self.key(node, scalar)
            if let child = children[key] { return child }
            followers[Int(node)] |= Self.follower(scalar)
            nodes.append([])
            followers.append(0)
            children[key] = Int32(nodes.count - 1)
            return Int32(nodes.count - 1)
        }
        for (word, group) in words {
            var node: Int32 = 0
            for scalar in word { node = child(of: node, scalar) }
            if word[0].value < 0x10000 {
                roots[Int(word[0].value)] |= UInt32(child(of: 0, word[0])) | (word.count == 1 ? Self.word : 0)
            }
            nodes[Int(node)].formUnion(group)
            longest = max(longest, word.count)
        }
        for (mark, _) in Punctuation.Kind.marks { roots[Int(mark.value)] |= Self.punctuation }
        // At most half of the slots are taken.
        let bits = max(4, Int.bitWidth - (children.count * 2).leadingZeroBitCount)
        shift = UInt64(64 - bits)
        var edges = [Edge](repeating: Edge(key: .max, child: 0), count: 1 << bits)
        for (key, child) in children.sorted(by: { $0.key < $1.key }) {
            var slot = Int(Self.hash(key) >> shift)
            while edges[slot].key != .max { slot = (slot + 1) & (edges.count - 1) }
            edges[slot] = Edge(key: key, child: child)
        }
        followers[0] = 0
        self.groups = nodes
        self.followers = followers
        self.roots = roots
        self.edges = edges
        self.longest = longest
        self.rare = rare
    }

    @inline(__always)
    private static func key(_ node: Int32, _ scalar: Unicode.Scalar) -> UInt64 { UInt64(node) << 21 | UInt64(scalar.value) }

    /// Fibonacci hashing; the high bits are the good ones.
    @inline(__always)
    private static func hash(_ key: UInt64) -> UInt64 { key &* 0x9E37_79B9_7F4A_7C15 }

    @inline(__always)
    private static func follower(_ scalar: Unicode.Scalar) -> UInt64 { 1 << UInt64(scalar.value & 63) }

    /// Visits each place, and those that hold a punctuation mark or begin words; of words the shorter before the longer.
    @inline(__always)
    func scan(
        _ text: [Unicode.Scalar], place: (Int) -> Void, mark: (Int) -> Void, word: (_ start: Int, _ length: Int, _ groups: WordGroups) -> Void
    ) {
        text.withUnsafeBufferPointer { text in
            withTables { tables in
                for index in 0..<text.count {
                    place(index)
                    let root = tables.root(text[index])
                    var node = Int(root & Self.node)
                    var end = index + 1
                    let follower = end < text.count ? Self.follower(text[end]) : 0
                    guard UInt64(root & (Self.punctuation | Self.word)) | tables.followers[node] & follower != 0 else { continue }
                    if root & Self.punctuation != 0 { mark(index) }
                    while node != 0 {
                        if !tables.groups[node].isEmpty { word(index, end - index, tables.groups[node]) }
                        guard end < text.count, tables.followers[node] & Self.follower(text[end]) != 0 else { break }
                        node = tables.child(of: node, text[end])
                        end += 1
                    }
                }
            }
        }
    }

    @inline(__always)
    private func withTables(_ work: (Tables) -> Void) {
        roots.withUnsafeBufferPointer { roots in
            groups.withUnsafeBufferPointer { groups in
                followers.withUnsafeBufferPointer { followers in
                    edges.withUnsafeBufferPointer {
                        work(Tables(roots: roots, groups: groups, followers: followers, edges: $0, shift: shift))
                    }
                }
            }
        }
    }

    /// The arrays as buffers, for as long as one scan lasts. Nodes point at nodes only, and slots are cut to the table's size.
    private struct Tables {
        let roots: UnsafeBufferPointer<UInt32>
        let groups: UnsafeBufferPointer<WordGroups>
        let followers: UnsafeBufferPointer<UInt64>
        let edges: UnsafeBufferPointer<Edge>
        let shift: UInt64

        @inline(__always)
        func root(_ scalar: Unicode.Scalar) -> UInt32 {
            if scalar.value < 0x10000 { return roots[Int(scalar.value)] }
            let node = child(of: 0, scalar)
            return UInt32(node) | (groups[node].isEmpty ? 0 : WordScanner.word)
        }

        @inline(__always)
        func child(of node: Int, _ scalar: Unicode.Scalar) -> Int {
            let key = WordScanner.key(Int32(node), scalar)
            var slot = Int(WordScanner.hash(key) >> shift)
            while true {
                let edge = edges[slot]
                if edge.key == key { return Int(edge.child) }
                if edge.key == .max { return 0 }
                slot = (slot + 1) & (edges.count - 1)
            }
        }
    }
}
