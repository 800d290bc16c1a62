import ArgumentParser
import Exports
import Ingest
import Provenance
import Queries
import Store
import Vocabulary

struct ReportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "The main job: reads everything under the paths, links it, prints the summary and the gaps, and writes package, matrix and gap list.",
        discussion: "Writes package/, matrix.html, matrix.xlsx, matrix.csv and gaps.csv to the folder given with --out.")

    @Argument(help: "Files, folders and zips.")
    var paths: [String]

    @Option(name: .long, help: ArgumentHelp("Where to write.", valueName: "dir"))
    var out = "out"

    @Option(help: ArgumentHelp("Keep what is read in this knowledge base, and report on all that it holds. Default: none is kept.", valueName: "file"))
    var kb: String?

    @Option(help: ArgumentHelp("The office that makes the package, for its manifest.", valueName: "name"))
    var by: String?

    @Flag(help: "Read documents marked 秘密 and above too.")
    var allowClassified = false

    @Flag(help: "End with exit code 1 where there are gaps, problems or contradictions.")
    var strict = false

    @OptionGroup var filter: FilterOptions
    @OptionGroup var reading: ReadingFlags
    @OptionGroup var common: CommonOptions

    func run() async throws {
        let console = common.console
        try await console.guarding {
            let ontology = try common.loadOntology()
            let base = try kb.map { path throws(Fault) in try KnowledgeBase.create(path) } ?? KnowledgeBase.inMemory()
            let report = try await read(into: base, ontology, console)
            console.clearProgress()
            report.tell(console)
            guard !report.entries.allSatisfy({ $0.document == nil }) else {
                if report.faults.isEmpty { console.report(.folderHasNoDocuments) }
                return 2
            }
            let hasFindings = try write(base, ontology, report, console)
            if !report.faults.isEmpty { return 2 }
            return strict && hasFindings ? 1 : 0
        }
    }

    private func read(into base: KnowledgeBase, _ ontology: Ontology, _ console: Console) async throws -> IngestReport {
        let pipeline = Pipeline(ontology: ontology, allowsClassified: allowClassified, options: reading.options)
        let settled: (IngestReport.Entry) -> Void = { entry in
            if let fault = entry.fault { return console.report(fault) }
            console.progress(.commandReading(entry.path))
        }
        return kb == nil
            ? try await pipeline.fill(base, with: paths, done: settled) : await pipeline.add(paths, to: base, done: settled)
    }

    /// Writes the files, prints the summary; true where there are gaps, problems or contradictions.
    private func write(_ base: KnowledgeBase, _ ontology: Ontology, _ report: IngestReport, _ console: Console) throws -> Bool {
        console.progress(.commandAnswering)
        let inquiry = Inquiry(base, ontology: ontology)
        let matrix = try inquiry.matrix(filter.filter, as: .printed)
        let gaps = try inquiry.gaps(filter.filter)
        let documents = try inquiry.documents(filter.filter)
        let printer = AnswerPrinter(common.wording(ontology), width: Console.width, directory: BodyDirectory(ontology))

        // The package always holds the whole base, whatever the answers are narrowed to.
        try FolderWriter.makeFolder(out)
        let origin = PackageExport.Origin(by: by, when: SourceDate.day, version: Suyuan.version)
        let package = try PackageExport(inquiry, origin: origin, asOf: filter.scope.asOf).write(to: try FolderSink(path: out + "/package"))
        for format in [ReportFormat.html, .xlsx, .csv] {
            try FolderWriter.write(
                try printer.print(.matrix(matrix, gaps, documents), as: format), to: out + "/matrix." + format.rawValue)
        }
        try FolderWriter.write(try printer.print(.gaps(gaps), as: .csv), to: out + "/gaps.csv")
        console.clearProgress()

        let summary = RunSummary(
            matrix: matrix, gaps: gaps, documents: documents, missing: try inquiry.missing(filter.filter).documents,
            cascade: try inquiry.cascade(filter.filter), strongLinks: package.strongLinks, weakLinks: package.weakLinks, unread: report.faults.count, folder: out)
        console.print(Array(summary.text(printer.wording, width: printer.width).utf8))
        return !gaps.bare.isEmpty || matrix.rows.contains { !$0.problems.isEmpty }
    }
}
