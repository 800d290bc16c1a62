import Structure

/// Cuts running text into sentence units (句): at 。！？； outside brackets and quotation marks, and at the end of the paragraph.
enum SentenceSplitter {
    /// Ranges of reading text, each with the mark that ends it; what has no visible text is left out.
    static func units(in text: [Unicode.Scalar], range: Range<Int>) -> [Range<Int>] {
        split(text, range) { $0 == "。" || $0 == "！" || $0 == "？" || $0 == "；" }
    }

    /// The clauses of a unit: it is cut at ， ； ： 。 outside brackets and quotation marks as well.
    static func clauses(in text: [Unicode.Scalar], range: Range<Int>) -> [Range<Int>] {
        split(text, range) { $0 == "，" || $0 == "；" || $0 == "：" || $0 == "。" || $0 == "！" || $0 == "？" }
    }

    /// A mark of the kind ends a part; closing marks right behind it belong to that part.
    private static func split(_ text: [Unicode.Scalar], _ range: Range<Int>, at isEnd: (Unicode.Scalar) -> Bool) -> [Range<Int>] {
        var parts: [Range<Int>] = []
        let pairs = Brackets(in: text, range: range)
        var start = range.lowerBound
        var index = range.lowerBound
        while index < range.upperBound {
            let scalar = text[index]
            if Brackets.opens(scalar), let close = pairs.close(of: index) {
                index = close + 1
                continue
            }
            index += 1
            guard isEnd(scalar) else { continue }
            while index < range.upperBound, isEnd(text[index]) || (Brackets.closes(text[index]) && pairs.isUnmatched(index)) { index += 1 }
            parts.append(start..<index)
            start = index
        }
        if start < range.upperBound { parts.append(start..<range.upperBound) }
        return parts
    }
}

/// Which brackets and quotation marks of a stretch belong together. One without its partner counts as none, so that a lost
/// mark never swallows the rest of a paragraph.
struct Brackets {
    private var partner: [Int: Int] = [:]

    init(in text: [Unicode.Scalar], range: Range<Int>) {
        var stack: [(Int, Unicode.Scalar)] = []
        // How many of each kind are open: a closing mark without a partner looks through none of them.
        var waiting: [Unicode.Scalar: Int] = [:]
        for index in range {
            let scalar = text[index]
            guard scalar.value >= 0x2018 else { continue }
            if let close = Self.closing(of: scalar) {
                stack.append((index, close))
                waiting[close, default: 0] += 1
            } else if Self.closes(scalar), waiting[scalar, default: 0] > 0, let open = stack.lastIndex(where: { $0.1 == scalar }) {
                partner[stack[open].0] = index
                partner[index] = stack[open].0
                for dropped in stack[open...] { waiting[dropped.1, default: 0] -= 1 }
                stack.removeSubrange(open...)
            }
        }
    }

    func close(of open: Int) -> Int? { partner[open].flatMap { $0 > open ? $0 : nil } }
    func open(of close: Int) -> Int? { partner[close].flatMap { $0 < close ? $0 : nil } }
    func isUnmatched(_ index: Int) -> Bool { partner[index] == nil }

    static func opens(_ scalar: Unicode.Scalar) -> Bool { closing(of: scalar) != nil }

    @inline(__always)
    static func closing(of scalar: Unicode.Scalar) -> Unicode.Scalar? {
        switch scalar {
        case "（": "）"
        case "《": "》"
        case "“": "”"
        case "‘": "’"
        case "〔": "〕"
        case "【": "】"
        case "〈": "〉"
        case "「": "」"
        case "『": "』"
        default: nil
        }
    }

    @inline(__always)
    static func closes(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "）", "》", "”", "’", "〕", "】", "〉", "」", "』": true
        default: false
        }
    }
}
