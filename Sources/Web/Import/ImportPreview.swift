import Archives
import Exports
import Facts
import FoundationEssentials
import Ingest
import Provenance
import Queries
import Spreadsheets
import Store
import Vocabulary

/// What was read of the files that somebody sent, before any of it is kept (导入预览).
struct ImportPreview: Sendable {
    struct Item: Sendable {
        enum Kind: Sendable {
            /// A document as it reads, and what becomes of it in the base.
            case document(Read, Fate)
            /// A package with so many documents; whether it can be taken.
            case package(documents: Int, isSound: Bool)
            /// A filled-in matrix with so many changes.
            case sheet(changes: Int)
            case unreadable(Fault)
        }

        let name: String
        let path: String
        let kind: Kind
        let findings: [PlacedFinding]

        var canBeKept: Bool {
            switch kind {
            case .document(_, let fate): fate != .known
            case .package(_, let isSound): isSound
            case .sheet(let changes): changes > 0
            case .unreadable: false
            }
        }
    }

    /// A document in short.
    struct Read: Sendable {
        let title: String?
        let number: String?
        let date: String?
        let kind: DocumentKind
        let counts: [FactKind: Int]
        let characters: Int
    }

    enum Fate: Sendable, Equatable { case new, version(Int), known }

    let items: [Item]
    var canBeKept: Bool { items.contains(where: \.canBeKept) }
}

/// Reads files for a preview.
struct ImportReader: Sendable {
    let base: KnowledgeBase
    let ontology: Ontology
    let inquiry: Inquiry
    let limits: UploadLimits
    let wording: Wording

    /// - Parameter folder: to unpack archives of documents into.
    func preview(_ files: [UploadReceiver.File], folder: String) throws -> ImportPreview {
        let converter = Converter(ontology: ontology)
        let held = try inquiry.documents()
        var items: [ImportPreview.Item] = []
        for file in files {
            let isZip = file.name.lowercased().hasSuffix(".zip")
            if isZip {
                items += archive(file, folder: folder, converter, held)
            } else if file.name.lowercased().hasSuffix(".xlsx"), let sheet = sheet(file) {
                items.append(sheet)
            } else {
                items.append(document(file.name, file.path, converter, held))
            }
        }
        return ImportPreview(items: items)
    }

    private func document(_ name: String, _ path: String, _ converter: Converter, _ held: [DocumentRow]) -> ImportPreview.Item {
        do throws(Fault) {
            let read = try converter.convert(path: path)
            let document = read.document
            var counts: [FactKind: Int] = [:]
            for block in DocumentBlocks.all(of: document) { for mark in block.marks { counts[FactKind(mark.fact), default: 0] += 1 } }
            let fate: ImportPreview.Fate
            if held.contains(where: { $0.source.sha256 == document.source.sha256 }) {
                fate = .known
            } else {
                fate = held.filter { $0.work == document.work }.map(\.version).max().map { .version($0 + 1) } ?? .new
            }
            func field(_ name: Field.Name) -> String? { document.front.first { $0.name == name }?.content.text }
            let summary = ImportPreview.Read(
                title: field(.title), number: field(.number) ?? field(.issueNumber), date: document.date, kind: document.kind, counts: counts,
                characters: document.source.characters)
            let findings = document.findings.map {
                PlacedFinding($0.severity, $0.message, at: Place(file: name))
            }
            return ImportPreview.Item(name: name, path: path, kind: .document(summary, fate), findings: findings)
        } catch {
            return ImportPreview.Item(name: name, path: path, kind: .unreadable(Self.plain(error, name)), findings: [])
        }
    }

    /// A package, or documents that somebody packed.
    private func archive(_ file: UploadReceiver.File, folder: String, _ converter: Converter, _ held: [DocumentRow]) -> [ImportPreview.Item] {
        let limits = ArchiveLimits(entries: limits.unpackedFiles, fileBytes: limits.fileBytes, totalBytes: limits.unpackedBytes)
        do throws(Fault) {
            var unpacked: [(name: String, path: String)] = []
            var isPackage = false
            try ZipReader.read(path: file.path, limits: limits) { name, bytes throws(Fault) in
                if name == "manifest.xml" || name.hasSuffix("/manifest.xml") { isPackage = true }
                let last = UploadedName.safe(name)
                // What the system of the sender adds.
                guard !isPackage, !name.hasPrefix("__MACOSX/"), last != "Thumbs.db", !name.split(separator: "/").contains(where: { $0.hasPrefix(".") }) else { return }
                let place = folder + "/zip-\(file.path.split(separator: "/").dropLast().last ?? "")-\(unpacked.count + 1)"
                try FolderWriter.makeFolder(place)
                try FolderWriter.write(bytes, to: place + "/" + last)
                unpacked.append((last, place + "/" + last))
            }
            if isPackage { return [try package(file, limits)] }
            guard !unpacked.isEmpty else { throw Fault(.folderHasNoDocuments, at: Place(file: file.name)) }
            return unpacked.map { document($0.name, $0.path, converter, held) }
        } catch {
            return [ImportPreview.Item(name: file.name, path: file.path, kind: .unreadable(Self.plain(error, file.name)), findings: [])]
        }
    }

    private func package(_ file: UploadReceiver.File, _ limits: ArchiveLimits) throws(Fault) -> ImportPreview.Item {
        let files = try PackageFiles(path: file.path, limits: limits)
        let inspection = PackageInspection(files, schemas: try PackageSchemas())
        return ImportPreview.Item(
            name: file.name, path: file.path, kind: .package(documents: inspection.documents.count, isSound: inspection.isSound),
            findings: inspection.findings)
    }

    /// Nil where it is no matrix of ours: then it is read as a document.
    private func sheet(_ file: UploadReceiver.File) -> ImportPreview.Item? {
        guard let bytes = FileManager.default.contents(atPath: file.path).map({ [UInt8]($0) }),
            let filled = try? FilledSheet(ReadWorkbook(bytes, file: file.name), file: file.name, against: inquiry.matrix(), wording)
        else { return nil }
        return ImportPreview.Item(name: file.name, path: file.path, kind: .sheet(changes: filled.entries.count), findings: filled.findings)
    }

    /// The same under the name that the user knows: where it lies here is nobody's business.
    static func plain(_ fault: Fault, _ name: String) -> Fault {
        Fault(fault.what, at: Place(file: name, line: fault.place?.line), advice: fault.advice)
    }
}
