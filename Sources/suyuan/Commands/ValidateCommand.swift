import ArgumentParser
import DocumentXML
import Exports
import Provenance
import Vocabulary
import XMLTree

struct ValidateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "validate",
        abstract: "Checks XML files: well-formed, valid by the schema, references within and between the files of a package.",
        discussion: "Ends with 1 where there are findings, with 2 where a file could not be read. No DTD, no entity, no network.")

    @Argument(help: "XML files, or folders of packages.")
    var files: [String]

    @OptionGroup var common: CommonOptions

    func run() async throws {
        let console = common.console
        try await console.guarding {
            let schemas = try Schemas()
            var code: Int32 = 0
            for path in files {
                do throws(Fault) {
                    if try check(path, schemas, console), code == 0 { code = 1 }
                } catch {
                    console.report(error)
                    code = 2
                }
            }
            return code
        }
    }

    /// True where there are findings.
    private func check(_ path: String, _ schemas: Schemas, _ console: Console) throws(Fault) -> Bool {
        guard LocalFiles.isFolder(path) else {
            return show(try schemas.findings(in: try LocalFiles.bytes(path), file: path), path, console)
        }
        let package = try LocalFiles.package(path)
        var findings: [PlacedFinding] = []
        for file in package where file.name.hasSuffix(".xml") {
            findings += try schemas.findings(in: file.bytes, file: path + "/" + file.name)
        }
        // Between files that are wrong in themselves, references say little.
        if findings.isEmpty { findings = try PackageCheck.findings(in: package, folder: path + "/") }
        return show(findings, path, console)
    }

    private func show(_ findings: [PlacedFinding], _ path: String, _ console: Console) -> Bool {
        for finding in findings { console.print(finding.text(common.lang)) }
        if findings.isEmpty { console.print(Message.commandValid(path).text(common.lang)) }
        return !findings.isEmpty
    }
}

/// The schemas that come with the program, compiled (模式): one for each vocabulary.
struct Schemas {
    private let policy: DocumentValidator
    private let ontology: XMLSchema

    init() throws(Fault) {
        let folder = try Ontology.shippedFolder() + "/schema/"
        policy = try DocumentValidator(schemaPath: folder + "policy.xsd")
        ontology = try XMLSchema(path: folder + "ontology.xsd")
    }

    /// The namespace in the beginning of a file says which schema it is held against; any other goes by the policy's, which
    /// tells what is wrong with it.
    func findings(in bytes: [UInt8], file: String) throws(Fault) -> [PlacedFinding] {
        let head = String(decoding: bytes.prefix(4096), as: UTF8.self)
        let isOntology = head.contains("\"\(Ontology.namespace)\"") && !head.contains("\"urn:suyuan:policy:1\"")
        return isOntology ? try ontology.validate(bytes, file: file) : try policy.findings(in: bytes, file: file)
    }
}
