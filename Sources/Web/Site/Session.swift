import Crypto
import FoundationEssentials
import Synchronization

/// Who has a browser open here (会话): sessions live in memory and end with the program, after a day, or after hours of rest.
final class SessionBook: Sendable {
    struct Session: Sendable {
        var user: String
        var role: AccessRole
        var begun: ContinuousClock.Instant
        var seen: ContinuousClock.Instant
    }

    static let longest = Duration.seconds(24 * 3_600)
    static let rest = Duration.seconds(2 * 3_600)
    /// More at once are not kept: the one that has rested longest ends.
    static let most = 10_000

    private let secret = SymmetricKey(size: .bits256)
    private let sessions = Mutex<[String: Session]>([:])

    /// A name that nobody can guess: 32 random bytes.
    static func newID() -> String {
        var generator = SystemRandomNumberGenerator()
        return Hexadecimal.text((0..<32).map { _ in UInt8.random(in: .min ... .max, using: &generator) })
    }

    func begin(_ user: String, _ role: AccessRole, now: ContinuousClock.Instant = .now) -> String {
        let id = Self.newID()
        sessions.withLock { sessions in
            sessions = sessions.filter { Self.isAlive($0.value, now) }
            if sessions.count >= Self.most, let oldest = sessions.min(by: { $0.value.seen < $1.value.seen })?.key { sessions[oldest] = nil }
            sessions[id] = Session(user: user, role: role, begun: now, seen: now)
        }
        return id
    }

    func session(_ id: String, now: ContinuousClock.Instant = .now) -> Session? {
        sessions.withLock { sessions in
            guard var session = sessions[id] else { return nil }
            guard Self.isAlive(session, now) else {
                sessions[id] = nil
                return nil
            }
            session.seen = now
            sessions[id] = session
            return session
        }
    }

    func end(_ id: String) { sessions.withLock { $0[id] = nil } }

    /// Ends every session of an account, as where its password or role has changed.
    func end(user: String) { sessions.withLock { sessions in sessions = sessions.filter { $0.value.user != user } } }

    private static func isAlive(_ session: Session, _ now: ContinuousClock.Instant) -> Bool {
        now - session.begun < longest && now - session.seen < rest
    }

    // MARK: Forged forms

    /// What a form of ours carries: nobody else can make it for this session.
    func token(for id: String) -> String { Hexadecimal.text(Array(HMAC<SHA256>.authenticationCode(for: Data(id.utf8), using: secret))) }

    /// Takes as long whatever is wrong with it.
    func isToken(_ token: String, for id: String) -> Bool {
        guard let bytes = Hexadecimal.bytes(token) else { return false }
        return HMAC<SHA256>.isValidAuthenticationCode(bytes, authenticating: Data(id.utf8), using: secret)
    }
}

enum Hexadecimal {
    static func text(_ bytes: [UInt8]) -> String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }

    static func bytes(_ text: String) -> [UInt8]? {
        let digits = Array(text.utf8)
        guard digits.count % 2 == 0 else { return nil }
        var bytes: [UInt8] = []
        for index in stride(from: 0, to: digits.count, by: 2) {
            guard let byte = UInt8(String(decoding: digits[index...index + 1], as: UTF8.self), radix: 16) else { return nil }
            bytes.append(byte)
        }
        return bytes
    }
}
