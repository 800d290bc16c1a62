import XMLTree

/// The paragraph styles of a Word file (样式), as far as numbering follows from them.
struct WordStyles {
    struct Numbering {
        var list: Int?
        var level: Int?
    }

    private struct Style {
        var base: String?
        var numbering: Numbering
    }

    private let styles: [String: Style]
    private let standard: String?

    init(_ root: XMLNode?) {
        var styles: [String: Style] = [:]
        var standard: String?
        for node in root?.elements("style") ?? [] {
            guard let id = node.word("styleId") else { continue }
            if node.word("type") == "paragraph", node.word("default") == "1" || node.word("default") == "true" { standard = id }
            styles[id] = Style(
                base: node.first("basedOn")?.word("val"), numbering: Self.numbering(node.first("pPr")?.first("numPr")))
        }
        self.styles = styles
        self.standard = standard
    }

    static func numbering(_ node: XMLNode?) -> Numbering {
        Numbering(list: node?.first("numId")?.wordNumber("val"), level: node?.first("ilvl")?.wordNumber("val"))
    }

    /// The numbering of a style, and the style of the chain that has it; a style that no chain leads to has none.
    func numbering(of style: String?) -> (numbering: Numbering, style: String)? {
        var id = style ?? standard
        var level: Int?
        // A chain that goes round in circles ends here.
        for _ in 0..<32 {
            guard let current = id, let found = styles[current] else { return nil }
            level = level ?? found.numbering.level
            if let list = found.numbering.list { return (Numbering(list: list, level: level), current) }
            id = found.base
        }
        return nil
    }
}

extension XMLNode {
    /// An attribute of Word's own namespace, or in none: files of the strict and the transitional kind have different ones.
    func word(_ name: String) -> String? { attributes.first { $0.name.local == name }?.value }

    func wordNumber(_ name: String) -> Int? { word(name).flatMap { Int($0) } }

    /// `<w:b/>` and `<w:b w:val="true"/>` are on, `<w:b w:val="0"/>` is off.
    func wordFlag(_ name: String) -> Bool {
        guard let node = first(name) else { return false }
        return !["0", "false", "off"].contains(node.word("val") ?? "1")
    }
}
