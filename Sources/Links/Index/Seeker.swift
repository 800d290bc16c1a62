/// What looks for the requirements that it answers (求应单元): up to four neighbouring sentences of one item, or one requirement
/// that may carry out or retell others.
struct Seeker: Hashable, Sendable {
    enum Kind: Int, Sendable { case evidence, deriving, restating }

    var kind: Kind
    /// Numbers of the pieces of evidence in their document, or of the one requirement.
    var facts: Range<Int>
    var keys: [FactKey]
    /// The regions of its sentences, each set of them once.
    var scopes: [[String]]
    /// The last day that it speaks of, since 1970.
    var day: Int32?
    /// Names of documents that it cites, as compared; of a second-hand requirement, the document that it is told of.
    var cited: [String]
    /// Requirements of its own document that stand in one row of a table with one of its sentences: linked whatever they say.
    var rows: [Row]

    struct Row: Hashable, Sendable {
        var requirement: Int
        /// Number of the sentence.
        var evidence: Int
    }

    /// How many sentences seek together at most.
    static let sentences = 4
}
