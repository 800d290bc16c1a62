import DocumentXML
import Facts
import Provenance
import Vocabulary
import XMLTree

/// The schemas that come with the program, compiled (模式): one for each vocabulary.
public struct PackageSchemas: Sendable {
    private static let provenance = "http://www.w3.org/ns/prov#"

    private let policy: DocumentValidator
    private let ontology: XMLSchema

    public init() throws(Fault) {
        let folder = try Ontology.shippedFolder() + "/schema/"
        policy = try DocumentValidator(schemaPath: folder + "policy.xsd")
        ontology = try XMLSchema(path: folder + "ontology.xsd")
    }

    /// The namespace in the beginning of a file says which schema it is held against; any other goes by the policy's, which
    /// tells what is wrong with it. Of PROV, whose schema is not the project's, the root and the form alone are checked.
    public func findings(in bytes: [UInt8], file: String) throws(Fault) -> [PlacedFinding] { try check(bytes, file: file).findings }

    /// The same with the document, where it is one and its form is sound.
    public func check(_ bytes: [UInt8], file: String) throws(Fault) -> (findings: [PlacedFinding], document: PolicyDocument?) {
        let head = String(decoding: bytes.prefix(4096), as: UTF8.self)
        if head.contains("\"\(Self.provenance)\""), head.contains("<prov:document") {
            let events = try XMLEvents.parse(bytes, file: file)
            let isOne = events.names.first == XMLName("document", namespace: Self.provenance)
            return (isOne ? [] : [PlacedFinding(.error, .packageFileIsStrange(file), at: Place(file: file, line: 1))], nil)
        }
        let isOntology = head.contains("\"\(Ontology.namespace)\"") && !head.contains("\"urn:suyuan:policy:1\"")
        return isOntology ? (try ontology.validate(bytes, file: file), nil) : try policy.document(in: bytes, file: file)
    }

    /// Of documents, manifests and traces.
    public var trace: XMLSchema { policy.schema }
}
