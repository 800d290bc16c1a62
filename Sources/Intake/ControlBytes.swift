/// Bytes that no text has: how many there are tells text from binary data.
struct ControlBytes {
    private(set) var zeros = 0
    private(set) var others = 0
    private let total: Int

    init(_ bytes: [UInt8]) {
        total = bytes.count
        for byte in bytes where byte < 0x20 || byte == 0x7F {
            switch byte {
            case 0: zeros += 1
            // Tab, breaks, form feed of PDF dumps, end-of-file mark of DOS, escape.
            case 0x09...0x0D, 0x1A, 0x1B: break
            default: others += 1
            }
        }
    }

    /// A stray control character now and then is kept (the XML has `char` for it); more than one in two hundred is no text.
    var areBinary: Bool { zeros + others > 3 + total / 200 }
}
