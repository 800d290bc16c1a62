import Facts
import GRDB
import Links
import Provenance

/// Reads facts back document by document. The facts of a document have neighbouring keys, since they were written in one
/// transaction, so that what belongs to them is read by range.
struct FactLoader {
    private let database: Database

    init(_ database: Database) {
        self.database = database
    }

    private static let columns = """
        SELECT key, element, text, start, end, line, col, page, headings, item_heading, directive, number, modality, reported,
          reported_of, state, time_from, time_to, rate, rate_actual, rate_planned, kind, place FROM fact
        """

    func requirements(of documents: [StoredDocument]) throws -> [StoredRequirement] {
        var found: [StoredRequirement] = []
        for document in documents where document.requirements > 0 {
            let rows = try rows(
                Self.columns + " WHERE kind = 'requirement' AND document = ? ORDER BY key", [document.key])
            found += try restoredRequirements(rows, in: document)
        }
        return found
    }

    func evidence(of documents: [StoredDocument]) throws -> [StoredEvidence] {
        var found: [StoredEvidence] = []
        for document in documents where document.actions + document.problems > 0 {
            let rows = try rows(
                Self.columns + " WHERE kind IN ('action', 'problem') AND document = ? ORDER BY key", [document.key])
            found += try restoredEvidence(rows, in: document)
        }
        return found
    }

    /// One fact of either sort by its key; nil where it is of the other.
    func requirement(key: Int64, in document: StoredDocument) throws -> StoredRequirement? {
        try restoredRequirements(rows(Self.columns + " WHERE kind = 'requirement' AND key = ?", [key]), in: document).first
    }

    func evidence(key: Int64, in document: StoredDocument) throws -> StoredEvidence? {
        try restoredEvidence(rows(Self.columns + " WHERE kind IN ('action', 'problem') AND key = ?", [key]), in: document).first
    }

    /// The facts of a range of keys that are all of one sort and of one document.
    func requirements(keys: ClosedRange<Int64>, in document: StoredDocument) throws -> [StoredRequirement] {
        try restoredRequirements(rows(Self.columns + " WHERE key BETWEEN ? AND ? ORDER BY key", [keys.lowerBound, keys.upperBound]), in: document)
    }

    func evidence(keys: ClosedRange<Int64>, in document: StoredDocument) throws -> [StoredEvidence] {
        try restoredEvidence(rows(Self.columns + " WHERE key BETWEEN ? AND ? ORDER BY key", [keys.lowerBound, keys.upperBound]), in: document)
    }

    private func restoredRequirements(_ rows: [Record], in document: StoredDocument) throws -> [StoredRequirement] {
        guard let first = rows.first, let last = rows.last else { return [] }
        let range: [Int64] = [first[0], last[0]]
        let assignments = try grouped("SELECT fact, body, name, role, basis, is_open, is_class FROM assignment", range) {
            (
                Assignment(body: $0[1], name: $0[2], role: Role(rawValue: $0[3]) ?? .responsible, basis: $0[4], isOpen: $0[5]),
                isClass: $0[6] as Bool
            )
        }
        let deadlines = try grouped("SELECT fact, due, basis FROM deadline", range) { Deadline(when: $0[1], basis: $0[2]) }
        let targets = try grouped("SELECT fact, indicator, value, unit, comparator, due, reference, basis FROM target", range) {
            Target(indicator: $0[1], value: $0[2], unit: $0[3], comparator: $0[4], when: $0[5], reference: $0[6], basis: $0[7])
        }
        let surroundings = try surroundings(range)
        return rows.map { row in
            let key: Int64 = row[0]
            return StoredRequirement(
                key: key,
                requirement: Requirement(
                    id: FactID(document: document.id, element: row[1]), text: row[2],
                    modality: Modality(rawValue: row[12]) ?? .must, span: Span(row[3], row[4]), directive: row[10],
                    number: row[11], headings: Joined.parts(row[8]), isReported: row[13], of: row[14],
                    assignments: (assignments[key] ?? []).map(\.0), deadlines: deadlines[key] ?? [], targets: targets[key] ?? [],
                    bodies: surroundings.bodies[key] ?? [], citations: surroundings.citations[key] ?? [],
                    scope: surroundings.scope[key] ?? [], document: document.context),
                position: StoredPosition(line: row[5], column: row[6], page: row[7], place: row[22]),
                classes: Set((assignments[key] ?? []).filter(\.isClass).map(\.0.name)))
        }
    }

