import Crypto
import CryptoExtras
import FoundationEssentials
import Provenance

/// A password as it is kept (口令摘要): by scrypt (RFC 7914) with a salt of its own, so that whoever reads the file has to try every
/// password at this cost.
struct PasswordHash: Sendable, Hashable {
    /// N = 2^15, r = 8, p = 1: 32 MiB and about a tenth of a second (OWASP Password Storage Cheat Sheet, 2024).
    static let rounds = 15

    let rounds: Int
    let salt: [UInt8]
    let derived: [UInt8]

    init(_ password: String) throws(Fault) {
        var generator = SystemRandomNumberGenerator()
        let salt = (0..<16).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
        try self.init(rounds: Self.rounds, salt: salt, derived: Self.derive(password, salt, Self.rounds))
    }

    private init(rounds: Int, salt: [UInt8], derived: [UInt8]) {
        self.rounds = rounds
        self.salt = salt
        self.derived = derived
    }

    private static func derive(_ password: String, _ salt: [UInt8], _ rounds: Int) throws(Fault) -> [UInt8] {
        do {
            let key = try KDF.Scrypt.deriveKey(
                from: Data(password.utf8), salt: Data(salt), outputByteCount: 32, rounds: 1 << rounds, blockSize: 8, parallelism: 1,
                maxMemory: 64 << 20)
            return key.withUnsafeBytes { Array($0) }
        } catch {
            throw Fault(.webFailed)
        }
    }

    /// Takes as long whether it is right or not.
    func holds(_ password: String) -> Bool {
        guard let tried = try? Self.derive(password, salt, rounds), tried.count == derived.count else { return false }
        return zip(tried, derived).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }

    /// `scrypt$15$salt$hash`.
    var text: String { "scrypt$\(rounds)$" + Hexadecimal.text(salt) + "$" + Hexadecimal.text(derived) }

    init?(_ text: Substring) {
        let parts = text.split(separator: "$")
        guard parts.count == 4, parts[0] == "scrypt", let rounds = Int(parts[1]), (14...20).contains(rounds),
            let salt = Hexadecimal.bytes(String(parts[2])), salt.count == 16, let derived = Hexadecimal.bytes(String(parts[3])), derived.count == 32
        else { return nil }
        self.init(rounds: rounds, salt: salt, derived: derived)
    }
}
