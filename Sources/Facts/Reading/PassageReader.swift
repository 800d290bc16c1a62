import Provenance
import Structure
import Vocabulary

/// What the reading of one passage knows from the text around it (语境), and hands on to the next.
struct PassageContext {
    var bodies: BodyScope
    var dates: DateContext
    var citations = CitationRecogniser.Memory()
    /// Every body named so far, for the second pass that gives each its fullest name.
    var named: [FoundBody] = []

    /// A heading opens an item: its division speaks for the text below, and dates inherit no more from before.
    mutating func enterItem(_ reading: ReadingText, heading: Range<Int>, recogniser: BodyRecogniser) {
        dates.beginItem()
        bodies.enter(item: recogniser.division(in: reading, range: heading, scope: &bodies))
    }
}

/// Reads one passage: the entities in it, its sentence units, and the duties that it states.
final class PassageReader: Sendable {
    let units = UnitClassifier()
    let duties = DutyReader()
    let bodies: BodyRecogniser
    let dates: DateRecogniser
    let quantities: QuantityRecogniser
    let targets: TargetReader
    let citations = CitationRecogniser()
    let columns: DutyColumns
    let rosters: RosterWords
    /// The kinds that are minutes, and those that answer deputies.
    let minutes, answers: Set<String>
    /// The marker words that all of them ask for.
    let words: WordScanner

    init(ontology: Ontology) {
        bodies = BodyRecogniser(ontology: ontology)
        dates = DateRecogniser()
        quantities = QuantityRecogniser(ontology)
        targets = TargetReader(words: TargetWords(ontology.markers))
        columns = DutyColumns(ontology.markers)
        rosters = RosterWords(ontology.markers)
        minutes = Set(ontology.markers.group("genre.minutes"))
        answers = Set(ontology.markers.group("genre.answer"))
        words = WordScanner(ontology.markers, ontology.measures)
    }

    /// Everything found in a passage, as drafts over the reading text.
    struct Result {
        var units: [DraftMark] = []
        var entities: [DraftMark] = []
        var statements: [DutyStatement] = []
        /// The passage relays the demands of this document or meeting.
        var relays: String?
        var hasRequirement: Bool { units.contains { if case .requirement = $0.fact { true } else { false } } }
    }

    /// Only the entities: for titles, headings, mastheads.
    func entities(in text: ScannedText, range: Range<Int>, context: inout PassageContext) -> [DraftMark] {
        guard !range.isEmpty else { return [] }
        let reading = text.reading
        let cited = citations.citations(in: text, range: range, memory: &context.citations)
        let titles = cited.map(\.range)
        let days = dates.dates(in: reading, range: range, excluding: titles, context: &context.dates)
        let found = bodies.mentions(in: reading, range: range, scope: &context.bodies)
        var marks: [DraftMark] = []
        marks.reserveCapacity(cited.count + days.count + found.count + 2)
        for one in cited { marks.append(DraftMark(one.range, .cite(one.citation))) }
        for day in days { marks.append(DraftMark(day.range, .date(DateMention(day.value, isDeadline: day.isLimit)))) }
        let dayRanges = days.map(\.range)
        for body in found where titles.overlapping(body.range).isEmpty && dayRanges.overlapping(body.range).isEmpty {
            marks.append(DraftMark(body.range, body.naming.fact))
            context.named.append(body)
        }
        let taken = titles.isEmpty ? dayRanges : titles + dayRanges
        let bodyRanges = found.lazy.map(\.range)
        for figure in quantities.quantities(in: reading, range: range, excluding: taken)
        where bodyRanges.overlapping(figure.range).allSatisfy({ $0.contains(figure.range) }) {
            marks.append(DraftMark(figure.range, .quantity(figure.mention)))
        }
        if marks.count > 1 { marks.sort { $0.range.lowerBound < $1.range.lowerBound } }
        return marks
    }

    /// Longest label of a line.
    private static let longestLabel = 10

    /// 整改目标：…, 整改进展：…, 问题二：… say what they hold, wherever they stand.
    func labelled(_ line: Range<Int>, in text: ScannedText) -> (voice: Voice, topic: SentenceUnit.Topic)? {
        guard let colon = text.scalars[line.prefix(Self.longestLabel + 1)].firstIndex(of: "："), colon - line.lowerBound > 2, colon + 1 < line.upperBound else { return nil }
        return switch columns[String(scalars: text.scalars[line.lowerBound..<colon])] {
        case .measure, .goal: (.directive, .open)
        case .progress: (.report, .open)
        case .problem: (.report, .problems)
        case .plan: (.report, .plans)
        default: nil
        }
    }

    /// A paragraph: entities, duties and sentence units.
    /// - Parameter start: where its running text begins, behind a printed number.
    func paragraph(
        in text: ScannedText, range: Range<Int>, from start: Int, voice: Voice, topic: SentenceUnit.Topic, context: inout PassageContext
    ) -> Result {
        var result = Result()
        result.entities = entities(in: text, range: min(start, range.upperBound)..<range.upperBound, context: &context)
        result.statements = duties.statements(
            in: text, range: start..<range.upperBound, bodies: Self.bodyRanges(result.entities), isSection: topic == .duties, demands: voice == .directive)
        var voice = voice
        var opening: Range<Int>?
        var continuation = Continuation()
        /// The paragraph began with who says it.
        var isReported = false
        let sentences = SentenceSplitter.units(in: text, range: textStart(start, range, text)..<range.upperBound)
        result.units.reserveCapacity(sentences.count)
        for whole in sentences {
            let range = withoutDuties(whole, result.statements, text)
            guard range.count > 1 else { continue }
            let unit = SentenceUnit(text: text, range: range, opening: opening, topic: topic, entities: result.entities)
            if opening == nil { opening = range }
            if voice == .report, RelayedDemandRule.opens(unit) {
                voice = .relayed
                result.relays = relaySource(unit)
            }
            let found = units.classify(unit, voice: voice, continuing: &continuation)
            if voice == .report, opening == range { isReported = RelayedDemandRule.reports(unit) }
            // 《意见》从八个方面作出部署。一是…
            if voice == .report, found == .other, OutlineRule.read(unit) != nil { voice = .relayed }
            // 会议指出，…。要…。 一是…: who began to speak goes on.
            if voice == .report, isReported, case .requirement = found { voice = .relayed }
            guard let fact = fact(found, unit) else { continue }
            result.units.append(DraftMark(range, fact))
        }
        settleLimits(&result)
        return result
    }

