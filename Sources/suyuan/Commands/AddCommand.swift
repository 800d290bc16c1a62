import ArgumentParser
import Ingest
import Provenance
import Store

struct AddCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Adds documents to the knowledge base, each in a transaction of its own.",
        discussion: "The same bytes change nothing; another text of the same document becomes its new version. What cannot be read stops nothing else.")

    @Argument(help: "Files, folders and zips.")
    var paths: [String]

    @Flag(
        help: "Read what is in the base already again, by this program and ontology, and make all links anew. What was decided in reviews is kept.")
    var again = false

    @Flag(help: "Read documents marked 秘密 and above too.")
    var allowClassified = false

    @OptionGroup var base: BaseOptions
    @OptionGroup var reading: ReadingFlags
    @OptionGroup var common: CommonOptions

    func run() async throws {
        let console = common.console
        try await console.guarding {
            let pipeline = Pipeline(ontology: try common.loadOntology(), allowsClassified: allowClassified, options: reading.options)
            let kept = try KnowledgeBase.create(base.kb)
            let report =
                again
                ? try await pipeline.renew(kept, with: paths) { settled(console, $0) } : await pipeline.add(paths, to: kept) { settled(console, $0) }
            console.clearProgress()
            report.tell(console)
            console.print(
                Message.commandAdded(added: report.added, versions: report.newVersions, unchanged: report.unchanged, failed: report.faults.count)
                    .text(common.lang))
            if again { console.print(Message.commandReadAgain(report.readAgain).text(common.lang)) }
            return report.faults.isEmpty ? 0 : 2
        }
    }

    private func settled(_ console: Console, _ entry: IngestReport.Entry) {
        if let fault = entry.fault { return console.report(fault) }
        console.progress(.commandReading(entry.path))
    }
}

extension IngestReport {
    /// What is to be known of a run besides what became of each source.
    func tell(_ console: Console) {
        for fault in folders { console.report(fault) }
        for notice in notices { console.report(notice) }
        if !untried.isEmpty { console.report(.commandUntried(untried.count)) }
    }
}
