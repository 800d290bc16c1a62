import GRDB
import Links
import Provenance

extension Writer {
    /// A link that names a fact which is not in the base is left out.
    func insert(_ link: Link) throws {
        guard let requirement = try reader.key(of: link.requirement), let evidence = try reader.key(of: link.evidence)
        else { return }
        try insert(named: link, from: evidence, to: requirement)
    }

    /// The same where nothing is linked along with it.
    func insert(named link: Link, from evidence: Int64, to requirement: Int64) throws {
        try insert(link, from: evidence, to: requirement)
        var names = LinkNames()
        names.add(link.requirement, link.evidence, requirement, evidence)
        try keep(names)
    }

    /// Where the two are linked already, what a person decided and the words of the link stay; what the evidence says is put down anew.
    func insert(_ link: Link, from evidence: Int64, to requirement: Int64) throws {
        let signal = link.signal
        try run(
            """
            INSERT INTO link (requirement, evidence, source, relation, strength, status, verdict, day, tie, signal, accomplished, reporters)
            SELECT ?1, ?2, f.document, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11 FROM fact f WHERE f.key = ?2
            ON CONFLICT (requirement, evidence) DO UPDATE
            SET day = excluded.day, tie = excluded.tie, signal = excluded.signal, accomplished = excluded.accomplished, reporters = excluded.reporters
            """,
            [
                requirement, evidence, link.relation.rawValue, link.strength, link.status.rawValue, link.verdict.rawValue,
                signal.flatMap(\.day), signal?.tie, signal?.code, signal.map { Int64(bitPattern: $0.accomplished.bits) },
                signal.map { Int64(bitPattern: $0.reporters) },
            ])
        try run(
            """
            INSERT INTO because (evidence, requirement, reasons, says) VALUES (?, ?, ?, ?)
            ON CONFLICT (evidence, requirement) DO UPDATE SET says = excluded.says
            """,
            [evidence, requirement, Joined.text(reasons: link.reasons), signal?.says])
    }

    /// Keeps what decides on the states of a document's requirements.
    /// - Parameter duties: one for each requirement, in printed order.
    public func keep(_ duties: [Duty], of document: AddedDocument) throws {
        for (number, duty) in duties.enumerated() {
            try run(
                "INSERT OR REPLACE INTO duty (requirement, document, needed, due, is_permission, owners) VALUES (?, ?, ?, ?, ?, ?)",
                [
                    document.firstFact + Int64(number), document.key, Int64(bitPattern: duty.needed.bits), duty.due, duty.isPermission,
                    duty.owners,
                ])
        }
    }
}
