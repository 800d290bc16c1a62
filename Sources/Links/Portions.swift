/// What seekers are to be compared with, in portions by the documents that demand (比对批次): of each of those so many facts are read that they
/// fit in memory together.
final class Portions {
    /// The requirements that a seeker is to be compared with in the documents of one portion.
    struct Sought {
        let seeker: Int32
        /// Where they are among the requirements of the portion.
        let requirements: Range<Int>
    }

    struct Portion {
        var sought: [Sought] = []
        /// By place in the index.
        var requirements: [Int32] = []
    }

    /// In order of the seekers each.
    private(set) var all: [Portion] = []
    /// The portion of each document.
    private var portions: [Int32] = []

    /// How many requirements one has.
    private static let requirements = 16_384

    /// - Parameter most: how many documents that demand one has.
    init(_ index: LinkIndex, documents most: Int) {
        portions.reserveCapacity(index.documents.count)
        var (documents, requirements) = (0, 0)
        var portion: Int32 = 0
        for document in index.documents {
            if !document.requirements.isEmpty {
                documents += 1
                requirements += document.requirements.count
                if documents > most || requirements > Self.requirements {
                    portion += 1
                    (documents, requirements) = (1, document.requirements.count)
                }
            }
            portions.append(portion)
        }
        all = [Portion](repeating: Portion(), count: Int(portion) + 1)
    }

    /// - Parameter found: in ascending order.
    func add(_ found: [Int32], to seeker: Int32, _ index: LinkIndex) {
        func portion(_ place: Int32) -> Int { Int(portions[Int(index.requirements[Int(place)].document)]) }
        var start = 0
        while start < found.count {
            let number = portion(found[start])
            var end = start + 1
            while end < found.count, portion(found[end]) == number { end += 1 }
            let first = all[number].requirements.count
            all[number].requirements += found[start..<end]
            all[number].sought.append(Sought(seeker: seeker, requirements: first..<first + end - start))
            start = end
        }
    }
}
