import Crypto

/// Hashes of content: SHA-256 for integrity, a short name for ids inside a document.
public enum ContentHash {
    /// SHA-256 in lower-case hexadecimal.
    public static func sha256(_ bytes: some Sequence<UInt8>) -> String {
        var hasher = SHA256()
        let contiguous: Void? = bytes.withContiguousStorageIfAvailable { hasher.update(bufferPointer: UnsafeRawBufferPointer($0)) }
        if contiguous == nil { hasher.update(data: Array(bytes)) }
        return hexadecimal(hasher.finalize())
    }

    static func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
        var digits: [UInt8] = []
        for byte in bytes {
            digits.append(hexDigits[Int(byte >> 4)])
            digits.append(hexDigits[Int(byte & 15)])
        }
        return String(decoding: digits, as: UTF8.self)
    }

    /// Forty bits of FNV-1a over UTF-8 in eight letters and digits (Crockford's alphabet, lower case): short enough to read
    /// aloud, rare enough to collide that a counter settles the rest. It names things, it protects nothing.
    public static func shortName(_ text: String) -> String { name(of: shortHash(text)) }

    /// Sixty-four bits of FNV-1a over UTF-8, for telling a hundred thousand texts apart without keeping them.
    public static func wideHash(_ text: String) -> UInt64 {
        var hash = offsetBasis
        for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* prime }
        return hash
    }

    /// The forty bits that `shortName` prints.
    public static func shortHash(_ text: String) -> UInt64 {
        var hash = offsetBasis
        for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* prime }
        return (hash ^ hash >> 40) & 0xFF_FFFF_FFFF
    }

    /// The same of several texts that stand behind one another.
    public static func shortHash(_ texts: String...) -> UInt64 {
        var hash = offsetBasis
        for text in texts {
            text.utf8.span.withUnsafeBufferPointer { bytes in
                for byte in bytes { hash = (hash ^ UInt64(byte)) &* prime }
            }
        }
        return (hash ^ hash >> 40) & 0xFF_FFFF_FFFF
    }

    /// The same of texts in UTF-8.
    public static func shortHash(_ texts: ArraySlice<UInt8>...) -> UInt64 {
        var hash = offsetBasis
        for text in texts {
            text.withUnsafeBufferPointer { bytes in
                for byte in bytes { hash = (hash ^ UInt64(byte)) &* prime }
            }
        }
        return (hash ^ hash >> 40) & 0xFF_FFFF_FFFF
    }

    /// The same over code points instead of bytes, of a text that is no string yet: a third of the steps in Chinese.
    public static func shortHash(_ text: ArraySlice<Unicode.Scalar>) -> UInt64 {
        var hash = offsetBasis
        for scalar in text { hash = (hash ^ UInt64(scalar.value)) &* prime }
        return (hash ^ hash >> 40) & 0xFF_FFFF_FFFF
    }

    /// - Parameter prefix: ASCII, put before the eight letters and digits.
    public static func name(of hash: UInt64, prefix: StaticString = "") -> String {
        let start = prefix.utf8CodeUnitCount
        return String(unsafeUninitializedCapacity: start + 8) { name in
            for index in 0..<start { name[index] = prefix.utf8Start[index] }
            for index in 0..<8 { name[start + index] = crockford.utf8Start[Int(hash >> UInt64(35 - 5 * index) & 31)] }
            return start + 8
        }
    }

    /// The forty bits that a name spells, as `name(of:)` gave it without its prefix; nil where it is none.
    public static func hash(ofName name: some StringProtocol) -> UInt64? {
        guard name.utf8.count == 8 else { return nil }
        var hash: UInt64 = 0
        for letter in name.utf8 {
            guard let digit = (0..<32).first(where: { crockford.utf8Start[$0] == letter }) else { return nil }
            hash = hash << 5 | UInt64(digit)
        }
        return hash
    }

    private static let offsetBasis: UInt64 = 0xcbf2_9ce4_8422_2325
    private static let prime: UInt64 = 0x0000_0100_0000_01b3
    private static let hexDigits = Array("0123456789abcdef".utf8)
    private static let crockford: StaticString = "0123456789abcdefghjkmnpqrstvwxyz"
}

/// SHA-256 of content that comes piece by piece (分段摘要).
public struct ContentHasher {
    private var hasher = SHA256()
    public private(set) var count = 0

    public init() {}

    public mutating func add(_ bytes: [UInt8]) { bytes.withUnsafeBytes { add($0) } }

    public mutating func add(_ bytes: UnsafeRawBufferPointer) {
        hasher.update(bufferPointer: bytes)
        count += bytes.count
    }

    /// Of everything added so far, in lower-case hexadecimal.
    public var sha256: String { ContentHash.hexadecimal(hasher.finalize()) }
}
