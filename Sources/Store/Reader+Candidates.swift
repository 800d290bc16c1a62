import GRDB
import Glibc
import Links
import Provenance

extension Reader {
    /// How many facts one fact speaks for at most, and how many postings are read for it: what keeps the cost of adding a document
    /// from growing with the base.
    static let candidateLimit = 64
    static let postingLimit = 2_000

    /// Ids of the documents that facts of a new one may be linked to, latest versions only: all of them, in order of date and id,
    /// while there are no more than `limit`; else those that share most of the rarest keys with it, the nearest first.
    ///
    /// - Parameters:
    ///   - requirementKeys: the keys of each requirement of the new document; evidence and requirements of others can match them.
    ///   - evidenceKeys: the keys of each piece of its evidence; requirements of others can match them.
    ///   - document: the new document itself, and the other versions of its work, are left out.
    public func candidates(
        requirementKeys: [[String]], evidenceKeys: [[String]], besides document: DocumentContext, limit: Int
    ) throws -> [String] {
        let count = try Int.fetchOne(database.cachedStatement(sql: "SELECT count(*) FROM document")) ?? 0
        if count <= limit + 1 {
            return try String.fetchAll(
                database.cachedStatement(
                    sql: "SELECT id FROM document WHERE work <> ? AND \(Self.isCurrent) ORDER BY day IS NULL, day, id"),
                arguments: [document.work])
        }
        var scores: [Int64: Double] = [:]
        try add(requirementKeys, areEvidence: true, to: &scores)
        try add(requirementKeys, areEvidence: false, to: &scores)
        try add(evidenceKeys, areEvidence: false, to: &scores)
        var found: [String] = []
        for (key, _) in scores.sorted(by: { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }) {
            guard found.count < limit else { break }
            let id = try String.fetchOne(
                database.cachedStatement(sql: "SELECT id FROM document WHERE key = ? AND work <> ? AND \(Self.isCurrent)"),
                arguments: [key, document.work])
            if let id { found.append(id) }
        }
        return found
    }

    /// Adds to each document what its best facts share with each of the given ones.
    private func add(_ facts: [[String]], areEvidence: Bool, to scores: inout [Int64: Double]) throws {
        let column = areEvidence ? "evidence" : "requirements"
        let total =
            try Double.fetchOne(
                database.cachedStatement(
                    sql: areEvidence
                        ? "SELECT sum(actions + problems) FROM document" : "SELECT sum(requirements) FROM document")) ?? 0
        for keys in facts {
            var terms: [(key: Int64, count: Int, text: String)] = []
            for text in Set(keys) {
                let row = try Record.fetchOne(
                    database.cachedStatement(sql: "SELECT key, \(column) FROM term WHERE text = ? AND \(column) > 0"),
                    arguments: [text])
                if let row { terms.append((row[0], row[1], text)) }
            }
            // The rarest first, so that what many documents say is reached last or not at all.
            terms.sort { ($0.count, $0.text) < ($1.count, $1.text) }
            var shared: [Int64: (document: Int64, weight: Double)] = [:]
            var budget = Self.postingLimit
            for term in terms {
                budget -= term.count
                if budget < 0, !shared.isEmpty { break }
                let weight = log(1 + total / Double(term.count))
                let postings = try Record.fetchCursor(
                    database.cachedStatement(
                        sql: """
                            SELECT fact, document FROM posting WHERE term = ? AND is_evidence = ? LIMIT \(Self.postingLimit)
                            """),
                    arguments: [term.key, areEvidence])
                while let row = try postings.next() { shared[row[0], default: (row[1], 0)].weight += weight }
            }
            let best = shared.sorted { $0.value.weight != $1.value.weight ? $0.value.weight > $1.value.weight : $0.key < $1.key }
            for (_, fact) in best.prefix(Self.candidateLimit) { scores[fact.document, default: 0] += fact.weight }
        }
    }
}
