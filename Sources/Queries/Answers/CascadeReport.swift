import Links
import Provenance

/// How duties are handed down (承接情况): lower documents held against the upper ones that they carry out.
public struct CascadeReport: Sendable, Hashable {
    public var today: Today
    /// In order of the upper document, then of the lower.
    public var pairs: [CascadePair]

    public init(today: Today, pairs: [CascadePair]) {
        self.today = today
        self.pairs = pairs
    }

    /// How many findings of a kind there are.
    public func count(_ kind: CascadeFinding.Kind) -> Int { pairs.reduce(0) { $0 + $1.findings.count { $0.kind == kind } } }
}

/// A lower document and the upper one that it carries out (上下级文件).
public struct CascadePair: Sendable, Hashable {
    public var upper: DocumentLabel
    public var lower: DocumentLabel
    /// The lower one cites the upper one; else so much of it carries out the upper one that it is held against it.
    public var isCited: Bool
    /// How many requirements the upper document has of its own, and how many of them one of the lower document carries out.
    public var requirements: Int
    public var carried: Int
    /// In order of the upper clauses; what was added comes last.
    public var findings: [CascadeRow]

    public init(upper: DocumentLabel, lower: DocumentLabel, isCited: Bool, requirements: Int, carried: Int, findings: [CascadeRow]) {
        self.upper = upper
        self.lower = lower
        self.isCited = isCited
        self.requirements = requirements
        self.carried = carried
        self.findings = findings
    }
}

/// A duty dropped, weakened or added (承接差异), with its places on both sides.
public struct CascadeRow: Sendable, Hashable {
    public var kind: CascadeFinding.Kind
    public var upperDocument: DocumentLabel
    public var lowerDocument: DocumentLabel
    /// Requirements of one clause of the upper document; empty of what was added.
    public var upper: [RequirementRow]
    /// Empty of what was dropped.
    public var lower: [RequirementRow]
    public var why: [Message]

    public init(
        kind: CascadeFinding.Kind, upperDocument: DocumentLabel, lowerDocument: DocumentLabel, upper: [RequirementRow], lower: [RequirementRow],
        why: [Message]
    ) {
        self.kind = kind
        self.upperDocument = upperDocument
        self.lowerDocument = lowerDocument
        self.upper = upper
        self.lower = lower
        self.why = why
    }
}
