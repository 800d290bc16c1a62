import Provenance

/// Reads what the figures and days of a passage set (量化要求): deadlines and targets of its demands, shares that its reports
/// leave to be computed.
struct MeasureReader {
    let quantities: QuantityRecogniser
    let targets: TargetReader

    func read(_ draft: inout TreeReader.Draft, text: ScannedText) {
        var counter = 0
        for index in draft.result.entities.indices {
            guard case .date(let date) = draft.result.entities[index].fact, date.isDeadline, let day = date.value.lastDay else { continue }
            draft.deadlines.append(Deadline(when: day.description, basis: name(index, "t", &draft, &counter)))
            let range = draft.result.entities[index].range
            // 年内持续推进 ends nothing.
            if !draft.result.units.contains(where: { $0.range.contains(range) }),
                range.upperBound == text.scalars.count || !text.groups(at: range.upperBound, limit: text.scalars.count).contains(.lasting)
            {
                draft.dutyDay = day.description
            }
        }
        for unit in draft.result.units.indices {
            switch draft.result.units[unit].fact {
            case .requirement:
                readTargets(of: unit, &draft, &counter, text)
                relate(unit, &draft, &counter, text)
            case .action, .problem: relate(unit, &draft, &counter, text)
            default: break
            }
        }
    }

    private func readTargets(of unit: Int, _ draft: inout TreeReader.Draft, _ counter: inout Int, _ text: ScannedText) {
        let range = draft.result.units[unit].range
        for found in targets.targets(in: range, of: draft.result.entities, text: text) {
            guard case .quantity(let quantity) = draft.result.entities[found.entity].fact else { continue }
            draft.targets.append(
                Target(
                    indicator: found.indicator, value: quantity.value, unit: quantity.unit, comparator: found.comparator, when: found.when,
                    reference: found.reference, basis: name(found.entity, "q", &draft, &counter)))
        }
        guard text.contains(.reference, in: range) else { return }
        let days = TargetDays(entities: draft.result.entities, in: range, words: targets.words, text: text.scalars)
        for found in ReferenceTargetReader(words: targets.words, days: days).targets(in: range, text: text) {
            draft.targets.append(
                Target(
                    indicator: found.indicator, value: "100", unit: "%", comparator: found.comparator, when: days.day(for: found.range),
                    reference: found.reference, basis: draft.result.units[unit].id))
        }
    }

    /// What several figures of a sentence say together: what each counts, a share that they give, and where they do not agree.
    private func relate(_ unit: Int, _ draft: inout TreeReader.Draft, _ counter: inout Int, _ text: ScannedText) {
        let range = draft.result.units[unit].range
        let inside = draft.result.entities.beginning(in: range)
        guard inside.count >= 2 else { return }
        let marks = inside.filter { index in
            if case .quantity = draft.result.entities[index].fact { range.contains(draft.result.entities[index].range) } else { false }
        }
        guard marks.count >= 2 else { return }
        let figures = marks.compactMap { index in
            if case .quantity(let mention) = draft.result.entities[index].fact {
                FoundQuantity(range: draft.result.entities[index].range, mention: mention)
            } else {
                nil
            }
        }
        let relations = FigureRelations(text: text.scalars, unit: range, figures: figures, words: targets.words)
        for (figure, name) in relations.counted() {
            guard case .quantity(var mention) = draft.result.entities[marks[figure]].fact else { continue }
            mention.of = name
            draft.result.entities[marks[figure]].fact = .quantity(mention)
        }
        guard case .action(var action) = draft.result.units[unit].fact else { return }
        var findings = relations.partsOff() + relations.changesOff().map { (.warning, $0) }
        if text.contains(.planned, in: range), text.contains(.achieved, in: range), let rate = quantities.pair(in: text.scalars, range: range, of: figures) {
            if figures.contains(where: { $0.mention.unit == "%" }) {
                // The sentence prints a share itself.
                if let message = relations.rateOff(actual: rate.actual, planned: rate.planned) { findings.append((.warning, message)) }
            } else {
                let actual = name(marks[rate.actual], "q", &draft, &counter)
                action.rate = ComputedRate(percent: rate.percent, actual: actual, planned: name(marks[rate.planned], "q", &draft, &counter))
                draft.result.units[unit].fact = .action(action)
            }
        }
        draft.findings += findings.map { Finding($0.0, $0.1, element: draft.result.units[unit].id) }
    }

    /// The id of a mark that something refers to; it gets one where it has none.
    private func name(_ index: Int, _ letter: String, _ draft: inout TreeReader.Draft, _ counter: inout Int) -> String {
        if let id = draft.result.entities[index].id { return id }
        counter += 1
        let id = draft.id + "." + letter + String(counter)
        draft.result.entities[index].id = id
        return id
    }
}
