import Store

/// The order of an answer (检索排序): documents whose title holds the words, then those that say most of them for their length, by the weight of
/// BM25 for one word (k₁ = 1.2, b = 0.75); of equals the later, then by id, which is the order of the view turned round.
struct SearchRank {
    private struct Candidate {
        let isTitled: Bool
        let weight: Double
        let place: Int
        let run: Range<Int>

        func precedes(_ other: Candidate) -> Bool {
            if isTitled != other.isTitled { return isTitled }
            if weight != other.weight { return weight > other.weight }
            return place > other.place
        }
    }

    private let ground: SearchGround
    private let titled: [Int]
    private let limit: Int
    private var candidates: [Candidate] = []
    private var worst: Candidate?

    init(_ ground: SearchGround, titled: [Int], documents: DocumentSet, limit: Int) {
        self.ground = ground
        self.titled = titled
        self.limit = max(1, limit)
    }

    /// - Parameter run: of the passages found, those of the document.
    mutating func add(_ place: Int, _ run: Range<Int>, _ occurrences: Int) {
        let count = Double(occurrences)
        let weight = count * 2.2 / (count + 1.2 * (0.25 + 0.75 * ground.lengths[place]))
        let candidate = Candidate(isTitled: isTitled(place), weight: weight, place: place, run: run)
        // Each document shows a passage at least: no more of them than that are needed.
        if let worst, candidates.count >= limit, worst.precedes(candidate) { return }
        candidates.append(candidate)
        if candidates.count >= limit * 2 { settle() }
        if worst == nil, candidates.count == limit { settle() }
    }

    private mutating func settle() {
        candidates.sort { $0.precedes($1) }
        candidates.removeLast(max(0, candidates.count - limit))
        worst = candidates.count == limit ? candidates.last : nil
    }

    /// The first documents of the answer with their runs, as many as may be shown.
    var best: [(place: Int, run: Range<Int>)] { candidates.sorted { $0.precedes($1) }.prefix(limit).map { ($0.place, $0.run) } }

    private func isTitled(_ place: Int) -> Bool {
        var (low, high) = (0, titled.count)
        while low < high {
            let middle = (low + high) / 2
            if titled[middle] < place { low = middle + 1 } else { high = middle }
        }
        return low < titled.count && titled[low] == place
    }
}
