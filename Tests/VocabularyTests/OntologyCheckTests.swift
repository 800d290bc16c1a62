import Provenance
import Testing

@testable import Vocabulary

@Suite struct OntologyCheckTests {
    @Test func shippedFilesAreSound() throws {
        let findings = try Shipped.ontology.check()
        #expect(findings.filter { $0.severity >= .error }.isEmpty, "\(findings.map { $0.message.en })")
    }

    private func keys(_ inside: String) throws -> [String] {
        let folder = try ScratchFolder.ontology(inside)
        return try Ontology.load(adding: [folder.path]).check().filter { $0.element != nil }.map { "\($0.message.key) \($0.element ?? "")" }
    }

    @Test(arguments: ["云南省财政厅", "德宏州人力资源和社会保障局", "中共昆明市委组织部", "中国人民银行云南省分行"])
    func rejectsABodyThatComposes(name: String) throws {
        #expect(try keys("<bodies><body id=\"own\" kind=\"institution\"><name>\(name)</name></body></bodies>") == ["ontology.composes own"])
    }

    @Test func keepsABodyThatDoesNot() throws {
        #expect(try keys("<bodies><body id=\"own\" kind=\"enterprise\"><name>云南星光灯具有限公司</name></body></bodies>").isEmpty)
    }

    @Test func findsIdsGivenTwice() throws {
        let twice = "<body id=\"own\" kind=\"group\"><name>星光联盟</name></body>"
        #expect(try keys("<bodies>\(twice)\(twice)</bodies>") == ["ontology.duplicate own"])
    }

    @Test func findsReferencesToNothing() throws {
        let inside = """
            <scheme id="own"><concept id="own-a" field="nowhere"><prefLabel>灯会</prefLabel><broader ref="no-b"/><related ref="no-c"/></concept></scheme>
            <functions><function id="own-f" branch="mass"><stem>灯会</stem><form level="county" suffix=""/><successor ref="no-f"/></function></functions>
            """
        #expect(try keys(inside) == [
            "ontology.dangling own-f", "ontology.dangling own-a", "ontology.dangling own-a", "ontology.dangling own-a",
        ])
    }

    @Test func findsLabelsOfTwoConceptsAndCycles() throws {
        let inside = """
            <scheme id="own">
            <concept id="own-a"><prefLabel>灯会甲</prefLabel><altLabel>灯展</altLabel><broader ref="own-b"/></concept>
            <concept id="own-b"><prefLabel>灯会乙</prefLabel><altLabel>灯展</altLabel><broader ref="own-a"/></concept>
            </scheme>
            """
        #expect(try keys(inside) == ["ontology.label own-b", "ontology.cycle own-a", "ontology.cycle own-b"])
    }

    @Test func findsFunctionsWithoutNames() throws {
        #expect(try keys("<functions><function id=\"own-f\" branch=\"mass\"><stem>灯会</stem></function></functions>") == ["ontology.form own-f"])
    }
}
