import XMLTree

/// The lists of a Word file (多级编号) and how far each has counted. The printed text has 一、（一）1. that the file does not: they are made
/// here as Word makes them (ECMA-376 part 1, 17.9).
struct WordNumbering {
    private struct Level {
        var start = 1
        var format = "decimal"
        var text = ""
        var suffix = "tab"
        var restart: Int?
        var isLegal = false
        var style: String?
    }

    private struct List {
        var levels: [Int: Level] = [:]
        /// Another list of which this one is a copy, by the name of a style.
        var link: String?
    }

    private struct Use {
        var list: Int
        var levels: [Int: Level] = [:]
        var starts: [Int: Int] = [:]
    }

    private var lists: [Int: List] = [:]
    private var uses: [Int: Use] = [:]
    private var styleUses: [String: Int] = [:]
    /// By list, then level: the number last printed.
    private var counters: [Int: [Int: Int]] = [:]
    private var started: Set<Int> = []

    static let levelLimit = 9

    init(_ root: XMLNode?, styles: WordStyles) {
        for node in root?.elements ?? [] {
            if node.name == "abstractNum", let id = node.wordNumber("abstractNumId") {
                var list = List()
                for level in node.elements("lvl") { if let index = level.wordNumber("ilvl") { list.levels[index] = Self.level(level) } }
                list.link = node.first("numStyleLink")?.word("val")
                lists[id] = list
            } else if node.name == "num", let id = node.wordNumber("numId"), let list = node.first("abstractNumId")?.wordNumber("val") {
                var use = Use(list: list)
                for override in node.elements("lvlOverride") {
                    guard let index = override.wordNumber("ilvl") else { continue }
                    use.starts[index] = override.first("startOverride")?.wordNumber("val")
                    if let level = override.first("lvl") { use.levels[index] = Self.level(level) }
                }
                uses[id] = use
            }
        }
        for (id, list) in lists {
            guard let link = list.link, let target = styles.numbering(of: link)?.numbering.list.flatMap({ uses[$0]?.list }), target != id,
                let levels = lists[target]?.levels, list.levels.isEmpty
            else { continue }
            lists[id]?.levels = levels
        }
    }

    private static func level(_ node: XMLNode) -> Level {
        Level(
            start: node.first("start")?.wordNumber("val") ?? 0, format: format(node.first("numFmt")), text: text(node),
            suffix: node.first("suff")?.word("val") ?? "tab", restart: node.first("lvlRestart")?.wordNumber("val"), isLegal: node.wordFlag("isLgl"),
            style: node.first("pStyle")?.word("val"))
    }

    /// LibreOffice saves `一、` in RTF as a question mark, which numbers nothing.
    private static func text(_ node: XMLNode) -> String {
        let text = node.first("lvlText")?.word("val") ?? ""
        return text.hasSuffix("?") && format(node.first("numFmt")).hasPrefix("chinese") ? text.dropLast() + "、" : text
    }

    /// Word 2010 hides formats of its own in `mc:AlternateContent`; `numFmt` itself then says `custom`.
    private static func format(_ node: XMLNode?) -> String { node?.word("val") ?? "decimal" }

    /// The printed number of the next paragraph of a list, with the space behind it; nil where the paragraph has none.
    /// - Parameter style: the paragraph style that gave the list, which then names the level.
    mutating func next(list number: Int, level printed: Int?, style: String?) -> String? {
        guard let use = uses[number], let list = lists[use.list] else { return nil }
        let byStyle = style.flatMap { style in list.levels.first { $0.value.style == style }?.key }
        let index = min(max(0, printed ?? byStyle ?? 0), Self.levelLimit - 1)
        guard let level = use.levels[index] ?? list.levels[index] else { return nil }
        var counter = counters[use.list] ?? [:]
        if started.insert(number).inserted {
            for (level, start) in use.starts { counter[level] = start - 1 }
        }
        counter[index] = (counter[index] ?? level.start - 1) + 1
        for deeper in index + 1..<max(index + 1, Self.levelLimit) {
            let restart = (use.levels[deeper] ?? list.levels[deeper])?.restart
            // 0 never starts anew; n only after a level above the n-th.
            if restart == 0 || restart.map({ index >= $0 }) ?? false { continue }
            counter[deeper] = nil
        }
        counters[use.list] = counter
        return text(level, index, counter, use, list)
    }

    private func text(_ level: Level, _ index: Int, _ counter: [Int: Int], _ use: Use, _ list: List) -> String? {
        if level.format == "bullet" {
            // Signs of symbol fonts have no code of their own.
            let sign = level.text.unicodeScalars.first.map { (0xE000...0xF8FF).contains($0.value) ? "●" : level.text } ?? ""
            return sign.isEmpty ? nil : sign + " "
        }
        var text = ""
        var scalars = level.text.unicodeScalars[...]
        while let scalar = scalars.popFirst() {
            guard scalar == "%", let digit = scalars.first, let place = Int(String(Character(digit))), (1...Self.levelLimit).contains(place) else {
                text.unicodeScalars.append(scalar)
                continue
            }
            scalars.removeFirst()
            guard let other = use.levels[place - 1] ?? list.levels[place - 1] else { continue }
            let value = counter[place - 1] ?? other.start
            text += NumberFormat.text(value, level.isLegal && place - 1 < index ? "decimal" : other.format)
        }
        guard !text.isEmpty else { return nil }
        // 一、 and （一） bear their distance in themselves.
        guard level.suffix != "nothing", let last = text.unicodeScalars.last, last != "、", last != "）", last != "．" else { return text }
        return text + " "
    }
}
