import Provenance

/// Reads composed names out of the words of a text. A name is read from its left end: frame, division, core.
public struct BodyNameReader: Sendable {
    let ontology: Ontology
    let lexicon: BodyLexicon
    /// The words of the stretch of text that is read.
    public var lattice: WordLattice
    public var levels: LevelTable
    public var scalars: [Unicode.Scalar]

    public init(ontology: Ontology, levels: LevelTable, lattice: WordLattice = WordLattice(), scalars: [Unicode.Scalar] = []) {
        self.init(ontology: ontology, lexicon: ontology.lexicon, levels: levels, lattice: lattice, scalars: scalars)
    }

    /// - Parameter lexicon: the one whose words the lattice holds.
    init(ontology: Ontology, lexicon: BodyLexicon, levels: LevelTable, lattice: WordLattice, scalars: [Unicode.Scalar]) {
        self.ontology = ontology
        self.lexicon = lexicon
        self.levels = levels
        self.lattice = lattice
        self.scalars = scalars
    }

    var regions: [Region] { ontology.divisions.regions }

    /// What stands before the core and says whose body it is.
    public struct Area: Hashable, Sendable {
        public var end: Int
        /// Index in `Divisions.regions`; nil where a level word stands for a division that is not known.
        public var region: Int?
        public var level: Level?

        public init(end: Int, region: Int? = nil, level: Level? = nil) {
            self.end = end
            self.region = region
            self.level = level
        }
    }

    /// A name as it may be read; cheap, since most readings of a text are thrown away.
    public struct Reading: Hashable, Sendable {
        enum Source: Hashable, Sendable {
            /// Index in the lexicon's `cores`.
            case core(Int)
            /// Index in the lexicon's `wholes`.
            case whole(Int)
            /// Index in the ontology's `bodies`.
            case named(Int)
        }

        public var range: Range<Int>
        var source: Source
        /// Begin and end of the printed division or level word; empty where none is printed.
        public var area: Range<Int>
        /// Index in `Divisions.regions`, where known.
        public var region: Int?
        public var level: Level?
        /// The name says whose body it is, or is whole by itself.
        public var isAnchored: Bool

        /// Index in the ontology's `bodies`, of a listed name.
        public var named: Int? { if case .named(let index) = source { index } else { nil } }
    }

    /// The one reading that takes the whole range.
    func readWhole() -> ResolvedBody? {
        let range = lattice.range
        if let reading = longestReading(at: range.lowerBound, endingAt: range.upperBound) { return body(reading) }
        if let merged = mergedReading() { return merged }
        var areas = areas(at: range.lowerBound)
        while let area = areas.next(self) {
            guard area.end == range.upperBound else { continue }
            let region = area.region.map { regions[$0] }
            return ResolvedBody(
                id: region?.id, official: region.map { $0.name }, level: area.level, division: region?.id,
                reading: [part(range, area.region)])
        }
        return nil
    }

    /// Divisions and level words that begin at a place.
    public func areas(at start: Int) -> AreaCursor { AreaCursor(self, at: start) }

    /// The longest of them that ends where a name may be cut, and not behind a limit.
    public func longestArea(at start: Int, upTo limit: Int) -> Area? {
        var longest: Area?
        var areas = areas(at: start)
        while let area = areas.next(self) {
            if area.end > longest?.end ?? 0, area.end <= limit, lattice.mayCut(area.end) { longest = area }
        }
        return longest
    }

    /// The longest name that begins at a place and ends where a name may be cut; of equally long ones listed names come first, then
    /// whole names, then the first in the order of the functions' file.
    /// - Parameter end: the one place where it may end; nil for any.
    public func longestReading(at start: Int, endingAt end: Int? = nil) -> Reading? {
        let kinds = lattice.kinds(at: start)
        var best: Reading?
        if !kinds.isDisjoint(with: .openings) {
            var link = lattice.words(at: start)
            while let word = lattice.next(&link) {
                switch word.kind {
                case .named, .whole:
                    guard word.range.upperBound > best?.range.upperBound ?? 0, mayEnd(word.range.upperBound, end) else { continue }
                    best = Reading(
                        range: word.range, source: word.kind == .named ? .named(word.index) : .whole(word.index), area: start..<start,
                        isAnchored: true)
                case .frame:
                    var areas = areas(at: word.range.upperBound)
                    while let area = areas.next(self) {
                        guard area.region != 0,
                            let core = longestCore(.any, at: area.end, frame: word.index, beyond: best?.range.upperBound ?? 0, endingAt: end)
                        else { continue }
                        best = reading(start..<core.end, core.index, word.range.upperBound..<area.end, area.region, area.level)
                    }
                default: break
                }
            }
        }
        var areas = areas(at: start)
        while let area = areas.next(self) {
            guard
                let core = longestCore(
                    area.region == 0 ? .ofCentre : .any, at: area.end, beyond: best?.range.upperBound ?? 0, endingAt: end)
            else { continue }
            best = reading(start..<core.end, core.index, start..<area.end, area.region, area.level)
        }
        if let core = longestCore(.standingBare, at: start, beyond: best?.range.upperBound ?? 0, endingAt: end) {
            let (region, level) = bare(lexicon.cores[core.index].levels)
            best = Reading(
                range: start..<core.end, source: .core(core.index), area: start..<start, region: region, level: level, isAnchored: false)
        }
        return best
    }

    /// The longest name without its division that begins at a place and ends where a name may be cut; nil where none does.
    public func longestBareName(at start: Int) -> Range<Int>? {
        longestCore(.any, at: start, beyond: start).map { start..<$0.end }
    }

