import Provenance

/// What a document has to score at least to enter the lists of some documents' seekers (入列下限). Lists only get nearer as documents come, so
/// that what was true of a base is true of a larger one: most lists need not be read to tell that a new document is not on them.
public struct ListEnds: Sendable {
    private let length: Int
    private var writer = BinaryWriter()
    private var last: Int64 = -1

    public init(_ linker: Linker) { length = linker.profile.nearest }

    public var bytes: [UInt8] { writer.bytes }

    /// - Parameters:
    ///   - list: as `LinkChanges.List` gave it.
    ///   - document: the key of its document; ascending.
    ///   - seeker: its number in the document; ascending.
    public mutating func add(_ list: [UInt8], of seeker: Int, in document: Int64) throws(Fault) {
        var reader = BinaryReader(list)
        let list = try reader.nearDocuments { _ in 0 }
        guard list.count >= length, let end = list.last, end.standing <= .open else { return }
        writer.put(Int(document - last))
        writer.put(seeker)
        writer.put(Int(end.score))
        last = document
    }
}

extension LinkIndex {
    /// - Parameter bytes: what `ListEnds` gave for documents that were taken up.
    func add(ends bytes: UnsafeRawBufferPointer) throws(Fault) {
        var numbers = BinaryNumbers(bytes)
        var key: Int64 = -1
        var places: Range<Int32> = 0..<0
        while numbers.rest > 0 {
            guard let step = numbers.next(), let seeker = numbers.next(), let score = numbers.next() else { throw BinaryReader.broken }
            if step != 0 {
                key &+= Int64(step)
                guard let number = number(of: key) else { throw BinaryReader.broken }
                places = documents[number].seekers
            }
            guard seeker >= 0, seeker < places.count else { throw BinaryReader.broken }
            let place = Int(places.lowerBound) + seeker
            // What cites enters by its citation.
            if !seekers[place].cites { seekers[place].bound = Int32(truncatingIfNeeded: score) }
        }
    }
}
