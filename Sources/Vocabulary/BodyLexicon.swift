/// All words of which names of bodies are made (机构词典), found by one automaton: names of divisions, level words, the parts of
/// names that functions make, named bodies, endings, classes. No name of a composed body stands in it.
public struct BodyLexicon: Sendable {
    public enum Kind: Int32, Sendable {
        /// Index in `Divisions.regions`.
        case region
        /// Index in `levelWords`: 省, 全省, 我州.
        case levelWord
        /// 国家, 全国, 国务院.
        case centre
        /// What stands behind the division: index in `cores`.
        case core
        /// What stands before the division: index in `frames`.
        case frame
        /// A whole name of a function at one level: index in `wholes`.
        case whole
        /// Index in the ontology's `bodies`.
        case named
        /// Index in the ontology's `endings`.
        case ending
        case head, modifier, classWhole
        case stop, verb, opener, void, anaphor, pointer, joiner, open
    }

    /// A word found in a text.
    public struct Word: Hashable, Sendable {
        public let kind: Kind
        public let index: Int
        public let range: Range<Int>
    }

    /// The part of a composed name behind the division: 人社局, 委组织部.
    public struct Core: Hashable, Sendable {
        /// Index in the ontology's `functions`.
        public let function: Int
        /// Levels whose form gives this core, in order; the first of them where the printed level gives none.
        public let levels: [Level]
        /// The suffix as printed where the core is stem and suffix; nil where it comes from a template or a whole name.
        public let suffix: String?
        /// The stem as printed where it is official in its own right (教育和体育); nil where it is short for the function's first.
        public let stem: String?
        /// It has to stand directly behind a division: 委, 政府.
        public let needsDivision: Bool
        /// Its frame where it has one: only behind that frame and a division.
        public let frame: String?
    }

    public struct LevelUse: Hashable, Sendable {
        /// 州 in 全州.
        public let word: String
        public let text: String
        /// The level that the word has wherever it is used (省, 县); nil for 市 and 区.
        public let onlyLevel: Level?
    }

    public struct Whole: Hashable, Sendable {
        public let function: Int
        public let level: Level
    }

    public let cores: [Core]
    public let coreTexts: [String]
    public let levelWords: [LevelUse]
    /// By index in `Divisions.levelWords` the uses of its words, as indices in `levelWords`.
    let levelUses: [[Int]]
    /// What each use says where no scope is known.
    let unscopedLevels: [LevelTable.Entry]
    public let frames: [String]
    public let wholes: [Whole]
    let automaton: TermAutomaton
    /// Stems of bureaus below the centre, longest first, for names that two of them make.
    private let stems: [(scalars: [Unicode.Scalar], function: Int)]

