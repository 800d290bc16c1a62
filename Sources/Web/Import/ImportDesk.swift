import Exports
import FoundationEssentials
import Glibc
import Ingest
import Links
import Provenance
import Queries
import Store
import Vocabulary

/// What people have sent and what becomes of it (导入台): a batch waits for its sender's word, is then taken in beside the answering of
/// pages, one batch after the other, and keeps its report until the program ends.
actor ImportDesk {
    struct Batch: Sendable {
        let id: String
        let user: String
        let folder: String
        let preview: ImportPreview
        var stage: Stage
    }

    enum Stage: Sendable {
        case previewed
        case running(done: Int, of: Int)
        case finished(ImportReport)
    }

    static let most = 50

    private let holding: Holding
    /// Where files lie: those that were kept stay, so that every word can be compared with its source.
    private let root: String
    private var batches: [Batch] = []
    private var last: Task<Void, Never>?

    init(_ holding: Holding, root: String) {
        self.holding = holding
        self.root = root
    }

    /// An empty folder of its own for what comes next.
    func newFolder() throws -> (id: String, folder: String) {
        let id = String(SessionBook.newID().prefix(24))
        try FolderWriter.makeFolder(root)
        let folder = root + "/" + id
        guard mkdir(folder, 0o700) == 0 else { throw Fault(.webCannotKeepUpload) }
        return (id, folder)
    }

    func add(_ id: String, _ folder: String, _ user: String, _ preview: ImportPreview) {
        // The oldest that nobody has decided on gives way.
        if batches.count >= Self.most, let old = batches.firstIndex(where: { if case .running = $0.stage { false } else { true } }) {
            if case .previewed = batches[old].stage { FolderWriter.remove(batches[old].folder) }
            batches.remove(at: old)
        }
        batches.append(Batch(id: id, user: user, folder: folder, preview: preview, stage: .previewed))
    }

    func batch(_ id: String) -> Batch? { batches.first { $0.id == id } }
    var all: [Batch] { batches.reversed() }

    func drop(_ id: String) {
        guard let index = batches.firstIndex(where: { $0.id == id }), case .previewed = batches[index].stage else { return }
        FolderWriter.remove(batches[index].folder)
        batches.remove(at: index)
    }

    /// - Returns: false where there is nothing to keep.
    func keep(_ id: String, by user: String, wording: Wording) -> Bool {
        guard let index = batches.firstIndex(where: { $0.id == id }), case .previewed = batches[index].stage, batches[index].preview.canBeKept else { return false }
        let batch = batches[index]
        batches[index].stage = .running(done: 0, of: batch.preview.items.count)
        let before = last
        last = Task(priority: .background) {
            await before?.value
            let report = await ImportRun(holding: holding, batch: batch, user: user, wording: wording).run { done in await self.progress(id, done) }
            self.finish(id, report)
        }
        return true
    }

    private func progress(_ id: String, _ done: Int) {
        guard let index = batches.firstIndex(where: { $0.id == id }), case .running(_, let total) = batches[index].stage else { return }
        batches[index].stage = .running(done: done, of: total)
    }

    private func finish(_ id: String, _ report: ImportReport) {
        guard let index = batches.firstIndex(where: { $0.id == id }) else { return }
        batches[index].stage = .finished(report)
    }

    /// For tests: until nothing runs.
    func settled() async { await last?.value }
}

/// What a batch is taken into.
struct Holding: Sendable {
    let base: KnowledgeBase
    let ontology: Ontology
    let inquiry: Inquiry
    let settings: SiteSettings
}

/// What came of a batch (导入结果).
struct ImportReport: Sendable {
    struct Line: Sendable {
        let name: String
        /// Of the document; nil of packages and sheets, and where it was not kept.
        let document: String?
        let text: String
        let isGood: Bool
    }

    var lines: [Line] = []
    /// The requirements that had no progress before and have now, in order of document and place.
    var closed: [RequirementRow] = []
    var gapsBefore = 0
    var gapsAfter = 0
}

/// Takes a batch into the base.
struct ImportRun: Sendable {
    let holding: Holding
    let batch: ImportDesk.Batch
    let user: String
    let wording: Wording

