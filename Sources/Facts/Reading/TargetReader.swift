import Structure
import Vocabulary

/// Reads the figures of a demand as targets (目标): what is to reach each, in which direction, by when and against what.
///
/// - `建会率达到90%以上`, `班额不得超过45人`: the words before a verb of reaching name the indicator; 60%、9月底前达到80% takes it from the figure before.
/// - `建设实训基地20个`, `培育20家示范企业`, `筹集公寓2000套`: the verb and its object do.
/// - `良种覆盖率98%`: a rate needs no verb.
/// - `由45%提高到65%`, `保持在12至18个月`: the figure reached, both ends of a band.
/// - `增速高于上年3个百分点`, `较2030年下降10%`: what it is measured against is its reference.
/// - `甲率、乙率分别达到90%、95%`: names and figures in step, a target each.
///
/// What a figure only describes (使用年限超过20年的管道), what is granted (给予15万元补助) and a time for a service (15日内) are none.
struct TargetReader {
    let words: TargetWords

    /// A figure as a target.
    struct Found {
        /// Which entity it is.
        var entity: Int
        var indicator: String
        var comparator: String
        /// 上年, 全省平均水平.
        var reference: String?
        /// ISO day by which it is to be reached.
        var when: String?
    }

    /// The targets of one demand.
    func targets(in unit: Range<Int>, of entities: [DraftMark], text: ScannedText) -> [Found] {
        let inside = entities.beginning(in: unit)
        guard inside.contains(where: { if case .quantity = entities[$0].fact { true } else { false } }) else { return [] }
        var found: [Found] = []
        let clauses = SentenceSplitter.clauses(in: text, range: unit)
        let days = TargetDays(entities: entities, in: unit, words: words, text: text.scalars)
        let names = words.pairing.first(in: unit, of: text.scalars) == nil ? [:] : namesInStep(entities, inside, unit, text)
        /// How the first figure of a list in step is said.
        var step: TargetPlace.Phrase?
        /// What the figure before measures, without its fall.
        var last: String?
        var before: Range<Int>?
        for entity in inside where unit.contains(entities[entity].range) {
            guard case .quantity(let quantity) = entities[entity].fact else { continue }
            let range = entities[entity].range
            defer { before = range }
            guard let clause = clauses.overlapping(range.lowerBound..<range.lowerBound + 1).first else { continue }
            let place = TargetPlace(text: text.scalars, words: words, clause: clause, figure: range, before: before, days: days)
            var said = place.phrase(quantity, after: last)
            if let name = names[entity] {
                if name.opens { step = said }
                said = step
                said?.indicator = String(scalars: text.scalars[place.trimmed(name.range)]) + (step?.falling ?? "")
                if !quantity.comparator.isEmpty { said?.comparator = quantity.comparator }
            }
            guard var phrase = said else { continue }
            if phrase.isUpperEnd { phrase.comparator = "<=" }
            last = String(phrase.indicator.dropLast(phrase.falling.count))
            found.append(
                Found(
                    entity: entity, indicator: phrase.indicator, comparator: phrase.comparator, reference: phrase.reference,
                    when: days.day(for: range)))
        }
        return found
    }

    /// Of figures that go in step with names (分别) the name of each, by entity, and whether it opens its list.
    private func namesInStep(_ entities: [DraftMark], _ inside: Range<Int>, _ unit: Range<Int>, _ text: ScannedText) -> [Int: (range: Range<Int>, opens: Bool)] {
        var marks: [Int] = []
        var figures: [FoundQuantity] = []
        for entity in inside where unit.contains(entities[entity].range) {
            guard case .quantity(let quantity) = entities[entity].fact else { continue }
            marks.append(entity)
            figures.append(FoundQuantity(range: entities[entity].range, mention: quantity))
        }
        var names: [Int: (range: Range<Int>, opens: Bool)] = [:]
        var last = -1
        for (figure, name) in FigureRelations(text: text.scalars, unit: unit, figures: figures, words: words).pairs() {
            names[marks[figure]] = (name, figure != last + 1 || last < 0 || figures[figure].range.lowerBound - figures[last].range.upperBound > 2)
            last = figure
        }
        return names
    }
}

/// The days of a demand, as far as its targets need them.
struct TargetDays {
    private var days: [(range: Range<Int>, day: String, isLimit: Bool)] = []

    init(entities: [DraftMark], in unit: Range<Int>, words: TargetWords, text: [Unicode.Scalar]) {
        for index in entities.beginning(in: unit) where unit.contains(entities[index].range) {
            guard case .date(let date) = entities[index].fact, let day = date.value.lastDay else { continue }
            let range = entities[index].range
            // 自2031年起 begins, 较2030年 compares.
            if range.upperBound < text.count, text[range.upperBound] == "起" { continue }
            if words.comparing.length(endingAt: range.lowerBound, in: text, from: max(0, range.lowerBound - 4)) != nil { continue }
            days.append((range, day.description, date.isDeadline))
        }
    }

    /// The day before a figure in its sentence; else the only limit in it.
    func day(for figure: Range<Int>) -> String? {
        if let before = days.last(where: { $0.range.upperBound <= figure.lowerBound }) { return before.day }
        let limits = days.filter(\.isLimit)
        return limits.count == 1 ? limits[0].day : nil
    }

    /// The day that begins at a place, and the day that ends there.
    func beginning(at index: Int) -> Range<Int>? { days.first { $0.range.lowerBound == index }?.range }
    func ending(at index: Int) -> Range<Int>? { days.first { $0.range.upperBound == index }?.range }
}
