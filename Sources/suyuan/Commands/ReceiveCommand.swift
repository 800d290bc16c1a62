import ArgumentParser
import Exports
import Ingest
import Provenance
import Store

struct ReceiveCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "receive",
        abstract: "Takes a partner's package (folder or zip) or a filled-in matrix.xlsx into the knowledge base, whole or not at all.",
        discussion: """
            Every fault is reported with its severity and place; critical ones and errors refuse the package. What disagrees with own \
            documents, newer versions or own reviews is kept aside with its origin: see --list. Ends with 1 where anything was reported, \
            with 2 where nothing was taken in.
            """)

    @Argument(help: "A package or a filled-in workbook.")
    var path: String?

    @Option(
        name: .customLong("require-signed-by"),
        help: ArgumentHelp("Refuse what is not signed by one of these public keys: a .pub file, or a folder of them.", valueName: "keys"))
    var keys: String?

    @Option(help: ArgumentHelp("Who answers for a filled-in sheet. Default: the sheet's name.", valueName: "name"))
    var by: String?

    @Option(
        help: ArgumentHelp("When a sheet was filled in (2022-11-18). Default: the latest date of a document.", valueName: "date"),
        transform: ScopeOptions.day)
    var on: CalendarDay?

    @Flag(help: "List what was received before, and what was kept aside.")
    var list = false

    @OptionGroup var base: BaseOptions
    @OptionGroup var common: CommonOptions

    func validate() throws {
        if path == nil, !list { throw ValidationError("Name a package, or use --list.") }
    }

    func run() async throws {
        let console = common.console
        try await console.guarding {
            guard let path else { return try show(console) }
            if path.lowercased().hasSuffix(".xlsx") { return try takeSheet(path, console) }
            let accepted = try keys.map(LocalFiles.keys)
            let files = try PackageFiles(path: path)
            let schemas = try PackageSchemas()
            let inspection = PackageInspection(files, schemas: schemas, signedBy: accepted) { console.progress(.commandReading($0)) }
            console.clearProgress()
            for finding in inspection.findings { console.report(Self.text(finding, common.lang)) }
            func count(_ severity: Severity) -> Int { inspection.findings.count { $0.severity == severity } }
            guard inspection.isSound else {
                let message = Message.packageRefused(critical: count(.critical), errors: count(.error), warnings: count(.warning))
                console.report(message.text(common.lang))
                return 2
            }
            let receiver = PackageReceiver(try KnowledgeBase.create(base.kb), ontology: try common.loadOntology())
            let outcome = try receiver.receive(files, inspection) { console.progress(.commandReading($0)) }
            console.clearProgress()
            if let before = outcome.before {
                console.print(Message.packageAlreadyReceived(before).text(common.lang))
                return 0
            }
            for item in outcome.aside { if let reason = item.reason { console.report(reason) } }
            console.print(
                Message.packageTaken(
                    documents: outcome.taken, unchanged: outcome.known, links: outcome.links, aside: outcome.aside.count,
                    warnings: inspection.findings.count
                ).text(common.lang))
            return outcome.aside.isEmpty && inspection.findings.isEmpty ? 0 : 1
        }
    }

    private func takeSheet(_ path: String, _ console: Console) throws -> Int32 {
        let ontology = try common.loadOntology()
        let bytes = try LocalFiles.bytes(path)
        let receiver = SheetReceiver(try base.open(), ontology: ontology)
        let outcome = try receiver.receive(bytes, file: path, by: by ?? path, on: on, common.wording(ontology))
        if let before = outcome.before {
            console.print(Message.packageAlreadyReceived(before).text(common.lang))
            return 0
        }
        for finding in outcome.findings { console.report(Self.text(finding, common.lang)) }
        console.print(
            Message.sheetTaken(
                progress: outcome.progress, decisions: outcome.decisions, notes: outcome.notes, left: outcome.findings.count
            ).text(common.lang))
        return outcome.findings.isEmpty ? 0 : 1
    }

    /// `[严重] file:line: message`.
    static func text(_ finding: PlacedFinding, _ language: Language) -> String {
        "[" + finding.severity.label.text(language) + "] " + finding.text(language)
    }

    private func show(_ console: Console) throws -> Int32 {
        let receptions = try base.open().read { reader throws in try reader.receptions() }
        if receptions.isEmpty { console.print(Message.receivedNothing.text(common.lang)) }
        for (reception, items) in receptions {
            func count(_ kind: ReceivedItem.Kind, _ outcome: ReceivedItem.Outcome) -> Int { items.count { $0.kind == kind && $0.outcome == outcome } }
            let origin = [reception.name, reception.by, reception.day, reception.signer].compactMap(\.self).joined(separator: " · ")
            console.print("■ " + origin)
            console.print(
                "  " + Message.packageTaken(
                    documents: count(.document, .taken), unchanged: count(.document, .known), links: 0,
                    aside: items.count { $0.outcome == .aside }, warnings: 0
                ).text(common.lang))
            for item in items where item.outcome == .aside { console.print("  - " + (item.reason?.text(common.lang) ?? item.subject)) }
        }
        return 0
    }
}
