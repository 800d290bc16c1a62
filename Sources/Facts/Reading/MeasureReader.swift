import Structure
import Vocabulary

/// Reads what the figures and days of a passage set (量化要求): deadlines and targets of its demands, shares that its reports
/// leave to be computed.
struct MeasureReader {
    let words: UnitWords
    let quantities: QuantityRecogniser

    func read(_ draft: inout TreeReader.Draft, text: [Unicode.Scalar]) {
        var counter = 0
        func name(_ index: Int, _ letter: String) -> String {
            if let id = draft.result.entities[index].id { return id }
            counter += 1
            let id = "\(draft.id).\(letter)\(counter)"
            draft.result.entities[index].id = id
            return id
        }
        for index in draft.result.entities.indices {
            guard case .date(let date) = draft.result.entities[index].fact, date.isDeadline, let day = date.value.lastDay else { continue }
            draft.deadlines.append(Deadline(when: day.description, basis: name(index, "t")))
        }
        for unit in draft.result.units.indices {
            let range = draft.result.units[unit].range
            let inside = draft.result.entities.beginning(in: range).filter { range.contains(draft.result.entities[$0].range) }
            switch draft.result.units[unit].fact {
            case .requirement:
                var when: String?
                let clauses = SentenceSplitter.clauses(in: text, range: range)
                for index in inside {
                    switch draft.result.entities[index].fact {
                    case .date(let date): when = date.value.lastDay?.description ?? when
                    case .quantity(let quantity):
                        guard let (indicator, comparator) = TargetReader(words: words).target(
                            quantity, at: draft.result.entities[index].range, in: clauses, text: text)
                        else { continue }
                        draft.targets.append(
                            Target(
                                indicator: indicator, value: quantity.value, unit: quantity.unit, comparator: comparator, when: when,
                                basis: name(index, "q")))
                    default: break
                    }
                }
            case .action(var action):
                let figures = inside.compactMap { index -> (Int, FoundQuantity)? in
                    guard case .quantity(let mention) = draft.result.entities[index].fact else { return nil }
                    return (index, FoundQuantity(range: draft.result.entities[index].range, mention: mention))
                }
                if let rate = quantities.rate(in: text, range: range, of: figures.map(\.1)) {
                    let actual = figures[rate.actual].0
                    let planned = figures[rate.planned].0
                    action.rate = ComputedRate(percent: rate.percent, actual: name(actual, "q"), planned: name(planned, "q"))
                    draft.result.units[unit].fact = .action(action)
                }
            default: break
            }
        }
    }
}
