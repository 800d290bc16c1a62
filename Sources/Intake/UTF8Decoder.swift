/// Where bytes stop being what an encoding allows.
struct DecodingFailure: Error, Equatable {
    /// The first byte of the character that is wrong, from 0.
    let offset: Int
    /// The bytes end in the middle of a character that is right so far.
    let isTruncated: Bool
}

/// Strict UTF-8 (RFC 3629): no overlong forms, no surrogates, nothing above U+10FFFF.
enum UTF8Decoder {
    /// The code points of `bytes`, starting at `start`; offsets of a failure count from the first byte of all.
    ///
    /// By hand over a buffer: the standard library repairs what is wrong and names no place.
    static func decode(_ bytes: [UInt8], from start: Int = 0) throws(DecodingFailure) -> [Unicode.Scalar] {
        var failure: DecodingFailure?
        let scalars = bytes.withUnsafeBufferPointer { input in
            [Unicode.Scalar](unsafeUninitializedCapacity: codePoints(in: input, from: start)) { output, count in
                (count, failure) = decode(input, from: start, into: output)
            }
        }
        if let failure { throw failure }
        return scalars
    }

    /// Bytes that do not continue a character: at least as many as there are code points to write, since every character
    /// starts with one.
    private static func codePoints(in input: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        var count = 0
        var index = start
        let raw = UnsafeRawBufferPointer(input)
        while index &+ 8 <= input.count {
            let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
            let continuing = word >> 7 & ~(word >> 6) & 0x0101_0101_0101_0101
            count &+= 8 &- continuing.nonzeroBitCount
            index &+= 8
        }
        while index < input.count {
            count &+= input[index] & 0xC0 != 0x80 ? 1 : 0
            index &+= 1
        }
        return count
    }

    private static func decode(
        _ input: UnsafeBufferPointer<UInt8>, from start: Int, into output: UnsafeMutableBufferPointer<Unicode.Scalar>
    ) -> (count: Int, failure: DecodingFailure?) {
        guard let bytes = input.baseAddress, let scalars = output.baseAddress else { return (0, nil) }
        let end = input.count
        var index = start
        var count = 0
        while true {
            (index, count) = plainStretch(bytes, index, end, scalars, count)
            guard index < end else { return (count, nil) }
            switch character(input, at: index) {
            case .success(let (scalar, length)):
                (scalars + count).initialize(to: scalar)
                count &+= 1
                index &+= length
            case .failure(let failure):
                return (count, failure)
            }
        }
    }

    /// Nearly every character of a Chinese text: ASCII, and three bytes whose first is E1–EC or EE–EF, which take any two
    /// continuation bytes. Stops before anything else and before the last two bytes.
    @inline(__always)
    private static func plainStretch(
        _ bytes: UnsafePointer<UInt8>, _ start: Int, _ end: Int, _ scalars: UnsafeMutablePointer<Unicode.Scalar>, _ written: Int
    ) -> (index: Int, count: Int) {
        var index = start
        var count = written
        while index &+ 3 <= end {
            let first = bytes[index]
            let value: UInt32
            if first < 0x80 {
                value = UInt32(first)
                index &+= 1
            } else {
                let (second, third) = (UInt32(bytes[index &+ 1]), UInt32(bytes[index &+ 2]))
                guard first & 0xF0 == 0xE0, first != 0xE0, first != 0xED, (second ^ 0x80) | (third ^ 0x80) < 0x40 else { break }
                value = UInt32(first & 0x0F) << 12 | (second & 0x3F) << 6 | third & 0x3F
                index &+= 3
            }
            // ASCII, or U+1000 to U+FFFF without ED's row D000–DFFF, where the surrogates are: a scalar value.
            (scalars + count).initialize(to: unsafeBitCast(value, to: Unicode.Scalar.self))
            count &+= 1
        }
        return (index, count)
    }

    /// One character of any form.
    private static func character(
        _ input: UnsafeBufferPointer<UInt8>, at index: Int
    ) -> Result<(scalar: Unicode.Scalar, length: Int), DecodingFailure> {
        let wrong = DecodingFailure(offset: index, isTruncated: false)
        let first = input[index]
        if first < 0x80 { return .success((Unicode.Scalar(first), 1)) }
        guard first >= 0xC2, first <= 0xF4 else { return .failure(wrong) }
        let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
        var value = UInt32(first) & (0x7F >> UInt32(length))
        for step in 1..<length {
            guard index + step < input.count else { return .failure(DecodingFailure(offset: index, isTruncated: true)) }
            let next = input[index + step]
            guard next & 0xC0 == 0x80 else { return .failure(wrong) }
            value = value << 6 | UInt32(next & 0x3F)
        }
        let smallest: UInt32 = length == 4 ? 0x10000 : length == 3 ? 0x800 : 0x80
        // Nil for surrogates and what lies above U+10FFFF.
        guard value >= smallest, let scalar = Unicode.Scalar(value) else { return .failure(wrong) }
        return .success((scalar, length))
    }
}
