import Facts
import Provenance
import Structure
import Vocabulary

/// The shipped ontology, loaded once for all tests of a process, and the readers made from it.
public enum TestOntology {
    private static let loaded: Result<Ontology, Fault> = {
        do throws(Fault) { return .success(try Ontology.load()) } catch { return .failure(error) }
    }()
    private static let reader = loaded.map { PolicyReader($0) }
    private static let outlines = loaded.map { OutlineReader(markers: $0.markers) }

    public static func shared() throws(Fault) -> Ontology { try loaded.get() }

    /// The document that a text reads as.
    public static func read(_ text: String, name: String = "sample.txt") throws(Fault) -> PolicyDocument {
        try read(SourceText(text), name: name)
    }

    public static func read(_ source: SourceText, name: String = "sample.txt") throws(Fault) -> PolicyDocument {
        let bytes = Array(String(scalars: source.scalars).utf8)
        let description = SourceDescription(
            name: name, mediaType: "text/plain", encoding: "UTF-8", sha256: ContentHash.sha256(bytes), bytes: bytes.count,
            characters: source.count)
        return try reader.get().read(source, description)
    }

    /// The structure alone.
    public static func outline(_ text: String) throws(Fault) -> Outline { try outlines.get().read(SourceText(text)) }
}
