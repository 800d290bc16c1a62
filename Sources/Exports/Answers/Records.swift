import Facts
import Links
import Provenance
import Queries

/// The pieces of answers as data (数据记录).
extension Datum {
    static func today(_ today: Today) -> Entry {
        Entry("asOf", .record([Entry("day", .optional(today.day?.description)), Entry("given", .flag(today.isGiven))]))
    }

    static func document(_ label: DocumentLabel) -> Datum {
        .record([
            Entry("id", .text(label.id)), Entry("title", .text(label.title)), Entry("number", .optional(label.number)),
            Entry("date", .optional(label.date)), Entry("kind", .text(label.kind.rawValue)), Entry("file", .text(label.file)),
        ])
    }

    static func place(_ place: SourcePlace) -> Datum {
        .record([
            Entry("document", .text(place.document.id)), Entry("file", .text(place.document.file)),
            Entry("element", .text(place.element)), Entry("start", .integer(place.span.start)),
            Entry("end", .integer(place.span.end)), Entry("line", .optional(place.line)),
            Entry("column", .optional(place.column)), Entry("page", .optional(place.page)),
        ])
    }

    private static func body(_ body: BodyName) -> [Entry] {
        [
            Entry("id", .optional(body.id)), Entry("name", .text(body.name)), Entry("official", .optional(body.official)),
        ]
    }

    static func body(_ name: BodyName) -> Datum { .record(body(name)) }

    static func owner(_ owner: Owner) -> Datum {
        .record(body(owner.body) + [Entry("role", .text(owner.role.rawValue)), Entry("isClass", .flag(owner.isClass))])
    }

    static func requirement(_ row: RequirementRow) -> Datum {
        .record([
            Entry("id", .text(row.id)), Entry("document", document(row.place.document)), Entry("place", place(row.place)),
            Entry("directive", .optional(row.directive)), Entry("number", .optional(row.number)),
            Entry("headings", .texts(of: "heading", row.headings)), Entry("text", .text(row.text)),
            Entry("modality", .text(row.modality.rawValue)), Entry("reported", .flag(row.isReported)),
            Entry("reportedOf", .optional(row.reportedOf)),
            Entry("reportedDocument", .optional(row.reportedDocument?.id)), Entry("owners", .list(of: "owner", row.owners.map(owner))),
            Entry("openList", .flag(row.isOpenList)), Entry("deadlines", .texts(of: "deadline", row.deadlines)),
            Entry("targets", .list(of: "target", row.targets.map(target))),
        ])
    }

    private static func target(_ target: Target) -> Datum {
        .record([
            Entry("indicator", .text(target.indicator)), Entry("comparator", .text(target.comparator)),
            Entry("value", .text(target.value)), Entry("unit", .text(target.unit)), Entry("when", .optional(target.when)),
            Entry("reference", .optional(target.reference)),
        ])
    }

    static func evidence(_ row: EvidenceRow) -> Datum {
        .record([
            Entry("id", .text(row.id)), Entry("kind", .text(row.kind.rawValue)), Entry("document", document(row.place.document)),
            Entry("place", place(row.place)), Entry("headings", .texts(of: "heading", row.headings)),
            Entry("text", .text(row.text)), Entry("date", .optional(row.date)),
            Entry("isDocumentDate", .flag(row.isDocumentDate)), Entry("state", .optional(row.state?.rawValue)),
            Entry("actors", .list(of: "actor", row.actors.map { body($0) })),
            Entry("figures", .list(of: "figure", row.figures.map(figure))),
        ])
    }

    private static func figure(_ figure: Figure) -> Datum {
        .record([
            Entry("value", .text(figure.value)), Entry("unit", .text(figure.unit)),
            Entry("comparator", .text(figure.comparator)), Entry("of", .optional(figure.of)),
            Entry("words", .text(figure.words)), Entry("computed", .flag(figure.isComputed)),
            Entry("basis", .texts(of: "words", figure.basis)),
        ])
    }

    static func reasons(_ reasons: [Reason]) -> Entry {
        Entry(
            "reasons",
            .list(
                of: "reason",
                reasons.map {
                    .record([
                        Entry("feature", .text($0.feature.rawValue)), Entry("weight", .share($0.weight)),
                        Entry("requirementWords", .text($0.requirementWords)), Entry("evidenceWords", .text($0.evidenceWords)),
                    ])
                }))
    }

    static func link(_ row: LinkRow) -> Datum { .record([Entry("evidence", evidence(row.evidence))] + bond(row)) }

    /// What a link says, without its evidence.
    static func bond(_ row: LinkRow) -> [Entry] {
        [
            Entry("id", .text(row.id)), Entry("relation", .text(row.relation.rawValue)), Entry("strength", .strength(row.strength)),
            Entry("strong", .flag(row.isStrong)), Entry("status", .text(row.status.rawValue)),
            Entry("verdict", .text(row.verdict.rawValue)), reasons(row.reasons), changes(row.changes), reviews(row.reviews),
        ]
    }

    static func why(_ messages: [Message], _ wording: Wording) -> Entry {
        Entry(
            "why",
            .list(
                of: "reason",
                messages.map { .record([Entry("key", .text($0.key)), Entry("text", .text(wording($0)))]) }))
    }

    static func counts(_ counts: Coverage.Counts) -> Entry {
        Entry(
            "counts",
            .record([
                Entry("claimed", .integer(counts.claimed)), Entry("verified", .integer(counts.verified)),
                Entry("indirect", .integer(counts.indirect)),
            ]))
    }

    static func state(_ state: RequirementState, _ wording: Wording) -> [Entry] {
        [Entry("state", .text(state.rawValue)), Entry("stateLabel", .text(wording.label(state)))]
    }
}
