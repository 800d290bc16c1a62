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

    /// In the order in which `FactRow` reads them.
    private static let columns = """
        SELECT key, document, element, text, kind, start, end, line, col, page, place, headings, item_heading, directive, number, modality,
          reported, reported_of, state, time_from, time_to, rate, rate_actual, rate_planned FROM fact
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

    /// The requirements of a range of keys that are all of one document.
    func requirements(keys: ClosedRange<Int64>, in document: StoredDocument, isShown: Bool = false) throws -> [StoredRequirement] {
        try restoredRequirements(
            rows(Self.columns + " WHERE key BETWEEN ? AND ? ORDER BY key", [keys.lowerBound, keys.upperBound]), in: document, isShown: isShown)
    }

    func evidence(keys: ClosedRange<Int64>, in document: StoredDocument) throws -> [StoredEvidence] {
        try restoredEvidence(rows(Self.columns + " WHERE key BETWEEN ? AND ? ORDER BY key", [keys.lowerBound, keys.upperBound]), in: document)
    }

    /// The evidence of these keys, from all over the base, in their order.
    func evidence(keys: [Int64], among documents: DocumentSet, as extent: FactExtent) throws -> [StoredEvidence] {
        let facts = try Stepped(database, Self.columns + " WHERE key = ?")
        let parts = try Surroundings(database)
        let figures = try Stepped(database, Self.figures + " WHERE fact = ? ORDER BY ordinal")
        var found: [StoredEvidence] = []
        found.reserveCapacity(keys.count)
        for key in keys {
            try facts.begin(key)
            var row: FactRow?
            while try facts.step() { row = FactRow(facts) }
            guard let row, row.kind == "action" || row.kind == "problem", let document = documents[key: row.document] else { continue }
            var numbers: [StoredFigure] = []
            if extent != .brief || row.rate != nil {
                try figures.begin(key)
                while try figures.step() { numbers.append(Self.figure(figures)) }
            }
            found.append(
                evidence(
                    row, extent == .brief ? [] : try parts.bodies(key), extent == .whole ? try parts.citations(key) : [],
                    extent == .whole ? try parts.scope(key) : [], numbers, document))
        }
        return found
    }

    // MARK: Restoring

    /// A row of `fact`.
    private struct FactRow {
        let key, document: Int64
        let element, text, kind: String
        let span: Span
        let line, column, page: Int?
        let place, headings, itemHeading, directive, number, modality, reportedOf, state, from, to, rate, rateActual, ratePlanned: String?
        let isReported: Bool

        init(_ row: Stepped) {
            (key, document) = (row[0], row[1])
            (element, text, kind) = (row.text(2) ?? "", row.text(3) ?? "", row.text(4) ?? "")
            span = Span(Int(row[5]), Int(row[6]))
            (line, column, page, place) = (row.optional(7), row.optional(8), row.optional(9), row.text(10))
            (headings, itemHeading, directive, number, modality) = (row.text(11), row.text(12), row.text(13), row.text(14), row.text(15))
            (isReported, reportedOf) = (row[16] != 0, row.text(17))
            (state, from, to) = (row.text(18), row.text(19), row.text(20))
            (rate, rateActual, ratePlanned) = (row.text(21), row.text(22), row.text(23))
        }

        var position: StoredPosition { StoredPosition(line: line, column: column, page: page, place: place) }
    }

    private func restoredRequirements(_ rows: [FactRow], in document: StoredDocument, isShown: Bool = false) throws -> [StoredRequirement] {
        guard let first = rows.first, let last = rows.last else { return [] }
        let range = first.key...last.key
        var assignments = try grouped("SELECT fact, body, name, role, basis, is_open, is_class FROM assignment", range) { row in
            (
                Assignment(
                    body: row.text(1), name: row.text(2) ?? "", role: row.text(3).flatMap(Role.init(rawValue:)) ?? .responsible, basis: row.text(4),
                    isOpen: row[5] != 0),
                isClass: row[6] != 0
            )
        }
        var deadlines = try grouped("SELECT fact, due, basis FROM deadline", range) { Deadline(when: $0.text(1) ?? "", basis: $0.text(2)) }
        var targets = try grouped("SELECT fact, indicator, value, unit, comparator, due, reference, basis FROM target", range) {
            Target(
                indicator: $0.text(1) ?? "", value: $0.text(2) ?? "", unit: $0.text(3) ?? "", comparator: $0.text(4) ?? "", when: $0.text(5),
                reference: $0.text(6), basis: $0.text(7))
        }
        var bodies = try isShown ? Grouped() : grouped(Surroundings.bodies, range, Surroundings.body)
        var citations = try isShown ? Grouped() : grouped(Surroundings.citations, range, Surroundings.citation)
        var scope = try grouped(Surroundings.scope, range) { $0.text(1) ?? "" }
        return rows.map { row in
            let owners = assignments.take(row.key)
            return StoredRequirement(
                key: row.key,
                requirement: Requirement(
                    id: FactID(document: document.id, element: row.element), text: row.text,
                    modality: row.modality.flatMap(Modality.init(rawValue:)) ?? .must, span: row.span, directive: row.directive,
                    number: row.number, headings: Joined.parts(row.headings), isReported: row.isReported, of: row.reportedOf,
                    assignments: owners.map { $0.0 }, deadlines: deadlines.take(row.key), targets: targets.take(row.key),
                    bodies: bodies.take(row.key), citations: citations.take(row.key), scope: scope.take(row.key), document: document.context),
                position: row.position, classes: Set(owners.lazy.filter { $0.isClass }.map { $0.0.name }))
        }
    }

    private func restoredEvidence(_ rows: [FactRow], in document: StoredDocument) throws -> [StoredEvidence] {
        guard let first = rows.first, let last = rows.last else { return [] }
        let range = first.key...last.key
        var bodies = try grouped(Surroundings.bodies, range, Surroundings.body)
        var citations = try grouped(Surroundings.citations, range, Surroundings.citation)
        var scope = try grouped(Surroundings.scope, range) { $0.text(1) ?? "" }
        var figures = try figures(range)
        return rows.map { row in
            evidence(row, bodies.take(row.key), citations.take(row.key), scope.take(row.key), figures.take(row.key), document)
        }
    }

    private func evidence(
        _ row: FactRow, _ actors: [BodyMention], _ citations: [Citation], _ scope: [String], _ figures: [StoredFigure], _ document: StoredDocument
    ) -> StoredEvidence {
        StoredEvidence(
            key: row.key,
            evidence: Evidence(
                id: FactID(document: document.id, element: row.element), kind: Evidence.Kind(rawValue: row.kind) ?? .action,
                text: row.text, span: row.span, directive: row.directive, itemHeading: row.itemHeading,
                headings: Joined.parts(row.headings),
                time: row.from.map { from in row.to.map { .interval(from: from, to: $0) } ?? .point(from) },
                state: row.state.flatMap(ActionFact.State.init(rawValue:)), quantities: figures.map(\.mention),
                rate: row.rate.map { ComputedRate(percent: $0, actual: row.rateActual ?? "", planned: row.ratePlanned ?? "") },
                actors: actors, scope: scope, citations: citations, document: document.context),
            position: row.position, figures: figures)
    }

    private static let figures = "SELECT fact, element, value, unit, comparator, counted, words FROM quantity"

    private static func figure(_ row: Stepped) -> StoredFigure {
        StoredFigure(
            element: row.text(1),
            mention: QuantityMention(value: row.text(2) ?? "", unit: row.text(3) ?? "", comparator: row.text(4) ?? "", of: row.text(5)),
            words: row.text(6) ?? "")
    }

    func figures(of key: Int64) throws -> [StoredFigure] { try figures(key...key).values }

    private func figures(_ range: ClosedRange<Int64>) throws -> Grouped<StoredFigure> { try grouped(Self.figures, range, Self.figure) }

    /// What stands around facts of either sort, for one fact after the other.
    private struct Surroundings {
        static let bodies = "SELECT fact, ref, name, official, is_class FROM mention"
        static let citations = "SELECT fact, title, ref FROM citation"
        static let scope = "SELECT fact, division FROM scope"

        private let mentioned, cited, ruled: Stepped

        init(_ database: Database) throws {
            mentioned = try Stepped(database, Self.bodies + " WHERE fact = ? ORDER BY ordinal")
            cited = try Stepped(database, Self.citations + " WHERE fact = ? ORDER BY ordinal")
            ruled = try Stepped(database, Self.scope + " WHERE fact = ? ORDER BY ordinal")
        }

        static func body(_ row: Stepped) -> BodyMention {
            BodyMention(ref: row.text(1), name: row.text(2) ?? "", official: row.text(3), isClass: row[4] != 0)
        }

        static func citation(_ row: Stepped) -> Citation { Citation(title: row.text(1) ?? "", ref: row.text(2)) }

        func bodies(_ key: Int64) throws -> [BodyMention] { try all(mentioned, key, Self.body) }
        func citations(_ key: Int64) throws -> [Citation] { try all(cited, key, Self.citation) }
        func scope(_ key: Int64) throws -> [String] { try all(ruled, key) { $0.text(1) ?? "" } }

        private func all<Value>(_ rows: Stepped, _ key: Int64, _ value: (Stepped) -> Value) throws -> [Value] {
            try rows.begin(key)
            var found: [Value] = []
            while try rows.step() { found.append(value(rows)) }
            return found
        }
    }

    private func rows(_ sql: String, _ arguments: [any Bindable]) throws -> [FactRow] {
        let facts = try Stepped(database, sql, arguments)
        var found: [FactRow] = []
        while try facts.step() { found.append(FactRow(facts)) }
        return found
    }

    /// What belongs to the facts of a range of keys, each in its order.
    private func grouped<Value>(_ sql: String, _ range: ClosedRange<Int64>, _ value: (Stepped) -> Value) throws -> Grouped<Value> {
        let rows = try Stepped(database, sql + " WHERE fact BETWEEN ? AND ? ORDER BY fact, ordinal", [range.lowerBound, range.upperBound])
        var found = Grouped<Value>()
        while try rows.step() {
            found.keys.append(rows[0])
            found.values.append(value(rows))
        }
        return found
    }

    /// Values by the facts that they belong to, taken in ascending order of those.
    private struct Grouped<Value> {
        var keys: [Int64] = []
        var values: [Value] = []
        private var next = 0

        mutating func take(_ key: Int64) -> [Value] {
            while next < keys.count, keys[next] < key { next += 1 }
            let start = next
            while next < keys.count, keys[next] == key { next += 1 }
            return start == next ? [] : Array(values[start..<next])
        }
    }
}
