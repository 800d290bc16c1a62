import Provenance

/// Where words stand, literally (检索): white space does not count, full-width and half-width forms and the case of Latin
/// letters are the same.
public struct SearchReport: Sendable, Hashable {
    public var today: Today
    public var query: String
    /// By document, those first that say most of the words; in each by place.
    public var hits: [SearchHit]
    /// How often the words occur in all passages found, shown or not.
    public var occurrences: Int
    /// How many passages hold them, shown or not.
    public var passages: Int

    public init(today: Today, query: String, hits: [SearchHit], occurrences: Int, passages: Int) {
        self.today = today
        self.query = query
        self.hits = hits
        self.occurrences = occurrences
        self.passages = passages
    }
}

/// A passage (paragraph, heading, cell, title) that holds the words.
public struct SearchHit: Sendable, Hashable {
    public var place: SourcePlace
    /// What the passage is: `title`, `heading`, `p`, `cell` …, as in the XML.
    public var role: String
    /// Headings above it.
    public var headings: [String]
    public var text: String
    /// Where the words stand in `text`, in code points, without overlaps.
    public var matches: [Range<Int>]
    /// `docId#elementId` of the requirements, actions, plans and problems that hold a match.
    public var facts: [String]

    public init(
        place: SourcePlace, role: String, headings: [String], text: String, matches: [Range<Int>], facts: [String]
    ) {
        self.place = place
        self.role = role
        self.headings = headings
        self.text = text
        self.matches = matches
        self.facts = facts
    }
}
