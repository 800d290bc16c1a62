import Provenance
import Vocabulary

/// Takes 版记 or 报尾 from the end of a document: 报, 送, 发, 抄送, the printer's line, 共印n份.
struct TailReader {
    let words: StructureWords

    /// How many paragraphs from the end are looked at: a 版记 is short.
    private static let reach = 12
    /// Lines that 抄送 may take beyond its first.
    private static let longestCopies = 3

    func take(from paragraphs: inout ArraySlice<Paragraph>, into assembly: inout Assembly) -> [DraftField] {
        let closers = closers(of: &paragraphs)
        return tail(of: &paragraphs) + closers
    }

    /// What a web site prints below the text; other lines between such lines are the site's too.
    private func closers(of paragraphs: inout ArraySlice<Paragraph>) -> [DraftField] {
        var start = paragraphs.endIndex
        for index in paragraphs.indices.suffix(Self.reach).reversed() {
            if words.pageLines.isCloser(paragraphs[index]) { start = index } else if !paragraphs[index].looksLikeHeading(limit: 40) { break }
        }
        defer { paragraphs = paragraphs[..<start] }
        return paragraphs[start...].map { DraftField(.note, $0.pieces) }
    }

    private func tail(of paragraphs: inout ArraySlice<Paragraph>) -> [DraftField] {
        var start = paragraphs.endIndex
        var found = false
        // Lines between the printer and 抄送： that go on with it.
        var rest = 0
        for index in paragraphs.indices.suffix(Self.reach).reversed() {
            let paragraph = paragraphs[index]
            if words.tailLabel(paragraph.head) != nil {
                if rest > 0, paragraph.last == "。" { break }
                start = index
                found = true
                rest = 0
            } else if rest == 0, isPrinter(paragraph.head) || isCopies(paragraph.head) {
                start = index
                found = true
            } else if found, rest < Self.longestCopies, paragraph.isShort, Numbering(paragraph.head) == nil {
                rest += 1
            } else if found || !paragraph.isShort || paragraph.last == "。" && paragraph.length > 40 {
                break
            }
        }
        guard found else { return [] }
        let tail = paragraphs[start...]
        paragraphs = paragraphs[..<start]
        var fields: [DraftField] = []
        for paragraph in tail {
            if let label = words.tailLabel(paragraph.head) {
                fields.append(words.subjects.contains(label) ? DraftField(.note, paragraph.pieces) : DraftField(.copies, paragraph.pieces, direction: label))
            } else if isPrinter(paragraph.head) || isCopies(paragraph.head) || fields.isEmpty {
                fields.append(DraftField(.printer, paragraph.pieces))
            } else {
                // 抄送 over several lines.
                fields[fields.count - 1].pieces = Pieces(fields[fields.count - 1].pieces.ranges + paragraph.pieces.ranges)
            }
        }
        return fields
    }

    /// …办公室 2022年6月9日印发
    private func isPrinter(_ head: Glimpse) -> Bool {
        head.count >= 6 && head.count < 60 && head.scalars.suffix(2).elementsEqual("印发".unicodeScalars)
            && head.scalars.contains("日")
    }

    /// （共印120份）
    private func isCopies(_ head: Glimpse) -> Bool {
        guard head.count < 16 else { return false }
        let text = head.scalars.filter { $0 != "（" && $0 != "）" && $0 != "。" }
        return text.count < 12 && text.starts(with: "共印".unicodeScalars) && text.last == "份"
    }
}
