import Provenance

/// The facts that have a key, for each key (倒排表): millions of postings are put in when a run of documents begins.
struct PostingTable {
    struct Posting {
        let place: Int32
        let weight: UInt16
    }

    private var numbers = HashIndex(capacity: 1 << 11)
    private(set) var lists: [[Posting]] = []

    /// The number of the list of a key; nil where nothing has it.
    func list(of code: UInt32) -> Int? { numbers.number(of: Self.hash(code)) { _ in true } }

    mutating func append(_ posting: Posting, to code: UInt32) {
        let hash = Self.hash(code)
        if let list = numbers.number(of: hash, where: { _ in true }) {
            lists[list].append(posting)
        } else {
            numbers.append(hash)
            lists.append([posting])
        }
    }

    /// - Parameter next: hands out so many postings, in ascending order of places; nil where there is none.
    /// - Returns: false where there were fewer.
    mutating func append(to code: UInt32, _ count: Int, _ next: () -> Posting?) -> Bool {
        let hash = Self.hash(code)
        var list = lists.count
        if let known = numbers.number(of: hash, where: { _ in true }) {
            list = known
        } else {
            numbers.append(hash)
            lists.append([])
            lists[list].reserveCapacity(count)
        }
        for _ in 0..<count {
            guard let posting = next() else { return false }
            lists[list].append(posting)
        }
        return true
    }

    /// No two codes have the same: an odd factor and a shift lose nothing.
    private static func hash(_ code: UInt32) -> UInt64 {
        let product = UInt64(code) &* 0x9E37_79B9_7F4A_7C15
        return product ^ product >> 32
    }
}
