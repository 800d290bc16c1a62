import DocumentXML
import Facts
import Intake
import Links
import Provenance
import Store
import Vocabulary

/// One source, read and written as XML (转换结果). A pure function of the bytes, the file's name and the ontology.
public struct Conversion: Sendable {
    public let document: PolicyDocument
    /// UTF-8.
    public let xml: [UInt8]
    public let source: SourceText
    /// The path as it was given.
    public let path: String
}

/// Turns sources into documents (转换器).
public struct Converter: Sendable {
    private let reader: PolicyReader
    private let allowsClassified: Bool
    private let options: ReadingOptions

    /// - Parameters:
    ///   - allowsClassified: documents marked 秘密 and above are read too. They may be handled on some machines only, so somebody has to
    ///     say so.
    ///   - options: how files are read.
    public init(ontology: Ontology, allowsClassified: Bool = false, options: ReadingOptions = ReadingOptions()) {
        reader = PolicyReader(ontology)
        self.options = options
        self.allowsClassified = allowsClassified
    }

    /// - Throws: where the file cannot be read, or is no text.
    public func convert(path: String) throws(Fault) -> Conversion {
        try convert(SourceReader.read(path: path, options: options), path: path)
    }

    public func convert(_ source: ReceivedSource, path: String) throws(Fault) -> Conversion {
        var document = reader.read(source.text, source.description)
        document.findings.insert(contentsOf: source.findings, at: 0)
        if !allowsClassified, let mark = document.front.first(where: { $0.name == .classification }) {
            throw Fault(.classified(mark.content.text), at: Place(file: path), advice: .allowClassified)
        }
        return Conversion(document: document, xml: try DocumentWriter.bytes(of: document), source: source.text, path: path)
    }
}
