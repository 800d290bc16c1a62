import Provenance

/// A source as received (来源): its decoded text and what the `source` element of a document says about it.
public struct ReceivedSource: Sendable {
    public let text: SourceText
    public let description: SourceDescription

    public init(text: SourceText, description: SourceDescription) {
        self.text = text
        self.description = description
    }
}
