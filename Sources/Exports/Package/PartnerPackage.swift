import Facts
import Links
import Provenance
import Queries
import Vocabulary
import XMLTree

/// What a partner receives (数据包): documents, trace, ontology and manifest as files; a pure function of what goes in, so that
/// the same base gives the same bytes.
public struct PartnerPackage: Sendable {
    /// A document with the XML that says it.
    public struct Document: Sendable {
        public var document: PolicyDocument
        public var xml: [UInt8]

        public init(document: PolicyDocument, xml: [UInt8]) {
            self.document = document
            self.xml = xml
        }
    }

    /// Who made it, when, with what (制作信息).
    public struct Origin: Sendable {
        /// The office, where it is said.
        public var by: String?
        /// The day: `SOURCE_DATE_EPOCH`, else the latest date of a document.
        public var when: CalendarDay?
        public var generator: String
        public var version: String

        public init(by: String? = nil, when: CalendarDay?, generator: String = "suyuan", version: String) {
            self.by = by
            self.when = when
            self.generator = generator
            self.version = version
        }
    }

    /// In order of names, the manifest last.
    public let files: [ExportedFile]

    /// - Parameters:
    ///   - matrix: of the whole base, without a filter.
    ///   - links: all links among the documents, with their reasons.
    public init(_ documents: [Document], links: [Link], matrix: Matrix, ontology: Ontology, origin: Origin) {
        var files = documents.map { ExportedFile("documents/" + $0.document.id + ".xml", $0.xml) }
        files.append(ExportedFile("ontology.xml", OntologyXML.print(documents.map(\.document), ontology)))
        files.append(ExportedFile("trace.xml", TraceXML.print(links, matrix)))
        files.sort { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
        self.files = files + [ExportedFile("manifest.xml", Self.manifest(files, origin, asOf: matrix.today.day))]
    }

    private static func manifest(_ files: [ExportedFile], _ origin: Origin, asOf: CalendarDay?) -> [UInt8] {
        var writer = XMLWriter()
        writer.declaration()
        writer.start("manifest")
        writer.attribute("xmlns", literal: "urn:suyuan:policy:1")
        writer.attribute("by", origin.by)
        writer.attribute("when", origin.when?.description)
        writer.attribute("generator", origin.generator)
        writer.attribute("version", origin.version)
        writer.attribute("asOf", asOf?.description)
        for file in files {
            writer.start("file")
            writer.attribute("name", file.name)
            writer.attribute("sha256", ContentHash.sha256(file.bytes))
            writer.attribute("bytes", file.bytes.count)
            writer.attribute("mediaType", literal: "application/xml")
            writer.attribute("role", file.name.hasPrefix("documents/") ? "document" : file.name == "trace.xml" ? "trace" : "ontology")
            writer.end()
        }
        writer.end()
        return writer.bytes
    }
}

/// A file to be written: its path inside the folder, with `/` between folders, and its bytes.
public struct ExportedFile: Sendable {
    public let name: String
    public let bytes: [UInt8]

    public init(_ name: String, _ bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
    }
}
