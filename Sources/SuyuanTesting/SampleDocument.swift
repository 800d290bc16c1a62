import Facts
import Provenance

/// Makes documents by hand for tests of what comes after reading: each paragraph is one line of the source, and each fact is
/// marked where its words stand.
public struct SampleDocument {
    public var document: PolicyDocument
    public private(set) var text = ""
    private var length = 0
    private var serial = 0

    public init(
        _ id: String, work: String? = nil, kind: DocumentKind, date: String? = nil, title: String? = nil,
        number: String? = nil, issuer: BodyMention? = nil
    ) {
        document = PolicyDocument(
            id: id, work: work ?? id, kind: kind,
            source: SourceDescription(name: id + ".txt", mediaType: "text/plain", encoding: "UTF-8", sha256: "", bytes: 0, characters: 0),
            date: date)
        if let issuer { document.front.append(Field(.issuer, block(issuer.name, [mark(issuer.name, .body(issuer))]), ref: issuer.ref)) }
        if let number { document.front.append(Field(.number, block(number, []))) }
        if let title { document.front.append(Field(.title, block(title, []))) }
    }

    /// The source text, and the document described by it.
    public mutating func finished() -> PolicyDocument {
        let bytes = Array(text.utf8)
        document.source.sha256 = ContentHash.sha256(bytes)
        document.source.bytes = bytes.count
        document.source.characters = length
        return document
    }

    public typealias Marking = (words: String, fact: Fact, id: String?)

    public func mark(_ words: String, _ fact: Fact, id: String? = nil) -> Marking { (words, fact, id) }

    /// Adds a clause of one paragraph.
    public mutating func clause(
        _ number: String, heading: String? = nil, _ text: String, _ marks: [Marking], assignments: [Assignment] = [],
        deadlines: [Deadline] = [], targets: [Target] = [], reportedOf: String? = nil
    ) {
        serial += 1
        let heading = heading.map { block($0, []) }
        document.body.append(
            .directive(
                Directive(
                    id: "d\(serial)", number: number, level: 1, reported: reportedOf != nil, of: reportedOf, heading: heading,
                    assignments: assignments, deadlines: deadlines, targets: targets, blocks: [.paragraph(block(text, marks))])))
    }

    /// Adds a bulletin's item, or a paragraph without a heading.
    public mutating func item(_ heading: String?, _ text: String, _ marks: [Marking]) {
        serial += 1
        guard let heading else {
            document.body.append(.paragraph(block(text, marks)))
            return
        }
        let title = block(heading, [])
        document.body.append(
            .division(Division(.item, id: "i\(serial)", level: 1, heading: title, blocks: [.paragraph(block(text, marks))])))
    }

    private mutating func block(_ words: String, _ marks: [Marking]) -> TextBlock {
        let start = length
        text += words + "\n"
        length += words.unicodeScalars.count + 1
        let bytes = Array(words.utf8)
        let placed = marks.enumerated().compactMap { index, marking -> Mark? in
            let pattern = Array(marking.words.utf8)
            guard !pattern.isEmpty, pattern.count <= bytes.count else { return nil }
            guard let at = (0...(bytes.count - pattern.count)).first(where: { bytes[$0..<($0 + pattern.count)].elementsEqual(pattern) })
            else { return nil }
            let before = String(decoding: bytes[..<at], as: UTF8.self).unicodeScalars.count
            let span = Span(start + before, start + before + marking.words.unicodeScalars.count)
            return Mark(id: marking.id ?? "m\(start)-\(index)", span: span, range: at..<(at + pattern.count), fact: marking.fact)
        }
        return TextBlock(
            id: "p\(start)", span: Span(start, start + words.unicodeScalars.count), text: words,
            marks: placed.sorted { ($0.range.lowerBound, -$0.range.upperBound) < ($1.range.lowerBound, -$1.range.upperBound) })
    }
}
