import Provenance

/// Reads back what a `BinaryWriter` wrote. Every read is held against the end of the bytes, since they come from a file.
struct BinaryReader {
    private let bytes: [UInt8]
    private(set) var position: Int

    init(_ bytes: [UInt8], at position: Int = 0) {
        self.bytes = bytes
        self.position = position
    }

    var isAtEnd: Bool { position >= bytes.count }

    mutating func byte() throws(Fault) -> UInt8 {
        guard position >= 0, position < bytes.count else { throw Self.broken }
        position += 1
        return bytes[position - 1]
    }

    mutating func int() throws(Fault) -> Int {
        var value: UInt64 = 0
        var shift: UInt64 = 0
        while true {
            let next = try byte()
            guard shift < 64 else { throw Self.broken }
            value |= UInt64(next & 0x7F) << shift
            if next < 0x80 { return Int(Int64(bitPattern: value)) }
            shift += 7
        }
    }

    /// How many of something follow that takes at least a byte each.
    mutating func count() throws(Fault) -> Int {
        let count = try int()
        guard count >= 0, count <= bytes.count - position else { throw Self.broken }
        return count
    }

    /// Pairs of numbers, as `int` reads them, without a check for each byte that is not the last.
    /// - Returns: false where they go beyond the end, or are no numbers.
    mutating func eachPair(_ count: Int, _ body: (Int, Int) -> Void) -> Bool {
        let end = bytes.withUnsafeBytes { bytes -> Int? in
            var numbers = BinaryNumbers(bytes, at: position)
            for _ in 0..<count {
                guard let first = numbers.next(), let second = numbers.next() else { return nil }
                body(first, second)
            }
            return numbers.place
        }
        guard let end else { return false }
        position = end
        return true
    }

    mutating func bool() throws(Fault) -> Bool { try byte() != 0 }

    mutating func float() throws(Fault) -> Float {
        var bits: UInt32 = 0
        for shift in [0, 8, 16, 24] as [UInt32] { bits |= UInt32(try byte()) << shift }
        return Float(bitPattern: bits)
    }

    mutating func short() throws(Fault) -> UInt16 { UInt16(try byte()) | UInt16(try byte()) << 8 }

    mutating func text() throws(Fault) -> String {
        let count = try count()
        position += count
        return String(decoding: bytes[position - count..<position], as: UTF8.self)
    }

    mutating func bytesOfText() throws(Fault) -> [UInt8] {
        let count = try count()
        position += count
        return Array(bytes[position - count..<position])
    }

    mutating func optionalText() throws(Fault) -> String? { try bool() ? try text() : nil }

    mutating func texts() throws(Fault) -> [String] {
        var texts: [String] = []
        for _ in 0..<(try count()) { texts.append(try text()) }
        return texts
    }

    static var broken: Fault { Fault(.storeCorrupt("linking")) }
}
