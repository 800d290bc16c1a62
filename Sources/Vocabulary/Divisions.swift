/// The divisions of the country (行政区划表) and how they lie in one another.
public struct Divisions: Sendable {
    /// The country first, then by code.
    public let regions: [Region]
    public let levelWords: [LevelWord]
    private let byID: [String: Int]
    private let parents: [Int]
    /// By region the index in `levelWords` of the ending that its name has; -1 where it has none.
    private let endings: [Int]

    /// Places in the code that name no division of their own (市辖区, 县) are left out.
    public init(_ entries: [Region], levelWords: [LevelWord] = []) {
        self.levelWords = levelWords
        var seen: Set<String> = []
        let named = entries.filter { !Self.isPlaceholder($0.name) && $0.level != .centre && seen.insert($0.id).inserted }
            .sorted { $0.code < $1.code }
        regions = [Region.china] + named
        var byID: [String: Int] = [:]
        for (index, region) in regions.enumerated() { byID[region.id] = index }
        self.byID = byID
        // The first ending that fits is the division's own: 自治州 stands before 州 in the list, 自治县 before 县.
        let suffixes = levelWords.map { ($0.level, Array($0.ending.utf8)) }
        endings = regions.map { region in
            let name = Array(region.name.utf8)
            return suffixes.firstIndex { $0.0 == region.level && name.count >= $0.1.count && name.suffix($0.1.count).elementsEqual($0.1) } ?? -1
        }
        parents = regions.map { region in
            switch region.level {
            case .centre, .province: 0
            case .prefecture: byID["CN-" + region.code.prefix(2)] ?? 0
            case .county: byID["CN-" + region.code.prefix(4)] ?? byID["CN-" + region.code.prefix(2)] ?? 0
            }
        }
    }

    public subscript(id: String) -> Region? { byID[id].map { regions[$0] } }

    /// Index in `regions`.
    public func index(of id: String) -> Int? { byID[id] }

    /// The region that holds it; the country holds itself.
    public func parent(of index: Int) -> Int { parents[index] }

    /// The region itself, then what holds it, up to the country.
    public func chain(from index: Int) -> [Int] {
        var chain = [index]
        while let last = chain.last, last != 0 { chain.append(parents[last]) }
        return chain
    }

    /// Whether one region lies in another or is it.
    public func contains(_ outer: Int, _ inner: Int) -> Bool {
        var current = inner
        while true {
            if current == outer { return true }
            if current == 0 { return false }
            current = parents[current]
        }
    }

    /// The region named exactly so, in full or short; where several are, the one nearest to `near`, then the highest, then the
    /// first by code. For names alone (云南省, 昆明), not for names in running text.
    public func named(_ name: String, near: Int? = nil) -> Region? {
        let candidates = regions.indices.dropFirst().filter { regions[$0].name == name || regions[$0].shortNames.contains(name) }
        return nearest(candidates, to: near).map { regions[$0] }
    }

    /// The nearest region of the scope for which a word such as 州 can stand; nil where there is none.
    public func region(for word: String, in scope: Scope) -> Int? {
        for id in scope.divisions {
            guard let start = index(of: id) else { continue }
            for candidate in chain(from: start) where candidate != 0 {
                if let own = levelWord(of: candidate), levelWords[own].words.contains(word) { return candidate }
            }
        }
        return nil
    }

    /// Index in `levelWords` of the words that stand for a region: 州 for 德宏傣族景颇族自治州.
    func levelWord(of region: Int) -> Int? { endings[region] < 0 ? nil : endings[region] }

    /// The level that a level word has wherever it is used (省, 县); nil for 市 and 区.
    func onlyLevel(of word: String) -> Level? {
        let levels = Set(levelWords.filter { $0.words.contains(word) }.map(\.level))
        return levels.count == 1 ? levels.first : nil
    }

    /// The candidate that shares most of its chain with `near`; ties go to the higher level, then to the lower code.
    public func nearest(_ candidates: [Int], to near: Int?) -> Int? {
        guard candidates.count > 1 else { return candidates.first }
        func shared(_ index: Int) -> Int {
            guard let near else { return 0 }
            var (count, current) = (0, index)
            while true {
                if contains(current, near) { count += 1 }
                if current == 0 { return count }
                current = parents[current]
            }
        }
        return candidates.min { left, right in
            let (first, second) = (shared(left), shared(right))
            if first != second { return first > second }
            if regions[left].level != regions[right].level { return regions[left].level < regions[right].level }
            return left < right
        }
    }

    private static func isPlaceholder(_ name: String) -> Bool {
        ["市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划", "省直辖县", "自治区直辖县"].contains(name)
    }
}
