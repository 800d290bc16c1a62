import DocumentXML
import Facts
import Links
import Provenance
import Queries
import Store
import Vocabulary
import XMLTree

/// Writes what a partner receives (数据包): documents, trace, provenance, the part of the ontology that they use, manifest, and the
/// originals where they are asked for. A pure function of the base, so that the same base gives the same bytes; documents are
/// read and written one by one, so that any base fits into memory.
public struct PackageExport {
    /// Who made it, when, with what (制作信息).
    public struct Origin: Sendable {
        /// The office, where it is said.
        public var by: String?
        /// `SOURCE_DATE_EPOCH`; nil: the latest date of a document.
        public var when: CalendarDay?
        public var generator: String
        public var version: String

        public init(by: String? = nil, when: CalendarDay? = nil, generator: String = "suyuan", version: String) {
            self.by = by
            self.when = when
            self.generator = generator
            self.version = version
        }
    }

    /// What came of it.
    public struct Outcome: Sendable {
        public var documents = 0
        public var files = 0
        public var strongLinks = 0
        public var weakLinks = 0
        /// Originals that could not be sent along.
        public var findings: [PlacedFinding] = []
    }

    private let inquiry: Inquiry
    private let origin: Origin
    private let asOf: CalendarDay?
    private let source: ((StoredDocument, BaseSurvey) throws -> [UInt8]?)?

    /// - Parameter source: gives the original of a document; nil: originals are not sent along.
    public init(
        _ inquiry: Inquiry, origin: Origin, asOf: CalendarDay? = nil, source: ((StoredDocument, BaseSurvey) throws -> [UInt8]?)? = nil
    ) {
        self.inquiry = inquiry
        self.origin = origin
        self.asOf = asOf
        self.source = source
    }

    /// - Parameters:
    ///   - key: signs the manifest; the signature stands beside it.
    ///   - done: told of each document as it is written.
    public func write(to sink: any PackageSink, signing key: SigningKey? = nil, done: (String) -> Void = { _ in }) throws(Fault) -> Outcome {
        try inquiry.survey(asOf: asOf) { survey throws in
            var writing = PackageWriting(sink)
            var outcome = Outcome()
            let documents = survey.documents.sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
            var entries = ReferencedEntries(inquiry.ontology.thesaurus)
            for stored in documents {
                guard let xml = try survey.xml(of: stored) else { continue }
                entries.add(try DocumentParser.parse(xml, file: stored.id + ".xml"))
                try writing.add("documents/" + stored.id + ".xml", xml, .document)
                done(stored.id)
            }
            outcome.documents = documents.count
            try writing.add("ontology.xml", OntologyXML.print(entries, inquiry.ontology), .ontology)
            try writing.begin("provenance.xml", .provenance)
            var provenance = ProvenanceXML(origin, asOf: survey.today.day)
            for stored in documents {
                provenance.add(stored, reviews: try survey.reviews(of: stored))
                try writing.take(from: &provenance.writer)
            }
            provenance.end()
            try writing.take(from: &provenance.writer, all: true)
            if let source { try add(documents, { document in try source(document, survey) }, to: &writing, &outcome) }
            try writing.begin("trace.xml", .trace)
            var trace = TraceXML(asOf: survey.today.day)
            let ids = survey.documents.map(\.id)
            for stored in documents.sorted(by: { $0.id < $1.id }) where stored.requirements > 0 {
                let reviews = Dictionary(grouping: try survey.reviews(of: stored)) { Link.id(requirement: $0.requirement, evidence: $0.evidence) }
                let links = try survey.links(of: stored)
                for link in links.items {
                    if link.strength >= Link.strong { outcome.strongLinks += 1 } else { outcome.weakLinks += 1 }
                }
                trace.add(links, of: stored.id, ids: ids, reviews: reviews)
                try writing.take(from: &trace.writer)
            }
            for stored in survey.documents {
                for row in try survey.coverage(of: stored) { trace.add(row) }
                try writing.take(from: &trace.writer)
            }
            trace.end()
            try writing.take(from: &trace.writer, all: true)
            let latest = survey.documents.compactMap(\.day).max()
            try writing.end(origin, when: origin.when ?? latest, asOf: survey.today.day, signing: key)
            outcome.files = writing.count
            return outcome
        }
    }

