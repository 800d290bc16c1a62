/// A passage and what is found in it before it becomes mentions (识别表).
struct BodyTables {
    var passage: BodyPassage
    private var candidates: [NameCandidate] = []
    /// Of overlapping candidates those that stand.
    private(set) var chosen: [NameCandidate] = []

    init(_ passage: BodyPassage) { self.passage = passage }

    /// Finds what the passage names.
    mutating func choose() {
        candidates.removeAll(keepingCapacity: true)
        passage.findComposed(into: &candidates)
        passage.findOpenNames(behind: candidates.count, in: &candidates)
        passage.findClasses(into: &candidates)
        NameCandidate.choose(from: &candidates, into: &chosen)
    }
}
