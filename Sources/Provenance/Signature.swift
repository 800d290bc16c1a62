import Crypto
import FoundationEssentials

/// An office's private key (签名私钥): Ed25519.
public struct SigningKey: Sendable {
    private static let head = "suyuan-ed25519-private-key"

    private let key: Curve25519.Signing.PrivateKey

    /// A new key from the system's random numbers.
    public init() { key = Curve25519.Signing.PrivateKey() }

    /// Reads what `text` wrote.
    /// - Throws: where it is no private key.
    public init(_ text: String, file: String) throws(Fault) {
        guard let bytes = KeyFile.bytes(of: text, head: Self.head, count: 32), let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: bytes)
        else { throw Fault(.keyIsNone, at: Place(file: file)) }
        self.key = key
    }

    public var text: String { KeyFile.text(key.rawRepresentation, head: Self.head) }
    public var verifying: VerifyingKey { VerifyingKey(key.publicKey) }

    public func signature(of bytes: [UInt8]) throws(Fault) -> Signature {
        guard let signed = try? key.signature(for: Data(bytes)) else { throw Fault(.keyIsNone) }
        return Signature(keyName: verifying.name, bytes: [UInt8](signed))
    }
}

/// An office's public key (验签公钥), which its partners have.
public struct VerifyingKey: Sendable {
    private static let head = "suyuan-ed25519-public-key"

    private let key: Curve25519.Signing.PublicKey

    init(_ key: Curve25519.Signing.PublicKey) { self.key = key }

    /// - Throws: where the text is no public key.
    public init(_ text: String, file: String) throws(Fault) {
        guard let bytes = KeyFile.bytes(of: text, head: Self.head, count: 32), let key = try? Curve25519.Signing.PublicKey(rawRepresentation: bytes)
        else { throw Fault(.keyIsNone, at: Place(file: file)) }
        self.key = key
    }

    public var text: String { KeyFile.text(key.rawRepresentation, head: Self.head) }

    /// What the key is called in signatures and messages: the first sixteen digits of its SHA-256.
    public var name: String { String(ContentHash.sha256([UInt8](key.rawRepresentation)).prefix(16)) }

    public func verifies(_ signature: Signature, of bytes: [UInt8]) -> Bool {
        key.isValidSignature(Data(signature.bytes), for: Data(bytes))
    }
}

/// A detached signature (签名): which key made it and its 64 bytes.
public struct Signature: Sendable, Equatable {
    private static let head = "suyuan-ed25519-signature"

    public let keyName: String
    public let bytes: [UInt8]

    init(keyName: String, bytes: [UInt8]) {
        self.keyName = keyName
        self.bytes = bytes
    }

    /// Nil where the text is no signature.
    public init?(_ text: String) {
        let parts = text.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init)
        guard parts.count == 3, parts[0] == Self.head, parts[1].utf8.count == 16, let data = Data(base64Encoded: parts[2]), data.count == 64
        else { return nil }
        self.init(keyName: parts[1], bytes: [UInt8](data))
        // One form alone: bits that base64 leaves unused must not be free to change.
        guard self.text == text else { return nil }
    }

    public var text: String { Self.head + " " + keyName + " " + Data(bytes).base64EncodedString() + "\n" }
}

private enum KeyFile {
    static func text(_ bytes: Data, head: String) -> String { head + " " + bytes.base64EncodedString() + "\n" }

    static func bytes(of text: String, head: String, count: Int) -> Data? {
        let parts = text.split(whereSeparator: { $0 == " " || $0 == "\n" || $0 == "\r\n" || $0 == "\r" }).map(String.init)
        guard parts.count == 2, parts[0] == head, let data = Data(base64Encoded: parts[1]), data.count == count else { return nil }
        return data
    }
}
