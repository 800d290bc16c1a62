import Provenance
import Vocabulary

/// Where the text of a document surely begins (正文起点): behind its addressees (各市人民政府：), or at the first article of a regulation.
/// Every line above is of the front, whatever a site or a printer put there.
struct FrontHorizon {
    let words: StructureWords

    /// Paragraphs that are looked at.
    static let reach = 40

    /// The index of the line of addressees, or of the first part, chapter or article; nil where running text or another number comes before.
    func index(in paragraphs: ArraySlice<Paragraph>) -> Int? {
        var sentences = 0
        for index in paragraphs.indices.prefix(Self.reach) {
            let paragraph = paragraphs[index]
            if let numbering = paragraph.numbering { return numbering.style <= .article ? index : nil }
            if isAddressee(paragraph) { return index }
            guard paragraph.endsSentence || paragraph.length > 80 else { continue }
            // 《…规定》已经…会议通过，现予公布，自…起施行。 stands above the regulation that it publishes.
            sentences += 1
            guard sentences <= 3, tellsAdoption(paragraph) else { return nil }
        }
        return nil
    }

    /// 各区人民政府，市政府各委、办、局： and no line that only ends as one: 主要指标如下：
    func isAddressee(_ paragraph: Paragraph) -> Bool {
        let head = paragraph.head
        guard paragraph.last == "：" || paragraph.last == ":", paragraph.length >= 3, paragraph.length <= 200 else { return false }
        guard !head.scalars.contains("。") else { return false }
        if head.scalars.first == "各" { return true }
        return paragraph.isShort && words.addresseeEnds.length(endingAt: head.count - 1, in: head.scalars, from: 0) != nil
    }

    func tellsAdoption(_ paragraph: Paragraph) -> Bool { words.adoption.contains(paragraph.head.scalars, in: 0..<paragraph.head.count) }
}
