import Provenance

/// What a reading means: id, official name, and how it was read.
extension BodyNameReader {
    /// Index in the ontology's `functions` of the one that a reading names; nil for listed bodies.
    public func function(of reading: Reading) -> Int? {
        switch reading.source {
        case .core(let core): lexicon.cores[core].function
        case .whole(let whole): lexicon.wholes[whole].function
        case .named: nil
        }
    }

    /// A number that is the same for readings of the same name and division, and of no others.
    public func meaning(of reading: Reading) -> Int {
        switch reading.source {
        case .core(let index): ((reading.region.map { $0 + 1 } ?? 0) * lexicon.cores.count + index) * 3
        case .whole(let index): index * 3 + 1
        case .named(let index): index * 3 + 2
        }
    }

    /// Who a reading's body is, without the explanation that nobody reads of running text.
    public func identity(_ reading: Reading) -> BodyIdentity {
        switch reading.source {
        case .named(let index): return BodyIdentity(id: ontology.bodies[index].id, official: ontology.bodies[index].name)
        case .whole(let index):
            let body = whole(lexicon.wholes[index], reading.range)
            return BodyIdentity(id: body.id, official: body.official, division: body.division)
        case .core(let index):
            guard let region = reading.region else { return BodyIdentity() }
            let function = ontology.functions[lexicon.cores[index].function]
            let division = regions[region].id
            return BodyIdentity(id: division + "/" + function.id, official: official(lexicon.cores[index], function, regions[region]), division: division)
        }
    }

    public func body(_ reading: Reading) -> ResolvedBody {
        switch reading.source {
        case .named(let index):
            let body = ontology.bodies[index]
            return ResolvedBody(
                id: body.id, official: body.name, reading: [.init(text: String(scalars: scalars[reading.range]), meaning: "\(body.name) (\(body.id))")])
        case .whole(let index): return whole(lexicon.wholes[index], reading.range)
        case .core(let index): return composed(lexicon.cores[index], reading)
        }
    }

    private func composed(_ core: BodyLexicon.Core, _ reading: Reading) -> ResolvedBody {
        let function = ontology.functions[core.function]
        let region = reading.region.map { regions[$0] }
        var parts: [ResolvedBody.Part] = []
        if reading.range.lowerBound < reading.area.lowerBound {
            let frame = String(scalars: scalars[reading.range.lowerBound..<reading.area.lowerBound])
            parts.append(.init(text: frame, meaning: "\(function.label) (\(function.id))"))
        }
        if !reading.area.isEmpty || region != nil { parts.append(part(reading.area, reading.region)) }
        let tail = String(scalars: scalars[reading.area.upperBound..<reading.range.upperBound])
        parts.append(.init(text: tail, meaning: "\(function.label) (\(function.id))"))
        return ResolvedBody(
            id: region.map { "\($0.id)/\(function.id)" }, official: region.flatMap { official(core, function, $0) }, level: reading.level,
            division: region?.id, function: function.id, reading: parts)
    }

    private func whole(_ whole: BodyLexicon.Whole, _ range: Range<Int>) -> ResolvedBody {
        let function = ontology.functions[whole.function]
        let part = ResolvedBody.Part(text: String(scalars: scalars[range]), meaning: "\(function.label) (\(function.id))")
        guard whole.level == .centre, let form = function.form(at: .centre) else {
            return ResolvedBody(level: whole.level, function: function.id, reading: [part])
        }
        return ResolvedBody(
            id: "CN/\(function.id)",
            official: form.officialName(in: .china, stem: function.stems.first ?? "", suffix: form.suffixes.first ?? ""), level: .centre,
            division: "CN", function: function.id, reading: [part])
    }

    private func official(_ core: BodyLexicon.Core, _ function: GovernmentFunction, _ region: Region) -> String? {
        guard let form = function.form(at: region.level) ?? core.levels.lowest.flatMap({ function.form(at: $0) }) else { return nil }
        // The printed suffix counts where it is one of this level's, in a municipality where it is a city's.
        let printed = core.suffix.map { form.fullSuffix($0) }
        let usual = (region.isMunicipality ? form.municipalitySuffix : nil) ?? form.suffixes.first ?? ""
        let isUsed = core.levels.contains(region.level)
        let isKnown = printed.map { form.suffixes.contains($0) || isUsed } ?? false
        return form.officialName(
            in: region, stem: core.stem ?? function.stems.first ?? "", suffix: isKnown ? printed ?? usual : (isUsed ? usual : printed ?? usual))
    }

    /// 教育体育局, 自然资源和规划局: a bureau of two functions that a county has merged. The whole range must be division, stems,
    /// suffix.
    func mergedReading() -> ResolvedBody? {
        let range = lattice.range
        var areas = areas(at: range.lowerBound)
        while let area = areas.next(self) {
            let tail = scalars[area.end..<range.upperBound]
            guard area.region != 0, let merged = lexicon.mergedFunctions(tail) else { continue }
            let region = area.region.map { regions[$0] }
            let functions = merged.map { ontology.functions[$0] }
            return ResolvedBody(
                id: region.map { region in region.id + "/" + functions.map(\.id).joined(separator: "+") },
                official: region.map { $0.name + String(scalars: tail) }, level: area.level, division: region?.id,
                function: functions.map(\.id).joined(separator: "+"),
                reading: [part(range.lowerBound..<area.end, area.region)]
                    + [.init(text: String(scalars: tail), meaning: functions.map(\.label).joined(separator: " + "))])
        }
        return nil
    }
}
