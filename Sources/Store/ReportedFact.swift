import Links

/// A link to a reported fact, with that fact (关联佐证). One fact answers many requirements, and both are large: they are shared, not
/// copied.
public final class ReportedFact: Sendable {
    public let link: Link
    private let shared: Shared

    public final class Shared: Sendable {
        public let evidence: StoredEvidence

        init(_ evidence: StoredEvidence) { self.evidence = evidence }
    }

    init(_ link: Link, _ shared: Shared) {
        self.link = link
        self.shared = shared
    }

    /// Of the evidence.
    public var key: Int64 { shared.evidence.key }
    public var evidence: StoredEvidence { shared.evidence }
}

/// Facts that were read for some requirements, for the next ones (佐证存留): in a report on all of them one fact is shown many times.
public final class EvidenceShelf {
    /// Some kilobyte each.
    private static let limit = 40_000

    private var facts: [Int64: ReportedFact.Shared] = [:]

    public init() {}

    /// Those of some keys, in ascending order; what is not here is read.
    public func facts(_ keys: [Int64], _ read: ([Int64]) throws -> [StoredEvidence]) rethrows -> [Int64: ReportedFact.Shared] {
        if facts.count + keys.count > Self.limit { facts.removeAll(keepingCapacity: true) }
        for one in try read(keys.filter { facts[$0] == nil }) { facts[one.key] = ReportedFact.Shared(one) }
        return facts
    }
}