    func run(_ progress: @Sendable (Int) async -> Void) async -> ImportReport {
        var report = ImportReport()
        let before = gaps()
        let pipeline = Pipeline(ontology: holding.ontology, workers: 1)
        var done = 0
        // Some at a time: what is reported of them is told as it comes, and others may write between them.
        let documents = batch.preview.items.filter { if case .document = $0.kind { $0.canBeKept } else { false } }
        for start in stride(from: 0, to: documents.count, by: 25) {
            let some = Array(documents[start..<min(start + 25, documents.count)])
            let names = Dictionary(some.map { ($0.path, $0.name) }, uniquingKeysWith: { first, _ in first })
            let outcome = await pipeline.add(some.map(\.path), to: holding.base)
            for entry in outcome.entries { report.lines.append(line(entry, names[entry.path] ?? "")) }
            guard outcome.untried.isEmpty else {
                // The base failed: no more is tried.
                for item in documents[(start + outcome.entries.count)...] {
                    report.lines.append(.init(name: item.name, document: nil, text: wording(.webNotTried), isGood: false))
                }
                break
            }
            done += some.count
            await progress(done)
        }
        for item in batch.preview.items {
            switch item.kind {
            case .document: continue
            case .unreadable(let fault): report.lines.append(.init(name: item.name, document: nil, text: fault.text(wording.language), isGood: false))
            case .package, .sheet:
                if item.canBeKept { report.lines.append(receive(item)) }
                done += 1
                await progress(done)
            }
        }
        let after = gaps()
        report.gapsBefore = before.count
        report.gapsAfter = after.count
        let left = Set(after)
        report.closed = (try? holding.inquiry.requirementRows(before.filter { !left.contains($0) })) ?? []
        return report
    }

    private func line(_ entry: IngestReport.Entry, _ name: String) -> ImportReport.Line {
        if let fault = entry.fault {
            return .init(name: name, document: nil, text: ImportReader.plain(fault, name).text(wording.language), isGood: false)
        }
        let text: Message =
            switch entry.outcome {
            case .newVersion?: .webNewVersion
            case .unchanged?, .readAgain?: .webKnownDocument
            case .added?, nil: .webNewDocument
            }
        return .init(name: name, document: entry.document, text: wording(text), isGood: true)
    }

    private func receive(_ item: ImportPreview.Item) -> ImportReport.Line {
        do throws(Fault) {
            if case .package = item.kind {
                let files = try PackageFiles(path: item.path)
                let inspection = PackageInspection(files, schemas: try PackageSchemas())
                // It was sound when it was shown; another file may have taken its place since.
                guard inspection.isSound else {
                    func count(_ severity: Severity) -> Int { inspection.findings.count { $0.severity == severity } }
                    let message = Message.packageRefused(critical: count(.critical), errors: count(.error), warnings: count(.warning))
                    return .init(name: item.name, document: nil, text: wording(message), isGood: false)
                }
                let outcome = try PackageReceiver(holding.base, ontology: holding.ontology).receive(files, inspection)
                if let before = outcome.before { return .init(name: item.name, document: nil, text: wording(.packageAlreadyReceived(before)), isGood: true) }
                let message = Message.packageTaken(
                    documents: outcome.taken, unchanged: outcome.known, links: outcome.links, aside: outcome.aside.count, warnings: inspection.findings.count)
                return .init(name: item.name, document: nil, text: wording(message), isGood: true)
            }
            let bytes = FileManager.default.contents(atPath: item.path).map { [UInt8]($0) } ?? []
            let outcome = try SheetReceiver(holding.base, ontology: holding.ontology).receive(
                bytes, file: item.name, by: user, on: CalendarDay(iso: holding.settings.day()), wording)
            if let before = outcome.before { return .init(name: item.name, document: nil, text: wording(.packageAlreadyReceived(before)), isGood: true) }
            let message = Message.sheetTaken(
                progress: outcome.progress, decisions: outcome.decisions, notes: outcome.notes, left: outcome.findings.count)
            return .init(name: item.name, document: outcome.document, text: wording(message), isGood: true)
        } catch {
            return .init(name: item.name, document: nil, text: ImportReader.plain(error, item.name).text(wording.language), isGood: false)
        }
    }

    /// Keys of the requirements without progress.
    private func gaps() -> [Int64] {
        [Coverage.Gap.bare, .indirectOnly].flatMap { gap -> [Int64] in
            var question = ClauseQuestion()
            question.gap = gap
            return (try? holding.inquiry.requirementKeys(question)) ?? []
        }
    }
}
