import Provenance
import Vocabulary

/// Whether two reported sentences speak of the same matter (所述事项): by the pairs of characters that tell something, official style,
/// figures and names of bodies left out.
public struct TellingWords: Sendable {
    private let content: ContentWords

    public init(_ ontology: Ontology) { content = ContentWords(ontology) }

    /// The words of an evidence and of the title that it stands under.
    public func pairs(_ evidence: Evidence) -> Set<UInt32> {
        let names = evidence.actors.map { PlainText.scalars($0.name) }
        return content.pairs(PlainText.blank(names, in: PlainText.scalars(evidence.text + "。" + (evidence.itemHeading ?? ""))))
    }

    /// - Parameters:
    ///   - share: of the pairs of the first.
    ///   - least: so many pairs at least, however few there are.
    public func areAlike(_ first: Set<UInt32>, _ second: Set<UInt32>, share: Double, least: Int) -> Bool {
        let shared = content.shared(first, second)
        return shared >= least && Double(shared) >= share * Double(first.count)
    }
}
