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

    var cores: [BodyLexicon.Core] { lexicon.cores }
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
        if let reading = longestReading(at: range.lowerBound, where: { $0 == range.upperBound }) { return body(reading) }
        if let merged = mergedReading() { return merged }
        var whole: Area?
        forEachArea(at: range.lowerBound) { if $0.end == range.upperBound, whole == nil { whole = $0 } }
        return whole.map { area in
            let region = area.region.map { regions[$0] }
            return ResolvedBody(
                id: region?.id, official: region.map { $0.name }, level: area.level, division: region?.id,
                reading: [part(range, area.region)])
        }
    }

    /// The longest name that begins at a place and ends where `mayEnd` allows it; of equally long ones listed names come
    /// first, then whole names, then the first in the order of the functions' file.
    public func longestReading(at start: Int, where mayEnd: (Int) -> Bool) -> Reading? {
        let kinds = lattice.kinds(at: start)
        var best: Reading?
        if !kinds.isDisjoint(with: .openings) {
            for word in lattice.words(at: start) {
                switch word.kind {
                case .named, .whole:
                    guard word.range.upperBound > best?.range.upperBound ?? 0, mayEnd(word.range.upperBound) else { continue }
                    best = Reading(
                        range: word.range, source: word.kind == .named ? .named(word.index) : .whole(word.index), area: start..<start,
                        isAnchored: true)
                case .frame:
                    forEachArea(at: word.range.upperBound) { area in
                        guard area.region != 0,
                            let core = longestCore(at: area.end, frame: word.index, beyond: best?.range.upperBound ?? 0, where: mayEnd, accepts: { _ in true })
                        else { return }
                        best = reading(start..<core.end, core.index, word.range.upperBound..<area.end, area.region, area.level)
                    }
                default: break
                }
            }
        }
        if !kinds.isDisjoint(with: .areas) {
            forEachArea(at: start) { area in
                // The centre's own bodies only.
                let isCentre = area.region == 0
                guard
                    let core = longestCore(
                        at: area.end, beyond: best?.range.upperBound ?? 0, where: mayEnd,
                        accepts: { !isCentre || cores[$0].levels.contains(.centre) })
                else { return }
                best = reading(start..<core.end, core.index, start..<area.end, area.region, area.level)
            }
        }
        if kinds.contains(BodyLexicon.Kinds(.core)),
            let core = longestCore(at: start, beyond: best?.range.upperBound ?? 0, where: mayEnd, accepts: { !cores[$0].needsDivision })
        {
            let (region, level) = bare(cores[core.index].levels)
            best = Reading(
                range: start..<core.end, source: .core(core.index), area: start..<start, region: region, level: level, isAnchored: false)
        }
        return best
    }

    /// The longest name without its division that begins at a place and ends where `mayEnd` allows it; nil where none does.
    public func longestBareName(at start: Int, where mayEnd: (Int) -> Bool) -> Range<Int>? {
        longestCore(at: start, beyond: start, where: mayEnd, accepts: { _ in true }).map { start..<$0.end }
    }

    /// The name without its division that takes the whole range, read as that of a division given (列举承前省略): of several the first that
    /// the condition accepts, in the order of the functions' file.
    public func carried(_ range: Range<Int>, region: Int?, level: Level?, where accepts: (Reading) -> Bool) -> Reading? {
        let core = longestCore(at: range.lowerBound, beyond: range.upperBound - 1, where: { $0 == range.upperBound }) { core in
            accepts(carried(range, core, region, level))
        }
        return core.map { carried(range, $0.index, region, level) }
    }

    private func carried(_ range: Range<Int>, _ core: Int, _ region: Int?, _ level: Level?) -> Reading {
        Reading(range: range, source: .core(core), area: range.lowerBound..<range.lowerBound, region: region, level: level, isAnchored: false)
    }

    private func reading(_ range: Range<Int>, _ core: Int, _ area: Range<Int>, _ region: Int?, _ level: Level?) -> Reading {
        Reading(range: range, source: .core(core), area: area, region: region, level: level, isAnchored: true)
    }

    /// The longest core at a place that ends behind another, and of equal texts the first in the order of the file.
    private func longestCore(
        at start: Int, frame: Int? = nil, beyond other: Int, where mayEnd: (Int) -> Bool, accepts: (Int) -> Bool
    ) -> (index: Int, end: Int)? {
        guard lattice.kinds(at: start).contains(BodyLexicon.Kinds(.core)) else { return nil }
        var found: (index: Int, end: Int)?
        for word in lattice.words(at: start) {
            let end = Int(word.end)
            if end <= other || end < found?.end ?? 0 { break }
            // Of equal texts the last entered comes first in the lattice; the order of the file is wanted.
            guard word.kind == .core, cores[word.index].frame == frame, mayEnd(end), accepts(word.index) else { continue }
            found = (word.index, end)
        }
        return found
    }

    /// Divisions and level words that begin at a place, with what they stand for, longest first for each kind; behind each the
    /// number of a session, where one is printed (河南省第十二届).
    public func forEachArea(at start: Int, _ visit: (Area) -> Void) {
        guard !lattice.kinds(at: start).isDisjoint(with: .areas) else { return }
        forEachPlainArea(at: start) { area in
            visit(area)
            if let end = session(at: area.end) { visit(Area(end: end, region: area.region, level: area.level)) }
        }
    }

    private func session(at start: Int) -> Int? {
        guard start < lattice.range.upperBound, scalars[start] == "第" else { return nil }
        let limit = min(lattice.range.upperBound, start + 6)
        return (start..<limit).first { scalars[$0] == "届" }.map { $0 + 1 }
    }

    private func forEachPlainArea(at start: Int, _ visit: (Area) -> Void) {
        for word in lattice.words(at: start) {
            switch word.kind {
            case .region: forEachChain(from: word, visit)
            case .levelWord:
                let entry = levels.entries[word.index]
                visit(Area(end: word.range.upperBound, region: entry.region, level: entry.level))
            case .centre: visit(Area(end: word.range.upperBound, region: 0, level: .centre))
            default: break
            }
        }
    }

    /// The longest area at a place that ends where `mayEnd` allows it.
    public func longestArea(at start: Int, where mayEnd: (Area) -> Bool) -> Area? {
        var longest: Area?
        forEachArea(at: start) { area in
            if area.end > longest?.end ?? 0, mayEnd(area) { longest = area }
        }
        return longest
    }

    /// The nearest of the divisions that hold a region, or it itself, for which the level word printed there stands; nil where none does.
    public func region(ofLevelWord range: Range<Int>, near region: Int) -> Int? {
        let use = lattice.first(at: range.lowerBound) { $0.kind == .levelWord && $0.range == range && lexicon.levelWords[$0.index].isPlain }
        guard let use else { return nil }
        var current = region
        while current != 0 {
            if let own = ontology.divisions.levelWord(of: current), lexicon.levelUses[own].contains(use.index) { return current }
            current = ontology.divisions.parent(of: current)
        }
        return nil
    }

    /// End of the plain level word (no 全省, 我州) that begins at a place.
    public func plainLevelWord(at start: Int) -> Int? {
        guard lattice.kinds(at: start).contains(BodyLexicon.Kinds(.levelWord)) else { return nil }
        return lattice.first(at: start) { $0.kind == .levelWord && lexicon.levelWords[$0.index].isPlain }?.range.upperBound
    }

    /// A bare noun that may point back takes the whole range.
    public func isAnaphor(_ range: Range<Int>) -> Bool {
        guard lattice.kinds(at: range.lowerBound).contains(BodyLexicon.Kinds(.anaphor)) else { return false }
        return lattice.first(at: range.lowerBound) { $0.kind == .anaphor && $0.range == range } != nil
    }

    /// 全国, 中国 and the like, with which an open name may begin: where it ends.
    public func opener(at start: Int) -> Int? {
        guard lattice.kinds(at: start).contains(BodyLexicon.Kinds(.opener)) else { return nil }
        return lattice.first(at: start) { $0.kind == .opener }?.range.upperBound
    }

    /// 云南省昆明市五华区: each lies in the one before it.
    private func forEachChain(from first: BodyLexicon.Word, _ visit: (Area) -> Void) {
        var candidates = lexicon.placeRegions[lexicon.placeNames[first.index]]
        var end = first.range.upperBound
        for _ in 0..<4 {
            guard let best = candidates.count == 1 ? candidates.first : ontology.divisions.nearest(Array(candidates), to: levels.near) else { return }
            visit(Area(end: end, region: best, level: regions[best].level))
            guard lattice.kinds(at: end).contains(BodyLexicon.Kinds(.region)), let longer = inner(at: end, of: candidates) else { return }
            (end, candidates) = longer
        }
    }

    /// The longest name at a place of divisions that lie in one of those before it.
    private func inner(at place: Int, of outer: ArraySlice<Int>) -> (end: Int, regions: ArraySlice<Int>)? {
        for word in lattice.words(at: place) where word.kind == .region {
            let inside = lexicon.placeRegions[lexicon.placeNames[word.index]].filter { region in
                outer.contains { $0 != region && ontology.divisions.contains($0, region) }
            }
            if !inside.isEmpty { return (word.range.upperBound, inside[...]) }
        }
        return nil
    }

    /// Whose body a name without a division is: the centre's where only the centre has such a name; else that of the scope's
    /// widest division whose level has it; else the centre's.
    private func bare(_ names: LevelSet) -> (Int?, Level?) {
        if names == LevelSet(.centre) { return (0, .centre) }
        for index in levels.around {
            let region = regions[index]
            if names.contains(region.level) || (names.contains(.prefecture) && region.isMunicipality) { return (index, region.level) }
        }
        if names.contains(.centre) { return (0, .centre) }
        return (nil, names.single)
    }

    func part(_ range: Range<Int>, _ region: Int?) -> ResolvedBody.Part {
        let text = String(scalars: scalars[range])
        return .init(text: text, meaning: region.map { regions[$0] }.map { "\($0.name) (\($0.id))" } ?? "?")
    }
}
