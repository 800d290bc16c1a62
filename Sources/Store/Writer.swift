import Facts
import GRDB
import Links
import Provenance

/// The base inside one writing transaction. Every statement is prepared once for the connection and used again.
public struct Writer {
    let database: Database

    /// What is in the base, this transaction's own changes included.
    public var reader: Reader { Reader(database: database) }

    /// - Returns: also where the document's rows are; nil where nothing was changed.
    func insert(_ addition: Addition) throws -> (KnowledgeBase.Outcome, AddedDocument?) {
        let document = addition.document
        if let id = try reader.id(ofBytes: document.source.sha256) { return (.unchanged(id: id), nil) }
        if let other = try String.fetchOne(
            database.cachedStatement(sql: "SELECT name FROM document WHERE id = ?"), arguments: [document.id])
        {
            throw Fault(.storeSameID(document.id, other: other), at: Place(file: addition.path ?? document.source.name))
        }
        let latest =
            try Int.fetchOne(
                database.cachedStatement(sql: "SELECT max(version) FROM document WHERE work = ?"), arguments: [document.work]) ?? 0
        let firstFact = try Int64.fetchOne(database.cachedStatement(sql: "SELECT coalesce(max(key), 0) + 1 FROM fact")) ?? 1
        let key = try insertRow(addition, version: latest + 1)
        for requirement in addition.facts.requirements {
            try insert(requirement, document: key, of: addition)
        }
        for evidence in addition.facts.evidence {
            try insert(evidence, document: key, of: addition)
        }
        // Behind what is linked, whose keys follow one by one.
        for plan in addition.plans { try insert(plan, document: key, of: addition) }
        for passage in addition.passages { try insert(passage, document: key) }
        try insert(addition.citations, document: key)
        return (latest == 0 ? .added : .newVersion(latest + 1), AddedDocument(key: key, firstFact: firstFact))
    }

    private func insertRow(_ addition: Addition, version: Int) throws -> Int64 {
        let document = addition.document
        let source = document.source
        let context = addition.facts.document
        let evidence = addition.facts.evidence
        try run(
            """
            INSERT INTO document (id, work, version, sha256, name, media_type, encoding, bytes, characters, pages, path,
              kind, type, title, number, date, day, directives, requirements, actions, plans, problems, findings, xml)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                document.id, document.work, version, source.sha256, source.name, source.mediaType, source.encoding, source.bytes,
                source.characters, source.pages, addition.path, document.kind.rawValue, document.type, context.title,
                context.number, document.date, document.date.flatMap { CalendarDay(iso: $0, last: true) }?.description,
                addition.counts.directives, addition.facts.requirements.count, evidence.count { $0.kind == .action },
                addition.plans.count, evidence.count { $0.kind == .problem }, document.findings.count,
                addition.xml,
            ])
        let key = database.lastInsertedRowID
        for (ordinal, issuer) in context.issuers.enumerated() {
            try run("INSERT INTO issuer VALUES (?, ?, ?, ?, ?, ?)", [key, ordinal, issuer.ref, issuer.name, issuer.official, issuer.isClass])
        }
        for body in addition.officials {
            try run("INSERT INTO body VALUES (?, ?) ON CONFLICT (ref) DO NOTHING", [body.ref, body.official])
        }
        return key
    }

    private func insert(_ requirement: Requirement, document: Int64, of addition: Addition) throws {
        let detail = addition.details[requirement.id.element]
        try run(
            """
            INSERT INTO fact (document, element, kind, text, start, end, line, col, page, place, headings, directive, number,
              modality, reported, reported_of)
            VALUES (?, ?, 'requirement', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                document, requirement.id.element, requirement.text, requirement.span.start, requirement.span.end,
                detail?.position?.line, detail?.position?.column, detail?.page, detail?.place, Joined.text(requirement.headings),
                requirement.directive, requirement.number, requirement.modality.rawValue, requirement.isReported, requirement.of,
            ])
        let key = database.lastInsertedRowID
        for (ordinal, one) in requirement.assignments.enumerated() {
            try run(
                "INSERT INTO assignment VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                [
                    key, ordinal, one.body, one.name, one.role.rawValue, one.basis, one.isOpen,
                    one.basis.map { addition.classMarks.contains($0) } ?? false,
                ])
        }
        for (ordinal, one) in requirement.deadlines.enumerated() {
            try run("INSERT INTO deadline VALUES (?, ?, ?, ?)", [key, ordinal, one.when, one.basis])
        }
        for (ordinal, one) in requirement.targets.enumerated() {
            try run(
                "INSERT INTO target VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                [key, ordinal, one.indicator, one.value, one.unit, one.comparator, one.when, one.reference, one.basis])
        }
        try insert(
            bodies: requirement.bodies, citations: requirement.citations, scope: requirement.scope, detail: detail, fact: key)
    }

