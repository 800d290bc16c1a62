import Links

/// A link to a reported fact, with that fact (关联佐证). One fact answers many requirements, and both are large: they are shared, not
/// copied.
public final class ReportedFact: Sendable {
    public let link: Link
    private let shared: Shared

    final class Shared: Sendable {
        let evidence: StoredEvidence

        init(_ evidence: StoredEvidence) { self.evidence = evidence }
    }

    init(_ link: Link, _ shared: Shared) {
        self.link = link
        self.shared = shared
    }

    public var evidence: StoredEvidence { shared.evidence }
}
