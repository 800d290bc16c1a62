import Foundation
import Provenance
import Testing
import XMLTree

@testable import Vocabulary

@Suite struct OntologyLoadTests {
    @Test func shippedFilesHoldWhatTheProgramPromises() throws {
        let ontology = try Shipped.ontology
        let today = ontology.divisions.regions.filter { $0.validUntil == nil }
        #expect(today.filter { $0.level == .province }.count >= 34)
        #expect(today.filter { $0.level == .prefecture }.count >= 330)
        #expect(today.filter { $0.level == .county }.count >= 2800)
        #expect(ontology.functions.count >= 150)
        #expect(ontology.thesaurus.concepts.count >= 120)
        #expect(!ontology.markers.group("modality.must").isEmpty)
        #expect(ontology.states["done"] != nil)
        #expect(ontology.withoutConcepts().thesaurus.concepts.isEmpty)
    }

    @Test func shippedFilesAreValid() throws {
        let folder = try Ontology.shippedFolder()
        let schema = try XMLSchema(path: folder + "/schema/ontology.xsd")
        let files = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".xml") }.sorted()
        #expect(files.count >= 5)
        for file in files {
            let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: folder + "/" + file)))
            let findings = try schema.validate(bytes, file: file)
            #expect(findings.isEmpty, "\(findings.map { $0.text(.en) })")
        }
    }

    @Test(arguments: [
        ("<divisions><division code=\"53\" level=\"province\" name=\"云南省\"/></divisions>", 2, "ontology.value"),
        ("<divisions>\n<division code=\"530000\" level=\"state\" name=\"云南省\"/></divisions>", 3, "ontology.value"),
        ("<divisions><division code=\"530000\" level=\"province\"/></divisions>", 2, "ontology.attribute"),
        ("<functions>\n\n<function id=\"x\" branch=\"army\"/></functions>", 4, "ontology.value"),
        ("<functions><function id=\"x\" branch=\"party\"><form level=\"nowhere\"/></function></functions>", 2, "ontology.value"),
        ("<functions><function id=\"x\" branch=\"party\" validFrom=\"now\"/></functions>", 2, "ontology.value"),
        ("<bodies><body id=\"x\"/></bodies>", 2, "ontology.text"),
        ("<scheme id=\"s\"><concept id=\"c\"/></scheme>", 2, "ontology.text"),
        ("<markers><group><marker>要</marker></group></markers>", 2, "ontology.attribute"),
        ("\n<recipes/>", 3, "ontology.element"),
    ])
    func saysWhereAFileIsWrong(inside: String, line: Int, key: String) throws {
        let folder = try ScratchFolder.ontology(inside)
        let fault = #expect(throws: Fault.self) { try Ontology.load(from: folder.path) }
        #expect(fault?.what.key == key)
        #expect(fault?.place?.line == line)
        #expect(fault?.place?.file.hasSuffix("/own.xml") == true)
    }

    @Test func refusesWhatIsNoOntology() throws {
        let other = try ScratchFolder(["own.xml": "<recipes/>"])
        #expect(throws: Fault.self) { try Ontology.load(from: other.path) }
        let foreign = try ScratchFolder(["own.xml": "<ontology xmlns=\"urn:other\"/>"])
        #expect(throws: Fault.self) { try Ontology.load(from: foreign.path) }
        let broken = try ScratchFolder(["own.xml": "<ontology xmlns=\"urn:suyuan:ontology:1\"><divisions>"])
        #expect(throws: Fault.self) { try Ontology.load(from: broken.path) }
        let empty = try ScratchFolder(["notes.txt": "none"])
        #expect(throws: Fault.self) { try Ontology.load(from: empty.path) }
        #expect(throws: Fault.self) { try Ontology.load(from: empty.path + "/missing") }
    }

    @Test func anOfficeAddsAndOverrides() throws {
        let folder = try ScratchFolder.ontology(
            """
            <bodies><body id="our-group" kind="group"><name>星光产业联盟</name><alt>星光联盟</alt></body></bodies>
            <functions><function id="finance" branch="government"><label>财政</label><stem>钱粮</stem><form level="province" suffix="司"/></function></functions>
            <scheme id="own"><concept id="own-topic"><prefLabel>灯会</prefLabel></concept></scheme>
            <markers><group id="modality.must"><marker>务须</marker></group></markers>
            """)
        let shipped = try Shipped.ontology
        let ontology = try Ontology.load(adding: [folder.path])
        #expect(ontology.resolve("星光联盟")?.id == "our-group")
        #expect(ontology.resolve("云南省钱粮司")?.id == "CN-53/finance")
        #expect(ontology.resolve("云南省财政厅")?.function != "finance")
        #expect(ontology.functions.count == shipped.functions.count)
        #expect(ontology.thesaurus["own-topic"] != nil)
        #expect(ontology.thesaurus.concepts.count == shipped.thesaurus.concepts.count + 1)
        #expect(ontology.markers.group("modality.must") == shipped.markers.group("modality.must") + ["务须"])
    }

    @Test func anOfficeAddsLabelsToAConcept() throws {
        let folder = try ScratchFolder(
            [
                "a.xml": "<ontology xmlns=\"urn:suyuan:ontology:1\"><scheme id=\"s\"><field id=\"f\" label=\"甲\"/><concept id=\"c\" field=\"f\"><prefLabel>竞赛</prefLabel><altLabel>比武</altLabel></concept></scheme></ontology>"
            ])
        let own = try ScratchFolder.ontology("<scheme id=\"own\"><concept id=\"c\"><altLabel>练赛</altLabel></concept></scheme>")
        let concept = try #require(try Ontology.load(from: [folder.path, own.path]).thesaurus["c"])
        #expect(concept.prefLabel == "竞赛")
        #expect(concept.altLabels == ["比武", "练赛"])
        #expect(concept.field == "f")
        #expect(concept.scheme == "s")
    }

    @Test func anOfficeTakesALabelAway() throws {
        let own = try ScratchFolder.ontology("<scheme id=\"own\"><concept id=\"supervision\"><dropLabel>督办</dropLabel><altLabel>督促落实</altLabel></concept></scheme>")
        let (shipped, ontology) = (try Ontology.load(), try Ontology.load(adding: [own.path]))
        #expect(!shipped.thesaurus.concepts(in: "督办").isEmpty)
        #expect(ontology.thesaurus.concepts(in: "督办").isEmpty)
        let concept = try #require(ontology.thesaurus["supervision"])
        #expect(concept.altLabels.contains("督查") && concept.altLabels.contains("督促落实"))
    }
}
