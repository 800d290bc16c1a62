import Archives
import DocumentXML
import Exports
import Facts
import Intake
import Links
import Provenance
import Store
import XMLTree

/// Everything that must hold of a package before any of it is taken in (来包核查): structure, hashes, signature, schemas, references
/// within and between files, and the words of its documents where their sources come with it.
public struct PackageInspection {
    /// In the order of files and lines. A critical finding means that the package is not what was sent, an error that it is wrong in
    /// itself, a warning that something in it is missing or unknown.
    public private(set) var findings: [PlacedFinding] = []
    public private(set) var manifest: XMLNode?
    /// Of the manifest's bytes.
    public private(set) var sha256 = ""
    /// The accepted key that signed it.
    public private(set) var signer: String?
    /// Names of the document files.
    public private(set) var documents: [String] = []
    public private(set) var trace: ReceivedTrace?
    /// Names of originals by their hashes.
    public private(set) var sources: [String: String] = [:]

    private let files: PackageFiles
    private let schemas: PackageSchemas

    /// Whether it may be taken in.
    public var isSound: Bool { !findings.contains { $0.severity >= .error } }

    /// - Parameters:
    ///   - keys: it must be signed by one of them; nil: no signature is asked for.
    ///   - done: told of each file as it is checked.
    public init(
        _ files: PackageFiles, schemas: PackageSchemas, signedBy keys: [VerifyingKey]? = nil, done: (String) -> Void = { _ in }
    ) {
        self.files = files
        self.schemas = schemas
        inspect(keys, done)
    }

    private mutating func inspect(_ keys: [VerifyingKey]?, _ done: (String) -> Void) {
        guard files.names.contains("manifest.xml") else {
            return report(.critical, .packageHasNoManifest, files.path)
        }
        guarded(.critical) { inspection throws(Fault) in
            let bytes = try inspection.files.bytes("manifest.xml")
            inspection.sha256 = ContentHash.sha256(bytes)
            inspection.findings += try inspection.schemas.findings(in: bytes, file: inspection.file("manifest.xml")).map(Self.critical)
            inspection.manifest = try XMLNode.parse(bytes, file: inspection.file("manifest.xml"))
            try inspection.checkSignature(of: bytes, keys)
        }
        guard let manifest, findings.isEmpty else { return }
        let hashes = checkListing(manifest)
        // What was altered on its way says nothing about its maker, so it is not read further.
        guard isSound else { return }
        checkContents(hashes, done)
    }

    // MARK: Manifest

    private mutating func checkSignature(of manifest: [UInt8], _ keys: [VerifyingKey]?) throws(Fault) {
        guard let keys else { return }
        guard files.names.contains("manifest.sig") else { return report(.critical, .packageIsUnsigned, files.path) }
        let text = String(decoding: try files.bytes("manifest.sig"), as: UTF8.self)
        guard let signature = Signature(text) else { return report(.critical, .packageSignatureIsWrong, file("manifest.sig")) }
        guard let key = keys.first(where: { $0.name == signature.keyName }) else {
            return report(.critical, .packageSignedByOther(signature.keyName), file("manifest.sig"))
        }
        guard key.verifies(signature, of: manifest) else { return report(.critical, .packageSignatureIsWrong, file("manifest.sig")) }
        signer = key.name
    }

