import Vocabulary

/// A stretch of text that may be the name of a body, before overlapping ones are sorted out.
struct NameCandidate {
    enum Source {
        /// Composed from division and function, or listed.
        case reading(BodyNameReader.Reading)
        /// By its ending; the index of the ending.
        case open(ending: Int, areaEnd: Int, division: Int?, isAnchored: Bool)
        /// A class: the head's range.
        case group(head: Range<Int>)
        /// A bare noun that points at a body named before.
        case anaphor
    }

    var range: Range<Int>
    var source: Source
    /// Among those of a passage, in the order in which they were found.
    private var order = 0

    init(range: Range<Int>, source: Source) {
        self.range = range
        self.source = source
    }

    /// Of two that begin at the same place and are equally long, the surer one.
    var rank: Int {
        switch source {
        case .reading: 0
        case .open: 1
        case .group: 2
        case .anaphor: 3
        }
    }

    /// A class, or a name that does not say whose it is.
    var isWeak: Bool {
        switch source {
        case .reading(let reading): !reading.isAnchored
        case .open(_, _, _, let isAnchored): !isAnchored
        case .group, .anaphor: true
        }
    }

    /// The longest of those that begin first, then what begins behind it. A longer one that begins inside a class or a name
    /// without its division is preferred to that. Of equal ones the one found first; `candidates` are sorted.
    static func choose(from candidates: inout [NameCandidate], into chosen: inout [NameCandidate]) {
        chosen.removeAll(keepingCapacity: true)
        for index in candidates.indices { candidates[index].order = index }
        candidates.sort { $0.comes(before: $1) }
        for candidate in candidates {
            guard let last = chosen.last, candidate.range.lowerBound < last.range.upperBound else {
                chosen.append(candidate)
                continue
            }
            if candidate.range.upperBound > last.range.upperBound, candidate.range.count > last.range.count, last.isWeak, !candidate.isWeak {
                chosen[chosen.count - 1] = candidate
            }
        }
    }

    private func comes(before other: NameCandidate) -> Bool {
        if range.lowerBound != other.range.lowerBound { return range.lowerBound < other.range.lowerBound }
        if range.upperBound != other.range.upperBound { return range.upperBound > other.range.upperBound }
        return rank != other.rank ? rank < other.rank : order < other.order
    }
}
