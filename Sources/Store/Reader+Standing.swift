import Facts
import GRDB
import Links
import Provenance

/// A requirement as far as it decides on its state (责任要素).
public struct StoredDuty: Sendable, Hashable {
    public let key: Int64
    /// Key of its document.
    public let document: Int64
    public let duty: Duty

    public init(key: Int64, document: Int64, duty: Duty) {
        self.key = key
        self.document = document
        self.duty = duty
    }
}

/// A link as far as it decides on a state (报送要素).
public struct StoredReport: Sendable, Hashable {
    public let evidence: Int64
    /// Key of the document of the evidence.
    public let source: Int64
    public let strength: Double
    public let status: Link.Status
    public let isContradiction: Bool
    /// A document issued to carry the requirement out (配套), and no plain report.
    public let isImplementing: Bool
    /// Nil where nobody has worked it out yet.
    public let signal: LinkSignal?
}

extension Reader {
    private static let duty = "SELECT requirement, document, needed, due, is_permission, owners FROM duty"
    private static let reported = """
        SELECT requirement, evidence, source, strength, status, verdict = 'contradicts', day, signal, accomplished, reporters, tie, relation = 'implements' FROM link
        WHERE relation IN ('reports', 'implements')
        """

    /// All requirements of the base in order of their keys, each with what was reported on it: no text is read for it.
    public func standings(_ body: (StoredDuty, [StoredReport]) throws -> Void) throws {
        let duties = try Stepped(database, Self.duty + " ORDER BY requirement")
        let links = try Stepped(
            database,
            Self.reported + " ORDER BY requirement, evidence")
        var reports: [StoredReport] = []
        var isLeft = try links.step()
        while try duties.step() {
            let key = duties[0]
            while isLeft, links[0] < key { isLeft = try links.step() }
            reports.removeAll(keepingCapacity: true)
            while isLeft, links[0] == key {
                if let report = links.report(past) { reports.append(report) }
                isLeft = try links.step()
            }
            try body(duties.duty(), reports)
        }
    }

    /// The duties of these requirements, as far as they are kept.
    /// - Parameter keys: those of a document, say.
    public func duties(_ keys: ClosedRange<Int64>) throws -> [StoredDuty] {
        let duties = try Stepped(
            database, Self.duty + " WHERE requirement BETWEEN ? AND ? ORDER BY requirement", [keys.lowerBound, keys.upperBound])
        var found: [StoredDuty] = []
        while try duties.step() { found.append(duties.duty()) }
        return found
    }

    /// Those of a document's requirements; nil where some are not kept.
    public func duties(of document: StoredDocument) throws -> [StoredDuty]? {
        guard document.requirements > 0 else { return [] }
        let found = try facts(of: document.key).map { try duties($0) } ?? []
        return found.count == document.requirements ? found : nil
    }

    /// What was reported on one requirement.
    public func reports(on requirement: Int64) throws -> [StoredReport] {
        let links = try Stepped(
            database,
            Self.reported + " AND requirement = ? ORDER BY evidence", [requirement])
        var reports: [StoredReport] = []
        while try links.step() { if let report = links.report(past) { reports.append(report) } }
        return reports
    }

    /// `measuring(_:)` of all requirements that have any.
    public func measuring() throws -> [Int64: [Int64]] {
        let rows = try Stepped(
            database, "SELECT requirement, evidence FROM because INDEXED BY because_measured WHERE \(Schema.measured) ORDER BY requirement, evidence")
        var keys: [Int64: [Int64]] = [:]
        while try rows.step() { keys[rows[0], default: []].append(rows[1]) }
        return keys
    }

    /// What one piece of evidence reports on a requirement; nil where the two are not linked.
    public func report(on requirement: Int64, of evidence: Int64) throws -> StoredReport? {
        let links = try Stepped(database, Self.reported + " AND requirement = ? AND evidence = ?", [requirement, evidence])
        var report: StoredReport?
        while try links.step() { report = links.report(past) }
        return report
    }

    /// The words on both sides that a link rests on.
    public func reasons(of evidence: Int64, for requirement: Int64) throws -> [Reason] {
        let rows = try Stepped(database, "SELECT reasons FROM because WHERE evidence = ? AND requirement = ?", [evidence, requirement])
        var reasons: [Reason] = []
        while try rows.step() { reasons = Joined.reasons(rows.text(0) ?? "") }
        return reasons
    }