    /// The name without its division that takes the whole range, read as that of a division given (列举承前省略): of several one of the
    /// function given, else the first in the order of the functions' file.
    /// - Parameter level: of the division; only names that bodies of that level bear are read. Any where it is nil.
    public func carried(_ range: Range<Int>, region: Int?, level: Level?, preferring function: Int? = nil) -> Reading? {
        guard let last = range.last, !lattice.kinds(at: range.lowerBound).isDisjoint(with: .cores) else { return nil }
        var first, preferred: Int?
        var link = lattice.words(at: range.lowerBound)
        // Of equal texts the last entered comes first in the lattice.
        while let word = lattice.next(&link) {
            guard word.isCore, word.range == range, lexicon.cores[word.index].frame == nil else { continue }
            if let level, !lexicon.mayEnd(function: lexicon.cores[word.index].function, at: level, with: scalars[last]) { continue }
            first = word.index
            if function == lexicon.cores[word.index].function { preferred = word.index }
        }
        return (preferred ?? first).map {
            Reading(range: range, source: .core($0), area: range.lowerBound..<range.lowerBound, region: region, level: level, isAnchored: false)
        }
    }

    private func reading(_ range: Range<Int>, _ core: Int, _ area: Range<Int>, _ region: Int?, _ level: Level?) -> Reading {
        Reading(range: range, source: .core(core), area: area, region: region, level: level, isAnchored: true)
    }

    @inline(__always)
    private func mayEnd(_ place: Int, _ end: Int?) -> Bool { end.map { $0 == place } ?? lattice.mayCut(place) }

    /// Which cores are looked for.
    private enum Wanted { case any, ofCentre, standingBare }

    /// The longest core at a place that ends behind another, and of equal texts the first in the order of the file.
    private func longestCore(
        _ wanted: Wanted, at start: Int, frame: Int? = nil, beyond other: Int, endingAt wantedEnd: Int? = nil
    ) -> (index: Int, end: Int)? {
        guard !lattice.kinds(at: start).isDisjoint(with: .cores) else { return nil }
        var found: (index: Int, end: Int)?
        var link = lattice.words(at: start)
        while let word = lattice.next(&link) {
            let end = Int(word.end)
            if end <= other || end < found?.end ?? 0 { break }
            // Of equal texts the last entered comes first in the lattice; the order of the file is wanted.
            guard word.isCore, lexicon.cores[word.index].frame == frame, mayEnd(end, wantedEnd) else { continue }
            switch wanted {
            case .any: break
            case .ofCentre: if !lexicon.cores[word.index].levels.contains(.centre) { continue }
            case .standingBare: if word.kind == .boundCore { continue }
            }
            found = (word.index, end)
        }
        return found
    }

    /// The nearest of the divisions that hold a region, or it itself, for which the level word printed there stands; nil where none does.
    public func region(ofLevelWord range: Range<Int>, near region: Int) -> Int? {
        guard let use = plainLevelWord(range) else { return nil }
        var current = region
        while current != 0 {
            if let own = ontology.divisions.levelWord(of: current), lexicon.levelUses[own].contains(use) { return current }
            current = ontology.divisions.parent(of: current)
        }
        return nil
    }

    /// Index in the lexicon's `levelWords` of the word alone (no 全省, 我州) that takes the whole range.
    private func plainLevelWord(_ range: Range<Int>) -> Int? {
        var link = lattice.words(at: range.lowerBound)
        while let word = lattice.next(&link) {
            if word.kind == .levelWord, word.range == range, lexicon.levelWords[word.index].isPlain { return word.index }
        }
        return nil
    }

    /// End of the plain level word (no 全省, 我州) that begins at a place.
    public func plainLevelWord(at start: Int) -> Int? {
        guard lattice.kinds(at: start).contains(BodyLexicon.Kinds(.levelWord)) else { return nil }
        var link = lattice.words(at: start)
        while let word = lattice.next(&link) {
            if word.kind == .levelWord, lexicon.levelWords[word.index].isPlain { return Int(word.end) }
        }
        return nil
    }

    /// A bare noun that may point back takes the whole range.
    public func isAnaphor(_ range: Range<Int>) -> Bool {
        guard lattice.kinds(at: range.lowerBound).contains(BodyLexicon.Kinds(.anaphor)) else { return false }
        var link = lattice.words(at: range.lowerBound)
        while let word = lattice.next(&link) { if word.kind == .anaphor, word.range == range { return true } }
        return false
    }

    /// 全国, 中国 and the like, with which an open name may begin: where it ends.
    public func opener(at start: Int) -> Int? { lattice.first(.opener, at: start).map { Int($0.end) } }

    /// Whose body a name without a division is: the centre's where only the centre has such a name; else that of the scope's
    /// widest division whose level has it; else the centre's.
    private func bare(_ names: LevelSet) -> (Int?, Level?) {
        if names == LevelSet(.centre) { return (0, .centre) }
        if let issuer = levels.issuer, bears(names, issuer) { return (issuer, ontology.divisions.regions[issuer].level) }
        if let item = levels.item, bears(names, item) { return (item, ontology.divisions.regions[item].level) }
        if names.contains(.centre) { return (0, .centre) }
        return (nil, names.single)
    }

    /// Whether bodies of a region bear names of these levels; those of a 直辖市 bear a city's.
    private func bears(_ names: LevelSet, _ region: Int) -> Bool {
        names.contains(ontology.divisions.regions[region].level) || (names.contains(.prefecture) && ontology.divisions.regions[region].isMunicipality)
    }

    func part(_ range: Range<Int>, _ region: Int?) -> ResolvedBody.Part {
        let text = String(scalars: scalars[range])
        return .init(text: text, meaning: region.map { regions[$0] }.map { "\($0.name) (\($0.id))" } ?? "?")
    }
}
