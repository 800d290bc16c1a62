import Links
import Provenance

/// The links of one document's requirements as a trace tells them (台账关联), in order of requirement and evidence. There are millions of
/// them in a base, so that their words stay the bytes that the base holds.
public struct TracedLinks {
    public struct Item: Sendable {
        /// Ids of the elements in their documents.
        public let requirement, evidence: String
        /// Place of the document of the evidence.
        public let document: Int
        public let relation: Link.Relation
        public let strength: Double
        public let status: Link.Status
        public let verdict: Link.Verdict
        fileprivate let reasons: Range<Int>
    }

    public private(set) var items: [Item] = []
    private var bytes: [UInt8] = []

    /// - Parameter ranks: of the documents in order of their ids, by place.
    init(_ rows: Stepped, of document: StoredDocument, among documents: DocumentSet, ranks: [Int], _ past: PastDecisions?) throws {
        var requirement: (key: Int64, element: String) = (.min, "")
        while try rows.step() {
            if requirement.key != rows[0] { requirement = (rows[0], rows.text(1) ?? "") }
            let status = past.map { $0.status(rows[0], rows[2], now: rows.status(6)) } ?? rows.status(6)
            guard let place = documents.place(ofKey: rows[3]), let status else { continue }
            let start = bytes.count
            rows.append(text: 8, to: &bytes)
            items.append(
                Item(
                    requirement: requirement.element, evidence: rows.text(4) ?? "", document: place, relation: rows.relation(5),
                    strength: rows.double(9), status: status, verdict: rows.begins(7, with: "c") ? .contradicts : .supports,
                    reasons: start..<bytes.count))
        }
        items.sort { left, right in
            if left.requirement != right.requirement { return left.requirement < right.requirement }
            return left.document != right.document ? ranks[left.document] < ranks[right.document] : left.evidence < right.evidence
        }
    }

    static let columns = """
        SELECT l.requirement, r.element, l.evidence, l.source, e.element, l.relation, l.status, l.verdict, b.reasons, l.strength
        FROM fact r JOIN link l ON l.requirement = r.key JOIN fact e ON e.key = l.evidence
          LEFT JOIN because b ON b.requirement = l.requirement AND b.evidence = l.evidence
        WHERE r.kind = 'requirement' AND r.document = ?
        """

    /// - Parameter body: takes the feature, its weight in thousandths, and the words of both sides in UTF-8.
    public func eachReason(
        of item: Item, _ body: (Reason.Feature, Int, UnsafeBufferPointer<UInt8>, UnsafeBufferPointer<UInt8>) -> Void
    ) {
        bytes.withUnsafeBufferPointer { Joined.eachReason(in: UnsafeBufferPointer(rebasing: $0[item.reasons]), body) }
    }
}

extension Reader {
    /// - Parameter ranks: of the documents in order of their ids, by place.
    public func traced(_ document: StoredDocument, among documents: DocumentSet, ranks: [Int]) throws -> TracedLinks {
        try TracedLinks(Stepped(database, TracedLinks.columns, [document.key]), of: document, among: documents, ranks: ranks, past)
    }
}
