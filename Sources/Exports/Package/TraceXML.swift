import Links
import Provenance
import Queries
import XMLTree

/// `trace.xml` of a package (落实台账): the links with their reasons, and what follows for each requirement.
enum TraceXML {
    /// - Parameters:
    ///   - links: in any order; they are written by requirement, then evidence.
    ///   - matrix: of the whole base, without a filter.
    static func print(_ links: [Link], _ matrix: Matrix) -> [UInt8] {
        var writer = XMLWriter()
        writer.declaration()
        writer.start("trace")
        writer.attribute("xmlns", literal: "urn:suyuan:policy:1")
        writer.attribute("asOf", matrix.today.day?.description)
        let ordered = links.sorted {
            $0.requirement != $1.requirement ? $0.requirement < $1.requirement : $0.evidence < $1.evidence
        }
        for link in ordered { write(link, to: &writer) }
        for row in matrix.rows { write(row, to: &writer) }
        writer.end()
        return writer.bytes
    }

    private static func write(_ link: Link, to writer: inout XMLWriter) {
        writer.start("link")
        writer.attribute("id", link.id)
        writer.attribute("requirement", link.requirement.description)
        writer.attribute("evidence", link.evidence.description)
        writer.attribute("strength", Decimals.strength(link.strength))
        writer.attribute("status", link.status.rawValue)
        writer.attribute("verdict", link.verdict.rawValue)
        writer.attribute("relation", link.relation.rawValue)
        for reason in link.reasons {
            writer.start("because")
            writer.attribute("feature", reason.feature.rawValue)
            writer.attribute("weight", Decimals.twoPlaces(reason.weight))
            writer.attribute("requirementWords", reason.requirementWords)
            writer.attribute("evidenceWords", reason.evidenceWords)
            writer.end()
        }
        writer.end()
    }

    private static func write(_ row: MatrixRow, to writer: inout XMLWriter) {
        writer.start("coverage")
        writer.attribute("requirement", row.requirement.id)
        state(row.state, row.counts, row.latest, to: &writer)
        writer.attribute("gap", row.gap.rawValue)
        for message in row.why { write(message, to: &writer) }
        for body in row.bodies {
            writer.start("assignment")
            writer.attribute("body", body.owner.body.id)
            writer.attribute("name", body.owner.body.name)
            writer.attribute("role", body.owner.role.rawValue)
            if row.requirement.isOpenList { writer.attribute("open", literal: "true") }
            state(body.state, body.counts, body.latest, to: &writer)
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
