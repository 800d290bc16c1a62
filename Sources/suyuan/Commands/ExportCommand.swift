import ArgumentParser
import DocumentXML
import Exports
import FoundationEssentials
import Intake
import Provenance
import Queries
import Store

struct ExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Writes the knowledge base as a package for partners: a folder, or a zip file where the name ends in .zip.",
        discussion: """
            The package holds the documents, their trace, where they come from, and the part of the ontology that they use. With --sign \
            the manifest, which has the hash of every file, is signed.
            """)

    @Argument(help: "The folder or zip file to write.")
    var path: String

    @Option(help: "What to write: a package, or a folder of the documents alone as Akoma Ntoso 3.0.")
    var to: Form = .package

    enum Form: String, ExpressibleByArgument, CaseIterable { case package, akn }

    @Flag(help: "Send the originals along.")
    var withSources = false

    @Option(help: ArgumentHelp("Sign the manifest with this private key.", valueName: "file"))
    var sign: String?

    @Option(help: ArgumentHelp("The office that makes the package, for its manifest.", valueName: "name"))
    var by: String?

    @Option(
        help: ArgumentHelp("Answer as of this day (2022-11-18); later documents are not sent.", valueName: "date"),
        transform: ScopeOptions.day)
    var asOf: CalendarDay?

    @OptionGroup var base: BaseOptions
    @OptionGroup var common: CommonOptions

    func run() async throws {
        let console = common.console
        try await console.guarding { try export(console) }
    }

    private func export(_ console: Console) throws -> Int32 {
        let key = try sign.map { file throws(Fault) in
            try SigningKey(String(decoding: LocalFiles.bytes(file), as: UTF8.self), file: file)
        }
        let knowledge = try base.open()
        let inquiry = Inquiry(knowledge, ontology: try common.loadOntology())
        var sender = by
        if sender == nil { sender = try knowledge.read { reader throws in try reader.soleSender() } }
        let origin = PackageExport.Origin(by: sender, when: SourceDate.day, version: Suyuan.version)
        var source: ((StoredDocument, BaseSurvey) throws -> [UInt8]?)?
        if withSources { source = { document, survey in try original(of: document, in: survey) } }
        if to == .akn { return try documents(of: inquiry, console) }
        let export = PackageExport(inquiry, origin: origin, asOf: asOf, source: source)
        let sink: any PackageSink = path.hasSuffix(".zip") ? try ZipSink(path: path) : try FolderSink(path: path)
        let outcome = try export.write(to: sink, signing: key) { console.progress(.commandReading($0)) }
        console.clearProgress()
        for finding in outcome.findings { console.report(finding.text(common.lang)) }
        console.print(Message.packageExported(documents: outcome.documents, files: outcome.files, path).text(common.lang))
        return 0
    }

    /// One file a document, in Akoma Ntoso.
    private func documents(of inquiry: Inquiry, _ console: Console) throws -> Int32 {
        let sink: any PackageSink = path.hasSuffix(".zip") ? try ZipSink(path: path) : try FolderSink(path: path)
        let count = try inquiry.survey(asOf: asOf) { survey throws in
            for stored in survey.documents {
                guard let xml = try survey.xml(of: stored) else { continue }
                console.progress(.commandReading(stored.id))
                try sink.begin(stored.id + ".akn.xml")
                try sink.write(AkomaWriter.bytes(of: try DocumentParser.parse(xml, file: stored.id)))
            }
            return survey.documents.count
        }
        try sink.finish()
        console.clearProgress()
        console.print(Message.packageExported(documents: count, files: count, path).text(common.lang))
        return 0
    }

    /// Where it was read, else as it was received; whoever asked compares its hash.
    private func original(of document: StoredDocument, in survey: BaseSurvey) throws -> [UInt8]? {
        if let path = document.path, let bytes = try? SourceReader.bytes(path: path), ContentHash.sha256(bytes) == document.source.sha256 { return bytes }
        return try survey.original(of: document)
    }
}
