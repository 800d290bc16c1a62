/// Strict UTF-16 in either byte order: no lone surrogates.
enum UTF16Decoder {
    enum Order: String { case littleEndian = "UTF-16LE", bigEndian = "UTF-16BE" }

    static func decode(_ bytes: [UInt8], from start: Int = 0, order: Order) throws(DecodingFailure) -> [Unicode.Scalar] {
        var scalars: [Unicode.Scalar] = []
        scalars.reserveCapacity((bytes.count - start) / 2)
        var index = start
        while index < bytes.count {
            guard index + 1 < bytes.count else { throw DecodingFailure(offset: index, isTruncated: true) }
            let unit = self.unit(bytes, index, order)
            if let scalar = Unicode.Scalar(unit) {
                scalars.append(scalar)
                index += 2
                continue
            }
            guard unit < 0xDC00 else { throw DecodingFailure(offset: index, isTruncated: false) }
            guard index + 3 < bytes.count else { throw DecodingFailure(offset: index, isTruncated: true) }
            let low = self.unit(bytes, index + 2, order)
            guard (0xDC00...0xDFFF).contains(low),
                let scalar = Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00))
            else { throw DecodingFailure(offset: index, isTruncated: false) }
            scalars.append(scalar)
            index += 4
        }
        return scalars
    }

    private static func unit(_ bytes: [UInt8], _ index: Int, _ order: Order) -> UInt32 {
        let (first, second) = (UInt32(bytes[index]), UInt32(bytes[index + 1]))
        return order == .littleEndian ? second << 8 | first : first << 8 | second
    }

    /// The byte order in which bytes without a mark read as Chinese or Latin text; nil where neither does.
    ///
    /// Only the first 64 KB are looked at. Nineteen of twenty units must be what documents are made of, and the other order
    /// must fit worse.
    static func orderByContent(_ bytes: [UInt8]) -> Order? {
        let units = min(bytes.count, 1 << 16) / 2
        guard units > 0 else { return nil }
        func share(_ order: Order) -> Int {
            (0..<units).reduce(0) { $0 + (isUsual(unit(bytes, $1 * 2, order)) ? 1 : 0) }
        }
        let (little, big) = (share(.littleEndian), share(.bigEndian))
        let order = little > big ? Order.littleEndian : .bigEndian
        return little != big && max(little, big) * 20 >= units * 19 ? order : nil
    }

    /// Printable ASCII and its breaks, general punctuation, CJK punctuation, ideographs (those beyond U+FFFF as surrogates),
    /// full-width forms.
    private static func isUsual(_ unit: UInt32) -> Bool {
        switch unit {
        case 0x09, 0x0A, 0x0C, 0x0D, 0x20...0x7E, 0xA0, 0xB7, 0x2000...0x206F, 0x2460...0x249B, 0x3000...0x303F, 0x3400...0x4DBF,
            0x4E00...0x9FFF, 0xD83C...0xD887, 0xDC00...0xDFFF, 0xFF00...0xFFEF:
            true
        default: false
        }
    }
}
