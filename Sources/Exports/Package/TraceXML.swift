import Links
import Provenance
import Queries
import Store
import XMLTree

/// `trace.xml` of a package (落实台账): the links with their reasons and reviews by requirement, then evidence, and what follows for
/// each requirement.
public struct TraceXML: ~Copyable {
    var writer = XMLWriter()

    public var bytes: [UInt8] { writer.bytes }

    public init(asOf: CalendarDay?) {
        writer.declaration()
        writer.start("trace")
        writer.attribute("xmlns", literal: "urn:suyuan:policy:1")
        writer.attribute("asOf", asOf?.description)
    }

    public mutating func end() { writer.end() }

    public mutating func add(_ link: Link, reviews: [Review]) {
        writer.start("link")
        writer.attribute("id", link.id)
        writer.attribute("requirement", link.requirement.description)
        writer.attribute("evidence", link.evidence.description)
        writer.attribute("strength", Decimals.exact(link.strength))
        writer.attribute("status", link.status.rawValue)
        writer.attribute("verdict", link.verdict.rawValue)
        writer.attribute("relation", link.relation.rawValue)
        for reason in link.reasons {
            writer.start("because")
            writer.attribute("feature", reason.feature.rawValue)
            writer.attribute("weight", Decimals.exact(reason.weight))
            writer.attribute("requirementWords", reason.requirementWords)
            writer.attribute("evidenceWords", reason.evidenceWords)
            writer.end()
        }
        for review in reviews { add(review) }
        writer.end()
    }

    /// The links of a document's requirements.
    /// - Parameters:
    ///   - ids: of all documents, by place.
    ///   - reviews: what persons decided on them, by id of the link.
    mutating func add(_ links: TracedLinks, of document: String, ids: [String], reviews: [String: [Review]]) {
        for link in links.items {
            let requirement = document + "#" + link.requirement
            let evidence = ids[link.document] + "#" + link.evidence
            let id = Link.id(requirement: requirement, evidence: evidence)
            writer.start("link")
            writer.attribute("id", id)
            writer.attribute("requirement", requirement)
            writer.attribute("evidence", evidence)
            writer.attribute("strength", Decimals.exact(link.strength))
            writer.attribute("status", link.status.rawValue)
            writer.attribute("verdict", link.verdict.rawValue)
            writer.attribute("relation", link.relation.rawValue)
            links.eachReason(of: link) { feature, thousandths, requirementWords, evidenceWords in
                writer.start("because")
                writer.attribute("feature", feature.rawValue)
                writer.attribute("weight", Decimals.exact(thousandths: thousandths))
                writer.attribute("requirementWords", utf8: requirementWords)
                writer.attribute("evidenceWords", utf8: evidenceWords)
                writer.end()
            }
            for review in reviews[id] ?? [] { add(review) }
            writer.end()
        }
    }

    private mutating func add(_ review: Review) {
        writer.start("review")
        writer.attribute("by", review.by)
        writer.attribute("at", review.at)
        writer.attribute("decision", review.decision.inTrace)
        if let note = review.note { writer.element("note", text: note) }
        writer.end()
    }

    mutating func add(_ row: RequirementCoverage) {
        writer.start("coverage")
        writer.attribute("requirement", row.requirement.description)
        Self.state(row.state, row.counts, row.latest, to: &writer)
        writer.attribute("gap", row.gap.rawValue)
        for message in row.why { Self.write(message, to: &writer) }
        for body in row.bodies {
            writer.start("assignment")
            writer.attribute("body", body.owner.body.id)
            writer.attribute("name", body.owner.body.name)
            writer.attribute("role", body.owner.role.rawValue)
            if row.isOpenList { writer.attribute("open", literal: "true") }
            Self.state(body.state, body.counts, body.latest, to: &writer)
            writer.end()
        }
        writer.end()
    }

    private static func state(
        _ state: RequirementState, _ counts: Coverage.Counts, _ latest: CalendarDay?, to writer: inout XMLWriter
    ) {
        writer.attribute("state", state.rawValue)
        writer.attribute("claimed", counts.claimed)
        writer.attribute("verified", counts.verified)
        writer.attribute("indirect", counts.indirect)
        writer.attribute("latest", latest?.description)
    }

    private static func write(_ message: Message, to writer: inout XMLWriter) {
        writer.start("why")
        writer.attribute("key", message.key)
        for language in Language.allCases {
            writer.start("message", mixed: true)
            writer.attribute("lang", language.rawValue)
            writer.text(message.text(language))
            writer.end()
        }
        writer.end()
    }
}

extension Review.Decision {
    /// As the schema of the trace calls it.
    var inTrace: String {
        switch self {
        case .confirm: "confirmed"
        case .reject: "rejected"
        case .add: "added"
        case .clear: "cleared"
        case .withdraw: "withdrawn"
        case .note: "noted"
        }
    }

    init?(inTrace word: String) {
        guard let decision = Self.allCases.first(where: { $0.inTrace == word }) else { return nil }
        self = decision
    }
}