    private func insert(_ evidence: Evidence, document: Int64, of addition: Addition) throws {
        let detail = addition.details[evidence.id.element]
        var from: String?
        var to: String?
        switch evidence.time {
        case .point(let when)?: from = when
        case .interval(let first, let last)?: (from, to) = (first, last)
        case nil: break
        }
        try run(
            """
            INSERT INTO fact (document, element, kind, text, start, end, line, col, page, place, headings, item_heading, directive,
              state, time_from, time_to, day, rate, rate_actual, rate_planned)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                document, evidence.id.element, evidence.kind.rawValue, evidence.text, evidence.span.start, evidence.span.end,
                detail?.position?.line, detail?.position?.column, detail?.page, detail?.place, Joined.text(evidence.headings),
                evidence.itemHeading, evidence.directive, evidence.state?.rawValue, from, to, evidence.day?.description,
                evidence.rate?.percent, evidence.rate?.actual, evidence.rate?.planned,
            ])
        let key = database.lastInsertedRowID
        try insert(bodies: evidence.actors, citations: evidence.citations, scope: evidence.scope, detail: detail, fact: key)
    }

    private func insert(_ plan: PlanFact, document: Int64, of addition: Addition) throws {
        let detail = addition.details[plan.element]
        try run(
            """
            INSERT INTO fact (document, element, kind, text, start, end, line, col, page, place, headings, directive)
            VALUES (?, ?, 'plan', ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                document, plan.element, plan.text, plan.span.start, plan.span.end, detail?.position?.line, detail?.position?.column,
                detail?.page, detail?.place, Joined.text(plan.headings), plan.directive,
            ])
        try insert(bodies: [], citations: [], scope: [], detail: detail, fact: database.lastInsertedRowID)
    }

    private func insert(
        bodies: [BodyMention], citations: [Citation], scope: [String], detail: FactDetail?, fact key: Int64
    ) throws {
        for (ordinal, one) in bodies.enumerated() {
            try run("INSERT INTO mention VALUES (?, ?, ?, ?, ?, ?)", [key, ordinal, one.ref, one.name, one.official, one.isClass])
        }
        for (ordinal, one) in citations.enumerated() {
            try run("INSERT INTO citation VALUES (?, ?, ?, ?)", [key, ordinal, one.title, one.ref])
        }
        for (ordinal, one) in scope.enumerated() {
            try run("INSERT INTO scope VALUES (?, ?, ?)", [key, ordinal, one])
        }
        for (ordinal, one) in (detail?.quantities ?? []).enumerated() {
            try run(
                "INSERT INTO quantity VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                [
                    key, ordinal, one.element, one.mention.value, one.mention.unit, one.mention.comparator, one.mention.of,
                    one.words,
                ])
        }
    }

    private func insert(_ passage: Passage, document: Int64) throws {
        try run(
            """
            INSERT INTO block (document, element, role, directive, headings, start, end, line, col, page, place, text)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                document, passage.element, passage.role, passage.directive, Joined.text(passage.headings), passage.span.start,
                passage.span.end, passage.position?.line, passage.position?.column, passage.page, passage.place, passage.text,
            ])
        try run(
            "INSERT INTO passage (rowid, grams) VALUES (?, ?)", [database.lastInsertedRowID, Grams.indexed(passage.text)])
    }

    func run(_ sql: String, _ values: [any Bindable]) throws { try database.run(sql, values) }
}
