import XMLTree

/// The list styles of an OpenDocument file (列表样式) and how far each has counted (OpenDocument 1.3 part 3, 5.3 and 16.30).
struct OpenLists {
    private struct Level {
        var format = ""
        var prefix = ""
        var suffix = ""
        /// Upper levels that are printed before the own number.
        var shown = 1
        var start = 1
        var isBullet = false
        var hasRoom = true
        /// The whole label with `%1%` for numbers, where the file has it.
        var template: String?
    }

    private var styles: [String: [Int: Level]] = [:]
    /// By style, then level from 1: the number last printed.
    private var counters: [String: [Int: Int]] = [:]
    static let outline = "Outline "
    static let levelLimit = 10

    /// - Parameter roots: of `styles.xml` and `content.xml`; styles of the later take the place of those of the earlier.
    init(_ roots: [XMLNode]) {
        for root in roots {
            for group in root.elements where ["styles", "automatic-styles"].contains(group.name) {
                for node in group.elements {
                    if node.name == "list-style", let name = node.word("name") { styles[name] = Self.levels(node) }
                    if node.name == "outline-style" { styles[Self.outline] = Self.levels(node) }
                }
            }
        }
    }

    private static func levels(_ node: XMLNode) -> [Int: Level] {
        var levels: [Int: Level] = [:]
        for node in node.elements {
            guard let index = node.wordNumber("level"), (1...levelLimit).contains(index) else { continue }
            let follows = node.first("list-level-properties")?.first("list-level-label-alignment")?.word("label-followed-by")
            levels[index] = Level(
                format: node.word("num-format") ?? "", prefix: node.word("num-prefix") ?? "", suffix: node.word("num-suffix") ?? "",
                shown: node.wordNumber("display-levels") ?? 1, start: node.wordNumber("start-value") ?? 1,
                isBullet: node.name == "list-level-style-bullet", hasRoom: follows != "nothing", template: node.word("num-list-format"))
        }
        return levels
    }

    /// A list begins that goes on with no other.
    mutating func restart(_ style: String) { counters[style] = nil }

    mutating func set(_ style: String, level: Int, to value: Int) { counters[style, default: [:]][level] = value - 1 }

    /// The printed number of the next item, with the room behind it; nil where it has none.
    mutating func next(_ style: String, level index: Int) -> String? {
        guard let levels = styles[style], let level = levels[index] else { return nil }
        if level.isBullet { return "● " }
        var counter = counters[style] ?? [:]
        counter[index] = (counter[index] ?? level.start - 1) + 1
        for deeper in index + 1..<max(index + 1, Self.levelLimit + 1) { counter[deeper] = nil }
        counters[style] = counter
        guard !level.format.isEmpty else { return nil }
        func number(_ at: Int) -> String {
            guard let other = levels[at] else { return "" }
            return NumberFormat.text(counter[at] ?? other.start, Self.format(other.format))
        }
        var label = ""
        if let template = level.template {
            label = template
            for at in 1...index { label = label.replacing("%\(at)%", with: number(at)) }
        } else {
            let first = max(1, index - level.shown + 1)
            label = level.prefix + (first...index).map(number).filter { !$0.isEmpty }.joined(separator: ".") + level.suffix
        }
        guard level.hasRoom, let last = label.unicodeScalars.last, last != "、", last != "）", last != "．" else { return label }
        return label + " "
    }

    /// `一, 二, 三, ...` as Word calls it.
    private static func format(_ sample: String) -> String {
        switch sample.unicodeScalars.first {
        case "一": "chineseCounting"
        case "壹": "chineseLegalSimplified"
        case "甲": "ideographTraditional"
        case "子": "ideographZodiac"
        case "①": "decimalEnclosedCircle"
        case "１": "decimalFullWidth"
        case "a": "lowerLetter"
        case "A": "upperLetter"
        case "i": "lowerRoman"
        case "I": "upperRoman"
        default: "decimal"
        }
    }
}
