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
        for index in start..<input.count { count &+= input[index] & 0xC0 != 0x80 ? 1 : 0 }
        return count
    }

    private static func decode(
        _ input: UnsafeBufferPointer<UInt8>, from start: Int, into output: UnsafeMutableBufferPointer<Unicode.Scalar>
    ) -> (count: Int, failure: DecodingFailure?) {
        var index = start
        var count = 0
        let end = input.count
        func isContinuation(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }
        // Each value is checked to be a scalar value before it is written.
        func write(_ value: UInt32) {
            output.initializeElement(at: count, to: Unicode.Scalar(value).unsafelyUnwrapped)
            count &+= 1
        }
        while index < end {
            let first = input[index]
            if first < 0x80 {
                write(UInt32(first))
                index &+= 1
                continue
            }
            // Nearly every character of a Chinese text: E1–EC and EE–EF take any two continuation bytes.
            if first & 0xF0 == 0xE0, first != 0xE0, first != 0xED, end &- index >= 3 {
                let (second, third) = (input[index &+ 1], input[index &+ 2])
                if isContinuation(second), isContinuation(third) {
                    write(UInt32(first & 0x0F) << 12 | UInt32(second & 0x3F) << 6 | UInt32(third & 0x3F))
                    index &+= 3
                    continue
                }
            }
            let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
            guard first >= 0xC2, first <= 0xF4 else { return (count, DecodingFailure(offset: index, isTruncated: false)) }
            let available = min(length, end &- index)
            var value = UInt32(first) & (0x7F >> UInt32(length))
            for step in 1..<max(available, 1) {
                let next = input[index &+ step]
                guard isContinuation(next) else { return (count, DecodingFailure(offset: index, isTruncated: false)) }
                value = value << 6 | UInt32(next & 0x3F)
            }
            guard available == length else { return (count, DecodingFailure(offset: index, isTruncated: true)) }
            let valid =
                switch length {
                case 3: value >= 0x800 && !(0xD800...0xDFFF).contains(value)
                case 4: (0x10000...0x10FFFF).contains(value)
                default: true
                }
            guard valid else { return (count, DecodingFailure(offset: index, isTruncated: false)) }
            write(value)
            index &+= length
        }
        return (count, nil)
    }
}
