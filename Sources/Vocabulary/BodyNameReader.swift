import Provenance

/// Reads composed names out of the words of a text. A name is read from its left end: frame, division, core.
public struct BodyNameReader {
    let ontology: Ontology
    public var scope: Scope
    let lattice: WordLattice
    let scalars: [Unicode.Scalar]

    public init(ontology: Ontology, scope: Scope, lattice: WordLattice, scalars: [Unicode.Scalar]) {
        self.ontology = ontology
        self.scope = scope
        self.lattice = lattice
        self.scalars = scalars
    }

    /// What stands before the core and says whose body it is.
    public struct Area: Hashable, Sendable {
        public var end: Int
        /// Index in `Divisions.regions`; nil where a level word stands for a division that is not known.
        public var region: Int?
        public var level: Level?
        /// It names the division or the level; nothing stood there where it does not.
        public var isPrinted: Bool
        var parts: [ResolvedBody.Part]
    }

    public struct Reading: Hashable, Sendable {
        public var range: Range<Int>
        public var body: ResolvedBody
        /// The name begins with a division or level word, or is whole by itself.
        public var isAnchored: Bool
        /// End of the printed division or level word; the start where none is printed.
        public var areaEnd: Int
        /// It could be a body of this function at any level (财政局): only its place says whose.
        public var function: Int?
        /// Index in the ontology's `bodies`, of a listed name.
        public var named: Int?
    }

    /// The one reading that takes the whole range.
    func readWhole() -> ResolvedBody? {
        let range = lattice.range
        if let reading = readings(at: range.lowerBound).first(where: { $0.range.upperBound == range.upperBound }) { return reading.body }
        guard let area = areas(at: range.lowerBound).first(where: { $0.end == range.upperBound && $0.isPrinted }) else { return nil }
        return body(ofArea: area)
    }

    /// The names that begin at a place, the longest first; of equally long ones the best.
    public func readings(at start: Int) -> [Reading] {
        var found: [Reading] = []
        for word in lattice.starting(at: start) {
            let text = String(scalars: scalars[word.range])
            switch word.kind {
            case .named:
                let body = ontology.bodies[word.index]
                found.append(
                    Reading(
                        range: word.range,
                        body: ResolvedBody(id: body.id, official: body.name, reading: [.init(text: text, meaning: body.name)]),
                        isAnchored: true, areaEnd: start, named: word.index))
            case .whole:
                let whole = ontology.lexicon.wholes[word.index]
                if let body = body(function: whole.function, level: whole.level, text: text) {
                    found.append(Reading(range: word.range, body: body, isAnchored: true, areaEnd: start, function: whole.function))
                }
            case .frame:
                let frame = ontology.lexicon.frames[word.index]
                for area in areas(at: word.range.upperBound) where area.isPrinted && area.region != 0 {
                    for core in cores(at: area.end) where core.frame == frame {
                        var reading = self.reading(start, area, core.index, core.end)
                        reading.body.reading.insert(.init(text: frame, meaning: frame), at: 0)
                        found.append(reading)
                    }
                }
            default: break
            }
        }
        for area in areas(at: start) {
            for core in cores(at: area.end) where core.frame == nil {
                if !area.isPrinted, ontology.lexicon.cores[core.index].needsDivision { continue }
                if area.region == 0, area.isPrinted, !fitsCentre(core.index) { continue }
                found.append(reading(start, area, core.index, core.end))
            }
        }
        // Sorting by end alone would leave equal ends in an order that the library may choose.
        return found.enumerated().sorted { ($1.element.range.upperBound, $0.offset) < ($0.element.range.upperBound, $1.offset) }.map(\.element)
    }

    /// A core that stands at a place without its division, with an area carried over from the list that it is in.
    public func carried(at start: Int, region: Int?, level: Level?) -> [Reading] {
        cores(at: start).filter { $0.frame == nil }.map {
            reading(start, Area(end: start, region: region, level: level, isPrinted: false, parts: []), $0.index, $0.end, isCarried: true)
        }
    }

