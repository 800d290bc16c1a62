/// Numbers as `BinaryWriter` writes them, one after the other, without a copy of the bytes and without an error for each.
struct BinaryNumbers {
    private let bytes: UnsafeRawBufferPointer
    private(set) var place: Int

    /// - Parameter bytes: outlive it.
    init(_ bytes: UnsafeRawBufferPointer, at place: Int = 0) {
        self.bytes = bytes
        self.place = place
    }

    /// Nil at the end, and where there is none.
    @inline(__always)
    mutating func next() -> Int? {
        var value: UInt64 = 0
        var shift: UInt64 = 0
        while place >= 0, place < bytes.count, shift < 64 {
            let next = bytes[place]
            place += 1
            value |= UInt64(next & 0x7F) << shift
            if next < 0x80 { return Int(truncatingIfNeeded: value) }
            shift += 7
        }
        return nil
    }

    /// How many bytes follow.
    var rest: Int { bytes.count - place }

    /// The bytes of a text, as `BinaryWriter` writes them; nil where they go beyond the end.
    mutating func text() -> UnsafeRawBufferPointer.SubSequence? {
        guard let count = next(), count >= 0, count <= rest else { return nil }
        place += count
        return bytes[place - count..<place]
    }
}
