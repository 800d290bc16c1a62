import Exports
import FoundationEssentials
import Ingest
import Provenance
import Queries
import Store

extension Site {
    func importing(_ visit: Visit) async throws -> WebResponse {
        _ = try visit.allowed(.administer)
        return .page(ImportPage(frame: visit.frame, batches: await desk.all, limits: settings.uploads).render())
    }

    func batch(_ id: String, _ visit: Visit) async throws -> WebResponse {
        _ = try visit.allowed(.administer)
        guard let batch = await desk.batch(id) else { throw WebRefusal.notFound }
        var response = WebResponse.page(BatchPage(frame: visit.frame, batch: batch).render())
        // Looks again without a script.
        if case .running = batch.stage { response.headers.append(("Refresh", "2")) }
        return response
    }

    /// Takes files, reads them, keeps nothing yet.
    func upload(_ visit: Visit) async throws -> WebResponse {
        let visitor = try visit.allowed(.administer)
        let id = try await received(visit, by: visitor) { visit.isOwnForm($0) }
        return .redirect(Address.importing + "/" + id)
    }

    /// - Parameter isOwnForm: asked with the fields before the first file is taken, and again at the end.
    /// - Returns: the id of the batch.
    func received(_ visit: Visit, by visitor: Visitor, isOwnForm: @escaping @Sendable (FormValues) -> Bool) async throws -> String {
        let (id, folder) = try await desk.newFolder()
        do {
            guard
                let receiver = UploadReceiver(
                    contentType: visit.request.headers["content-type"] ?? "", folder: folder, limits: settings.uploads, isOwnForm: isOwnForm)
            else { throw WebRefusal.malformed }
            do {
                try await visit.request.body.forEach { piece in try await receiver.take(piece) }
                _ = try await receiver.finish()
            } catch {
                await receiver.close()
                throw error
            }
            let files = await receiver.files
            guard !files.isEmpty else { throw Fault(.webNoFiles) }
            let reader = ImportReader(base: base, ontology: ontology, inquiry: inquiry, limits: settings.uploads, wording: visit.wording)
            let preview = try await Workers.run { try reader.preview(files, folder: folder) }
            await desk.add(id, folder, visitor.name, preview)
            return id
        } catch {
            FolderWriter.remove(folder)
            throw error
        }
    }

    func decideBatch(_ id: String, _ action: String, _ visit: Visit) async throws -> WebResponse {
        let visitor = try visit.allowed(.administer)
        guard let action = BatchAction(rawValue: action) else { throw WebRefusal.notFound }
        try await decide(batch: id, action, visit, by: visitor)
        return .redirect(action == .keep ? Address.importing + "/" + id : Address.importing)
    }

    enum BatchAction: String { case keep, drop }

    func decide(batch id: String, _ action: BatchAction, _ visit: Visit, by visitor: Visitor) async throws {
        guard let batch = await desk.batch(id) else { throw WebRefusal.notFound }
        let names = batch.preview.items.map(\.name).joined(separator: "、")
        switch action {
        case .keep:
            try audit(visitor.name, "import", names, visit)
            guard await desk.keep(id, by: visitor.name, wording: visit.wording) else { throw WebRefusal.notFound }
        case .drop:
            await desk.drop(id)
            try audit(visitor.name, "import.drop", names, visit)
        }
    }

    // MARK: Out again

    func exporting(_ visit: Visit) async throws -> WebResponse {
        try await Workers.run { .page(ExportPage(frame: visit.frame, overview: try glance.overview()).render()) }
    }

    func package(_ visit: Visit) async throws -> WebResponse {
        guard let visitor = visit.visitor else { throw WebRefusal.needsLogin }
        let withSources = visit.request.query["sources"] == "yes"
        try audit(visitor.name, "export", withSources ? "package with sources" : "package", visit)
        let version = settings.version
        return try await Workers.run {
            let sender = try base.read { reader throws in try reader.soleSender() }
            var source: ((StoredDocument, BaseSurvey) throws -> [UInt8]?)?
            if withSources { source = { document, survey in try Self.original(of: document, in: survey) } }
            let origin = PackageExport.Origin(by: sender, when: nil, version: version)
            let path = FileManager.default.temporaryDirectory.path + "/suyuan-" + SessionBook.newID() + ".zip"
            let sink = try ZipSink(path: path)
            _ = try PackageExport(inquiry, origin: origin, source: source).write(to: sink)
            return .download(file: path, type: "application/zip", name: "suyuan-package.zip")
        }
    }

    private static func original(of document: StoredDocument, in survey: BaseSurvey) throws -> [UInt8]? {
        if let path = document.path, let bytes = FileManager.default.contents(atPath: path).map({ [UInt8]($0) }),
            ContentHash.sha256(bytes) == document.source.sha256
        {
            return bytes
        }
        return try survey.original(of: document)
    }
}
