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

    /// Of two that begin at the same place and are equally long, the surer one.
    var rank: Int {
        switch source {
        case .reading: 0
        case .open: 1
        case .group: 2
        case .anaphor: 3
        }
    }
}
