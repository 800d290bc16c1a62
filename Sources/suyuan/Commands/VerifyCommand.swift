import ArgumentParser
import DocumentXML
import Exports
import Ingest
import Provenance
import Store

struct VerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Decodes the sources anew and compares every element of the documents with its slice.",
        discussion: """
            A package, folder or zip, is verified against the originals that it brings along and those of --sources. Without files it verifies the knowledge base, against the files that were added and the originals that packages \
            brought along. An altered character is named with its place and ends with 1; where a \
            source is not there, the document cannot be verified (无法核验), which ends with 2.
            """)

    @Argument(help: "XML documents, or packages (folders or zip files); none: the knowledge base.")
    var files: [String] = []

    @Option(name: .long, help: ArgumentHelp("A folder in which the sources are, by their names.", valueName: "dir"))
    var sources: [String] = []

    @OptionGroup var base: BaseOptions
    @OptionGroup var common: CommonOptions

    func run() async throws {
        let console = common.console
        try await console.guarding {
            var tally = Tally()
            if files.isEmpty { try verifyBase(Verification(sources: sources), console, &tally) }
            for path in files { verify(path, console, &tally) }
            console.clearProgress()
            console.print(
                Message.commandChecked(files: tally.files, findings: tally.findings, missing: tally.missing).text(common.lang))
            return tally.missing + tally.unread > 0 ? 2 : tally.findings > 0 ? 1 : 0
        }
    }

    private struct Tally {
        var files = 0
        var findings = 0
        var missing = 0
        var unread = 0
    }

    private func verifyBase(_ verification: Verification, _ console: Console, _ tally: inout Tally) throws {
        let base = try base.open()
        for stored in try base.read({ reader throws in try reader.documents() }) {
            console.progress(.commandReading(stored.id))
            guard let document = try base.read({ reader throws in try reader.policyDocument(stored.id) }) else { continue }
            let outcome = verification.verify(document, path: stored.path) { () throws(Fault) in
                try base.read { reader throws in try reader.original(sha256: document.source.sha256) }
            }
            settle(outcome, stored.id, console, &tally)
        }
    }

    private func verify(_ path: String, _ console: Console, _ tally: inout Tally) {
        do throws(Fault) {
            guard PackageFiles.arePackage(path) else {
                let document = try DocumentParser.parse(try LocalFiles.bytes(path), file: path)
                return settle(try Verification(sources: sources).verify(document), path, console, &tally)
            }
            try verify(package: try PackageFiles(path: path), console, &tally)
        } catch {
            console.report(error)
            tally.unread += 1
        }
    }

    /// A folder, or a zip file of one, which may bring its sources along.
    private func verify(package: PackageFiles, _ console: Console, _ tally: inout Tally) throws(Fault) {
        let documents = package.names.filter { $0.hasPrefix("documents/") && $0.hasSuffix(".xml") }
        guard package.names.contains(where: { $0.hasSuffix(".xml") }) else { throw Fault(.folderHasNoXML, at: Place(file: package.path)) }
        func show(_ findings: [PlacedFinding]) {
            for finding in findings { console.print(finding.text(common.lang)) }
            tally.findings += findings.count
        }
        var check = PackageCheck(package)
        show(try check.listing())
        let brought = package.folder + "/sources"
        let verification = try Verification(
            sources: sources + (LocalFiles.isFolder(brought) ? [brought] : []), shown: [package.folder: package.path])
        for name in documents {
            let document = try DocumentParser.parse(try package.bytes(name), file: package.path + "/" + name)
            check.add(document)
            settle(verification.verify(document), package.path + "/" + name, console, &tally)
        }
        show(try check.references(validating: try PackageSchemas().trace))
    }

    private func settle(_ outcome: Verification.Outcome, _ name: String, _ console: Console, _ tally: inout Tally) {
        tally.files += 1
        switch outcome {
        case .compared(let findings):
            tally.findings += findings.count
            for finding in findings { console.print(name + ": " + finding.text(common.lang)) }
            if findings.isEmpty { console.print(Message.commandVerified(name).text(common.lang)) }
        case .unverifiable(let fault):
            tally.missing += 1
            console.report(fault)
        }
    }
}
