import ArgumentParser
import Exports
import Ingest
import Provenance

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
        guard LocalFiles.isFolder(path) else {
            return show(try schemas.findings(in: try LocalFiles.bytes(path), file: path), path, console)
        }
        let package = try LocalFiles.package(path)
        var findings: [PlacedFinding] = []
        for file in package where file.name.hasSuffix(".xml") && !file.name.hasPrefix("sources/") {
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
