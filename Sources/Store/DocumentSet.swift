/// Some documents of the base in their order, found by key and by id without a search (文件集).
public struct DocumentSet: RandomAccessCollection, Sendable {
    /// All of them in their order; shared, where `Array(…)` would copy each.
    public let documents: [StoredDocument]
    private let places: Places

    /// Shared, so that a set costs nothing to hand on.
    private final class Places: Sendable {
        let byKey: [Int64: Int]
        let byID: [String: Int]

        init(_ documents: [StoredDocument]) {
            byKey = Dictionary(documents.enumerated().map { ($1.key, $0) }, uniquingKeysWith: { first, _ in first })
            byID = Dictionary(documents.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        }
    }

    public init(_ documents: [StoredDocument]) {
        self.documents = documents
        places = Places(documents)
    }

    public var startIndex: Int { 0 }
    public var endIndex: Int { documents.count }
    public subscript(position: Int) -> StoredDocument { documents[position] }

    /// Of the document at a place, without a copy of the rest of it.
    public func id(at place: Int) -> String { documents[place].context.id }

    public func place(ofKey key: Int64) -> Int? { places.byKey[key] }
    public func place(ofID id: String) -> Int? { places.byID[id] }
    public subscript(key key: Int64) -> StoredDocument? { places.byKey[key].map { documents[$0] } }
    public subscript(id id: String) -> StoredDocument? { places.byID[id].map { documents[$0] } }
}
