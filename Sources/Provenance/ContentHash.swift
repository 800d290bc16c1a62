import Crypto

/// Hashes of content: SHA-256 for integrity, a short name for ids inside a document.
public enum ContentHash {
    /// SHA-256 in lower-case hexadecimal.
    public static func sha256(_ bytes: some Sequence<UInt8>) -> String {
        var hasher = SHA256()
        let contiguous: Void? = bytes.withContiguousStorageIfAvailable { hasher.update(bufferPointer: UnsafeRawBufferPointer($0)) }
        if contiguous == nil { hasher.update(data: Array(bytes)) }
        return hasher.finalize().flatMap { [hexDigits[Int($0 >> 4)], hexDigits[Int($0 & 15)]] }
            .reduce(into: "") { $0.unicodeScalars.append($1) }
    }

    /// Forty bits of FNV-1a over UTF-8 in eight letters and digits (Crockford's alphabet, lower case): short enough to read
    /// aloud, rare enough to collide that a counter settles the rest. It names things, it protects nothing.
    public static func shortName(_ text: String) -> String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
        let folded = (hash ^ hash >> 40) & 0xFF_FFFF_FFFF
        return (0..<8).reduce(into: "") { name, index in
            name.unicodeScalars.append(crockford[Int(folded >> UInt64(35 - 5 * index) & 31)])
        }
    }

    private static let hexDigits: [Unicode.Scalar] = Array("0123456789abcdef".unicodeScalars)
    private static let crockford: [Unicode.Scalar] = Array("0123456789abcdefghjkmnpqrstvwxyz".unicodeScalars)
}
