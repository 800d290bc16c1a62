import Provenance
import Structure
import Vocabulary

/// Reads a document (读文): source text in, text with facts out. A pure function of source, description and ontology.
public struct PolicyReader: Sendable {
    private let ontology: Ontology
    private let outlines: OutlineReader
    private let passages: PassageReader

    public init(_ ontology: Ontology) {
        self.ontology = ontology
        outlines = OutlineReader(markers: ontology.markers)
        passages = PassageReader(ontology: ontology)
    }

    public func read(_ text: SourceText, _ source: SourceDescription) -> PolicyDocument {
        let outline = outlines.read(text, map: source.map)
        let printed = printedDate(outline)
        let date = printed ?? DocumentIdentity.date(inName: source.name)
        var bodies = passages.bodies.scope()
        bodies.issuer = issuerDivision(outline, &bodies)
        let context = PassageContext(bodies: bodies, dates: DateContext(documentDate: date))
        var tree = TreeReader(passages: passages, outline: outline, source: text, ontology: ontology, context: context)
        // Built in place: `rename` changes what it holds, and a second owner would make it copy all of it.
        var document = PolicyDocument(
            id: DocumentIdentity.id(source), work: "", kind: DocumentKind(rawValue: outline.genre.purpose.rawValue) ?? .other,
            type: outline.genre.type, language: outline.isTraditional ? "zh-Hant" : "zh-Hans", source: source, date: date)
        document.front = outline.front.map { tree.field($0) }
        document.body = tree.body()
        document.back = outline.back.map { tree.field($0) }

        func printedText(_ name: OutlineField.Name) -> String? {
            outline.front.first { $0.name == name }.map { outline.reading.string($0.passage.reading) }
        }
        document.work = DocumentIdentity.work(
            number: printedText(.number), title: printedText(.title), date: date, issue: printedText(.issueNumber), name: source.name)
        document.findings = tree.findings
        if printed == nil {
            document.findings.insert(date.map { Finding(.note, .dateFromName($0)) } ?? Finding(.warning, .noDate), at: 0)
        }
        document.rename(tree.context.named, passages.bodies.unify(tree.context.named), in: outline.reading)
        return document
    }

    /// The division that the document speaks from: the issuer's, else that of the title or of the signature.
    private func issuerDivision(_ outline: Outline, _ scope: inout BodyScope) -> String? {
        let closings = outline.body.flatMap { node -> [OutlineField] in if case .closing(let fields) = node { fields } else { [] } }
        for name in [OutlineField.Name.issuer, .masthead, .title, .printer] {
            for field in outline.front + closings + outline.back where field.name == name {
                if let division = passages.bodies.division(in: outline.reading, range: field.passage.reading, scope: &scope, orCentre: true) {
                    return division
                }
            }
        }
        return nil
    }

    /// 成文日期: in the masthead, else in the signature.
    private func printedDate(_ outline: Outline) -> String? {
        let closings = outline.body.flatMap { node -> [OutlineField] in if case .closing(let fields) = node { fields } else { [] } }
        for field in outline.front + closings where field.name == .date {
            var context = DateContext(documentDate: nil)
            if let found = passages.dates.dates(in: outline.reading, range: field.passage.reading, excluding: [], context: &context).first {
                return found.value.text
            }
        }
        return nil
    }
}
