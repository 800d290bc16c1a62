import Facts
import Links
import Provenance
import Queries

/// Whole answers as data (答复数据).
extension Datum {
    static func documents(_ rows: [DocumentRow]) -> Datum {
        .record([Entry("documents", .list(of: "document", rows.map { .record(row($0)) }))])
    }

    private static func row(_ row: DocumentRow) -> [Entry] {
        [
            Entry("id", .text(row.label.id)), Entry("title", .text(row.label.title)), Entry("number", .optional(row.label.number)),
            Entry("date", .optional(row.label.date)), Entry("kind", .text(row.label.kind.rawValue)),
            Entry("type", .optional(row.type)), Entry("issuer", row.issuer.map { body($0) } ?? .null),
            Entry("work", .text(row.work)), Entry("version", .integer(row.version)),
            Entry("superseded", .flag(row.isSuperseded)), Entry("source", source(row)),
            Entry("directives", .integer(row.directives)), Entry("requirements", .integer(row.requirements)),
            Entry("actions", .integer(row.actions)), Entry("plans", .integer(row.plans)),
            Entry("problems", .integer(row.problems)), Entry("findings", .integer(row.findings)),
        ]
    }

    private static func source(_ row: DocumentRow) -> Datum {
        .record([
            Entry("file", .text(row.source.name)), Entry("path", .optional(row.path)),
            Entry("mediaType", .text(row.source.mediaType)), Entry("encoding", .text(row.source.encoding)),
            Entry("sha256", .text(row.source.sha256)), Entry("bytes", .integer(row.source.bytes)),
            Entry("characters", .integer(row.source.characters)), Entry("pages", .optional(row.source.pages)),
        ])
    }

    static func shown(_ shown: ShownDocument, _ wording: Wording) -> Datum {
        let element: Datum =
            shown.element.map {
                .record([
                    Entry("id", .text($0.id)), Entry("name", .text($0.name)), Entry("headings", .texts(of: "heading", $0.headings)),
                    Entry("text", .text($0.text)), Entry("place", $0.place.map(place) ?? .null),
                ])
            } ?? .null
        let passages = DocumentPassage.all(of: shown.document).map { passage in
            Datum.record([
                Entry("id", .text(passage.id)), Entry("role", .text(passage.role)), Entry("text", .text(passage.text)),
                Entry("start", .integer(passage.span.start)), Entry("end", .integer(passage.span.end)),
            ])
        }
        let findings = shown.document.findings.map { finding in
            Datum.record([
                Entry("severity", .text(finding.severity.rawValue)), Entry("text", .text(wording(finding.message))),
                Entry("element", .optional(finding.element)), Entry("start", .optional(finding.span?.start)),
                Entry("end", .optional(finding.span?.end)),
            ])
        }
        return .record(
            row(shown.row) + [
                Entry("element", element),
                Entry("passages", .list(of: "passage", shown.element == nil ? passages : [])),
                Entry("notices", .list(of: "notice", shown.element == nil ? findings : [])),
            ])
    }

    static func matrixRow(_ row: MatrixRow, _ wording: Wording) -> [Entry] {
        [Entry("requirement", requirement(row.requirement))] + state(row.state, wording) + [
            why(row.why, wording), Entry("gap", .text(row.gap.rawValue)), counts(row.counts),
            Entry("latest", .optional(row.latest?.description)),
            Entry("bodies", .list(of: "body", row.bodies.map { .record(bodyState($0, wording)) })),
            Entry("paces", .list(of: "pace", row.paces.map { pace($0, wording) })),
            Entry("progress", .list(of: "link", row.progress.map(link))),
            Entry("problems", .list(of: "link", row.problems.map(link))),
            Entry("indirect", .list(of: "link", row.indirect.map(link))), Entry("omitted", omitted(row.omitted)),
            Entry("notes", .texts(of: "note", row.notes)),
        ]
    }

    private static func omitted(_ omitted: MatrixRow.Omitted) -> Datum {
        .record([
            Entry("progress", .integer(omitted.progress)), Entry("problems", .integer(omitted.problems)), Entry("indirect", .integer(omitted.indirect)),
        ])
    }

    /// Always computed.
    private static func pace(_ pace: Pace, _ wording: Wording) -> Datum {
        .record([
            Entry("indicator", .text(pace.target.indicator)), Entry("start", .text(pace.start.description)), Entry("end", .text(pace.end.description)),
            Entry("elapsed", .share(pace.elapsed)), Entry("done", pace.done.map { .share($0) } ?? .null),
            Entry("value", .optional(pace.reported?.value)), Entry("unit", .optional(pace.reported?.unit)),
            Entry("day", .optional(pace.day?.description)), Entry("evidence", .optional(pace.evidence?.description)),
            Entry("verdict", .text(pace.verdict.rawValue)), Entry("verdictLabel", .text(wording.name(pace.verdict))), Entry("computed", .flag(true)),
        ])
    }

    private static func bodyState(_ body: BodyState, _ wording: Wording) -> [Entry] {
        [Entry("owner", owner(body.owner))] + state(body.state, wording) + [
            why(body.why, wording), counts(body.counts), Entry("latest", .optional(body.latest?.description)),
        ]
    }

    package static func clauses(_ page: ClausePage, _ wording: Wording) -> Datum {
        .record([
            today(page.today), Entry("total", .integer(page.total)), Entry("offset", .integer(page.offset)),
            Entry("rows", .list(of: "row", page.rows.map { .record(matrixRow($0, wording)) })),
        ])
    }

