import Store

/// Who owes each requirement of the base, in the order of its assignments (责任清单): held for all of them, since bodies are few and their
/// names many times the same.
struct Ownership: Sendable {
    /// Keys of the requirements that somebody owes, ascending, and where the assignments of each end.
    private var keys: [Int64] = []
    private var ends: [Int32] = []
    /// Numbers of the bodies; of classes of bodies (各州市) less than nothing.
    private var numbers: [Int32] = []
    private(set) var bodies: [StoredOwner] = []
    private var known: [StoredOwner: Int32] = [:]

    init(_ reader: Reader) throws { try read(reader, after: .min) }

    /// With what was added since.
    func followed(_ reader: Reader) throws -> Ownership {
        var ownership = self
        try ownership.read(reader, after: keys.last ?? .min)
        return ownership
    }

    private mutating func read(_ reader: Reader, after last: Int64) throws {
        var (body, name, number): (String?, String, Int32) = (nil, "", -1)
        try reader.owners(after: last) { key, id, text, isClass in
            if keys.last != key {
                keys.append(key)
                ends.append(Int32(numbers.count))
            }
            if number < 0 || id != body || text != name {
                (body, name) = (id, text)
                let owner = StoredOwner(body: id, name: text)
                number = known[owner] ?? Int32(bodies.count)
                if known[owner] == nil {
                    known[owner] = number
                    bodies.append(owner)
                }
            }
            numbers.append(isClass ? -1 - number : number)
            ends[ends.count - 1] = Int32(numbers.count)
        }
    }

    /// Those that owe a requirement, by their places in `bodies`, and whether they are classes.
    func owners(of requirement: Int64) -> [(number: Int, isClass: Bool)] {
        var (low, high) = (0, keys.count)
        while low < high {
            let middle = (low + high) / 2
            if keys[middle] < requirement { low = middle + 1 } else { high = middle }
        }
        guard low < keys.count, keys[low] == requirement else { return [] }
        return numbers[Int(low > 0 ? ends[low - 1] : 0)..<Int(ends[low])].map { $0 < 0 ? (Int(-1 - $0), true) : (Int($0), false) }
    }
}
