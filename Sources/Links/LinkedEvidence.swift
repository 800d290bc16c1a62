/// A link with the evidence at its end.
public struct LinkedEvidence: Hashable, Sendable {
    public var link: Link
    public var evidence: Evidence

    public init(link: Link, evidence: Evidence) {
        self.link = link
        self.evidence = evidence
    }

    /// It decides on a state: nobody has rejected it, and it is strong, or a person has accepted it in spite of its strength.
    public var counts: Bool { link.status != .rejected && (link.isStrong || link.status == .confirmed) }
}
