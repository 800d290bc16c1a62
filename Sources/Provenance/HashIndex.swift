/// Finds the number of a value by its hash (散列索引): values are numbered in the order in which they come and live with whoever asks,
/// so that one document's few hundred names cost no dictionary. Equal values must have equal hashes; the hash is the same in every run.
public struct HashIndex: Sendable {
    /// Number of a value plus one, at its hash or behind it; 0 where nothing is.
    private var slots: [UInt32]
    /// By number.
    private var hashes: [UInt64] = []

    /// - Parameter capacity: of how many values there is room before the index grows.
    public init(capacity: Int = 24) {
        var size = 16
        while size < capacity * 2 { size *= 2 }
        slots = [UInt32](repeating: 0, count: size)
        hashes.reserveCapacity(size / 2)
    }

    public var count: Int { hashes.count }

    /// The number of the value that has this hash and is equal.
    @inlinable
    public func number(of hash: UInt64, where isEqual: (Int) -> Bool) -> Int? {
        var place = start(hash)
        while let number = candidate(at: &place, hash) { if isEqual(number) { return number } }
        return nil
    }

    /// Gives the next number to a value that is not there.
    @discardableResult
    public mutating func append(_ hash: UInt64) -> Int {
        if (hashes.count + 1) * 2 > slots.count { grow() }
        hashes.append(hash)
        put(hash, hashes.count)
        return hashes.count - 1
    }

    @usableFromInline
    func start(_ hash: UInt64) -> Int { Int(truncatingIfNeeded: hash) & (slots.count - 1) }

    /// The next number from the place on that has this hash; the place moves behind it.
    @usableFromInline
    func candidate(at place: inout Int, _ hash: UInt64) -> Int? {
        while slots[place] != 0 {
            let number = Int(slots[place]) - 1
            place = (place + 1) & (slots.count - 1)
            if hashes[number] == hash { return number }
        }
        return nil
    }

    private mutating func put(_ hash: UInt64, _ entry: Int) {
        var place = start(hash)
        while slots[place] != 0 { place = (place + 1) & (slots.count - 1) }
        slots[place] = UInt32(truncatingIfNeeded: entry)
    }

    private mutating func grow() {
        slots = [UInt32](repeating: 0, count: slots.count * 2)
        for (number, hash) in hashes.enumerated() { put(hash, number + 1) }
    }
}

/// Mixes bytes into a hash of 64 bits, eight at a time. For tables in memory only: what is written bears `ContentHash`.
public struct ByteMixer: Sendable {
    public private(set) var hash: UInt64 = 0x9E37_79B9_7F4A_7C15

    public init() {}

    @inline(__always)
    public mutating func mix(_ word: UInt64) {
        let product = (hash ^ word).multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
        hash = product.low ^ product.high
    }

    public mutating func mix(_ bytes: UnsafeRawBufferPointer) {
        var index = 0
        while index + 8 <= bytes.count {
            mix(bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
            index += 8
        }
        var rest = UInt64(bytes.count)
        while index < bytes.count {
            rest = rest << 8 | UInt64(bytes[index])
            index += 1
        }
        mix(rest)
    }

    public mutating func mix(_ text: String) {
        text.utf8.span.withUnsafeBytes { mix($0) }
    }
}
