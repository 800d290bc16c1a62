import Vocabulary

/// The words by which a list of people or members is told (名单用语), from the groups `roster.*` of `Ontology/markers.xml`.
///
/// - `组　长：张某某　副省长`: a label, a name, a post; the lines below it go on without the label.
/// - `林某　市水务局局长`: a name parted from a body with a post by white space.
public struct RosterWords: Sendable {
    public let labels: PhraseSet
    public let headings: PhraseSet
    private let posts: PhraseSet
    /// Characters of a name: two to four, more with a point inside (阿不都·买买提).
    private static let longestName = 4
    private static let longestPointedName = 16

    public init(_ markers: Markers) {
        labels = PhraseSet(markers.group("roster.label"))
        headings = PhraseSet(markers.group("roster.heading"))
        posts = PhraseSet(markers.group("roster.post"))
    }

    /// Where the text behind a label and its colon begins.
    public func labelEnd(at start: Int, in text: [Unicode.Scalar], limit: Int) -> Int? {
        guard let length = labels.length(at: start, in: text, limit: limit), start + length < limit, text[start + length] == "：" else { return nil }
        return start + length + 1
    }

    /// Where a name ends that white space parts from what follows.
    /// - Parameter hasGap: whether white space stands before the scalar at an index.
    public func nameEnd(at start: Int, in text: [Unicode.Scalar], limit: Int, hasGap: (Int) -> Bool) -> Int? {
        var isPointed = false
        var index = start
        while index < limit, text[index].isHan || text[index] == "·" || text[index] == "×" {
            if index >= start + 2, hasGap(index) { return index }
            if text[index] == "·" { isPointed = true }
            index += 1
            if index - start > (isPointed ? Self.longestPointedName : Self.longestName) { return nil }
        }
        return nil
    }

    /// The text closes with a post: …省财政厅副厅长.
    public func endsInPost(_ text: [Unicode.Scalar], _ range: Range<Int>) -> Bool {
        posts.length(endingAt: range.upperBound, in: text, from: range.lowerBound) != nil
    }
}