    private func restoredEvidence(_ rows: [Record], in document: StoredDocument) throws -> [StoredEvidence] {
        guard let first = rows.first, let last = rows.last else { return [] }
        let range: [Int64] = [first[0], last[0]]
        let surroundings = try surroundings(range)
        let figures = try figures(range)
        return rows.map { row in
            let key: Int64 = row[0]
            let from: String? = row[16]
            let to: String? = row[17]
            let percent: String? = row[18]
            return StoredEvidence(
                key: key,
                evidence: Evidence(
                    id: FactID(document: document.id, element: row[1]), kind: Evidence.Kind(rawValue: row[21]) ?? .action,
                    text: row[2], span: Span(row[3], row[4]), directive: row[10], itemHeading: row[9],
                    headings: Joined.parts(row[8]),
                    time: from.map { from in to.map { .interval(from: from, to: $0) } ?? .point(from) },
                    state: (row[15] as String?).flatMap(ActionFact.State.init(rawValue:)),
                    quantities: (figures[key] ?? []).map(\.mention),
                    rate: percent.map { ComputedRate(percent: $0, actual: row[19] ?? "", planned: row[20] ?? "") },
                    actors: surroundings.bodies[key] ?? [], scope: surroundings.scope[key] ?? [],
                    citations: surroundings.citations[key] ?? [], document: document.context),
                position: StoredPosition(line: row[5], column: row[6], page: row[7], place: row[22]), figures: figures[key] ?? [])
        }
    }

    func figures(of key: Int64) throws -> [StoredFigure] { try figures([key, key])[key] ?? [] }

    private func figures(_ range: [Int64]) throws -> [Int64: [StoredFigure]] {
        try grouped("SELECT fact, element, value, unit, comparator, counted, words FROM quantity", range) {
            StoredFigure(
                element: $0[1], mention: QuantityMention(value: $0[2], unit: $0[3], comparator: $0[4], of: $0[5]), words: $0[6])
        }
    }

    private struct Surroundings {
        var bodies: [Int64: [BodyMention]]
        var citations: [Int64: [Citation]]
        var scope: [Int64: [String]]
    }

    private func surroundings(_ range: [Int64]) throws -> Surroundings {
        Surroundings(
            bodies: try grouped("SELECT fact, ref, name, official, is_class FROM mention", range) {
                BodyMention(ref: $0[1], name: $0[2], official: $0[3], isClass: $0[4])
            },
            citations: try grouped("SELECT fact, title, ref FROM citation", range) { Citation(title: $0[1], ref: $0[2]) },
            scope: try grouped("SELECT fact, division FROM scope", range) { $0[1] })
    }

    private func rows(_ sql: String, _ arguments: StatementArguments) throws -> [Record] {
        try Record.fetchAll(database.cachedStatement(sql: sql), arguments: arguments)
    }

    /// What belongs to the facts of a range of keys, each in its order.
    private func grouped<Value>(_ sql: String, _ range: [Int64], _ value: (Record) -> Value) throws -> [Int64: [Value]] {
        let cursor = try Record.fetchCursor(
            database.cachedStatement(sql: sql + " WHERE fact BETWEEN ? AND ? ORDER BY fact, ordinal"),
            arguments: StatementArguments(range))
        var found: [Int64: [Value]] = [:]
        while let row = try cursor.next() { found[row[0], default: []].append(value(row)) }
        return found
    }
}
