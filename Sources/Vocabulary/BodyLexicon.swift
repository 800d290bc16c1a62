/// All words of which names of bodies are made (机构词典), found by one automaton: names of divisions, level words, the parts of
/// names that functions make, named bodies, endings, classes. No name of a composed body stands in it. Immutable, large and shared
/// by every reader: a class.
public final class BodyLexicon: Sendable {
    public enum Kind: UInt8, Sendable {
        /// Index in `placeNames`.
        case region
        /// Index in `levelWords`: 省, 全省, 我州.
        case levelWord
        /// 国家, 全国, 国务院.
        case centre
        /// What stands behind the division, or without one: index in `cores`.
        case core
        /// What stands behind a division only: index in `cores`.
        case boundCore
        /// What stands before the division: index in `frames`.
        case frame
        /// A whole name of a function at one level: index in `wholes`.
        case whole
        /// Index in the ontology's `bodies`.
        case named
        /// Index in the ontology's `endings`.
        case ending
        case head, modifier, classWhole
        case stop, within, verb, opener, void, anaphor, pointer, joiner, open
    }

    /// Some kinds of words.
    public struct Kinds: OptionSet, Sendable {
        public let rawValue: UInt32

        public init(rawValue: UInt32) { self.rawValue = rawValue }
        @inlinable
        public init(_ kind: Kind) { rawValue = 1 << UInt32(kind.rawValue) }

        static let cores: Kinds = [Kinds(.core), Kinds(.boundCore)]
        /// What says whose a body is.
        static let areas: Kinds = [Kinds(.region), Kinds(.levelWord), Kinds(.centre)]
        /// What is a name by itself, or begins one before its division.
        static let openings: Kinds = [Kinds(.named), Kinds(.whole), Kinds(.frame)]
    }

    /// A word found in a text; small, since a page holds a thousand.
    public struct Word: Hashable, Sendable {
        public let kind: Kind
        let number: Int32
        public let start: Int32
        public let end: Int32

        /// What the word is, in the list that its kind names.
        public var index: Int { Int(number) }
        public var range: Range<Int> { Int(start)..<Int(end) }
        var isCore: Bool { kind == .core || kind == .boundCore }

        /// The word of a hit of the lexicon's automaton.
        @inline(__always)
        public init(_ hit: TermAutomaton.Hit) {
            kind = Kind(rawValue: UInt8(truncatingIfNeeded: hit.value >> 24)) ?? .stop
            number = hit.value & 0xFF_FFFF
            start = hit.start
            end = hit.end
        }
    }

    /// The part of a composed name behind the division: 人社局, 委组织部.
    public struct Core: Hashable, Sendable {
        /// Index in the ontology's `functions`.
        public let function: Int
        /// Levels whose form gives this core; the lowest of them where the printed level gives none.
        public let levels: LevelSet
        /// The suffix as printed where the core is stem and suffix; nil where it comes from a template or a whole name.
        public let suffix: String?
        /// The stem as printed where it is official in its own right (教育和体育); nil where it is short for the function's first.
        public let stem: String?
        /// It has to stand directly behind a division: 委, 政府.
        public let needsDivision: Bool
        /// Index in `frames` where it has one: only behind that frame and a division.
        public let frame: Int?
    }

    public struct LevelUse: Hashable, Sendable {
        /// 州 in 全州.
        public let word: String
        public let text: String
        /// The level that the word has wherever it is used (省, 县); nil for 市 and 区.
        public let onlyLevel: Level?
        /// The word alone.
        public let isPlain: Bool

        init(word: String, text: String, onlyLevel: Level?) {
            self.word = word
            self.text = text
            self.onlyLevel = onlyLevel
            isPlain = word == text
        }
    }

    public struct Whole: Hashable, Sendable {
        public let function: Int
        public let level: Level
    }

    /// Names of divisions, as ranges of `placeRegions`.
    let placeNames: [Range<Int>]
    /// Indices in `Divisions.regions`.
    let placeRegions: [Int]
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
    /// By function and level how its bodies' names end; nil where it has none at that level.
    private let suffixEnds: [SuffixEnds?]

    private struct SuffixEnds: Sendable {
        let scalars: [Unicode.Scalar]
        /// A suffix is empty: the stem may end in anything.
        let isAny: Bool

        init(_ form: GovernmentFunction.Form) {
            scalars = form.suffixes.compactMap { $0.unicodeScalars.last }
            isAny = form.suffixes.contains("")
        }
    }

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

        suffixEnds = functions.flatMap { function in
            Level.allCases.map { level in
                (function.form(at: level) ?? (level == .province ? function.form(at: .prefecture) : nil)).map(SuffixEnds.init)
            }
        }

        var terms: [(String, Int32)] = []
        func enter(_ text: String, _ kind: Kind, _ index: Int) {
            terms.append((text, Int32(kind.rawValue) << 24 | Int32(truncatingIfNeeded: index)))
        }
        let gazetteer = Gazetteer(divisions)
        for (index, name) in gazetteer.names.enumerated() { enter(name, .region, index) }
        placeNames = gazetteer.places
        placeRegions = gazetteer.regions
        var uses: [LevelUse] = []
        for word in divisions.levelWords.flatMap(\.words).unique {
            let level = divisions.onlyLevel(of: word)
            for text in [word] + ["全", "我", "本", "该"].map({ $0 + word }) { uses.append(LevelUse(word: word, text: text, onlyLevel: level)) }
        }
        levelWords = uses
        levelUses = divisions.levelWords.map { word in uses.indices.filter { word.words.contains(uses[$0].word) } }
        unscopedLevels = uses.map { LevelTable.Entry(region: nil, level: $0.onlyLevel) }
        for (index, use) in uses.enumerated() { enter(use.text, .levelWord, index) }
        for (index, text) in coreTexts.enumerated() { enter(text, cores[index].needsDivision ? .boundCore : .core, index) }
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
        (.centre, .centre), (.stop, .stop), (.within, .within), (.verb, .verb), (.opener, .opener), (.void, .void), (.anaphor, .anaphor),
        (.pointer, .pointer), (.joiner, .joiner), (.open, .open),
    ]

    /// Appends every word in a stretch of text, overlapping ones too, in order of their ends, longer before shorter.
    public func scan(_ scalars: [Unicode.Scalar], _ range: Range<Int>, into hits: inout [TermAutomaton.Hit]) {
        automaton.scan(scalars, range, into: &hits)
    }

    /// The words of a stretch of text that is looked at once.
    func lattice(_ scalars: [Unicode.Scalar], _ range: Range<Int>) -> WordLattice {
        var hits: [TermAutomaton.Hit] = []
        automaton.scan(scalars, range, into: &hits)
        var lattice = WordLattice(range: range)
        for hit in hits where hit.value >> 24 != Int32(Kind.void.rawValue) { lattice.insert(Word(hit)) }
        return lattice
    }

    /// Whether names of a function's bodies at a level end so: 厅 in a province.
    public func mayEnd(function: Int, at level: Level, with scalar: Unicode.Scalar) -> Bool {
        guard let ends = suffixEnds[function * Level.allCases.count + level.rank] else { return false }
        return ends.isAny || ends.scalars.contains(scalar)
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
}

extension [String] {
    /// Without repetitions, in order.
    var unique: [String] { [].union(self) }
}