    /// Originals by the hash of their bytes: `sources/<six digits>-<name>` where several have one name.
    private func add(
        _ documents: [StoredDocument], _ source: (StoredDocument) throws -> [UInt8]?, to writing: inout PackageWriting, _ outcome: inout Outcome
    ) throws {
        var names: [String: Int] = [:]
        for stored in documents { names[stored.source.name.lowercased(), default: 0] += 1 }
        var files: [(name: String, document: StoredDocument)] = []
        for stored in documents {
            let isAlone = names[stored.source.name.lowercased()] == 1
            files.append(("sources/" + (isAlone ? "" : stored.source.sha256.prefix(6) + "-") + stored.source.name, stored))
        }
        files.sort { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
        for (name, stored) in files {
            guard let bytes = try source(stored), ContentHash.sha256(bytes) == stored.source.sha256 else {
                outcome.findings.append(PlacedFinding(.warning, .packageSourceIsGone(stored.source.name), at: Place(file: stored.id)))
                continue
            }
            try writing.add(name, bytes, .source, mediaType: stored.source.mediaType)
        }
    }
}

/// The files of a package on their way, with their hashes for the manifest (清单编制).
private struct PackageWriting {
    enum Role: String { case document, ontology, provenance, source, trace }

    private struct Entry {
        let name: String
        let role: Role
        let mediaType: String
        var hasher = ContentHasher()
    }

    /// Bytes of XML that wait for the sink.
    private static let portion = 1 << 18

    private let sink: any PackageSink
    private var entries: [Entry] = []

    init(_ sink: any PackageSink) { self.sink = sink }

    var count: Int { entries.count + 1 }

    mutating func begin(_ name: String, _ role: Role, mediaType: String = "application/xml") throws(Fault) {
        try sink.begin(name)
        entries.append(Entry(name: name, role: role, mediaType: mediaType))
    }

    mutating func add(_ name: String, _ bytes: [UInt8], _ role: Role, mediaType: String = "application/xml") throws(Fault) {
        try begin(name, role, mediaType: mediaType)
        try write(bytes)
    }

    mutating func take(from writer: inout XMLWriter, all: Bool = false) throws(Fault) {
        if all || writer.count >= Self.portion { try write(writer.drain()) }
    }

    private mutating func write(_ bytes: [UInt8]) throws(Fault) {
        entries[entries.count - 1].hasher.add(bytes)
        try sink.write(bytes)
    }

    mutating func end(_ origin: PackageExport.Origin, when: CalendarDay?, asOf: CalendarDay?, signing key: SigningKey?) throws(Fault) {
        var writer = XMLWriter()
        writer.declaration()
        writer.start("manifest")
        writer.attribute("xmlns", literal: "urn:suyuan:policy:1")
        writer.attribute("by", origin.by)
        writer.attribute("when", when?.description)
        writer.attribute("generator", origin.generator)
        writer.attribute("version", origin.version)
        writer.attribute("asOf", asOf?.description)
        for entry in entries {
            writer.start("file")
            writer.attribute("name", entry.name)
            writer.attribute("sha256", entry.hasher.sha256)
            writer.attribute("bytes", entry.hasher.count)
            writer.attribute("mediaType", entry.mediaType)
            writer.attribute("role", entry.role.rawValue)
            writer.end()
        }
        writer.end()
        let manifest = writer.bytes
        try sink.begin("manifest.xml")
        try sink.write(manifest)
        if let key {
            try sink.begin("manifest.sig")
            try sink.write(Array(try key.signature(of: manifest).text.utf8))
        }
        try sink.finish()
    }
}

/// A file to be written or read: its path inside the folder, with `/` between folders, and its bytes.
public struct ExportedFile: Sendable {
    public let name: String
    public let bytes: [UInt8]

    public init(_ name: String, _ bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
    }
}
