import Provenance

/// Figures with what they count, as two texts can be compared by them (数字相同): 157座 in a plan and 157座 in its report are hardly
/// two things, and no more are things of one name in quotation marks (“绿盾”). Dates, clock times and the smallest numbers, which stand everywhere, are none.
enum FigureTerms {
    static func read(_ text: [Unicode.Scalar]) -> Set<String> {
        var found: Set<String> = []
        var index = 0
        while index < text.count {
            guard PlainText.isDigit(text[index]) else {
                index += 1
                continue
            }
            let start = index
            while index < text.count, PlainText.isDigit(text[index]) || text[index] == "." { index += 1 }
            // A number inside a name (5G) or of a document counts nothing.
            if start > 0, PlainText.isLetter(text[start - 1]) { continue }
            while index < text.count, text[index] == "余" || text[index] == "多" { index += 1 }
            var end = index
            while end < text.count, isMagnitude(text[end]) { end += 1 }
            guard end < text.count, counts(text[end]), let value = Double(String(scalars: text[start..<index].filter { $0 != "余" && $0 != "多" })),
                value >= 3 || end > index
            else { continue }
            found.insert(String(scalars: text[start..<index].filter { $0 != "余" && $0 != "多" } + text[index...end]))
            index = end + 1
        }
        return found
    }

    /// Names in quotation marks, with the marks.
    static func names(_ text: [Unicode.Scalar]) -> Set<String> {
        var found: Set<String> = []
        var open: Int?
        for (index, scalar) in text.enumerated() {
            if scalar == "“" {
                open = index
            } else if scalar == "”", let start = open {
                open = nil
                if (3...8).contains(index - start - 1), text[(start + 1)..<index].allSatisfy(PlainText.isWord) { found.insert(String(scalars: text[start...index])) }
            }
        }
        return found
    }

    static func isName(_ term: String) -> Bool { term.unicodeScalars.first == "“" }

    private static func isMagnitude(_ scalar: Unicode.Scalar) -> Bool { scalar == "万" || scalar == "亿" || scalar == "千" || scalar == "百" }

    private static func counts(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "年", "月", "日", "号", "时", "点", "分", "秒", "天", "届", "期": false
        case "%": true
        default: PlainText.isWord(scalar) && !PlainText.isLatin(scalar)
        }
    }
}
