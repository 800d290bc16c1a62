import Provenance

/// A source as received (来源): its decoded or extracted text and what the `source` element of a document says about it.
public struct ReceivedSource: Sendable {
    public let text: SourceText
    public let description: SourceDescription
    /// What a reader of a format has to tell: changes that were accepted, words that were left out.
    public let findings: [Finding]

    public init(text: SourceText, description: SourceDescription, findings: [Finding] = []) {
        self.text = text
        self.description = description
        self.findings = findings
    }
}