    static func matrix(_ matrix: Matrix, _ wording: Wording) -> Datum {
        .record([
            today(matrix.today), Entry("summary", summary(matrix.summary, wording)), rows(matrix.rows, wording),
        ])
    }

    static func rows(_ rows: [MatrixRow], _ wording: Wording) -> Entry {
        Entry("rows", .list(of: "row", rows.map { .record(matrixRow($0, wording)) }))
    }

    static func gaps(_ report: GapReport, _ wording: Wording) -> Datum {
        func gap(_ row: GapRow) -> Datum {
            .record(
                [Entry("requirement", requirement(row.requirement)), Entry("gap", .text(row.gap.rawValue))]
                    + state(row.state, wording) + [
                        why(row.why, wording), Entry("indirect", .list(of: "link", row.indirect.map(link))), Entry("omitted", .integer(row.omitted)),
                    ])
        }
        func ids(_ rows: [GapRow]) -> Datum { .texts(of: "requirement", rows.map(\.requirement.id)) }
        return .record([
            today(report.today), Entry("asked", .integer(report.asked)),
            Entry("bare", .list(of: "gap", report.bare.map(gap))),
            Entry("indirectOnly", .list(of: "gap", report.indirectOnly.map(gap))),
            Entry(
                "bodies",
                .list(
                    of: "body",
                    report.bodies.map {
                        .record([
                            Entry("body", $0.body.map { body($0) } ?? .null), Entry("bare", ids($0.bare)),
                            Entry("indirectOnly", ids($0.indirectOnly)), Entry("notByThisBody", ids($0.notByThisBody)),
                        ])
                    })),
        ])
    }

    static func search(_ report: SearchReport) -> Datum {
        .record([
            today(report.today), Entry("query", .text(report.query)), Entry("passages", .integer(report.passages)),
            Entry("occurrences", .integer(report.occurrences)),
            Entry(
                "hits",
                .list(
                    of: "hit",
                    report.hits.map { hit in
                        .record([
                            Entry("document", document(hit.place.document)), Entry("place", place(hit.place)),
                            Entry("role", .text(hit.role)), Entry("headings", .texts(of: "heading", hit.headings)),
                            Entry("text", .text(hit.text)),
                            Entry(
                                "matches",
                                .list(
                                    of: "match",
                                    hit.matches.map {
                                        .record([Entry("start", .integer($0.lowerBound)), Entry("end", .integer($0.upperBound))])
                                    })),
                            Entry("facts", .texts(of: "fact", hit.facts)),
                        ])
                    })),
        ])
    }

    static func summary(_ summary: Summary, _ wording: Wording) -> Datum {
        .record([
            today(summary.today), Entry("documents", .integer(summary.documents)),
            Entry(
                "kinds",
                .list(
                    of: "kind",
                    summary.kinds.map {
                        .record([Entry("kind", .text($0.kind.rawValue)), Entry("documents", .integer($0.documents))])
                    })),
            Entry("directives", .integer(summary.directives)), Entry("requirements", .integer(summary.requirements)),
            Entry("permissions", .integer(summary.permissions)), Entry("restated", .integer(summary.restated)),
            Entry("actions", .integer(summary.actions)), Entry("problems", .integer(summary.problems)),
            Entry(
                "states",
                .list(
                    of: "state",
                    summary.states.map {
                        .record(
                            state($0.state, wording) + [
                                Entry("claimed", .integer($0.claimed)), Entry("verified", .integer($0.verified)),
                            ])
                    })),
            Entry("bare", .integer(summary.bare)), Entry("indirectOnly", .integer(summary.indirectOnly)),
            Entry("claimed", .integer(summary.claimed)), Entry("verified", .integer(summary.verified)),
        ])
    }

    static func trace(_ report: TraceReport, _ wording: Wording) -> Datum {
        .record([
            today(report.today), Entry("query", .text(report.query)),
            Entry(
                "requirements",
                .list(
                    of: "trace",
                    report.requirements.map { trace in
                        .record(
                            matrixRow(trace.row, wording) + [
                                Entry("plans", .list(of: "plan", trace.plans.map(evidence))),
                                Entry("related", .list(of: "relation", trace.related.map(related))),
                                Entry("chain", .list(of: "level", trace.chain.map { chain($0, wording) })),
                                differences(trace.differences, wording),
                            ])
                    })),
            Entry(
                "evidence",
                .list(
                    of: "trace",
                    report.evidence.map { trace in
                        .record([
                            Entry("evidence", evidence(trace.evidence)),
                            Entry(
                                "answers",
                                .list(
                                    of: "link",
                                    trace.answers.map {
                                        .record([Entry("requirement", requirement($0.requirement))] + bond($0.link))
                                    })),
                        ])
                    })),
            Entry("more", .integer(report.more)),
        ])
    }

    private static func chain(_ row: ChainRow, _ wording: Wording) -> Datum {
        .record(
            [Entry("depth", .integer(row.depth)), Entry("subject", .flag(row.isSubject)), Entry("requirement", requirement(row.requirement))]
                + state(row.state, wording) + [
                    Entry("deep", .text(row.deep.rawValue)), counts(row.counts), Entry("latest", .optional(row.latest?.description)),
                    Entry("ring", .flag(row.isInRing)),
                ])
    }

    private static func related(_ row: RelatedRow) -> Datum {
        .record([
            Entry("relation", .text(row.relation.rawValue)), Entry("upper", .flag(row.isUpper)), Entry("requirement", requirement(row.requirement)),
            Entry("strength", .strength(row.strength)), Entry("status", .text(row.status.rawValue)), reasons(row.reasons),
        ])
    }
}