    /// - Returns: the hash of every file that is listed and there.
    private mutating func checkListing(_ manifest: XMLNode) -> [String: String] {
        let present = Set(files.names)
        var hashes: [String: String] = [:]
        for entry in manifest.elements("file") {
            guard let name = entry["name"] else { continue }
            guard ArchivePath.isSafe(name), name != "manifest.xml", name != "manifest.sig" else {
                findings.append(PlacedFinding(.critical, .packageNameIsUnsafe(name), at: entry.place))
                continue
            }
            guard present.contains(name) else {
                findings.append(PlacedFinding(.critical, .packageFileMissing(name), at: entry.place))
                continue
            }
            guarded(.critical) { inspection throws(Fault) in
                let bytes = try inspection.files.bytes(name)
                let hash = ContentHash.sha256(bytes)
                hashes[name] = hash
                if let expected = entry["bytes"].flatMap({ Int($0) }), expected != bytes.count {
                    inspection.report(.critical, .packageLengthDiffers(name, expected: expected, found: bytes.count), inspection.file(name))
                } else if entry["sha256"] != hash {
                    inspection.report(.critical, .packageFileChanged(name), inspection.file(name))
                }
            }
        }
        let listed = Set(manifest.elements("file").compactMap { $0["name"] })
        for name in files.names where !listed.contains(name) && name != "manifest.xml" && name != "manifest.sig" {
            report(.error, .packageFileUnlisted(name), file(name))
        }
        return hashes
    }

    // MARK: Contents

    private mutating func checkContents(_ hashes: [String: String], _ done: (String) -> Void) {
        var facts: [String: Kind] = [:]
        var bodies: Set<String> = []
        var described: Described?
        var expected: [String: String] = [:]
        sources = Dictionary(
            files.names.filter { $0.hasPrefix("sources/") }.compactMap { name in hashes[name].map { ($0, name) } },
            uniquingKeysWith: { first, _ in first })
        for name in files.names where hashes[name] != nil {
            done(name)
            if name.hasPrefix("sources/") { continue }
            guarded(.error) { inspection throws(Fault) in
                let path = inspection.file(name)
                guard name.hasSuffix(".xml") else { return inspection.report(.error, .packageFileIsStrange(name), path) }
                let bytes = try inspection.files.bytes(name)
                let findings = try inspection.schemas.findings(in: bytes, file: path)
                inspection.findings += findings
                guard findings.isEmpty else { return }
                switch name {
                case "ontology.xml": described = Described(try XMLNode.parse(bytes, file: path))
                case "provenance.xml": break
                case "trace.xml": inspection.trace = try ReceivedTrace(bytes, file: path)
                case _ where name.hasPrefix("documents/"):
                    let document = try DocumentParser.parse(bytes, file: path)
                    inspection.documents.append(name)
                    if name != "documents/" + document.id + ".xml" { inspection.report(.error, .packageDocumentIsCalledOtherwise(document.id), path) }
                    expected[document.source.sha256] = document.source.name
                    document.collect(&facts, &bodies)
                    try inspection.checkWords(of: document, path)
                default: inspection.report(.error, .packageFileIsStrange(name), path)
                }
            }
        }
        for (hash, name) in sources.sorted(by: { $0.value < $1.value }) where expected[hash] == nil {
            let isOther = expected.values.contains { name.hasSuffix($0) }
            report(.error, isOther ? .packageSourceIsOther(name) : .packageSourceIsNone(name), file(name))
        }
        if let trace { check(trace, facts) } else { report(.warning, .packageHasNoTrace, files.path) }
        if !files.names.contains("provenance.xml") { report(.warning, .packageHasNoProvenance, files.path) }
        if let described {
            for body in bodies.sorted() where !described.knows(body) {
                report(.warning, .packageBodyIsNotDescribed(body), file("ontology.xml"))
            }
        }
    }

    /// Holds a document against its source, where that is in the package.
    private mutating func checkWords(of document: PolicyDocument, _ path: String) throws(Fault) {
        guard let name = sources[document.source.sha256], document.source.mediaType == "text/plain" else { return }
        let source = try SourceReader.read(try files.bytes(name), path: file(name))
        findings += DocumentVerifier.findings(in: document, against: source.text, file: file(name))
    }

