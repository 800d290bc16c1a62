import Facts
import Links
import Vocabulary
import XMLTree

/// `ontology.xml` of a package (词表摘录): the divisions, functions, named bodies and concepts that its documents refer to, in the
/// form of the ontology's own files, so that a partner can check and load it.
struct OntologyXML: ~Copyable {
    private let ontology: Ontology
    private let entries: ReferencedEntries
    private var writer = XMLWriter()

    static func print(_ entries: ReferencedEntries, _ ontology: Ontology) -> [UInt8] {
        var printer = OntologyXML(ontology: ontology, entries: entries)
        printer.write()
        return printer.writer.bytes
    }

    private init(ontology: Ontology, entries: ReferencedEntries) {
        self.ontology = ontology
        self.entries = entries
    }

    private mutating func write() {
        writer.declaration()
        writer.start("ontology")
        writer.attribute("xmlns", literal: "urn:suyuan:ontology:1")
        divisions()
        functions()
        bodies()
        schemes()
        writer.end()
    }

    /// The divisions of bodies with all that they lie in, the centre excepted.
    private mutating func divisions() {
        let divisions = ontology.divisions
        var chosen: Set<Int> = []
        for id in entries.bodies.compactMap(DivisionScope.division(of:)) {
            if let index = divisions.index(of: id) { chosen.formUnion(divisions.chain(from: index)) }
        }
        let regions = chosen.map { divisions.regions[$0] }.filter { $0.level != .centre }.sorted { $0.code < $1.code }
        guard !regions.isEmpty else { return }
        writer.start("divisions")
        for region in regions {
            writer.start("division")
            writer.attribute("code", region.code)
            writer.attribute("level", region.level.rawValue)
            writer.attribute("name", region.name)
            writer.attribute("short", region.shortNames.isEmpty ? nil : region.shortNames.joined(separator: "|"))
            writer.end()
        }
        writer.end()
    }

    private mutating func functions() {
        let ids = Set(entries.bodies.compactMap { id in id.lastIndex(of: "/").map { String(id[id.index(after: $0)...]) } })
        let functions = ontology.functions.filter { ids.contains($0.id) }.sorted { $0.id < $1.id }
        guard !functions.isEmpty else { return }
        writer.start("functions")
        for function in functions { write(function) }
        writer.end()
    }

    private mutating func write(_ function: GovernmentFunction) {
        writer.start("function")
        writer.attribute("id", function.id)
        writer.attribute("branch", function.branch.rawValue)
        writer.attribute("validFrom", function.validFrom)
        writer.attribute("validUntil", function.validUntil)
        if !function.standsBare { writer.attribute("bare", literal: "no") }
        writer.element("label", text: function.label)
        for stem in function.stems {
            writer.start("stem", mixed: true)
            if function.fullStems.contains(stem) { writer.attribute("full", literal: "yes") }
            writer.text(stem)
            writer.end()
        }
        for form in function.forms {
            writer.start("form")
            writer.attribute("level", form.level.rawValue)
            writer.attribute("suffix", form.suffixes.joined(separator: "|"))
            writer.attribute("municipality", form.municipalitySuffix)
            writer.attribute("official", form.official)
            writer.attribute("officialLeague", form.leagueOfficial)
            for name in form.names { writer.element("name", text: name) }
            writer.end()
        }
        for successor in function.successors { reference("successor", successor) }
        writer.end()
    }

    private mutating func bodies() {
        let bodies = ontology.bodies.filter { entries.bodies.contains($0.id) }.sorted { $0.id < $1.id }
        guard !bodies.isEmpty else { return }
        writer.start("bodies")
        for body in bodies {
            writer.start("body")
            writer.attribute("id", body.id)
            writer.attribute("kind", body.kind)
            writer.element("name", text: body.name)
            for other in body.alternatives { writer.element("alt", text: other) }
            writer.end()
        }
        writer.end()
    }

    /// The concepts found with all that are wider, so that no `broader` leads out of the file.
    private mutating func schemes() {
        let thesaurus = ontology.thesaurus
        let chosen = entries.concepts.union(entries.concepts.flatMap(thesaurus.ancestors(of:)))
        let concepts = chosen.map { thesaurus.concepts[$0] }.sorted { $0.id < $1.id }
        let ids = Set(concepts.map(\.id))
        for scheme in Set(concepts.map(\.scheme)).sorted() {
            writer.start("scheme")
            writer.attribute("id", scheme)
            let members = concepts.filter { $0.scheme == scheme }
            let fields = Set(members.map(\.field))
            for field in thesaurus.fields where field.scheme == scheme && fields.contains(field.id) {
                writer.start("field")
                writer.attribute("id", field.id)
                writer.attribute("label", field.label)
                writer.end()
            }
            for concept in members { write(concept, within: ids) }
            writer.end()
        }
    }

    private mutating func write(_ concept: Concept, within ids: Set<String>) {
        writer.start("concept")
        writer.attribute("id", concept.id)
        writer.attribute("field", concept.field.isEmpty ? nil : concept.field)
        if concept.isGeneral { writer.attribute("general", literal: "true") }
        if concept.isWide { writer.attribute("wide", literal: "true") }
        writer.element("prefLabel", text: concept.prefLabel)
        for label in concept.altLabels { writer.element("altLabel", text: label) }
        for wider in concept.broader where ids.contains(wider) { reference("broader", wider) }
        for other in concept.related where ids.contains(other) { reference("related", other) }
        writer.end()
    }

    private mutating func reference(_ name: StaticString, _ id: String) {
        writer.start(name)
        writer.attribute("ref", id)
        writer.end()
    }
}