    private func cores(at start: Int) -> [(index: Int, end: Int, frame: String?)] {
        lattice.starting(at: start).filter { $0.kind == .core }
            .map { ($0.index, $0.range.upperBound, ontology.lexicon.cores[$0.index].frame) }
            .enumerated().sorted { ($1.element.1, $0.element.0) < ($0.element.1, $1.element.0) }.map(\.element)
    }

    private func fitsCentre(_ core: Int) -> Bool { ontology.lexicon.cores[core].levels.contains(.centre) }

    /// Divisions and level words that begin at a place, longest first; last the empty one.
    public func areas(at start: Int) -> [Area] {
        var found: [Area] = []
        for word in lattice.starting(at: start) {
            switch word.kind {
            case .region: found += chains(from: word)
            case .levelWord:
                let use = ontology.lexicon.levelWords[word.index]
                let region = ontology.divisions.region(for: use.word, in: scope)
                let level = region.map { ontology.divisions.regions[$0].level } ?? ontology.divisions.onlyLevel(of: use.word)
                let meaning = region.map { ontology.divisions.regions[$0] }.map { "\($0.name) (\($0.id))" } ?? "?"
                found.append(
                    Area(end: word.range.upperBound, region: region, level: level, isPrinted: true, parts: [.init(text: use.text, meaning: meaning)]))
            case .centre:
                found.append(
                    Area(
                        end: word.range.upperBound, region: 0, level: .centre, isPrinted: true,
                        parts: [.init(text: String(scalars: scalars[word.range]), meaning: "CN")]))
            default: break
            }
        }
        found = found.enumerated().sorted { ($1.element.end, $0.offset) < ($0.element.end, $1.offset) }.map(\.element)
        found.append(Area(end: start, region: nil, level: nil, isPrinted: false, parts: []))
        return found
    }

    /// 全国, 中国 and the like, with which an open name may begin.
    public func opener(at start: Int) -> Area? {
        lattice.starting(at: start).first { $0.kind == .opener }.map {
            Area(end: $0.range.upperBound, region: nil, level: nil, isPrinted: true, parts: [.init(text: String(scalars: scalars[$0.range]), meaning: "")])
        }
    }

    /// 云南省昆明市五华区: each lies in the one before it.
    private func chains(from first: BodyLexicon.Word) -> [Area] {
        var found: [Area] = []
        var candidates = sameName(first)
        var parts: [ResolvedBody.Part] = []
        var word = first
        for _ in 0..<4 {
            let near = scope.divisions.first.flatMap { ontology.divisions.index(of: $0) }
            guard let best = ontology.divisions.nearest(candidates, to: near) else { break }
            let region = ontology.divisions.regions[best]
            parts.append(.init(text: String(scalars: scalars[word.range]), meaning: "\(region.name) (\(region.id))"))
            found.append(Area(end: word.range.upperBound, region: best, level: region.level, isPrinted: true, parts: parts))
            let outer = candidates
            var longer: (BodyLexicon.Word, [Int])?
            for next in lattice.starting(at: word.range.upperBound) where next.kind == .region {
                let inner = sameName(next).filter { inside in outer.contains { $0 != inside && ontology.divisions.contains($0, inside) } }
                if !inner.isEmpty { longer = (next, inner); break }
            }
            guard let longer else { break }
            (word, candidates) = longer
        }
        return found
    }

    /// All divisions that bear the printed name; those of today before former ones.
    private func sameName(_ word: BodyLexicon.Word) -> [Int] {
        let all = lattice.starting(at: word.range.lowerBound).filter { $0.kind == .region && $0.range == word.range }.map(\.index).sorted()
        let text = String(scalars: scalars[word.range])
        let current = all.filter { ontology.divisions.regions[$0].validUntil == nil }
        let named = current.filter { ontology.divisions.regions[$0].name == text }
        return !named.isEmpty ? named : (current.isEmpty ? all : current)
    }

    // MARK: what a reading means

