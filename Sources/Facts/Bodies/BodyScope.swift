import Vocabulary

/// Where a text stands that is looked through for bodies (机构语境): from where it speaks, and whom it has named so far. One for a document; it
/// goes along as headings and paragraphs are read in order.
public struct BodyScope: Sendable {
    private let ontology: Ontology
    /// Finds and keeps all of it; one value, so that its tables are made once a document.
    var mentions: MentionBuilder

    init(_ recogniser: BodyRecogniser, issuer: String?) {
        ontology = recogniser.ontology
        mentions = MentionBuilder(recogniser, issuer: issuer)
    }

    /// Id of the issuer's division, for the whole document.
    public var issuer: String? {
        get { mentions.memory.issuer?.id }
        set { mentions.memory.issuer = newValue.map { BodyMemory.Place($0, ontology) } }
    }

    /// Id of the division that the item is about.
    public var item: String? { mentions.memory.item?.id }

    /// An item or section begins: what 该公司 or 工会 points at is named anew.
    /// - Parameters:
    ///   - division: id of the division that its heading names; nil leaves that of the heading above.
    ///   - level: of the heading, 1 for the outermost.
    public mutating func enter(item division: String?, level: Int = 1) {
        mentions.memory.enter(item: division.map { BodyMemory.Place($0, ontology) }, level: level)
    }
}
