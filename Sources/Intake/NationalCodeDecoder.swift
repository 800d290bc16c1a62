import Glibc

/// GB18030 (of which GBK and GB2312 are parts) and Big5, by the C library's iconv, which names the byte that is wrong.
enum NationalCodeDecoder {
    enum Code: String { case gb18030 = "GB18030", big5 = "Big5" }

    /// Nil where the C library was installed without this converter.
    static func decode(_ bytes: [UInt8], code: Code) throws(DecodingFailure) -> [Unicode.Scalar]? {
        // BIG5-HKSCS would read more, but maps to characters that plain Big5 never had.
        guard let converter = iconv_open("UTF-32LE", code.rawValue), converter != iconv_t(bitPattern: -1) else { return nil }
        defer { iconv_close(converter) }
        var scalars: [Unicode.Scalar] = []
        scalars.reserveCapacity(bytes.count / 2)
        var failure: DecodingFailure?
        var input = bytes
        let room = 1 << 16
        withUnsafeTemporaryAllocation(of: UInt32.self, capacity: room) { output in
            input.withUnsafeMutableBytes { raw in
                var source = raw.bindMemory(to: CChar.self).baseAddress
                var left = raw.count
                while left > 0, failure == nil {
                    var target: UnsafeMutablePointer<CChar>? = UnsafeMutableRawPointer(output.baseAddress)?
                        .assumingMemoryBound(to: CChar.self)
                    var free = room * 4
                    let result = iconv(converter, &source, &left, &target, &free)
                    let reason = errno
                    for value in output[..<(room - free / 4)] {
                        // UTF-32 from iconv holds scalar values only; anything else would be its error.
                        scalars.append(Unicode.Scalar(UInt32(littleEndian: value)) ?? "\u{FFFD}")
                    }
                    if result == -1, reason != E2BIG {
                        failure = DecodingFailure(offset: raw.count - left, isTruncated: reason == EINVAL)
                    }
                }
            }
        }
        if let failure { throw failure }
        return scalars
    }

    /// Whether bytes that are no UTF-8 are clearly Big5 rather than GB18030.
    ///
    /// Big5 has nearly half of its second bytes in 40–7E, where GB2312 has none and where GBK keeps rare characters; GBK text
    /// in traditional script has them too, but then also first bytes in 81–A0 or second bytes in 80–A0, which Big5 never has.
    static func isBig5(_ bytes: [UInt8]) -> Bool {
        var index = 0
        var (pairs, low, frequent) = (0, 0, 0)
        while index < bytes.count {
            guard bytes[index] >= 0x80 else {
                index += 1
                continue
            }
            guard index + 1 < bytes.count else { return false }
            let (first, second) = (bytes[index], bytes[index + 1])
            let isLow = (0x40...0x7E).contains(second)
            guard (0xA1...0xF9).contains(first), isLow || (0xA1...0xFE).contains(second) else { return false }
            pairs += 1
            low += isLow ? 1 : 0
            // Punctuation and the 5401 frequent characters.
            frequent += first <= 0xC6 ? 1 : 0
            index += 2
        }
        return pairs >= 8 && low * 6 >= pairs && frequent * 10 >= pairs * 9
    }
}
