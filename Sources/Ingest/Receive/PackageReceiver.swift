import DocumentXML
import Exports
import Facts
import Intake
import Links
import Provenance
import Store
import Vocabulary
import XMLTree

/// Takes packages of partners into the base (接收数据包): whole or not at all. What disagrees with what the base has is kept aside
/// with its origin; nothing that is here is overwritten.
public struct PackageReceiver {
    public struct Outcome: Sendable {
        public var taken = 0
        public var known = 0
        public var links = 0
        public var aside: [ReceivedItem] = []
        /// The name under which the same package came before.
        public var before: String?
    }

    private let base: KnowledgeBase
    private let linking: Linking

    public init(_ base: KnowledgeBase, ontology: Ontology) {
        self.base = base
        linking = Linking(ontology: ontology)
    }

    /// - Parameter inspection: sound, or nothing is done.
    public func receive(_ files: PackageFiles, _ inspection: PackageInspection, done: (String) -> Void = { _ in }) throws(Fault) -> Outcome {
        var outcome = Outcome()
        guard inspection.isSound else { return outcome }
        let session = try linking.session()
        do throws(Fault) {
            try base.change { writer in
                if let name = try writer.reader.reception(of: inspection.sha256) {
                    outcome.before = name
                    return
                }
                let manifest = inspection.manifest
                let key = try writer.begin(
                    Reception(
                        kind: .package, name: Self.name(files.path), sha256: inspection.sha256, by: manifest?["by"], day: manifest?["when"],
                        signer: inspection.signer))
                // Links depend on the documents that there are, not on the order in which they came: those of a package that is all that the
                // base holds are made at once.
                let isFirst = try writer.reader.documents().isEmpty
                var aside: Set<String> = []
                var new: Set<String> = []
                for name in inspection.documents {
                    done(name)
                    let item = try take(name, files, inspection, writer) { facts, added throws in
                        if isFirst { try session.keep(facts, at: added, in: writer) } else { try session.link(facts, at: added, in: writer) }
                    }
                    if item.outcome == .aside { aside.insert(item.subject) }
                    if item.outcome == .taken { new.insert(item.subject) }
                    try note(item, key, writer, &outcome)
                }
                if isFirst { try session.linkKept(in: writer) }
                guard inspection.hasTrace else { return try writer.taker().forgetOtherLinks(within: key) }
                done("trace.xml")
                let taker = writer.taker()
                var failure: (any Error)?
                do throws(Fault) {
                    try TraceReader(files).entries { entry throws(Fault) in
                        let isNew = new.contains(entry.link.requirement.document) && new.contains(entry.link.evidence.document)
                        do {
                            try take(entry, key, aside, isNew, taker, writer, &outcome)
                        } catch {
                            failure = error
                            throw Fault(.storeFailed("\(error)"))
                        }
                    }
                } catch {
                    throw failure ?? error
                }
                try taker.forgetOtherLinks(within: key)
            }
        } catch {
            session.reset()
            throw error
        }
        return outcome
    }

    private func note(_ item: ReceivedItem, _ key: Int64, _ writer: Writer, _ outcome: inout Outcome) throws {
        switch item.outcome {
        case .taken: outcome.taken += 1
        case .known: outcome.known += 1
        case .aside: outcome.aside.append(item)
        }
        try writer.add(item, to: key)
    }

    // MARK: Documents

    private func take(
        _ name: String, _ files: PackageFiles, _ inspection: PackageInspection, _ writer: Writer,
        link: (PreparedFacts, AddedDocument) throws -> Void
    ) throws -> ReceivedItem {
        let xml = try files.bytes(name)
        let document = try DocumentParser.parse(xml, file: name)
        let reader = writer.reader
        if let own = try reader.id(ofBytes: document.source.sha256) {
            if own == document.id, try reader.xml(of: own) == xml { return ReceivedItem(.document, own, .known) }
            return ReceivedItem(.document, document.id, .aside, reason: .conflictReading(own), content: xml)
        }
        if try reader.document(id: document.id) != nil {
            return ReceivedItem(.document, document.id, .aside, reason: .conflictIdentity(document.id), content: xml)
        }
        if let own = try reader.latest(ofWork: document.work) {
            let day = document.date.flatMap { CalendarDay(iso: $0, last: true) }
            // Without both days nobody knows which is the newer.
            let isNewer = day.flatMap { day in own.day.map { day > $0 } } ?? false
            if !isNewer { return ReceivedItem(.document, document.id, .aside, reason: .conflictOlder(document.id, than: own.id), content: xml) }
        }
        var lines: LineIndex?
        if let name = inspection.sources[document.source.sha256] {
            let bytes = try files.bytes(name)
            try writer.keep(original: bytes, sha256: document.source.sha256)
            if document.source.mediaType == "text/plain" { lines = LineIndex(try SourceReader.read(bytes, path: name).text) }
        }
        let facts = try linking.prepared(LinkableFacts(document))
        let (kept, added) = try writer.add(Addition(document: document, xml: xml, path: nil, facts: facts.facts, lines: lines))
        if let added { try link(facts, added) }
        if let added, case .newVersion(let version) = kept { try writer.carryDecisions(to: added, version: version) }
        return ReceivedItem(.document, document.id, .taken)
    }

    // MARK: Links

    private func take(
        _ entry: TraceReader.Entry, _ key: Int64, _ aside: Set<String>, _ isNew: Bool, _ taker: LinkTaker, _ writer: Writer, _ outcome: inout Outcome
    ) throws {
        let link = entry.link
        func keep(_ reason: Message) throws {
            var trace = TraceXML(asOf: nil)
            trace.add(link, reviews: entry.reviews)
            trace.end()
            try note(ReceivedItem(.link, link.id, .aside, reason: reason, content: trace.bytes), key, writer, &outcome)
        }
        if aside.contains(link.requirement.document) || aside.contains(link.evidence.document) { return try keep(.conflictLink(link.id)) }
        switch try taker.take(link, reviews: entry.reviews, isNew: isNew) {
        case .taken: outcome.links += 1
        case .known: break
        case .dangling: try keep(.conflictLink(link.id))
        case .disputed(let own):
            try keep(.conflictReview(link.id, ours: own.rawValue, theirs: link.status.rawValue))
        }
    }

    private static func name(_ path: String) -> String {
        path.split(separator: "/").last.map(String.init) ?? path
    }
}
