/// A zip without compression (存储式 zip), made of names and contents that zeros part: what libFuzzer changes stays the XML of a part, and
/// the checksums are right, so that it comes through to the reader.
struct StoredZip {
    private(set) var bytes: [UInt8] = []

    /// - Parameter parts: name, zero, content, zero, name …
    init(parts: [UInt8]) {
        let pieces = parts.split(separator: 0, maxSplits: 40, omittingEmptySubsequences: false)
        var directory: [UInt8] = []
        var count = 0
        for index in stride(from: 0, to: pieces.count - 1, by: 2) {
            let (name, content) = (Array(pieces[index].prefix(100)), pieces[index + 1])
            let sizes = Self.number(Self.checksum(content), 4) + Self.number(content.count, 4) + Self.number(content.count, 4) + Self.number(name.count, 2)
            let start = bytes.count
            bytes += [0x50, 0x4B, 3, 4, 20, 0, 0, 8, 0, 0, 0, 0, 0, 0] + sizes + [0, 0] + name + content
            directory += [0x50, 0x4B, 1, 2, 20, 3, 20, 0, 0, 8, 0, 0, 0, 0, 0, 0] + sizes + [UInt8](repeating: 0, count: 8) + [0, 0, 0xA4, 0x81]
            directory += Self.number(start, 4) + name
            count += 1
        }
        let start = bytes.count
        bytes += directory + [0x50, 0x4B, 5, 6, 0, 0, 0, 0] + Self.number(count, 2) + Self.number(count, 2) + Self.number(directory.count, 4)
        bytes += Self.number(start, 4) + [0, 0]
    }

    private static func number(_ value: Int, _ count: Int) -> [UInt8] { (0..<count).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) } }

    /// CRC-32 (ISO 3309).
    private static func checksum(_ bytes: ArraySlice<UInt8>) -> Int {
        var sum: UInt32 = 0xFFFF_FFFF
        for byte in bytes { sum = table[Int(UInt8(truncatingIfNeeded: sum) ^ byte)] ^ sum >> 8 }
        return Int(~sum)
    }

    private static let table: [UInt32] = (0..<256).map { index in
        (0..<8).reduce(UInt32(index)) { sum, _ in sum & 1 == 1 ? 0xEDB8_8320 ^ sum >> 1 : sum >> 1 }
    }
}
