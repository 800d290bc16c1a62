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
    public private(set) var hasTrace = false
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
                let (hash, length) = try inspection.files.hash(of: name)
                hashes[name] = hash
                if let expected = entry["bytes"].flatMap({ Int($0) }), expected != length {
                    inspection.report(.critical, .packageLengthDiffers(name, expected: expected, found: length), inspection.file(name))
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
        var facts = PackageFacts()
        var bodies: Set<String> = []
        var described: Described?
        var expected: [String: String] = [:]
        sources = Dictionary(
            files.names.filter { $0.hasPrefix("sources/") }.compactMap { name in hashes[name].map { ($0, name) } },
            uniquingKeysWith: { first, _ in first })
        for name in files.names where hashes[name] != nil && name != "trace.xml" {
            done(name)
            if name.hasPrefix("sources/") { continue }
            guarded(.error) { inspection throws(Fault) in
                let path = inspection.file(name)
                guard name.hasSuffix(".xml") else { return inspection.report(.error, .packageFileIsStrange(name), path) }
                let bytes = try inspection.files.bytes(name)
                if name.hasPrefix("documents/") {
                    let (findings, document) = try inspection.schemas.check(bytes, file: path)
                    inspection.findings += findings
                    guard let document else {
                        if findings.isEmpty { inspection.report(.error, .packageFileIsStrange(name), path) }
                        return
                    }
                    guard findings.isEmpty else { return }
                    inspection.documents.append(name)
                    if name != "documents/" + document.id + ".xml" { inspection.report(.error, .packageDocumentIsCalledOtherwise(document.id), path) }
                    expected[document.source.sha256] = document.source.name
                    facts.add(document) { bodies.insert($0) }
                    return try inspection.checkWords(of: document, path)
                }
                let findings = try inspection.schemas.findings(in: bytes, file: path)
                inspection.findings += findings
                guard findings.isEmpty else { return }
                switch name {
                case "ontology.xml": described = Described(try XMLNode.parse(bytes, file: path))
                case "provenance.xml": break
                default: inspection.report(.error, .packageFileIsStrange(name), path)
                }
            }
        }
        for (hash, name) in sources.sorted(by: { $0.value < $1.value }) where expected[hash] == nil {
            let isOther = expected.values.contains { name.hasSuffix($0) }
            report(.error, isOther ? .packageSourceIsOther(name) : .packageSourceIsNone(name), file(name))
        }
        if hashes["trace.xml"] != nil {
            done("trace.xml")
            guarded(.error) { inspection throws(Fault) in try inspection.checkTrace(facts) }
        } else {
            report(.warning, .packageHasNoTrace, files.path)
        }
        if !files.names.contains("provenance.xml") { report(.warning, .packageHasNoProvenance, files.path) }
        if let described {
            for body in bodies.sorted() where !described.knows(body) {
                report(.warning, .packageBodyIsNotDescribed(body), file("ontology.xml"))
            }
        }
    }

    /// Holds a document against its source, where that is in the package.
    private mutating func checkWords(of document: PolicyDocument, _ path: String) throws(Fault) {
        // What was taken from a filled-in sheet is told cell by cell, and is no reading of the whole.
        guard let name = sources[document.source.sha256], document.source.isExtracted || document.source.mediaType == "text/plain" else { return }
        let source: ReceivedSource
        do throws(Fault) {
            source = try SourceReader.read(try files.bytes(name), path: file(name), options: ReadingOptions(readerOf: document.source))
        } catch {
            // The program that read it there need not be installed here.
            guard document.source.reader != nil else { throw error }
            return report(.warning, .packageSourceIsUnread(name, because: error.what), file(name))
        }
        let found = DocumentVerifier.findings(in: document, against: source.text, file: file(name))
        // Another version of such a program may well find other words.
        let isSameReader = source.description.reader == document.source.reader
        findings += isSameReader ? found : found.map { PlacedFinding(.warning, $0.message, at: $0.place) }
    }

    private mutating func checkTrace(_ facts: PackageFacts) throws(Fault) {
        hasTrace = true
        var found: [PlacedFinding] = []
        var last: (requirement: [UInt8], evidence: [UInt8]) = ([], [])
        var isInOrder = true
        let trace = TraceReader(files)
        let wrong = try trace.references(validating: schemas.trace) { reference throws(Fault) in
            guard found.count < Self.most else { return }
            found += facts.findings(reference)
            guard reference.isLink else { return }
            let id = ContentHash.name(of: ContentHash.shortHash(reference.requirement, Self.arrow, reference.evidence), prefix: "l")
            if !reference.id.elementsEqual(id.utf8) {
                found.append(PlacedFinding(.error, .packageLinkIdIsOther(String(decoding: reference.id, as: UTF8.self)), at: reference.place))
            }
            // Where each link comes behind the one before, none comes twice.
            let isSame = reference.requirement.elementsEqual(last.requirement)
            if isSame ? !last.evidence.lexicographicallyPrecedes(reference.evidence) : !last.requirement.lexicographicallyPrecedes(reference.requirement) { isInOrder = false }
            if !isSame { last.requirement = Array(reference.requirement) }
            last.evidence = Array(reference.evidence)
        }
        let isValid = wrong.allSatisfy { $0.severity < .error }
        findings += isValid ? wrong + found : wrong
        guard isValid, !isInOrder else { return }
        var seen: Set<String> = []
        _ = try trace.references(validating: schemas.trace) { reference throws(Fault) in
            guard reference.isLink, !seen.insert(String(decoding: reference.requirement + Self.arrow + reference.evidence, as: UTF8.self)).inserted else { return }
            findings.append(PlacedFinding(.error, .packageLinkComesTwice(String(decoding: reference.id, as: UTF8.self)), at: reference.place))
        }
    }

    /// Findings in a trace that are told.
    private static let most = 1_000
    private static let arrow = Array(">".utf8)[...]

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