    private mutating func check(_ trace: ReceivedTrace, _ facts: [String: Kind]) {
        findings += trace.findings
        func check(_ attribute: String, _ id: FactID, _ place: Place, in kinds: Set<Kind>) -> PlacedFinding? {
            guard let kind = facts[id.description] else { return PlacedFinding(.error, .traceRefersNowhere(attribute, id.description), at: place) }
            return kinds.contains(kind) ? nil : PlacedFinding(.error, .traceRefersToOther(attribute, id.description, is: kind.rawValue), at: place)
        }
        var seen: Set<String> = []
        for entry in trace.entries {
            let link = entry.link
            if let finding = check("requirement", link.requirement, entry.place, in: [.requirement]) { findings.append(finding) }
            let isRequirement = link.relation == .derives || link.relation == .restates
            if let finding = check("evidence", link.evidence, entry.place, in: isRequirement ? [.requirement] : [.action, .problem, .plan]) {
                findings.append(finding)
            }
            if entry.id != link.id { findings.append(PlacedFinding(.error, .packageLinkIdIsOther(entry.id), at: entry.place)) }
            if !seen.insert(link.id).inserted { findings.append(PlacedFinding(.error, .packageLinkComesTwice(link.id), at: entry.place)) }
        }
        for (id, place) in trace.covered {
            if let finding = check("requirement", id, place, in: [.requirement]) { findings.append(finding) }
        }
    }

    // MARK: Helpers

    /// What of the ontology a package describes.
    private struct Described {
        private var functions: Set<String> = []
        private var bodies: Set<String> = []

        init(_ root: XMLNode) {
            for group in root.elements {
                for entry in group.elements {
                    if entry.name == "function", let id = entry["id"] { functions.insert(id) }
                    if entry.name == "body", let id = entry["id"] { bodies.insert(id) }
                }
            }
        }

        func knows(_ id: String) -> Bool {
            guard let slash = id.lastIndex(of: "/") else { return bodies.contains(id) || DivisionScope.division(of: id) == id }
            let function = id[id.index(after: slash)...]
            // `x-…` is a body that a document names and no ontology knows.
            return function.hasPrefix("x-") || functions.contains(String(function)) || bodies.contains(id)
        }
    }

    enum Kind: String { case requirement, action, plan, problem }

    private func file(_ name: String) -> String { files.path + "/" + name }

    private mutating func report(_ severity: Severity, _ message: Message, _ file: String) {
        findings.append(PlacedFinding(severity, message, at: Place(file: file)))
    }

    /// What cannot be read at all is a finding too, so that one fault does not hide the others.
    private mutating func guarded(_ severity: Severity, _ body: (inout PackageInspection) throws(Fault) -> Void) {
        do throws(Fault) {
            try body(&self)
        } catch {
            findings.append(PlacedFinding(severity, error.what, at: error.place ?? Place(file: files.path)))
        }
    }

    private static func critical(_ finding: PlacedFinding) -> PlacedFinding { PlacedFinding(.critical, finding.message, at: finding.place) }
}

extension PolicyDocument {
    /// The sentences that links may be about, and the ids of bodies.
    fileprivate func collect(_ facts: inout [String: PackageInspection.Kind], _ bodies: inout Set<String>) {
        func visit(_ block: TextBlock) {
            for mark in block.marks {
                let kind: PackageInspection.Kind? =
                    switch mark.fact {
                    case .requirement: .requirement
                    case .action: .action
                    case .plan: .plan
                    case .problem: .problem
                    case .body, .date, .quantity, .cite: nil
                    }
                if let kind, let element = mark.id { facts[id + "#" + element] = kind }
                if case .body(let body) = mark.fact, let ref = body.ref { bodies.insert(ref) }
            }
        }
        func visit(_ blocks: [Block]) {
            for block in blocks {
                switch block {
                case .division(let division):
                    if let heading = division.heading { visit(heading) }
                    visit(division.blocks)
                case .directive(let directive):
                    if let heading = directive.heading { visit(heading) }
                    visit(directive.blocks)
                case .paragraph(let text): visit(text)
                case .table(let table): for row in table.rows { row.cells.forEach(visit) }
                case .closing(let fields): for field in fields { visit(field.content) }
                case .furniture: break
                }
            }
        }
        for field in front + back { visit(field.content) }
        visit(body)
    }
}