    init(
        divisions: Divisions, functions: [GovernmentFunction], bodies: [NamedBody], endings: [BodyEnding], classes: BodyClasses,
        rules: NameRules
    ) {
        var composer = CoreComposer()
        for (index, function) in functions.enumerated() { composer.add(function, index) }
        cores = composer.cores
        coreTexts = composer.texts
        frames = composer.frames
        wholes = composer.wholes.map(\.1)

        stems = functions.enumerated().flatMap { index, function in
            function.branch == .government ? function.stems.filter { $0.unicodeScalars.count > 1 }.map { (Array($0.unicodeScalars), index) } : []
        }.enumerated().sorted { ($1.element.0.count, $0.offset) < ($0.element.0.count, $1.offset) }.map(\.element)

        var terms: [(String, Int32)] = []
        func enter(_ text: String, _ kind: Kind, _ index: Int) {
            terms.append((text, kind.rawValue << 24 | Int32(truncatingIfNeeded: index)))
        }
        for (index, region) in divisions.regions.enumerated() where index > 0 {
            // One character (滇, 京) begins too many other words.
            for name in ([region.name] + region.shortNames + region.formerNames).unique where name.unicodeScalars.count > 1 {
                enter(name, .region, index)
            }
        }
        var uses: [LevelUse] = []
        for word in divisions.levelWords.flatMap(\.words).unique {
            let level = divisions.onlyLevel(of: word)
            for text in [word] + ["全", "我", "本", "该"].map({ $0 + word }) { uses.append(LevelUse(word: word, text: text, onlyLevel: level)) }
        }
        levelWords = uses
        levelUses = divisions.levelWords.map { word in uses.indices.filter { word.words.contains(uses[$0].word) } }
        unscopedLevels = uses.map { LevelTable.Entry(region: nil, level: $0.onlyLevel) }
        for (index, use) in uses.enumerated() { enter(use.text, .levelWord, index) }
        for (index, text) in coreTexts.enumerated() { enter(text, .core, index) }
        for (index, text) in frames.enumerated() { enter(text, .frame, index) }
        for (index, whole) in composer.wholes.enumerated() { enter(whole.0, .whole, index) }
        for (index, body) in bodies.enumerated() {
            for name in ([body.name] + body.alternatives).unique { enter(name, .named, index) }
        }
        for (index, ending) in endings.enumerated() { enter(ending.text, .ending, index) }
        for (list, kind) in [(classes.heads, Kind.head), (classes.modifiers, .modifier), (classes.wholes, .classWhole)] {
            for (index, text) in list.enumerated() { enter(text, kind, index) }
        }
        for (rule, kind) in Self.ruleKinds {
            for (index, text) in rules[rule].enumerated() { enter(text, kind, index) }
        }
        automaton = TermAutomaton(terms: terms)
    }

    private static let ruleKinds: [(NameRules.Kind, Kind)] = [
        (.centre, .centre), (.stop, .stop), (.verb, .verb), (.opener, .opener), (.void, .void), (.anaphor, .anaphor),
        (.pointer, .pointer), (.joiner, .joiner), (.open, .open),
    ]

    /// Every word in a stretch of text, overlapping ones too, in order of their ends.
    public func words(in scalars: [Unicode.Scalar], _ range: Range<Int>) -> [Word] {
        var found: [Word] = []
        forEachWord(in: scalars, range) { found.append($0) }
        return found
    }

    public func forEachWord(in scalars: [Unicode.Scalar], _ range: Range<Int>, _ visit: (Word) -> Void) {
        automaton.forEachMatch(in: scalars, range) { match in
            guard let kind = Kind(rawValue: match.value >> 24) else { return }
            visit(Word(kind: kind, index: Int(match.value & 0xFF_FFFF), range: match.range))
        }
    }

    /// The functions that a merged bureau's name joins: 教育|体育|局, 自然资源|和|规划|局; nil where it is no such name.
    func mergedFunctions(_ name: ArraySlice<Unicode.Scalar>) -> [Int]? {
        guard let suffix = [["委", "员", "会"], ["局"], ["厅"], ["委"]].first(where: { name.count > $0.count + 3 && name.suffix($0.count).elementsEqual($0) })
        else { return nil }
        var rest = name.dropLast(suffix.count)
        var found: [Int] = []
        while !rest.isEmpty {
            if !found.isEmpty, rest.first == "和" { rest = rest.dropFirst() }
            guard let stem = stems.first(where: { rest.starts(with: $0.scalars) }) else { return nil }
            found.append(stem.function)
            rest = rest.dropFirst(stem.scalars.count)
        }
        return found.count > 1 ? found : nil
    }

    /// The words that begin exactly at `start`, shorter before longer.
    public func words(at start: Int, in scalars: [Unicode.Scalar]) -> [Word] {
        automaton.matches(at: start, in: scalars, limit: scalars.count).compactMap { match in
            Kind(rawValue: match.value >> 24).map { Word(kind: $0, index: Int(match.value & 0xFF_FFFF), range: match.range) }
        }
    }
}

extension [String] {
    /// Without repetitions, in order.
    var unique: [String] { [].union(self) }
}
