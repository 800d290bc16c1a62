import Provenance

/// Reads composed names out of the words of a text. A name is read from its left end: frame, division, core.
///
/// A class, since it goes into every closure of the search and holds much that would be copied with it.
public final class BodyNameReader {
    let ontology: Ontology
    let lexicon: BodyLexicon
    let levels: LevelTable
    let lattice: WordLattice
    let scalars: [Unicode.Scalar]
    let cores: [BodyLexicon.Core]
    let regions: [Region]

    public convenience init(ontology: Ontology, levels: LevelTable, lattice: WordLattice, scalars: [Unicode.Scalar]) {
        self.init(ontology: ontology, lexicon: ontology.lexicon, levels: levels, lattice: lattice, scalars: scalars)
    }

    /// - Parameter lexicon: the one whose words the lattice holds.
    init(ontology: Ontology, lexicon: BodyLexicon, levels: LevelTable, lattice: WordLattice, scalars: [Unicode.Scalar]) {
        self.ontology = ontology
        self.lexicon = lexicon
        self.levels = levels
        self.lattice = lattice
        self.scalars = scalars
        cores = lexicon.cores
        regions = ontology.divisions.regions
    }

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
        var best: Reading?
        func offer(_ reading: Reading) {
            guard mayEnd(reading.range.upperBound) else { return }
            if let best, best.range.upperBound >= reading.range.upperBound { return }
            best = reading
        }
        lattice.forEach(at: start) { word in
            switch word.kind {
            case .named:
                offer(Reading(range: word.range, source: .named(word.index), area: start..<start, isAnchored: true))
            case .whole:
                offer(Reading(range: word.range, source: .whole(word.index), area: start..<start, isAnchored: true))
            case .frame:
                let frame = lexicon.frames[word.index]
                forEachArea(at: word.range.upperBound) { area in
                    guard area.region != 0 else { return }
                    forEachCore(at: area.end, frame: frame) { core, end in
                        offer(reading(start..<end, core, word.range.upperBound..<area.end, area.region, area.level))
                    }
                }
            default: break
            }
            return false
        }
        forEachArea(at: start) { area in
            forEachCore(at: area.end, frame: nil) { core, end in
                if area.region == 0, !cores[core].levels.contains(.centre) { return }
                offer(reading(start..<end, core, start..<area.end, area.region, area.level))
            }
        }
        forEachCore(at: start, frame: nil) { core, end in
            if cores[core].needsDivision { return }
            let (region, level) = bare(cores[core])
            offer(Reading(range: start..<end, source: .core(core), area: start..<start, region: region, level: level, isAnchored: false))
        }
        return best
    }

    /// Names without their division that begin at a place, longest first, read as those of a division given (列举承前省略).
    public func carried(at start: Int, region: Int?, level: Level?) -> [Reading] {
        var found: [Reading] = []
        forEachCore(at: start, frame: nil) { core, end in
            found.append(Reading(range: start..<end, source: .core(core), area: start..<start, region: region, level: level, isAnchored: false))
        }
        return found
    }

    private func reading(_ range: Range<Int>, _ core: Int, _ area: Range<Int>, _ region: Int?, _ level: Level?) -> Reading {
        Reading(range: range, source: .core(core), area: area, region: region, level: level, isAnchored: true)
    }

    private func forEachCore(at start: Int, frame: String?, _ visit: (Int, Int) -> Void) {
        // Of equal texts the last entered comes first here; the order of the file is wanted.
        var held: (indices: [Int], end: Int)?
        func flush() {
            guard let known = held else { return }
            for index in known.indices.reversed() { visit(index, known.end) }
        }
        lattice.forEach(at: start) { word in
            guard word.kind == .core, cores[word.index].frame == frame else { return false }
            if held?.end == word.range.upperBound {
                held?.indices.append(word.index)
            } else {
                flush()
                held = ([word.index], word.range.upperBound)
            }
            return false
        }
        flush()
    }

    /// Divisions and level words that begin at a place, with what they stand for, longest first for each kind; behind each the
    /// number of a session, where one is printed (河南省第十二届).
    public func forEachArea(at start: Int, _ visit: (Area) -> Void) {
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
        lattice.forEach(at: start) { word in
            switch word.kind {
            case .region: forEachChain(from: word, visit)
            case .levelWord:
                let entry = levels.entries[word.index]
                visit(Area(end: word.range.upperBound, region: entry.region, level: entry.level))
            case .centre:
                visit(Area(end: word.range.upperBound, region: 0, level: .centre))
            default: break
            }
            return false
        }
    }

    /// 全国, 中国 and the like, with which an open name may begin: where it ends.
    public func opener(at start: Int) -> Int? {
        lattice.first(at: start) { $0.kind == .opener }?.range.upperBound
    }

    /// 云南省昆明市五华区: each lies in the one before it.
    private func forEachChain(from first: BodyLexicon.Word, _ visit: (Area) -> Void) {
        guard isFirst(first) else { return }
        var candidates = sameName(first)
        var word = first
        for _ in 0..<4 {
            guard let best = candidates.count == 1 ? candidates[0] : ontology.divisions.nearest(candidates, to: levels.near) else { return }
            visit(Area(end: word.range.upperBound, region: best, level: regions[best].level))
            var longer: (BodyLexicon.Word, [Int])?
            lattice.forEach(at: word.range.upperBound) { next in
                guard next.kind == .region else { return false }
                let inner = sameName(next).filter { inside in candidates.contains { $0 != inside && ontology.divisions.contains($0, inside) } }
                if !inner.isEmpty { longer = (next, inner) }
                return !inner.isEmpty
            }
            guard let longer else { return }
            (word, candidates) = longer
        }
    }

    /// Of the entries of one name at one place only the first begins a chain.
    private func isFirst(_ word: BodyLexicon.Word) -> Bool {
        lattice.first(at: word.range.lowerBound) { $0.kind == .region && $0.range == word.range }?.index == word.index
    }

    /// All divisions that bear the printed name: those of today before former ones, those named so in full before short names.
    private func sameName(_ word: BodyLexicon.Word) -> [Int] {
        var all: [Int] = []
        lattice.forEach(at: word.range.lowerBound) {
            if $0.kind == .region, $0.range == word.range { all.append($0.index) }
            return false
        }
        guard all.count > 1 else { return all }
        all.sort()
        let text = String(scalars: scalars[word.range])
        let current = all.filter { regions[$0].validUntil == nil }
        let named = current.filter { regions[$0].name == text }
        return !named.isEmpty ? named : (current.isEmpty ? all : current)
    }

    /// Whose body a name without a division is: the centre's where only the centre has such a name; else that of the scope's
    /// widest division whose level has it; else the centre's.
    private func bare(_ core: BodyLexicon.Core) -> (Int?, Level?) {
        if core.levels == [.centre] { return (0, .centre) }
        for index in levels.around {
            let region = regions[index]
            if core.levels.contains(region.level) || (region.isMunicipality && core.levels.contains(.prefecture)) { return (index, region.level) }
        }
        if core.levels.contains(.centre) { return (0, .centre) }
        return (nil, core.levels.count == 1 ? core.levels.first : nil)
    }

    func part(_ range: Range<Int>, _ region: Int?) -> ResolvedBody.Part {
        let text = String(scalars: scalars[range])
        return .init(text: text, meaning: region.map { regions[$0] }.map { "\($0.name) (\($0.id))" } ?? "?")
    }
}
