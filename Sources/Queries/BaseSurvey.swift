import Facts
import Links
import Provenance
import Store

/// The whole base document by document (逐份调查): for exports that must not hold all of it in memory.
public struct BaseSurvey {
    /// The documents as of the day, of each work the latest version, in order of date, then id.
    public let documents: [StoredDocument]
    public let today: Today
    private let view: View
    private let restating: Set<Int64>
    /// Of the documents in order of their ids, by place.
    private let ranks: [Int]

    init(_ view: View) throws {
        self.view = view
        documents = view.documents.documents
        today = view.today
        var ranks = [Int](repeating: 0, count: view.documents.count)
        let ids = view.documents.map(\.id)
        for (rank, place) in ids.indices.sorted(by: { ids[$0] < ids[$1] }).enumerated() { ranks[place] = rank }
        self.ranks = ranks
        restating = try view.reader.restatementKeys(among: view.documents)
    }

    /// The original of a document that came with a package; nil where it was read from a file.
    public func original(of document: StoredDocument) throws -> [UInt8]? { try view.reader.original(sha256: document.source.sha256) }

    public func xml(of document: StoredDocument) throws -> [UInt8]? { try view.reader.xml(of: document.id) }

    /// The links of a document's requirements with their reasons, in order of requirement and evidence.
    public func links(of document: StoredDocument) throws -> TracedLinks {
        try view.reader.traced(document, among: view.documents, ranks: ranks)
    }

    /// Where a document's requirements stand, in their order; those that others restate are left out.
    public func coverage(of document: StoredDocument) throws -> [RequirementCoverage] {
        guard document.requirements > 0 else { return [] }
        let reader = ReportReader(view)
        // What nobody has linked yet has no duty kept.
        let duties = try view.reader.duties(of: document).map { Dictionary($0.map { ($0.key, $0.duty) }, uniquingKeysWith: { first, _ in first }) } ?? [:]
        return try view.reader.requirements(of: [document]).filter { !restating.contains($0.key) }.map { stored in
            let duty = duties[stored.key] ?? view.rules.duty(of: stored.requirement)
            return try RequirementCoverage(stored, duty, try reader.told(view.reader.reports(on: stored.key), of: stored.key), view)
        }
    }

    /// What persons decided on the links of a document's requirements, by requirement and evidence, oldest first.
    public func reviews(of document: StoredDocument) throws -> [Review] { try view.reader.reviews(ofDocument: document.id) }
}

extension Inquiry {
    /// Goes through the base as it is at one moment.
    public func survey<Value>(asOf day: CalendarDay? = nil, _ body: (BaseSurvey) throws -> Value) throws(Fault) -> Value {
        try base.read { reader throws in try body(BaseSurvey(View(reader, asOf: day, self))) }
    }
}
