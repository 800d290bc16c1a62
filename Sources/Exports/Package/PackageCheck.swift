import Facts
import Provenance
import XMLTree

/// What must hold between the files of a package (数据包核查): the manifest says what is there, and every link and state is about
/// a fact of one of its documents.
public struct PackageCheck {
    private let files: PackageFiles
    /// Names of originals by their hashes.
    public private(set) var sources: [String: String] = [:]
    private var facts = PackageFacts()

    public init(_ files: PackageFiles) { self.files = files }

    /// Hidden files are what systems leave behind.
    public var names: [String] { files.names.filter { !$0.hasPrefix(".") && !$0.contains("/.") } }

    /// Compares what is there with the manifest; without one nothing can be said.
    /// - Throws: where the manifest is no well-formed XML, or a file cannot be read.
    public mutating func listing() throws(Fault) -> [PlacedFinding] {
        var hashes: [String: String] = [:]
        for name in names where name != "manifest.xml" {
            let hash = try files.hash(of: name).sha256
            hashes[name] = hash
            if name.hasPrefix("sources/"), sources[hash] == nil { sources[hash] = name }
        }
        guard files.names.contains("manifest.xml") else { return [] }
        let place = files.path + "/manifest.xml"
        let manifest = try XMLNode.parse(try files.bytes("manifest.xml"), file: place)
        var findings: [PlacedFinding] = []
        var listed: Set<String> = ["manifest.xml", "manifest.sig"]
        for entry in manifest.elements("file") {
            guard let name = entry["name"] else { continue }
            listed.insert(name)
            guard let hash = hashes[name] else {
                findings.append(PlacedFinding(.error, .packageFileMissing(name), at: entry.place))
                continue
            }
            if entry["sha256"] != hash { findings.append(PlacedFinding(.error, .packageFileChanged(name), at: entry.place)) }
        }
        for name in names where !listed.contains(name) {
            findings.append(PlacedFinding(.warning, .packageFileUnlisted(name), at: Place(file: place)))
        }
        return findings
    }

    /// To be told of every document of the package before its trace is checked.
    public mutating func add(_ document: PolicyDocument) { facts.add(document) }

    /// Whether everything that the trace is about is there.
    /// - Returns: what violates the schema of the trace too.
    public func references(validating schema: XMLSchema) throws(Fault) -> [PlacedFinding] {
        guard files.names.contains("trace.xml") else { return [] }
        var findings: [PlacedFinding] = []
        let wrong = try TraceReader(files).references(validating: schema) { reference throws(Fault) in
            if findings.count < Self.most { findings += facts.findings(reference) }
        }
        return wrong.contains { $0.severity >= .error } ? wrong : wrong + findings
    }

    /// Findings of one sort that are told.
    private static let most = 1_000
}
