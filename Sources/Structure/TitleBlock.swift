import Provenance
import Vocabulary

/// The lines over a text (标题区), while its lines are joined: a title that ends in its 文种 and a 发文字号 go on with nothing, however full
/// their lines are.
struct TitleBlock {
    private var isOpen = true
    private var count = 0
    private static let longest = 30

    /// Whether a line ends what it says before the next one.
    mutating func ends(with line: SourceLine, before next: SourceLine, words: StructureWords, in text: [Unicode.Scalar]) -> Bool {
        guard isOpen else { return false }
        count += 1
        let head = Glimpse(Pieces(line.content), in: text, limit: 60)
        guard count <= Self.longest, let last = head.scalars.last, last != "。", last != "；", Numbering(head) == nil else {
            isOpen = false
            return false
        }
        let rest = Glimpse(Pieces(next.content), in: text, limit: 20)
        if DocumentNumber.end(in: head.scalars) == head.count || DocumentNumber.end(in: rest.scalars) == rest.count { return true }
        guard words.genre(ofTitle: head.scalars) != nil, let first = rest.scalars.first else { return false }
        // 关于印发实施方案|的通知.
        return first != "的" && first != "和" && first != "及" && first != "（" && first != "》"
    }
}
