/// Bytes that no text has: how many there are tells text from binary data.
struct ControlBytes {
    private(set) var zeros = 0
    private(set) var others = 0
    private let total: Int

    init(_ bytes: [UInt8]) {
        total = bytes.count
        // Sums without branches: the whole file is looked at, and nearly nothing is found.
        bytes.withUnsafeBufferPointer { bytes in
            var (zeros, others) = (0, 0)
            for byte in bytes {
                zeros &+= byte == 0 ? 1 : 0
                // Tab, breaks, form feed of PDF dumps, end-of-file mark of DOS, escape are text.
                let isControl = byte < 0x20 && byte &- 0x09 > 4 && byte &- 0x1A > 1 || byte == 0x7F
                others &+= isControl && byte != 0 ? 1 : 0
            }
            (self.zeros, self.others) = (zeros, others)
        }
    }

    /// A stray control character now and then is kept (the XML has `char` for it); more than one in two hundred is no text.
    var areBinary: Bool { zeros + others > 3 + total / 200 }
}
