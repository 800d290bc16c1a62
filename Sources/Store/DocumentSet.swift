/// Some documents of the base in their order, found by key and by id without a search (文件集).
public struct DocumentSet: RandomAccessCollection, Sendable {
    /// All of them in their order; shared, where `Array(…)` would copy each.
    public let documents: [StoredDocument]
    private let places: Places

    /// Shared, so that a set costs nothing to hand on.
    private final class Places: Sendable {
        private let byKey: [Int64: Int]
        /// By key, where the keys leave few gaps; -1 where no document is. States and links ask by the million.
        private let dense: [Int32]
        let byID: [String: Int]

        init(_ documents: [StoredDocument]) {
            byKey = Dictionary(documents.enumerated().map { ($1.key, $0) }, uniquingKeysWith: { first, _ in first })
            let last = documents.map(\.key).max() ?? 0
            if last > 0, last < documents.count * 4 + 1_024, documents.allSatisfy({ $0.key >= 0 }) {
                var dense = [Int32](repeating: -1, count: Int(last) + 1)
                for (place, document) in documents.enumerated() where dense[Int(document.key)] < 0 { dense[Int(document.key)] = Int32(place) }
                self.dense = dense
            } else {
                dense = []
            }
            byID = Dictionary(documents.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        }

        func place(ofKey key: Int64) -> Int? {
            guard !dense.isEmpty else { return byKey[key] }
            guard key >= 0, key < dense.count else { return nil }
            let place = dense[Int(key)]
            return place < 0 ? nil : Int(place)
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

    public func place(ofKey key: Int64) -> Int? { places.place(ofKey: key) }
    public func place(ofID id: String) -> Int? { places.byID[id] }
    public subscript(key key: Int64) -> StoredDocument? { places.place(ofKey: key).map { documents[$0] } }
    public subscript(id id: String) -> StoredDocument? { places.byID[id].map { documents[$0] } }
}
