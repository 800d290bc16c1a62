import Links
import Provenance

/// What came from elsewhere at one time (接收记录): a package of a partner, or a sheet that was filled in.
public struct Reception: Hashable, Sendable {
    public enum Kind: String, Sendable { case package, sheet }

    public var kind: Kind
    /// The name under which it came.
    public var name: String
    /// Of the manifest or the sheet.
    public var sha256: String
    /// The office that made it, where it says so.
    public var by: String?
    /// ISO 8601, as it says itself.
    public var day: String?
    /// The key that signed it, where one was checked.
    public var signer: String?

    public init(kind: Kind, name: String, sha256: String, by: String? = nil, day: String? = nil, signer: String? = nil) {
        self.kind = kind
        self.name = name
        self.sha256 = sha256
        self.by = by
        self.day = day
        self.signer = signer
    }
}

/// One thing of a reception and what became of it (接收明细).
public struct ReceivedItem: Hashable, Sendable {
    public enum Kind: String, Sendable { case document, link, review, progress, note }
    public enum Outcome: String, Sendable {
        /// Taken into the base.
        case taken
        /// Was there already.
        case known
        /// Kept beside what the base has, which it disagrees with (并存待处理).
        case aside
    }

    public var kind: Kind
    /// Id of the document, link or requirement.
    public var subject: String
    public var outcome: Outcome
    /// Why it was kept aside.
    public var reason: Message?
    /// What came, word for word, where it was kept aside; the text of a note.
    public var content: [UInt8]

    public init(_ kind: Kind, _ subject: String, _ outcome: Outcome, reason: Message? = nil, content: [UInt8] = []) {
        self.kind = kind
        self.subject = subject
        self.outcome = outcome
        self.reason = reason
        self.content = content
    }
}