    /// What a passage that ends in a colon says of the numbered items below it.
    func announcement(in text: ScannedText, range: Range<Int>) -> Announcement? {
        guard let last = range.last, text[last] == "：", let unit = SentenceSplitter.lastUnit(in: text, range: range) else { return nil }
        return units.announcement(SentenceUnit(text: text, range: unit, topic: .open, entities: []))
    }

    /// 现提出如下要求： what a report says before it demands.
    func demandsFollow(in text: ScannedText, range: Range<Int>) -> Bool {
        guard let last = range.last, text[last] == "：" || text[last] == "。" else { return false }
        return text.rare.demandsFollow.length(endingAt: last, in: text.scalars, from: range.lowerBound) != nil
    }

    // MARK: Units

    /// Behind a dateline: 央视网消息（新闻联播）：
    private func textStart(_ start: Int, _ range: Range<Int>, _ text: ScannedText) -> Int {
        let limit = min(range.upperBound, start + 30)
        guard let colon = (start..<limit).first(where: { text[$0] == "：" || text[$0] == "，" || text[$0] == "。" }), text[colon] == "：",
            text.length(.dateline, endingAt: colon, from: start) != nil
        else { return start }
        return colon + 1
    }

    /// A sentence without the statements of duty in or behind it.
    private func withoutDuties(_ unit: Range<Int>, _ statements: [DutyStatement], _ text: ScannedText) -> Range<Int> {
        var lower = unit.lowerBound
        var upper = unit.upperBound
        let first = statements.firstIndex(notBefore: { $0.range.upperBound <= lower })
        for statement in statements[first...].prefix(while: { $0.range.lowerBound < unit.upperBound })
        where !statement.standsInDemand && statement.range.overlaps(lower..<upper) {
            if statement.range.lowerBound <= lower {
                // 由市甲局牵头，市乙局配合，9月底前提出方案。 The demand goes on behind who owes it.
                if opensDemand(statement, of: unit, text) { continue }
                lower = min(upper, statement.range.upperBound)
            } else if statement.range.upperBound + 1 >= upper {
                upper = statement.range.lowerBound
            }
        }
        while lower < upper, text[lower] == "。" || text[lower] == "；" { lower += 1 }
        return lower..<upper
    }

    /// A statement without bracket or label, with more of its sentence behind a comma.
    private func opensDemand(_ statement: DutyStatement, of unit: Range<Int>, _ text: ScannedText) -> Bool {
        let end = statement.range.upperBound
        guard statement.range.lowerBound == unit.lowerBound, end + Self.shortestDemand < unit.upperBound, text[end] == "，" || text[end - 1] == "，" else { return false }
        return text[unit.lowerBound].isHan && !text.groups(at: unit.lowerBound, limit: unit.upperBound).intersects(.label)
    }

    /// Scalars behind a duty that may be a demand.
    private static let shortestDemand = 5

    private func fact(_ found: UnitClass, _ unit: SentenceUnit) -> Fact? {
        switch found {
        case .requirement(let modality): return .requirement(modality)
        case .action(let state): return .action(ActionFact(time: unit.time, state: state))
        case .plan: return .plan(PlanFact(time: unit.time))
        case .problem: return .problem(ProblemFact(time: unit.time))
        case .other: return nil
        }
    }

    /// What is relayed: the title of the document, else the words that introduce the demands.
    private func relaySource(_ unit: SentenceUnit) -> String? {
        guard let first = unit.clauses.first else { return nil }
        for mark in unit.inside where first.contains(mark.range) {
            if case .cite(let citation) = mark.fact { return citation.ref ?? citation.title }
        }
        return nil
    }

    static func bodyRanges(_ entities: [DraftMark]) -> [Range<Int>] {
        entities.compactMap { if case .body = $0.fact { $0.range } else { nil } }
    }

    /// 底前 and the like set a limit in a demand; in a plan or report they are horizons and dates. What a statement of duty gives as
    /// its time (完成时限：2030年9月) is a limit without such a word.
    private func settleLimits(_ result: inout Result) {
        let hasLimits = result.statements.contains { !$0.limits.isEmpty }
        guard hasLimits || result.entities.contains(where: { if case .date(let date) = $0.fact { date.isDeadline } else { false } }) else { return }
        let demands = result.units.compactMap { if case .requirement = $0.fact { $0.range } else { nil } }
        let duties = result.statements.map(\.range)
        let limits = result.statements.flatMap(\.limits)
        for index in result.entities.indices {
            guard case .date(var date) = result.entities[index].fact else { continue }
            let range = result.entities[index].range
            if !limits.overlapping(range).isEmpty { date.isDeadline = true }
            guard date.isDeadline else { continue }
            date.isDeadline = demands.overlapping(range).contains { $0.contains(range) } || duties.overlapping(range).contains { $0.contains(range) }
            result.entities[index].fact = .date(date)
        }
    }
}

extension Range<Int> {
    @inline(__always)
    func contains(_ other: Range<Int>) -> Bool { lowerBound <= other.lowerBound && other.upperBound <= upperBound }
}
