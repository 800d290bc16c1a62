import ArgumentParser
import Provenance
import Vocabulary
import XMLTree

struct OntologyCheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Checks the ontology's files against their schema and each other.",
        discussion: "A named body that composes from division and function is rejected: it needs no entry. Ends with 1 where there are findings.")

    @OptionGroup var common: CommonOptions

    func run() async throws {
        let console = common.console
        try await console.guarding {
            let shipped = try Ontology.shippedFolder()
            let schema = try XMLSchema(path: shipped + "/schema/ontology.xsd")
            var findings: [String] = []
            for folder in [shipped] + common.ontology {
                for file in try LocalFiles.package(folder) where file.name.hasSuffix(".xml") && !file.name.contains("/") {
                    findings += try schema.validate(file.bytes, file: folder + "/" + file.name).map { $0.text(common.lang) }
                }
            }
            // An ontology that its schema refuses may not load.
            if findings.isEmpty { findings = try common.loadOntology().check().map { $0.message.text(common.lang) } }
            for finding in findings { console.print(finding) }
            if findings.isEmpty { console.print(Message.ontologyIsSound.text(common.lang)) }
            return findings.isEmpty ? 0 : 1
        }
    }
}
