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
}
