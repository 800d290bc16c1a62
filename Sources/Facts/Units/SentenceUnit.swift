/// A sentence unit under examination (句): where it stands, its clauses, and what was recognised in it.
struct SentenceUnit {
    let text: ScannedText
    /// Indices of the reading text.
    let range: Range<Int>
    let clauses: [Range<Int>]
    let opensParagraph: Bool
    let topic: Topic
    /// Where bodies begin in it, ascending.
    let bodyStarts: [Int]
    let hasDate: Bool
    let hasQuantity: Bool
    /// The groups of which a word stands in it.
    private let groups: WordGroups

    /// What the heading over a unit says that the units below it are.
    enum Topic: Sendable { case open, principles, plans, problems, duties }

    init(
        text: ScannedText, range: Range<Int>, opensParagraph: Bool, topic: Topic, bodyStarts: [Int], hasDate: Bool, hasQuantity: Bool
    ) {
        self.text = text
        self.range = range
        clauses = SentenceSplitter.clauses(in: text, range: range)
        self.opensParagraph = opensParagraph
        self.topic = topic
        self.bodyStarts = bodyStarts
        self.hasDate = hasDate
        self.hasQuantity = hasQuantity
        groups = text.groups(in: range)
    }

    /// A word of one of the groups stands in it.
    @inline(__always)
    func has(_ words: WordGroups) -> Bool { groups.intersects(words) }

    func begins(with words: WordGroups) -> Bool { has(words) && text.groups(at: range.lowerBound, limit: range.upperBound).intersects(words) }

    /// Something that acts is named at the start of a clause: a body, a place, 我省.
    func hasSubject(in clause: Range<Int>) -> Bool { bodyStarts.anyInside(clause.lowerBound..<min(clause.upperBound, clause.lowerBound + 5)) }
}

/// What a unit is, and what the rule that told it knows besides.
enum UnitClass: Hashable, Sendable {
    case requirement(Modality)
    case action(ActionFact.State)
    case plan
    case problem
    case other
}

/// How the text around a unit speaks.
enum Voice: Sendable, Hashable {
    /// A directive before its first clause: why, and on what ground.
    case preamble
    /// A directive's clauses: a bare verb demands.
    case directive
    /// A report: a bare verb reports.
    case report
    /// A report that relays demands: 《意见》要求，…; it holds to the end of the paragraph.
    case relayed
}