    private func reading(_ start: Int, _ area: Area, _ core: Int, _ end: Int, isCarried: Bool = false) -> Reading {
        let entry = ontology.lexicon.cores[core]
        let function = ontology.functions[entry.function]
        let text = ontology.lexicon.coreTexts[core]
        var region = area.region
        var level = area.level
        var parts = area.parts
        if !area.isPrinted, !isCarried { (region, level) = bare(entry) }
        if let home = region.map({ ontology.divisions.regions[$0] }), !area.isPrinted { parts = [.init(text: "", meaning: "\(home.name) (\(home.id))")] }
        parts.append(.init(text: text, meaning: "\(function.label) (\(function.id))"))
        let body = ResolvedBody(
            id: region.map { "\(ontology.divisions.regions[$0].id)/\(function.id)" },
            official: region.flatMap { official(entry, function, ontology.divisions.regions[$0]) }, level: level,
            division: region.map { ontology.divisions.regions[$0].id }, function: function.id, reading: parts)
        return Reading(
            range: start..<end, body: body, isAnchored: area.isPrinted, areaEnd: area.isPrinted ? area.end : start, function: entry.function)
    }

    /// Whose body a name without a division is: the centre's where only the centre has such a name; else that of the scope's
    /// widest division whose level has it; else the centre's.
    private func bare(_ core: BodyLexicon.Core) -> (Int?, Level?) {
        if core.levels == [.centre] { return (0, .centre) }
        for id in scope.divisions.reversed() {
            guard let index = ontology.divisions.index(of: id) else { continue }
            let region = ontology.divisions.regions[index]
            if core.levels.contains(region.level) || (region.isMunicipality && core.levels.contains(.prefecture)) { return (index, region.level) }
        }
        if core.levels.contains(.centre) { return (0, .centre) }
        return (nil, core.levels.count == 1 ? core.levels.first : nil)
    }

    private func official(_ core: BodyLexicon.Core, _ function: GovernmentFunction, _ region: Region) -> String? {
        let form = function.form(at: region.level)
            ?? core.levels.last.flatMap { function.form(at: $0) }
        guard let form else { return nil }
        // The printed suffix counts where it is one of this level's, in a municipality where it is a city's.
        let printed = core.suffix.map { form.fullSuffix($0) }
        let usual = (region.isMunicipality ? form.municipalitySuffix : nil) ?? form.suffixes.first ?? ""
        let isKnown = printed.map { suffix in form.suffixes.contains(suffix) || core.levels.contains(region.level) } ?? false
        return compose(form, function, suffix: isKnown ? printed ?? usual : (core.levels.contains(region.level) ? usual : printed ?? usual), region, stem: core.stem)
    }

    private func compose(
        _ form: GovernmentFunction.Form, _ function: GovernmentFunction, suffix: String, _ region: Region, stem: String? = nil
    ) -> String {
        let isLeague = region.level == .prefecture && (region.name.hasSuffix("盟") || region.name.hasSuffix("地区"))
        let template = (isLeague ? form.leagueOfficial : nil) ?? form.official ?? "{division}{stem}{suffix}"
        return NameTemplate(template).filled(
            division: region.level == .centre ? "" : region.name, short: region.shortNames.first ?? region.name,
            stem: stem ?? function.stems.first ?? "", suffix: suffix)
    }

    private func body(function index: Int, level: Level, text: String) -> ResolvedBody? {
        let function = ontology.functions[index]
        let part = ResolvedBody.Part(text: text, meaning: "\(function.label) (\(function.id))")
        guard level == .centre, let form = function.form(at: .centre) else {
            return ResolvedBody(level: level, function: function.id, reading: [part])
        }
        return ResolvedBody(
            id: "CN/\(function.id)", official: compose(form, function, suffix: form.suffixes.first ?? "", .china), level: .centre,
            division: "CN", function: function.id, reading: [part])
    }

    private func body(ofArea area: Area) -> ResolvedBody {
        let region = area.region.map { ontology.divisions.regions[$0] }
        return ResolvedBody(id: region?.id, official: region?.name, level: area.level, division: region?.id, reading: area.parts)
    }
}
