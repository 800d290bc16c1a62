import DocumentXML
import Facts
import Provenance
import XMLTree

/// What must hold between the files of a package (数据包核查): the manifest says what is there, and every link and state is about
/// a fact of one of its documents.
public enum PackageCheck {
    /// - Parameters:
    ///   - files: all files of the package, names as in the manifest.
    ///   - folder: put before names in findings; empty or ending in `/`.
    /// - Throws: where the manifest or the trace is no well-formed XML.
    public static func findings(in files: [ExportedFile], folder: String) throws(Fault) -> [PlacedFinding] {
        var findings: [PlacedFinding] = []
        if let manifest = files.first(where: { $0.name == "manifest.xml" }) {
            findings += listing(try XMLNode.parse(manifest.bytes, file: folder + manifest.name), files)
        }
        if let trace = files.first(where: { $0.name == "trace.xml" }) {
            findings += references(try XMLNode.parse(trace.bytes, file: folder + trace.name), try facts(files, folder))
        }
        return findings
    }

    private static func listing(_ manifest: XMLNode, _ files: [ExportedFile]) -> [PlacedFinding] {
        var findings: [PlacedFinding] = []
        let present = Dictionary(files.map { ($0.name, $0.bytes) }, uniquingKeysWith: { first, _ in first })
        var listed: Set<String> = ["manifest.xml"]
        for entry in manifest.elements("file") {
            guard let name = entry["name"] else { continue }
            listed.insert(name)
            guard let bytes = present[name] else {
                findings.append(PlacedFinding(.error, .packageFileMissing(name), at: entry.place))
                continue
            }
            if entry["sha256"] != ContentHash.sha256(bytes) {
                findings.append(PlacedFinding(.error, .packageFileChanged(name), at: entry.place))
            }
        }
        for file in files where !listed.contains(file.name) && file.name != "manifest.sig" {
            findings.append(PlacedFinding(.warning, .packageFileUnlisted(file.name), at: Place(file: manifest.file)))
        }
        return findings
    }

    /// The element name of every sentence unit, by `docId#elementId`.
    private static func facts(_ files: [ExportedFile], _ folder: String) throws(Fault) -> [String: String] {
        var facts: [String: String] = [:]
        for file in files where file.name.hasPrefix("documents/") {
            let document = try DocumentParser.parse(file.bytes, file: folder + file.name)
            for passage in DocumentPassage.all(of: document) {
                for unit in passage.units {
                    guard let id = unit.id else { continue }
                    facts[document.id + "#" + id] = element(unit.fact)
                }
            }
        }
        return facts
    }

    private static func element(_ fact: Fact) -> String {
        switch fact {
        case .requirement: "requirement"
        case .action: "action"
        case .plan: "plan"
        case .problem: "problem"
        case .body, .date, .quantity, .cite: ""
        }
    }

    private static func references(_ trace: XMLNode, _ facts: [String: String]) -> [PlacedFinding] {
        var findings: [PlacedFinding] = []
        func check(_ attribute: String, of entry: XMLNode, in kinds: [String]) {
            guard let id = entry[attribute] else { return }
            guard let element = facts[id] else {
                findings.append(PlacedFinding(.error, .traceRefersNowhere(attribute, id), at: entry.place))
                return
            }
            if !kinds.contains(element) {
                findings.append(PlacedFinding(.error, .traceRefersToOther(attribute, id, is: element), at: entry.place))
            }
        }
        for entry in trace.elements {
            check("requirement", of: entry, in: ["requirement"])
            guard entry.name == "link" else { continue }
            let isRequirement = ["derives", "restates"].contains(entry["relation"])
            check("evidence", of: entry, in: isRequirement ? ["requirement"] : ["action", "problem", "plan", "requirement"])
        }
        return findings
    }
}
