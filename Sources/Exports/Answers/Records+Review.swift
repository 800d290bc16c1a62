import Links
import Provenance
import Queries

/// Reviews, problems and missing documents as data (核实与问题数据).
extension Datum {
    static func changes(_ changes: [TextChange]) -> Entry { Entry("changes", .texts(of: "change", changes.map(\.rawValue))) }

    static func reviews(_ reviews: [LoggedReview]) -> Entry { Entry("reviews", .list(of: "review", reviews.map { .record(review($0)) })) }

    private static func review(_ logged: LoggedReview) -> [Entry] {
        let review = logged.review
        return [
            Entry("number", .integer(logged.number)), Entry("decision", .text(review.decision.rawValue)), Entry("by", .text(review.by)),
            Entry("at", .text(review.at)), Entry("note", .optional(review.note)), Entry("requirement", .text(review.requirement.description)),
            Entry("requirementText", .text(logged.requirementText)), Entry("evidence", .text(review.evidence.description)),
            Entry("evidenceText", .text(logged.evidenceText)),
        ]
    }

    static func review(_ queue: ReviewQueue, _ wording: Wording) -> Datum {
        .record([
            today(queue.today), Entry("waiting", .integer(queue.waiting)), Entry("changed", .integer(queue.changed)),
            Entry(
                "rows",
                .list(
                    of: "row",
                    queue.rows.map { row in
                        .record(
                            [
                                Entry("link", link(row.link)), Entry("requirement", requirement(row.requirement)), Entry("value", .share(row.value)),
                                Entry(
                                    "looks",
                                    .list(
                                        of: "look",
                                        row.looks.map { .record([Entry("key", .text($0.id)), Entry("text", .text(wording.look($0)))]) })),
                            ] + state(row.state, wording))
                    })),
        ])
    }

    static func reviewLog(_ log: ReviewLog) -> Datum {
        .record([
            today(log.today),
            Entry(
                "reviews",
                .list(of: "review", log.entries.map { .record(review($0.logged) + [Entry("status", .optional($0.status?.rawValue))]) })),
        ])
    }

    static func problems(_ report: ProblemReport, _ wording: Wording) -> Datum {
        .record([
            today(report.today), Entry("open", .integer(report.open)), Entry("closed", .integer(report.closed)),
            Entry(
                "bodies",
                .list(
                    of: "body",
                    report.bodies.map { body in
                        .record([
                            Entry("body", body.body.map { Datum.body($0) } ?? .null),
                            Entry("problems", .list(of: "problem", body.problems.map { problem($0, wording) })),
                        ])
                    })),
        ])
    }

    private static func problem(_ row: ProblemRow, _ wording: Wording) -> Datum {
        .record([
            Entry("problem", evidence(row.problem)), Entry("stage", .text(row.stage.rawValue)), Entry("stageLabel", .text(wording.name(row.stage))),
            Entry("basis", .text(row.basis.rawValue)), Entry("addressees", .list(of: "body", row.addressees.map { body($0) })),
            Entry("requirement", row.requirement.map(requirement) ?? .null),
            Entry(
                "course",
                .list(
                    of: "step",
                    row.course.map {
                        .record([
                            Entry("stage", .text($0.stage.rawValue)), Entry("words", .text($0.words)), Entry("evidence", evidence($0.evidence)),
                        ])
                    })),
        ])
    }

    static func missing(_ report: MissingReport) -> Datum {
        .record([
            today(report.today),
            Entry(
                "missing",
                .list(
                    of: "document",
                    report.documents.map { document in
                        .record([
                            Entry("title", .text(document.title)), Entry("number", .optional(document.number)),
                            Entry("times", .integer(document.times)), Entry("places", .list(of: "place", document.places.map { place($0) })),
                        ])
                    })),
        ])
    }
}
