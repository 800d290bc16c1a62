import Provenance

/// Lines below the name and the issue of a bulletin (简报报头), where office and day do not share one.
///
/// - `协调小组办公室编印`, `省总工会办公室` over the 目录
/// - `主办：省总工会`, `签发：…`
struct BulletinMasthead {
    let words: StructureWords

    /// - Parameter isLast: what follows is no line of the masthead any more.
    func fields(_ paragraph: Paragraph, isLast: Bool, text: [Unicode.Scalar]) -> [DraftField]? {
        guard paragraph.length <= 40, !paragraph.endsSentence, paragraph.numbering == nil else { return nil }
        let head = paragraph.head.scalars
        if let label = words.editorLabels.length(at: 0, in: head, limit: head.count), label < head.count, head[label] == "：" {
            let (name, value) = paragraph.pieces.split(at: paragraph.head.offset(after: label + 1, in: text), in: text)
            guard words.namesBody(head) else { return [DraftField(.masthead, paragraph.pieces)] }
            return [DraftField(.masthead, name), DraftField(.issuer, value)]
        }
        guard paragraph.looksLikeHeading() else { return nil }
        if let edited = editorMark(paragraph.pieces, text: text) {
            let (name, rest) = paragraph.pieces.split(at: edited, in: text)
            return [DraftField(.issuer, name), DraftField(.masthead, rest)]
        }
        return isLast && words.namesBody(head) ? [DraftField(.issuer, paragraph.pieces)] : nil
    }

    /// 协调小组办公室编: where the word behind the name begins.
    func editorMark(_ issuer: Pieces, text: [Unicode.Scalar]) -> Int? {
        let name = Glimpse(issuer, in: text)
        guard name.count > 3, let length = words.editors.length(endingAt: name.count, in: name.scalars, from: 0) else { return nil }
        return name.offset(after: name.count - length, in: text)
    }
}