    /// What a link's evidence says, its words included; nil where that was not kept.
    public func signal(of evidence: Int64, for requirement: Int64) throws -> LinkSignal? {
        let row = try Stepped(
            database,
            """
            SELECT l.day, l.tie, l.signal, l.accomplished, l.reporters, b.says FROM link l
            LEFT JOIN because b ON b.evidence = l.evidence AND b.requirement = l.requirement
            WHERE l.requirement = ? AND l.evidence = ? AND l.signal IS NOT NULL
            """, [requirement, evidence])
        var found: LinkSignal?
        while try row.step() {
            found = LinkSignal(day: row.optional(0), tie: row[1], code: Int(row[2]), accomplished: row[3], reporters: row[4], says: row.text(5) ?? "")
        }
        return found
    }

    /// Whether a fact is a reported problem.
    public func isProblem(_ fact: Int64) throws -> Bool {
        let rows = try Stepped(database, "SELECT kind = 'problem' FROM fact WHERE key = ?", [fact])
        var found = false
        while try rows.step() { found = rows[0] != 0 }
        return found
    }

    /// Keys of all reported problems, in ascending order.
    public func problemKeys() throws -> [Int64] {
        let rows = try Stepped(database, "SELECT key FROM fact WHERE kind = 'problem' ORDER BY document")
        var keys: [Int64] = []
        while try rows.step() { keys.append(rows[0]) }
        // Documents, and the facts of each, have ascending keys, mostly.
        return keys.sorted()
    }

    /// Keys of the evidence that reaches a target of a requirement, or is on the way to it. What is wrong or not begun may measure one too:
    /// that is told by the link itself.
    public func measuring(_ requirement: Int64) throws -> [Int64] {
        let rows = try Stepped(
            database,
            "SELECT evidence FROM because WHERE requirement = ? AND (\(Schema.measured)) ORDER BY evidence", [requirement])
        var keys: [Int64] = []
        while try rows.step() { keys.append(rows[0]) }
        return keys
    }

    /// The documents some of whose requirements have no duty kept, as where nothing was linked.
    public func documentsWithoutDuties() throws -> Set<Int64> {
        let kept = try Record.fetchAll(database.cachedStatement(sql: "SELECT document, count(*) FROM duty GROUP BY document"))
        let counts = Dictionary(kept.map { ($0[0] as Int64, $0[1] as Int) }, uniquingKeysWith: { first, _ in first })
        let all = try Record.fetchAll(database.cachedStatement(sql: "SELECT key, requirements FROM document WHERE requirements > 0"))
        return Set(all.compactMap { row in (counts[row[0]] ?? 0) == row[1] ? nil : row[0] as Int64 })
    }

    /// The requirements of these keys, which are in ascending order, with those documents at hand.
    /// - Parameter isShown: they are only to be shown: the bodies that they name and what they cite are left out.
    public func requirements(keys: [Int64], among documents: DocumentSet, isShown: Bool = false) throws -> [StoredRequirement] {
        let loader = FactLoader(database)
        let owner = try Stepped(database, "SELECT document FROM fact WHERE key = ?")
        var found: [StoredRequirement] = []
        var start = 0
        while start < keys.count {
            try owner.begin(keys[start])
            guard try owner.step(), let facts = try facts(of: owner[0]) else {
                start += 1
                continue
            }
            // Neighbouring keys of one document are read at once.
            let next = keys[start...].firstIndex { $0 > facts.upperBound } ?? keys.count
            if let stored = documents[key: owner[0]] {
                let wanted = Set(keys[start..<next])
                found += try loader.requirements(keys: keys[start]...keys[next - 1], in: stored, isShown: isShown).filter { wanted.contains($0.key) }
            }
            start = next
        }
        return found
    }

    /// The evidence of these keys, which are in ascending order, from wherever it stands.
    public func evidence(keys: [Int64], among documents: DocumentSet, as extent: FactExtent = .whole) throws -> [StoredEvidence] {
        try FactLoader(database).evidence(keys: keys, among: documents, as: extent)
    }
}

extension Stepped {
    /// Of a row of `Reader.duty`.
    fileprivate func duty() -> StoredDuty {
        StoredDuty(
            key: self[0], document: self[1],
            duty: Duty(
                needed: LinkSignal.Parts(bits: UInt64(bitPattern: self[2])), due: optional(3), isPermission: self[4] != 0, owners: Int(self[5])))
    }

    /// Nil where the link was not there on the day of the question.
    fileprivate func report(_ past: PastDecisions?) -> StoredReport? {
        guard let past else { return report(status(4)) }
        return past.status(self[0], self[1], now: status(4)).map(report)
    }

    private func report(_ status: Link.Status) -> StoredReport {
        StoredReport(
            evidence: self[1], source: self[2], strength: double(3), status: status, isContradiction: self[5] != 0, isImplementing: self[11] != 0,
            signal: optional(7).map { LinkSignal(day: optional(6), tie: self[10], code: $0, accomplished: self[8], reporters: self[9]) })
    }
}
