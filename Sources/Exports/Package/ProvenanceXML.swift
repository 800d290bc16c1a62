import Facts
import Links
import Provenance
import Store
import XMLTree

/// `provenance.xml` of a package (来历): in the terms of W3C PROV, which document was read from which bytes by which program, and who
/// reviewed which link. It knows no moment but those that documents and reviews bear.
struct ProvenanceXML: ~Copyable {
    var writer = XMLWriter()
    private var persons: Set<String> = []

    init(_ origin: PackageExport.Origin, asOf: CalendarDay?) {
        writer.declaration()
        writer.start("prov:document")
        writer.attribute("xmlns:prov", literal: "http://www.w3.org/ns/prov#")
        writer.attribute("xmlns:xsd", literal: "http://www.w3.org/2001/XMLSchema")
        writer.attribute("xmlns:xsi", literal: "http://www.w3.org/2001/XMLSchema-instance")
        writer.attribute("xmlns:policy", literal: "urn:suyuan:policy:1")
        writer.attribute("xmlns:doc", literal: "urn:suyuan:document:")
        writer.attribute("xmlns:src", literal: "urn:suyuan:sha256:")
        writer.attribute("xmlns:run", literal: "urn:suyuan:run:")
        writer.attribute("xmlns:who", literal: "urn:suyuan:agent:")
        writer.start("prov:softwareAgent")
        writer.attribute("prov:id", literal: "who:suyuan")
        label(origin.generator + " " + origin.version)
        writer.end()
        if let by = origin.by {
            writer.start("prov:organization")
            writer.attribute("prov:id", literal: "who:sender")
            label(by)
            writer.end()
        }
        writer.start("prov:entity")
        writer.attribute("prov:id", literal: "run:trace")
        label("trace.xml" + (asOf.map { " " + $0.description } ?? ""))
        type("policy:trace")
        writer.end()
        writer.start("prov:activity")
        writer.attribute("prov:id", literal: "run:linking")
        type("policy:linking")
        writer.end()
        pair("prov:wasGeneratedBy", ("prov:entity", "run:trace"), ("prov:activity", "run:linking"))
        pair("prov:wasAssociatedWith", ("prov:activity", "run:linking"), ("prov:agent", "who:suyuan"))
        if origin.by != nil { pair("prov:wasAttributedTo", ("prov:entity", "run:trace"), ("prov:agent", "who:sender")) }
    }

    /// A source, its reading, the document that came of it, and what persons decided on its links.
    mutating func add(_ stored: StoredDocument, reviews: [Review]) {
        let source = "src:s" + stored.source.sha256
        let document = "doc:" + Self.name(stored.id)
        let run = "run:read-" + Self.name(stored.id)
        writer.start("prov:entity")
        writer.attribute("prov:id", source)
        label(stored.source.name)
        type("policy:source")
        writer.element("policy:sha256", text: stored.source.sha256)
        writer.element("policy:bytes", text: String(stored.source.bytes))
        writer.element("policy:encoding", text: stored.source.encoding)
        writer.end()
        writer.start("prov:entity")
        writer.attribute("prov:id", document)
        label(stored.context.title ?? stored.source.name)
        type("policy:document")
        writer.element("policy:file", text: "documents/" + stored.id + ".xml")
        writer.end()
        writer.start("prov:activity")
        writer.attribute("prov:id", run)
        type("policy:conversion")
        writer.end()
        pair("prov:wasGeneratedBy", ("prov:entity", document), ("prov:activity", run))
        pair("prov:used", ("prov:activity", run), ("prov:entity", source))
        pair("prov:wasAssociatedWith", ("prov:activity", run), ("prov:agent", "who:suyuan"))
        pair("prov:used", ("prov:activity", "run:linking"), ("prov:entity", document))
        writer.start("prov:wasDerivedFrom")
        reference("prov:generatedEntity", document)
        reference("prov:usedEntity", source)
        reference("prov:activity", run)
        writer.end()
        for (index, review) in reviews.enumerated() { add(review, number: index + 1, of: stored) }
    }

    private mutating func add(_ review: Review, number: Int, of stored: StoredDocument) {
        let person = "who:p" + ContentHash.shortName(review.by)
        if persons.insert(person).inserted {
            writer.start("prov:person")
            writer.attribute("prov:id", person)
            label(review.by)
            writer.end()
        }
        let run = "run:review-\(number)-" + Self.name(stored.id)
        writer.start("prov:activity")
        writer.attribute("prov:id", run)
        label(review.decision.rawValue + " " + Link.id(requirement: review.requirement, evidence: review.evidence))
        type("policy:review")
        writer.element("policy:at", text: review.at)
        writer.end()
        pair("prov:used", ("prov:activity", run), ("prov:entity", "run:trace"))
        pair("prov:wasAssociatedWith", ("prov:activity", run), ("prov:agent", person))
    }

    mutating func end() { writer.end() }

    // MARK: Pieces

    private mutating func pair(
        _ name: StaticString, _ first: (StaticString, String), _ second: (StaticString, String)
    ) {
        writer.start(name)
        reference(first.0, first.1)
        reference(second.0, second.1)
        writer.end()
    }

    private mutating func reference(_ name: StaticString, _ id: String) {
        writer.start(name)
        writer.attribute("prov:ref", id)
        writer.end()
    }

    private mutating func label(_ text: String) { writer.element("prov:label", text: text) }

    private mutating func type(_ name: String) {
        writer.start("prov:type", mixed: true)
        writer.attribute("xsi:type", literal: "xsd:QName")
        writer.text(name)
        writer.end()
    }

    /// What a qualified name may not hold becomes `_`, with a hash behind it so that names stay apart.
    private static func name(_ id: String) -> String {
        func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
            scalar.isASCII ? scalar.properties.isAlphabetic || (0x30...0x39).contains(scalar.value) || scalar == "-" || scalar == "." || scalar == "_"
                : scalar.properties.isXIDContinue
        }
        guard !id.unicodeScalars.allSatisfy(isAllowed) || id.unicodeScalars.first?.properties.isXIDStart != true else { return id }
        return "x" + String(scalars: id.unicodeScalars.map { isAllowed($0) ? $0 : "_" }) + "-" + ContentHash.shortName(id)
    }
}
