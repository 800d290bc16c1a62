/// Bytes that no text has: how many there are tells text from binary data.
struct ControlBytes {
    private(set) var zeros = 0
    private(set) var others = 0
    private let total: Int

    init(_ bytes: [UInt8]) {
        total = bytes.count
        bytes.withUnsafeBytes { bytes in
            var index = 0
            while index < bytes.count {
                // Eight bytes at a time: whether one is below 20 or 7F. Nearly always only line breaks are.
                if index &+ 8 <= bytes.count {
                    let word = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
                    let (ones, high): (UInt64, UInt64) = (0x0101_0101_0101_0101, 0x8080_8080_8080_8080)
                    let delete = word ^ ones &* 0x7F
                    if ((word &- ones &* 0x20) & ~word | (delete &- ones) & ~delete) & high == 0 {
                        index &+= 8
                        continue
                    }
                }
                for byte in bytes[index..<min(index &+ 8, bytes.count)] where byte < 0x20 || byte == 0x7F {
                    switch byte {
                    case 0: zeros += 1
                    // Tab, breaks, form feed of PDF dumps, end-of-file mark of DOS, escape.
                    case 0x09...0x0D, 0x1A, 0x1B: break
                    default: others += 1
                    }
                }
                index &+= 8
            }
        }
    }

    /// A stray control character now and then is kept (the XML has `char` for it); more than one in two hundred is no text.
    var areBinary: Bool { zeros + others > 3 + total / 200 }
}
