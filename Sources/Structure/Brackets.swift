/// Round, square and lenticular brackets (括号) of either width: where one closes, and where it opens, others of its kind inside it or not.
enum Brackets {
    private enum Kind { case round, square, lenticular }

    static func opens(_ scalar: Unicode.Scalar) -> Bool { opening(scalar) != nil }

    /// Where the bracket closes that opens at a place; nil where none opens there, or where it stays open.
    static func end(of open: Int, in text: [Unicode.Scalar]) -> Int? {
        guard let kind = opening(text[open]) else { return nil }
        var depth = 0
        return (open..<text.count).first { index in
            depth += opening(text[index]) == kind ? 1 : closing(text[index]) == kind ? -1 : 0
            return depth == 0
        }
    }

    /// Where the bracket opens that closes at a place; nil where none closes there, or where it was never opened.
    static func start(of close: Int, in text: [Unicode.Scalar]) -> Int? {
        guard let kind = closing(text[close]) else { return nil }
        var depth = 0
        return (0...close).last { index in
            depth += closing(text[index]) == kind ? 1 : opening(text[index]) == kind ? -1 : 0
            return depth == 0
        }
    }

    private static func opening(_ scalar: Unicode.Scalar) -> Kind? {
        switch scalar {
        case "（", "(": .round
        case "〔", "[", "﹝": .square
        case "【": .lenticular
        default: nil
        }
    }

    private static func closing(_ scalar: Unicode.Scalar) -> Kind? {
        switch scalar {
        case "）", ")": .round
        case "〕", "]", "﹞": .square
        case "】": .lenticular
        default: nil
        }
    }
}
