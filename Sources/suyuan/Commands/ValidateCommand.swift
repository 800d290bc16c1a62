import ArgumentParser
import Exports
import Ingest
import Provenance

struct ValidateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "validate",
        abstract: "Checks XML files: well-formed, valid by the schema, references within and between the files of a package.",
        discussion: "Ends with 1 where there are findings, with 2 where a file could not be read. No DTD, no entity, no network.")

    @Argument(help: "XML files, or packages: folders or zip files.")
    var files: [String]

    @OptionGroup var common: CommonOptions

    func run() async throws {
        let console = common.console
        try await console.guarding {
            let schemas = try PackageSchemas()
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
    private func check(_ path: String, _ schemas: PackageSchemas, _ console: Console) throws(Fault) -> Bool {
        guard PackageFiles.arePackage(path) else {
            return show(try schemas.findings(in: try LocalFiles.bytes(path), file: path), path, console)
        }
        let package = try PackageFiles(path: path)
        var check = PackageCheck(package)
        let names = check.names.filter { $0.hasSuffix(".xml") && !$0.hasPrefix("sources/") }
        guard !names.isEmpty else { throw Fault(.folderHasNoXML, at: Place(file: path)) }
        var findings: [PlacedFinding] = []
        // A trace may be as long as all documents together; it is gone through below.
        for name in names where name != "trace.xml" {
            let (found, document) = try schemas.check(try package.bytes(name), file: path + "/" + name)
            findings += found
            if let document, name.hasPrefix("documents/") { check.add(document) }
        }
        // Between files that are wrong in themselves, references say little.
        if findings.isEmpty { findings = try check.listing() + check.references(validating: schemas.trace) }
        return show(findings, path, console)
    }

    private func show(_ findings: [PlacedFinding], _ path: String, _ console: Console) -> Bool {
        for finding in findings { console.print(finding.text(common.lang)) }
        if findings.isEmpty { console.print(Message.commandValid(path).text(common.lang)) }
        return !findings.isEmpty
    }
}
