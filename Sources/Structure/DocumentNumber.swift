/// 发文字号: 机关代字〔年〕n号, in every form of bracket that is found: 国办发〔2018〕117号, 云工发[2022]3号, 教职成(2018)8号.
public enum DocumentNumber {
    /// The end of a number with which a text begins.
    public static func end(in text: [Unicode.Scalar]) -> Int? {
        var open = 0
        while open < text.count, open < 14, text[open].isHan { open += 1 }
        guard open >= 1, open < text.count else { return nil }
        return end(in: text, openAt: open)
    }

    /// The end of a number whose bracket opens at `open`.
    public static func end(in text: [Unicode.Scalar], openAt open: Int) -> Int? {
        guard isOpening(text[open]), let (year, closing) = PrintedNumeral.digits(text, from: open + 1), closing == open + 5,
            (1949...2100).contains(year), closing < text.count, isClosing(text[closing])
        else { return nil }
        var cursor = closing + 1
        if cursor < text.count, text[cursor] == "第" { cursor += 1 }
        guard let (_, end) = PrintedNumeral.digits(text, from: cursor), end < text.count, text[end] == "号" else { return nil }
        return end + 1
    }

    @inline(__always)
    public static func isOpening(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "〔" || scalar == "[" || scalar == "（" || scalar == "(" || scalar == "【" || scalar == "﹝"
    }

    private static func isClosing(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "〕" || scalar == "]" || scalar == "）" || scalar == ")" || scalar == "】" || scalar == "﹞"
    }

    /// The whole line is the number of an order or announcement (令号): 第12号.
    static func isSerial(_ text: [Unicode.Scalar]) -> Bool {
        var start = 0
        // 〔七届〕第12号: the term of the congress.
        if text.first == "〔" || text.first == "（", let close = text.prefix(8).firstIndex(where: { $0 == "〕" || $0 == "）" }), text[close - 1] == "届" { start = close + 1 }
        guard (3...8).contains(text.count - start), text[start] == "第", text.last == "号" else { return false }
        let number = text[(start + 1)..<(text.count - 1)]
        return number.allSatisfy(\.isDigit) || number.allSatisfy { PrintedNumeral.value($0) != nil || $0 == "十" || $0 == "百" }
    }

    /// The whole line is a number whose brackets were lost: 青粮发2031年12号, 青教安2031 3号 does not tell year from number.
    static func isBare(_ text: [Unicode.Scalar]) -> Bool {
        guard (9...24).contains(text.count), text.last == "号", let first = text.firstIndex(where: \.isDigit), (2...10).contains(first),
            text[..<first].allSatisfy(\.isHan), let (year, end) = PrintedNumeral.digits(text, from: first), end == first + 4, (1949...2100).contains(year)
        else { return false }
        var cursor = end
        while cursor < text.count - 1, text[cursor] == "年" || text[cursor] == "第" || isClosing(text[cursor]) { cursor += 1 }
        guard cursor > end, let (_, last) = PrintedNumeral.digits(text, from: cursor) else { return false }
        return last == text.count - 1
    }
}
