/// What a list may name before a head that its members share (共用中心词): 教育、人力资源社会保障|部门; 勘察、设计、施工等|单位.
///
/// The members are what stands before such a head among the heads of the ontology, and the stems of the functions of government and party.
public final class ClassMembers: Sendable {
    /// Heads that members share: 部门, 单位.
    private let shared: PhraseSet
    private let words: PhraseSet

    init(classes: BodyClasses, functions: [GovernmentFunction]) {
        shared = PhraseSet(classes.shared)
        var words: Set<String> = []
        for head in classes.heads {
            for tail in classes.shared where head.hasSuffix(tail) { words.insert(String(head.dropLast(tail.count))) }
        }
        for function in functions where function.branch == .government || function.branch == .party { words.formUnion(function.stems) }
        self.words = PhraseSet(words.filter { $0.unicodeScalars.count > 1 }.sorted())
    }

    /// Whether a class name ends in a head that members share.
    public func isShared(_ text: [Unicode.Scalar], _ range: Range<Int>) -> Bool { shared.length(endingAt: range.upperBound, in: text, from: range.lowerBound) != nil }

    /// Length of the longest member that ends at a place.
    public func length(endingAt end: Int, in text: [Unicode.Scalar], from lowest: Int) -> Int? { words.length(endingAt: end, in: text, from: lowest) }
}
