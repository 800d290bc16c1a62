import Structure

/// Finds documents named in the text (引用): titles in 《》, numbers such as 国办发〔2018〕117号, and what an abbreviation stands
/// for: （以下简称《意见》).
struct CitationRecogniser: Sendable {
    /// Full titles by the short titles that the document gave them, as far as it has been read.
    struct Memory: Sendable {
        var fullTitles: [String: String] = [:]
    }

    struct Found: Sendable {
        var range: Range<Int>
        var citation: Citation
    }

    func citations(in text: ScannedText, range: Range<Int>, memory: inout Memory) -> [Found] {
        var found: [Found] = []
        var lastTitle: String?
        // What is behind a citation only is looked at.
        var next = range.lowerBound
        let marks = text.marks(in: range)
        for mark in marks where text.marks[mark].index >= next {
            let index = text.marks[mark].index
            if text[index] == "《", let close = closing(of: mark, in: text, limit: marks.upperBound) {
                let title = text.reading.string(index + 1..<close)
                if introducesAbbreviation(at: index, in: text, from: range.lowerBound), let full = lastTitle {
                    memory.fullTitles[title] = full
                } else {
                    lastTitle = title
                }
                let full = memory.fullTitles[title]
                found.append(Found(range: index..<close + 1, citation: Citation(title: title, ref: full == title ? nil : full)))
                next = close + 1
                continue
            }
            if DocumentNumber.isOpening(text[index]), let end = DocumentNumber.end(in: text.scalars, openAt: index), end <= range.upperBound {
                let start = numberStart(before: index, in: text, from: range.lowerBound)
                if start < index {
                    found.append(Found(range: start..<end, citation: Citation(title: text.reading.string(start..<end))))
                    next = end
                }
            }
        }
        return found
    }

    /// Titles may hold titles: 《关于印发〈…〉的通知》, or carelessly 《关于印发《…》的通知》. The place of the closing mark.
    private func closing(of open: Int, in text: ScannedText, limit: Int) -> Int? {
        let start = text.marks[open].index
        var depth = 0
        for mark in open..<limit {
            let index = text.marks[mark].index
            guard index < start + 160 else { return nil }
            switch text[index] {
            case "《": depth += 1
            case "》":
                depth -= 1
                if depth == 0 { return index }
            case "。": if index > start + 80 { return nil }
            default: break
            }
        }
        return nil
    }

    /// 以下简称《意见》, 以下简称“《意见》”.
    private func introducesAbbreviation(at index: Int, in text: ScannedText, from start: Int) -> Bool {
        let end = index > start && (text[index - 1] == "“" || text[index - 1] == "「" || text[index - 1] == "\"") ? index - 1 : index
        return text.length(.abbreviation, endingAt: end, from: max(start, end - 6)) != nil
    }

    /// The 机关代字 before the bracket: at most eight Chinese characters, none of them of a word that says what is done with the document
    /// (落实云工发〔2031〕7号).
    private func numberStart(before open: Int, in text: ScannedText, from lower: Int) -> Int {
        var start = open
        while start > lower, open - start < 8, text[start - 1].isHan {
            if open - start > 1, text.length(.citing, endingAt: start, from: lower) != nil { break }
            start -= 1
        }
        return start
    }
}
