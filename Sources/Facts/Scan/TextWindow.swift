/// A stretch of scalars beyond which nothing is looked at.
struct TextWindow {
    let scalars: [Unicode.Scalar]
    let start: Int
    let end: Int

    @inline(__always)
    func at(_ index: Int) -> Unicode.Scalar { index >= start && index < end ? scalars[index] : "\0" }

    func has(_ word: [Unicode.Scalar], at index: Int) -> Bool {
        guard index >= start, index + word.count <= end else { return false }
        for offset in word.indices where scalars[index + offset] != word[offset] { return false }
        return true
    }

    @inline(__always)
    func has(_ word: StaticString, at index: Int) -> Bool {
        var place = index
        return word.allScalars { scalar in
            defer { place += 1 }
            return at(place) == scalar
        }
    }

    /// Where the ASCII digits at a place end, or the next scalar where there are none.
    @inline(__always)
    func endOfDigits(from start: Int) -> Int {
        var next = start
        while ChineseNumeral.isASCIIDigit(at(next)) { next += 1 }
        return max(next, start + 1)
    }
}

extension Unicode.Scalar {
    /// Whether it is one of those of a literal.
    func isOne(of set: StaticString) -> Bool { !set.allScalars { $0 != self } }
}

extension StaticString {
    /// Visits the scalars in order until one fails. A literal is well-formed UTF-8, so its bytes are decoded without further ado.
    @inline(__always)
    fileprivate func allScalars(_ test: (Unicode.Scalar) -> Bool) -> Bool {
        withUTF8Buffer { bytes in
            var index = 0
            while index < bytes.count {
                let lead = UInt32(bytes[index])
                let length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
                var value = length == 1 ? lead : lead & (0x7F >> UInt32(length))
                for next in index + 1..<index + length { value = value << 6 | UInt32(bytes[next] & 0x3F) }
                guard let scalar = Unicode.Scalar(value), test(scalar) else { return false }
                index += length
            }
            return true
        }
    }
}
