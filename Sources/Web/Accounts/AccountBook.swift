import FoundationEssentials
import Glibc
import Provenance
import Synchronization

/// Who may log in (账户簿): a file beside the base that only its owner can read, one line an account. It is never part of the base, so that
/// no package carries it.
public final class AccountBook: Sendable {
    public struct Account: Sendable, Hashable {
        public let name: String
        public let role: AccessRole
        let hash: PasswordHash
    }

    public static let shortestPassword = 10
    static let longestPassword = 200
    static let longestName = 40

    private let path: String?
    private let accounts: Mutex<[Account]>
    /// Compared with where nobody has the name, so that a name cannot be told from the time that the answer takes.
    private let nobody: PasswordHash

    /// - Parameter path: nil: accounts that go with the program, for tests.
    /// - Throws: where the file cannot be read, or is none of accounts.
    public init(path: String?) throws(Fault) {
        self.path = path
        nobody = try PasswordHash("")
        var read: [Account] = []
        if let path, FileManager.default.fileExists(atPath: path) {
            guard let data = FileManager.default.contents(atPath: path) else { throw Fault(.fileIsUnreadable, at: Place(file: path)) }
            for (number, line) in String(decoding: data, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false).enumerated() where !line.isEmpty {
                let parts = line.split(separator: "\t")
                guard parts.count == 3, let role = AccessRole(rawValue: String(parts[1])), let hash = PasswordHash(parts[2]) else {
                    throw Fault(.webAccountsBroken, at: Place(file: path, line: number + 1))
                }
                read.append(Account(name: String(parts[0]), role: role, hash: hash))
            }
        }
        accounts = Mutex(read)
    }

    public var all: [Account] { accounts.withLock { $0 }.sorted { $0.name < $1.name } }
    public var isEmpty: Bool { accounts.withLock(\.isEmpty) }
    public var hasAdministrator: Bool { accounts.withLock { $0.contains { $0.role == .administer } } }

    func role(of name: String) -> AccessRole? { accounts.withLock { $0.first { $0.name == name }?.role } }

    /// The account whose password this is. Takes as long whatever is wrong.
    func verified(_ name: String, _ password: String) -> Account? {
        let account = accounts.withLock { $0.first { $0.name == name } }
        guard password.utf8.count <= Self.longestPassword else { return nil }
        let isRight = (account?.hash ?? nobody).holds(password)
        return isRight ? account : nil
    }

    /// Makes an account, or gives one another role or password.
    /// - Parameter password: nil: as it was.
    public func set(_ name: String, role: AccessRole, password: String?) throws(Fault) {
        guard Self.isName(name) else { throw Fault(.webAccountName) }
        if let password, password.unicodeScalars.count < Self.shortestPassword || password.utf8.count > Self.longestPassword {
            throw Fault(.webAccountPassword(Self.shortestPassword))
        }
        let hash = try password.map { password throws(Fault) in try PasswordHash(password) }
        try change { accounts throws(Fault) in
            guard let kept = hash ?? accounts.first(where: { $0.name == name })?.hash else { throw Fault(.webAccountPassword(Self.shortestPassword)) }
            accounts.removeAll { $0.name == name }
            accounts.append(Account(name: name, role: role, hash: kept))
        }
    }

    public func remove(_ name: String) throws(Fault) {
        try change { accounts throws(Fault) in accounts.removeAll { $0.name == name } }
    }

    /// Whoever would leave nobody to administer is refused.
    private func change(_ body: (inout [Account]) throws(Fault) -> Void) throws(Fault) {
        let result: Result<Void, Fault> = accounts.withLock { accounts in
            Result { () throws(Fault) in
                var changed = accounts
                try body(&changed)
                if accounts.contains(where: { $0.role == .administer }), !changed.contains(where: { $0.role == .administer }) {
                    throw Fault(.webLastAdministrator)
                }
                try write(changed)
                accounts = changed
            }
        }
        try result.get()
    }

    /// Letters, digits and the like of any script: no white space, nothing that breaks a line of the file.
    private static func isName(_ name: String) -> Bool {
        !name.isEmpty && name.unicodeScalars.count <= longestName
            && name.unicodeScalars.allSatisfy { $0.properties.isAlphabetic || $0.properties.numericType != nil || "._-@·".unicodeScalars.contains($0) }
    }

    /// As a whole or not at all; readable for its owner alone from its first byte on.
    private func write(_ accounts: [Account]) throws(Fault) {
        guard let path else { return }
        let text = accounts.sorted { $0.name < $1.name }.map { $0.name + "\t" + $0.role.rawValue + "\t" + $0.hash.text + "\n" }.joined()
        let temporary = path + ".new"
        unlink(temporary)
        let file = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw Fault(.exportCannotWrite(String(cString: strerror(errno))), at: Place(file: path)) }
        let bytes = Array(text.utf8)
        let written = Glibc.write(file, bytes, bytes.count)
        let isKept = written == bytes.count && fsync(file) == 0
        close(file)
        guard isKept, rename(temporary, path) == 0 else { throw Fault(.exportCannotWrite(String(cString: strerror(errno))), at: Place(file: path)) }
    }
}
