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
            Without files it verifies the knowledge base, against the files that were added and the originals that packages \
            brought along. An altered character is named with its place and ends with 1; where a \
            source is not there, the document cannot be verified (无法核验), which ends with 2.
            """)

    @Argument(help: "XML documents, or folders of packages; none: the knowledge base.")
    var files: [String] = []

    @Option(name: .long, help: ArgumentHelp("A folder in which the sources are, by their names.", valueName: "dir"))
    var sources: [String] = []

    @OptionGroup var base: BaseOptions
    @OptionGroup var common: CommonOptions

    func run() async throws {
        let console = common.console
        try await console.guarding {
            var tally = Tally()
            // A package may bring its sources along.
            let brought = files.map { $0 + "/sources" }.filter(LocalFiles.isFolder)
            let verification = try Verification(sources: sources + brought)
            if files.isEmpty { try verifyBase(verification, console, &tally) }
            for path in files { verify(path, verification, console, &tally) }
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

    private func verify(_ path: String, _ verification: Verification, _ console: Console, _ tally: inout Tally) {
        do throws(Fault) {
            guard LocalFiles.isFolder(path) else {
                let document = try DocumentParser.parse(try LocalFiles.bytes(path), file: path)
                return settle(verification.verify(document), path, console, &tally)
            }
            let package = try LocalFiles.package(path)
            for finding in try PackageCheck.findings(in: package, folder: path + "/") {
                console.print(finding.text(common.lang))
                tally.findings += 1
            }
            let documents = package.filter { $0.name.hasPrefix("documents/") && $0.name.hasSuffix(".xml") }
            for file in documents {
                let document = try DocumentParser.parse(file.bytes, file: path + "/" + file.name)
                settle(verification.verify(document), path + "/" + file.name, console, &tally)
            }
        } catch {
            console.report(error)
            tally.unread += 1
        }
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
