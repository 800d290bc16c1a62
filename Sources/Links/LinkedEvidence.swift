/// A link with the evidence at its end.
public struct LinkedEvidence: Hashable, Sendable {
    public var link: Link
    public var evidence: Evidence

    public init(link: Link, evidence: Evidence) {
        self.link = link
        self.evidence = evidence
    }

    /// It decides on a state.
    public var counts: Bool { link.counts }
}
