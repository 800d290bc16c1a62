import Glibc
import Provenance
import Store

/// What every search asks of the base as a whole (检索底表): where the passages of each document are, how long it is, and its title. Made once for
/// an unchanged base.
struct SearchGround: Sendable {
    /// By the keys of their passages, ascending.
    private let ranges: [(first: Int64, last: Int64, place: Int32)]
    /// Characters of each document over the average, by its place in the view.
    let lengths: [Double]
    /// Folded titles in UTF-8 with a break behind each, and a zero at the end.
    private let titles: [CChar]
    private let titleEnds: [Int]

    init(_ documents: DocumentSet, _ reader: Reader) throws {
        ranges = try reader.passageRanges().compactMap { range in documents.place(ofKey: range.document).map { (range.first, range.last, Int32($0)) } }
        let average = max(1, Double(documents.reduce(0) { $0 + $1.source.characters }) / Double(max(1, documents.count)))
        lengths = documents.map { Double($0.source.characters) / average }
        var (titles, ends): ([UInt8], [Int]) = ([], [])
        for document in documents {
            // Whatever is white is folded away; a zero would end the search.
            for scalar in Grams.folded(document.context.title ?? "") where scalar.value > 0 { titles.append(utf8Of: scalar) }
            titles.append(0x0A)
            ends.append(titles.count)
        }
        self.titles = titles.map { CChar(bitPattern: $0) } + [0]
        titleEnds = ends
    }

    /// Hands over the found passages of each document of the view, as one run of `found`.
    /// - Parameter each: given the document's place.
    func eachDocument(of found: [FoundPassage], _ each: (Int, Range<Int>) throws -> Void) rethrows {
        var next = 0
        for range in ranges {
            // Documents without any are passed over by halves.
            if next == found.count { return }
            while next < found.count, found[next].key < range.first { next += 1 }
            let start = next
            while next < found.count, found[next].key <= range.last { next += 1 }
            if next > start { try each(Int(range.place), start..<next) }
        }
    }

    /// Places of the documents whose titles hold the words, ascending.
    func titled(_ words: [Unicode.Scalar]) -> [Int] {
        var wanted: [UInt8] = []
        for scalar in words where scalar.value > 0 { wanted.append(utf8Of: scalar) }
        guard !wanted.isEmpty else { return [] }
        let needle = wanted.map { CChar(bitPattern: $0) } + [0]
        var places: [Int] = []
        titles.withUnsafeBufferPointer { titles in
            guard let base = titles.baseAddress else { return }
            var (start, place) = (0, 0)
            // The C library compares many bytes at once.
            while start < titles.count, let hit = strstr(base + start, needle) {
                let offset = UnsafePointer(hit) - base
                while titleEnds[place] <= offset { place += 1 }
                places.append(place)
                start = titleEnds[place]
            }
        }
        return places
    }
}
