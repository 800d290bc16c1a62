/// Turns UTF-8 into what may stand in XML text or in a quoted attribute (转义).
enum XMLEscaping {
    /// 0: as it is; 1: to be escaped everywhere; 2: in attributes only; 3: forbidden; 4: first byte of U+FFFE and U+FFFF too.
    private static let classes: [UInt8] = {
        var table = [UInt8](repeating: 0, count: 256)
        for control in 0..<0x20 { table[control] = 3 }
        table[0x09] = 2
        table[0x0A] = 2
        table[0x0D] = 1
        for mark in "&<>".utf8 { table[Int(mark)] = 1 }
        table[0x22] = 2
        table[0xEF] = 4
        return table
    }()

    static func append(_ utf8: UnsafeBufferPointer<UInt8>, to output: inout ByteBuffer, inAttribute: Bool) {
        if isPlain(utf8) {
            output.append(utf8)
        } else {
            appendSlowly(utf8, to: &output, inAttribute: inAttribute)
        }
    }

    /// Whether nothing can need escaping. Eight bytes at a time, with the test for a zero byte in a word (Mycroft 1987): most
    /// text is Chinese, nearly all of its bytes plain. It may say no where `appendSlowly` finds nothing to do.
    private static func isPlain(_ utf8: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let start = utf8.baseAddress else { return true }
        let ones: UInt64 = 0x0101_0101_0101_0101
        let high = ones &* 0x80
        let raw = UnsafeRawPointer(start)
        var special: UInt64 = 0
        // The word before ends with EF.
        var carried: UInt64 = 0
        @inline(__always) func zeroes(_ word: UInt64) -> UInt64 { (word &- ones) & ~word & high }
        @inline(__always) func look(_ word: UInt64) {
            // EF before BF, with which U+FFFE and U+FFFF begin.
            let lead = zeroes(word ^ ones &* 0xEF)
            if lead | carried != 0 {
                special |= (lead << 8 | carried) & zeroes(word ^ ones &* 0xBF)
                carried = lead >> 56
            }
            if word & high == high { return }
            // Below 20; " or &, which differ in one bit; < or >, which do too.
            special |= (word &- ones &* 0x20) & ~word & high | zeroes((word | ones &* 0x04) ^ ones &* 0x26) | zeroes((word | ones &* 0x02) ^ ones &* 0x3E)
        }
        var index = 0
        while index &+ 8 <= utf8.count {
            look(UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)))
            index &+= 8
        }
        guard index < utf8.count else { return special == 0 }
        if index > 0 {
            // The last eight bytes, of which some have been looked at.
            carried = 0
            look(UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: utf8.count &- 8, as: UInt64.self)))
        } else {
            // All bytes, and behind them letters that need nothing.
            var rest = ones &* 0x61
            while index < utf8.count {
                rest = rest << 8 | UInt64(start[utf8.count &- 1 &- index])
                index &+= 1
            }
            look(rest)
        }
        return special == 0
    }

    private static func appendSlowly(_ utf8: UnsafeBufferPointer<UInt8>, to output: inout ByteBuffer, inAttribute: Bool) {
        classes.withUnsafeBufferPointer { classes in
            var plain = 0
            var index = 0
            while index < utf8.count {
                let kind = classes[Int(utf8[index])]
                if kind == 0 || (kind == 2 && !inAttribute) {
                    index += 1
                    continue
                }
                var width = 1
                if kind == 4 {
                    guard index + 2 < utf8.count, utf8[index + 1] == 0xBF, utf8[index + 2] >= 0xBE else {
                        index += 1
                        continue
                    }
                    width = 3
                }
                output.append(UnsafeBufferPointer(rebasing: utf8[plain..<index]))
                output.append(replacement(of: utf8[index]))
                index += width
                plain = index
            }
            output.append(UnsafeBufferPointer(rebasing: utf8[plain..<utf8.count]))
        }
    }

    private static func replacement(of byte: UInt8) -> StaticString {
        switch byte {
        case 0x26: "&amp;"
        case 0x3C: "&lt;"
        case 0x3E: "&gt;"
        case 0x22: "&quot;"
        case 0x09: "&#9;"
        case 0x0A: "&#10;"
        case 0x0D: "&#13;"
        default: "\u{FFFD}"
        }
    }
}
