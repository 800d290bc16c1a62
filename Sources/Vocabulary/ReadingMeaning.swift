import Provenance

/// What a reading means: id, official name, and how it was read.
extension BodyNameReader {
    /// The function that a reading names; nil for listed bodies.
    public func function(of reading: Reading) -> GovernmentFunction? {
        switch reading.source {
        case .core(let core): ontology.functions[cores[core].function]
        case .whole(let whole): ontology.functions[lexicon.wholes[whole].function]
        case .named: nil
        }
    }

    /// Id, official name and division's id of a reading, without the explanation that nobody reads of running text.
    public func identity(_ reading: Reading) -> (id: String?, official: String?, division: String?) {
        switch reading.source {
        case .named(let index): return (ontology.bodies[index].id, ontology.bodies[index].name, nil)
        case .whole(let index):
            let body = whole(lexicon.wholes[index], reading.range)
            return (body.id, body.official, body.division)
        case .core(let index):
            guard let region = reading.region else { return (nil, nil, nil) }
            let function = ontology.functions[cores[index].function]
            let division = regions[region].id
            return (division + "/" + function.id, official(cores[index], function, regions[region]), division)
        }
    }

    public func body(_ reading: Reading) -> ResolvedBody {
        switch reading.source {
        case .named(let index):
            let body = ontology.bodies[index]
            return ResolvedBody(
                id: body.id, official: body.name, reading: [.init(text: String(scalars: scalars[reading.range]), meaning: "\(body.name) (\(body.id))")])
        case .whole(let index): return whole(lexicon.wholes[index], reading.range)
        case .core(let index): return composed(cores[index], reading)
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
            id: "CN/\(function.id)", official: compose(form, function, suffix: form.suffixes.first ?? "", .china), level: .centre,
            division: "CN", function: function.id, reading: [part])
    }

    private func official(_ core: BodyLexicon.Core, _ function: GovernmentFunction, _ region: Region) -> String? {
        guard let form = function.form(at: region.level) ?? core.levels.last.flatMap({ function.form(at: $0) }) else { return nil }
        // The printed suffix counts where it is one of this level's, in a municipality where it is a city's.
        let printed = core.suffix.map { form.fullSuffix($0) }
        let usual = (region.isMunicipality ? form.municipalitySuffix : nil) ?? form.suffixes.first ?? ""
        let isUsed = core.levels.contains(region.level)
        let isKnown = printed.map { form.suffixes.contains($0) || isUsed } ?? false
        return compose(form, function, suffix: isKnown ? printed ?? usual : (isUsed ? usual : printed ?? usual), region, stem: core.stem)
    }

    private func compose(
        _ form: GovernmentFunction.Form, _ function: GovernmentFunction, suffix: String, _ region: Region, stem: String? = nil
    ) -> String {
        let isLeague = region.level == .prefecture && (region.name.hasSuffix("盟") || region.name.hasSuffix("地区"))
        let template = (isLeague ? form.leagueOfficial : nil) ?? form.official ?? "{division}{stem}{suffix}"
        // The committee of an autonomous region is its 党委, since 区委 is a district's.
        let isOfRegion = region.name.hasSuffix("自治区") && template.hasPrefix("中共{division}委") && !template.hasPrefix("中共{division}委员会")
        let adapted = isOfRegion ? "中共{division}党" + template.dropFirst("中共{division}".count) : template
        return NameTemplate(adapted).filled(
            division: region.level == .centre ? "" : region.name, short: region.shortNames.first ?? region.name,
            stem: stem ?? function.stems.first ?? "", suffix: suffix)
    }

    /// 教育体育局, 自然资源和规划局: a bureau of two functions that a county has merged. The whole range must be division, stems,
    /// suffix.
    func mergedReading() -> ResolvedBody? {
        let range = lattice.range
        var found: ResolvedBody?
        forEachArea(at: range.lowerBound) { area in
            guard found == nil, area.region != 0 else { return }
            let tail = scalars[area.end..<range.upperBound]
            guard let merged = lexicon.mergedFunctions(tail) else { return }
            let region = area.region.map { regions[$0] }
            let functions = merged.map { ontology.functions[$0] }
            found = ResolvedBody(
                id: region.map { region in region.id + "/" + functions.map(\.id).joined(separator: "+") },
                official: region.map { $0.name + String(scalars: tail) }, level: area.level, division: region?.id,
                function: functions.map(\.id).joined(separator: "+"),
                reading: [part(range.lowerBound..<area.end, area.region)]
                    + [.init(text: String(scalars: tail), meaning: functions.map(\.label).joined(separator: " + "))])
        }
        return found
    }
}
