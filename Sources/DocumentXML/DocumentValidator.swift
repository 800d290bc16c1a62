import Facts
import Provenance
import XMLTree

/// Checks a file of the policy vocabulary (文件校验): well-formed and safe, valid by the schema, and, for a document, consistent.
public struct DocumentValidator: Sendable {
    /// Of the policy vocabulary: documents, manifests and traces.
    public let schema: XMLSchema

    /// - Parameter schema: `Ontology/schema/policy.xsd`, compiled.
    public init(schema: XMLSchema) { self.schema = schema }

    /// - Parameter path: of `policy.xsd`.
    /// - Throws: `Fault` where it cannot be read.
    public init(schemaPath path: String) throws(Fault) { schema = try XMLSchema(path: path) }

    /// Validates a document, manifest or trace.
    /// - Returns: what is wrong, in the order of the file; empty where nothing is.
    /// - Throws: `Fault` with the line where the bytes are no well-formed XML, or bring a DOCTYPE.
    public func findings(in bytes: [UInt8], file: String) throws(Fault) -> [PlacedFinding] { try document(in: bytes, file: file).findings }

    /// The same with the document, where it is one and nothing is wrong with its form.
    public func document(in bytes: [UInt8], file: String) throws(Fault) -> (findings: [PlacedFinding], document: PolicyDocument?) {
        let (events, findings) = try XMLEvents.parse(bytes, file: file, validating: schema)
        // Cross references of a file whose elements are wrong say little.
        guard findings.isEmpty, events.names.first == XMLName("document", namespace: PolicyVocabulary.namespace) else {
            return (findings, nil)
        }
        let (document, lines) = try DocumentParser.parse(events)
        return (DocumentCheck.findings(in: document, lines: lines, file: file), document)
    }
}
