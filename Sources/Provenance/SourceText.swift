/// A decoded source text (来源文本), kept as code points: an index into `scalars` is the offset that the XML prints, so no
/// stage needs a map from one to the other.
public struct SourceText: Sendable, Equatable {
    /// Every code point of the source in order, the byte order mark excepted.
    public let scalars: [Unicode.Scalar]

    public init(scalars: [Unicode.Scalar]) {
        self.scalars = scalars
    }

    public init(_ string: String) {
        scalars = Array(string.unicodeScalars)
    }

    public var count: Int { scalars.count }

    /// The text of a span. A span that reaches past the end is cut there.
    public func string(_ span: Span) -> String {
        String(scalars: scalars[min(span.start, count)..<min(span.end, count)])
    }

    /// The line and column (both from 1, in code points) at which a code point stands. A CRLF ends one line.
    public func position(of offset: Int) -> (line: Int, column: Int) {
        var line = 1
        var lineStart = 0
        for index in 0..<min(offset, count) {
            let next = index + 1 < count ? scalars[index + 1] : nil
            if scalars[index] == "\n" || (scalars[index] == "\r" && next != "\n") {
                line += 1
                lineStart = index + 1
            }
        }
        return (line, min(offset, count) - lineStart + 1)
    }

    /// The whole line in which a code point stands, without its line break.
    public func line(around offset: Int) -> String {
        func isBreak(_ scalar: Unicode.Scalar) -> Bool { scalar == "\n" || scalar == "\r" }
        var start = min(offset, count)
        while start > 0, !isBreak(scalars[start - 1]) { start -= 1 }
        var end = min(offset, count)
        while end < count, !isBreak(scalars[end]) { end += 1 }
        return String(scalars: scalars[start..<end])
    }
}

extension String {
    /// A string of bytes that the caller makes out of code points, so that they are UTF-8 and need not be looked at again.
    /// - Parameters:
    ///   - capacity: bytes that there must be room for.
    ///   - write: returns how many bytes it wrote.
    @inlinable
    public init(utf8Capacity capacity: Int, _ write: (UnsafeMutableBufferPointer<UInt8>) -> Int) {
        self = withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Swift.max(capacity, 1)) { bytes in
            let count = write(bytes)
            return String(copying: UTF8Span(unchecked: UnsafeBufferPointer(rebasing: bytes[..<count]).span))
        }
    }

    /// A string of code points, encoded in one pass: `String.UnicodeScalarView` appends one by one and is several times slower.
    @inlinable
    public init(scalars: some Collection<Unicode.Scalar>) {
        var length = 0
        for scalar in scalars { length += scalar.utf8Length }
        self.init(utf8Capacity: length) { bytes in
            var end = 0
            for scalar in scalars { end = scalar.writeUTF8(to: bytes, at: end) }
            return end
        }
    }
}

extension Unicode.Scalar {
    /// How many bytes its UTF-8 form takes.
    @inlinable
    public var utf8Length: Int { value < 0x80 ? 1 : value < 0x800 ? 2 : value < 0x10000 ? 3 : 4 }

    /// Writes the UTF-8 form at an index and returns the index after it. There must be room for `utf8Length` bytes.
    @inlinable
    public func writeUTF8(to bytes: UnsafeMutableBufferPointer<UInt8>, at index: Int) -> Int {
        switch value {
        case 0x800..<0x10000:
            bytes[index] = UInt8(truncatingIfNeeded: 0xE0 | value >> 12)
            bytes[index + 1] = UInt8(truncatingIfNeeded: 0x80 | value >> 6 & 0x3F)
            bytes[index + 2] = UInt8(truncatingIfNeeded: 0x80 | value & 0x3F)
            return index + 3
        case 0..<0x80:
            bytes[index] = UInt8(truncatingIfNeeded: value)
            return index + 1
        case 0x80..<0x800:
            bytes[index] = UInt8(truncatingIfNeeded: 0xC0 | value >> 6)
            bytes[index + 1] = UInt8(truncatingIfNeeded: 0x80 | value & 0x3F)
            return index + 2
        default:
            bytes[index] = UInt8(truncatingIfNeeded: 0xF0 | value >> 18)
            bytes[index + 1] = UInt8(truncatingIfNeeded: 0x80 | value >> 12 & 0x3F)
            bytes[index + 2] = UInt8(truncatingIfNeeded: 0x80 | value >> 6 & 0x3F)
            bytes[index + 3] = UInt8(truncatingIfNeeded: 0x80 | value & 0x3F)
            return index + 4
        }
    }
}

extension [UInt8] {
    /// Appends the UTF-8 form of a code point.
    @inlinable
    public mutating func append(utf8Of scalar: Unicode.Scalar) {
        let value = scalar.value
        switch value {
        case 0..<0x80:
            append(UInt8(truncatingIfNeeded: value))
        case 0x80..<0x800:
            append(UInt8(truncatingIfNeeded: 0xC0 | value >> 6))
            append(UInt8(truncatingIfNeeded: 0x80 | value & 0x3F))
        case 0x800..<0x10000:
            append(UInt8(truncatingIfNeeded: 0xE0 | value >> 12))
            append(UInt8(truncatingIfNeeded: 0x80 | value >> 6 & 0x3F))
            append(UInt8(truncatingIfNeeded: 0x80 | value & 0x3F))
        default:
            append(UInt8(truncatingIfNeeded: 0xF0 | value >> 18))
            append(UInt8(truncatingIfNeeded: 0x80 | value >> 12 & 0x3F))
            append(UInt8(truncatingIfNeeded: 0x80 | value >> 6 & 0x3F))
            append(UInt8(truncatingIfNeeded: 0x80 | value & 0x3F))
        }
    }
}

extension Unicode.Scalar {
    /// Spaces and line breaks of every width, as `White_Space` of Unicode has them: what quotes and checks leave out.
    @inlinable
    public var isWhite: Bool {
        if value > 0x3000 { return false }
        return switch value {
        case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
        default: false
        }
    }

    /// Whether XML 1.0 can carry this code point (its production `Char`).
    @inlinable
    public var isXMLCharacter: Bool {
        if value >= 0x20 && value < 0xD800 { return true }
        return switch value {
        case 0x09, 0x0A, 0x0D, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
        default: false
        }
    }
}
