import Structure
import Vocabulary

/// Finds documents named in the text (引用): titles in 《》, numbers such as 国办发〔2018〕117号, and what an abbreviation stands
/// for: （以下简称《意见》).
struct CitationRecogniser: Sendable {
    let abbreviation: PhraseSet

    /// Full titles by the short titles that the document gave them, as far as it has been read.
    struct Memory: Sendable {
        var fullTitles: [String: String] = [:]
    }

    struct Found: Sendable {
        var range: Range<Int>
        var citation: Citation
    }

    init(markers: Markers) { abbreviation = PhraseSet(markers.group("abbreviation")) }

    func citations(in text: [Unicode.Scalar], range: Range<Int>, memory: inout Memory) -> [Found] {
        var found: [Found] = []
        var lastTitle: String?
        var index = range.lowerBound
        while index < range.upperBound {
            let scalar = text[index]
            if scalar == "《", let close = closing(of: index, in: text, limit: range.upperBound) {
                let title = String(scalars: text[index + 1..<close])
                if introducesAbbreviation(at: index, in: text, from: range.lowerBound), let full = lastTitle {
                    memory.fullTitles[title] = full
                } else {
                    lastTitle = title
                }
                let full = memory.fullTitles[title]
                found.append(Found(range: index..<close + 1, citation: Citation(title: title, ref: full == title ? nil : full)))
                index = close + 1
                continue
            }
            if DocumentNumber.isOpening(scalar), let end = DocumentNumber.end(in: text, openAt: index), end <= range.upperBound {
                let start = numberStart(before: index, in: text, from: range.lowerBound)
                if start < index {
                    found.append(Found(range: start..<end, citation: Citation(title: String(scalars: text[start..<end]))))
                    index = end
                    continue
                }
            }
            index += 1
        }
        return found
    }

    /// Titles may hold titles: 《关于印发〈…〉的通知》, or carelessly 《关于印发《…》的通知》.
    private func closing(of open: Int, in text: [Unicode.Scalar], limit: Int) -> Int? {
        var depth = 0
        for index in open..<min(limit, open + 160) {
            if text[index] == "《" { depth += 1 }
            if text[index] == "》" {
                depth -= 1
                if depth == 0 { return index }
            }
            if text[index] == "。", depth > 0, index > open + 80 { return nil }
        }
        return nil
    }

    private func introducesAbbreviation(at index: Int, in text: [Unicode.Scalar], from start: Int) -> Bool {
        abbreviation.length(endingAt: index, in: text, from: max(start, index - 6)) != nil
    }

    /// The 机关代字 before the bracket: at most eight Chinese characters that no other word borders.
    private func numberStart(before open: Int, in text: [Unicode.Scalar], from lower: Int) -> Int {
        var start = open
        while start > lower, open - start < 8, text[start - 1].isHan { start -= 1 }
        return start
    }
}
