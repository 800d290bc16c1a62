import GRDB
import Glibc
import Links
import Provenance

extension Reader {
    /// How many facts one fact is compared with at most, and how many postings are read for it: what keeps the cost of adding a
    /// document from growing with the base.
    static let candidateLimit = 64
    static let postingLimit = 4_000

    /// How often each of some terms stands in requirements and in evidence of the base, and how many facts there are: what the
    /// rareness of a word is reckoned from.
    public func frequencies(of terms: [String]) throws -> [String: (requirements: Int, evidence: Int)] {
        var found: [String: (requirements: Int, evidence: Int)] = [:]
        for term in terms where found[term] == nil {
            let row = try Record.fetchOne(
                database.cachedStatement(sql: "SELECT requirements, evidence FROM term WHERE text = ?"), arguments: [term])
            if let row { found[term] = (row[0], row[1]) }
        }
        return found
    }

    /// The requirements that share the rarest terms with some evidence, in order of their ids.
    /// - Parameter terms: of each piece of evidence.
    public func requirements(sharing terms: [[String]]) throws -> [StoredRequirement] {
        let keys = try candidates(terms, areEvidence: false)
        return try loaded(keys) { loader, key, document in try loader.requirement(key: key, in: document) }
            .sorted { $0.requirement.id < $1.requirement.id }
    }

    /// The evidence that shares the rarest terms with some requirements, in order of ids.
    public func evidence(sharing terms: [[String]]) throws -> [StoredEvidence] {
        let keys = try candidates(terms, areEvidence: true)
        return try loaded(keys) { loader, key, document in try loader.evidence(key: key, in: document) }
            .sorted { $0.evidence.id < $1.evidence.id }
    }

    private func candidates(_ facts: [[String]], areEvidence: Bool) throws -> [Int64] {
        var chosen: Set<Int64> = []
        let column = areEvidence ? "evidence" : "requirements"
        let total =
            try Double.fetchOne(
                database.cachedStatement(
                    sql: areEvidence
                        ? "SELECT sum(actions + problems) FROM document" : "SELECT sum(requirements) FROM document")) ?? 0
        for terms in facts {
            var known: [(key: Int64, count: Int, text: String)] = []
            for term in Set(terms) {
                let row = try Record.fetchOne(
                    database.cachedStatement(sql: "SELECT key, \(column) FROM term WHERE text = ? AND \(column) > 0"),
                    arguments: [term])
                if let row { known.append((row[0], row[1], term)) }
            }
            // The rarest first, so that what many documents say is reached last or not at all.
            known.sort { ($0.count, $0.text) < ($1.count, $1.text) }
            var scores: [Int64: Double] = [:]
            var budget = Self.postingLimit
            for term in known {
                budget -= term.count
                if budget < 0, !scores.isEmpty { break }
                let weight = log(1 + total / Double(term.count))
                let postings = try Int64.fetchCursor(
                    database.cachedStatement(
                        sql: "SELECT fact FROM posting WHERE term = ? AND is_evidence = ? LIMIT \(Self.postingLimit)"),
                    arguments: [term.key, areEvidence])
                while let key = try postings.next() { scores[key, default: 0] += weight }
            }
            let best = scores.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }
            chosen.formUnion(best.prefix(Self.candidateLimit).map(\.key))
        }
        return chosen.sorted()
    }

    /// Facts by their keys, those of superseded versions left out.
    private func loaded<Fact>(
        _ keys: [Int64], _ load: (FactLoader, Int64, StoredDocument) throws -> Fact?
    ) throws -> [Fact] {
        var documents: [Int64: StoredDocument?] = [:]
        var found: [Fact] = []
        for key in keys {
            guard
                let owner = try Int64.fetchOne(
                    database.cachedStatement(sql: "SELECT document FROM fact WHERE key = ?"), arguments: [key])
            else { continue }
            if documents[owner] == nil { documents[owner] = .some(try current(owner)) }
            guard let known = documents[owner], let document = known else { continue }
            if let fact = try load(FactLoader(database, [document]), key, document) { found.append(fact) }
        }
        return found
    }
}
