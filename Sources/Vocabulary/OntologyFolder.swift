import FoundationEssentials
import Provenance
import XMLTree

/// A folder with ontology files, and where the shipped one lies.
struct OntologyFolder {
    let path: String

    /// Reads every `*.xml` directly in the folder, in order of names.
    func read(into entries: inout OntologyEntries) throws(Fault) {
        let names: [String]
        do {
            names = try FileManager.default.contentsOfDirectory(atPath: path).filter { $0.hasSuffix(".xml") }.sorted()
        } catch {
            throw Fault(.ontologyUnreadable(Self.reason(error)), at: Place(file: path), advice: .ontologyInstallAdvice)
        }
        guard !names.isEmpty else { throw Fault(.ontologyFolderEmpty(path), advice: .ontologyInstallAdvice) }
        entries.folder += 1
        for name in names {
            let file = path + "/" + name
            let bytes: [UInt8]
            do {
                bytes = [UInt8](try Data(contentsOf: URL(filePath: file)))
            } catch {
                throw Fault(.ontologyUnreadable(Self.reason(error)), at: Place(file: file))
            }
            let root = OntologyElement(node: try XMLNode.parse(bytes, file: file), file: file)
            guard root.name == "ontology", root.node.namespace == Ontology.namespace else {
                throw Fault(.ontologyRootBad(root.name), at: root.place, advice: .ontologySeeSchema)
            }
            try entries.read(root)
            if root.children.contains(where: { ["scheme", "linking", "markers", "group"].contains($0.name) }) {
                entries.linkingFiles.append(ContentHash.sha256(bytes))
            }
        }
    }

    /// The folder that comes with the program: the resource bundle of a build, else a folder `Ontology` beside the program or
    /// where an installation keeps it. `Bundle.module` is not asked: it ends the program where it finds nothing.
    static func shipped() throws(Fault) -> OntologyFolder {
        let program = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments.first ?? "."
        let folder = program.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
        let places = [
            "suyuan_Vocabulary.resources/Ontology", "Ontology", "../share/suyuan/Ontology", "../Ontology",
        ].map { folder + "/" + $0 }
        for place in places {
            var isFolder = false
            if FileManager.default.fileExists(atPath: place, isDirectory: &isFolder), isFolder { return OntologyFolder(path: place) }
        }
        throw Fault(.ontologyMissing(places), advice: .ontologyInstallAdvice)
    }

    private static func reason(_ error: any Error) -> String {
        (error as? CocoaError).map { $0.code == .fileReadNoSuchFile ? "no such file" : "\($0.code.rawValue)" } ?? "\(error)"
    }
}
