import Provenance

/// A document on the list of those in which a seeker looks for requirements (近邻公文).
struct NearDocument: Hashable, Sendable {
    /// How the two stand to each other before any words are compared; the earlier case comes first on the list.
    enum Standing: UInt8, Comparable, Sendable {
        /// The document is cited, or tells itself of the requirement that it reports on.
        case named
        case open
        /// Younger than what is reported, or of a narrower region, so that a link would be weak at most.
        case weak

        static func < (left: Standing, right: Standing) -> Bool { left.rawValue < right.rawValue }
    }

    /// Number of the document in the index.
    var document: Int32
    var standing: Standing
    /// What the seeker shares with the nearest of its requirements, in units of `FactKey.unit`.
    var score: Int32

    /// Standing first, then score.
    func isNearer(than other: NearDocument) -> Bool {
        standing != other.standing ? standing < other.standing : score > other.score
    }
}

/// A list as the base keeps it: documents by their keys.
extension BinaryWriter {
    mutating func put(_ list: [NearDocument], key: (Int32) -> Int64) {
        put(list.count)
        for one in list {
            put(Int(key(one.document)))
            put(Int(one.standing.rawValue))
            put(Int(one.score))
        }
    }
}

extension BinaryReader {
    mutating func nearDocuments(number: (Int64) -> Int?) throws(Fault) -> [NearDocument] {
        var list: [NearDocument] = []
        for _ in 0..<(try count()) {
            guard let document = number(Int64(try int())), let standing = NearDocument.Standing(rawValue: try byte()) else { throw Self.broken }
            list.append(NearDocument(document: Int32(document), standing: standing, score: Int32(truncatingIfNeeded: try int())))
        }
        return list
    }
}
