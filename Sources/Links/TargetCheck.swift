import Facts
import Provenance
import Vocabulary

/// Whether a reported figure reaches the target of a requirement (目标完成情况).
public struct TargetCheck: Hashable, Sendable {
    public enum Outcome: String, Sendable {
        case met, missed
        /// Below, but there is still time or the report is of a part.
        case onTheWay
    }

    public var outcome: Outcome
    public var target: Target
    public var reported: QuantityMention
    /// Place of the target among those of the requirement.
    var index = 0
}

/// Holds reported figures against targets by what they measure, their units and their day.
struct TargetReader: Sendable {
    let figures: FigureReader
    private let content: ContentWords
    private let yearly: PhraseSet
    private let wholeYear: PhraseSet
    private let missed: PhraseSet
    private let yearPlans: PhraseSet
    private let floors: PhraseSet
    private let units: [String: Int]

    init(_ ontology: Ontology, _ content: ContentWords) {
        let markers = ontology.markers
        figures = FigureReader(markers)
        self.content = content
        yearly = PhraseSet(markers.group("state.yearly"))
        wholeYear = PhraseSet(markers.group("state.wholeYear"))
        missed = PhraseSet(markers.group("linking.missed"))
        yearPlans = PhraseSet(markers.group("state.yearPlan"))
        floors = PhraseSet(markers.group("state.floor"))
        var units: [String: Int] = [:]
        for (number, group) in ["target.units.persons", "target.units.things"].enumerated() {
            for unit in markers.group(group) { units[unit] = number }
        }
        self.units = units
    }

    /// A figure of the requirement that is owed by each of many (每个州（市）1个) is reached by no sum.
    func isOwedByEach(_ target: Target, _ requirement: [Unicode.Scalar]) -> Bool {
        var clause: [Unicode.Scalar] = []
        for scalar in requirement + ["。"] {
            guard PlainText.endsClause(scalar) else {
                clause.append(scalar)
                continue
            }
            if contains(clause, Array(target.unit.unicodeScalars)), content.isOwedByEach(clause),
                content.share(of: content.pairs(PlainText.scalars(target.indicator)), in: content.pairs(clause)) >= 0.5
            {
                return true
            }
            clause = []
        }
        return false
    }

    /// One check for each target that the evidence measures; 高于上年3个百分点 is met or missed by last year's figure, which no sentence need print. A part of the region or a single enterprise measures none of the whole.
    func checks(_ requirement: Requirement, _ evidence: Evidence, _ figures: [MeasuredFigure]) -> [TargetCheck] {
        guard !requirement.targets.isEmpty, !figures.isEmpty, !evidence.isPart(of: requirement) else { return [] }
        // Most pairs end here: nothing of the unit is reported.
        guard requirement.targets.contains(where: { target in figures.contains { isSameUnit($0.quantity.unit, target.unit) } }) else { return [] }
        let demand = PlainText.scalars(requirement.text)
        let text = PlainText.scalars(evidence.text)
        var found: [TargetCheck] = []
        for (index, target) in requirement.targets.enumerated() where target.reference == nil {
            guard figures.contains(where: { isSameUnit($0.quantity.unit, target.unit) }), let wanted = Double(target.value), !isOwedByEach(target, demand) else { continue }
            let indicator = indicator(of: target)
            let measured = figures.filter { figure in
                (!figure.isNoLevel || indicator.contains("增")) && isSameUnit(figure.quantity.unit, target.unit)
                    && measures(figure, target, indicator, demand, text, alone: figures)
            }
            guard let figure = measured.last else { continue }
            found.append(
                TargetCheck(
                    outcome: outcome(figure.value, target, wanted, requirement, demand, evidence, text), target: target,
                    reported: figure.quantity, index: index))
        }
        return found
    }

    func checks(_ requirement: Requirement, _ evidence: Evidence) -> [TargetCheck] {
        checks(requirement, evidence, figures.read(evidence.quantities, in: PlainText.scalars(evidence.text)))
    }

    // MARK: The same indicator

    /// The words behind the last figure in it: of 除险加固41座、山塘整治 the last three.
    private func indicator(of target: Target) -> [Unicode.Scalar] {
        let words = PlainText.scalars(target.indicator)
        guard let digit = words.lastIndex(where: PlainText.isDigit) else { return words }
        return Array(words[(digit + 1)...].drop { $0 != "、" && $0 != "，" }.dropFirst())
    }

    private func measures(
        _ figure: MeasuredFigure, _ target: Target, _ indicator: [Unicode.Scalar], _ demand: [Unicode.Scalar], _ text: [Unicode.Scalar],
        alone figures: [MeasuredFigure]
    ) -> Bool {
        let wanted = content.pairs(indicator)
        guard !wanted.isEmpty else {
            // 建成不少于10家: what is built stands elsewhere in the demand.
            return content.shared(content.pairs(demand), content.pairs(figure.words)) >= 2
                || content.shared(content.pairs(demand), content.pairs(text)) >= 3 && isAlone(figure, figures)
        }
        if content.share(of: wanted, in: content.pairs(figure.words)) >= 0.5 { return true }
        guard isAlone(figure, figures) else { return false }
        if content.share(of: wanted, in: content.pairs(text)) >= 0.5 { return true }
        // A rare unit (台, 公里) tells much by itself.
        return isRare(target.unit) && content.share(of: wanted, in: content.pairs(figure.words)) >= 0.3
    }

    /// No other figure of the sentence has its unit.
    private func isAlone(_ figure: MeasuredFigure, _ figures: [MeasuredFigure]) -> Bool {
        figures.count { (!$0.isNoLevel || $0.quantity == figure.quantity) && isSameUnit($0.quantity.unit, figure.quantity.unit) } == 1
    }

    /// A unit that says by itself what is counted (座, 公里).
    func isRare(_ unit: String) -> Bool { !unit.isEmpty && units[unit] == nil && unit != "%" && unit != "元" }

    /// 人 and 名 count alike, 人 and 人次 do not.
    private func isSameUnit(_ first: String, _ second: String) -> Bool {
        if first == second { return true }
        guard let one = units[first], let other = units[second] else { return false }
        return one == other
    }

    // MARK: Reached or not

    private func outcome(
        _ value: Double, _ target: Target, _ wanted: Double, _ requirement: Requirement, _ demand: [Unicode.Scalar], _ evidence: Evidence,
        _ text: [Unicode.Scalar]
    ) -> TargetCheck.Outcome {
        let isUpperBound = target.comparator == "<=" || target.comparator == "<"
        let holds =
            switch target.comparator {
            case "<=": value <= wanted
            case "<": value < wanted
            case ">": value > wanted
            default: value >= wanted
            }
        if holds { return .met }
        if isUpperBound || evidence.kind == .problem || missed.contains(text, in: text.indices) { return .missed }
        if let due = target.when.flatMap({ CalendarDay(iso: $0, last: true) }) ?? requirement.due ?? endOfPlan(requirement.document) {
            guard let day = evidence.day else { return .onTheWay }
            return day < due ? .onTheWay : .missed
        }
        // What is owed every year is held against a whole year.
        if yearly.contains(demand, in: demand.indices) {
            return wholeYear.contains(text, in: text.indices) ? .missed : .onTheWay
        }
        // A sum grows until the day it falls due, and so does a share that is to be reached (达到100%); one that has no date and is
        // to be kept (不低于95%) holds at any time.
        return target.unit == "%" && floors.contains(demand, in: demand.indices) ? .missed : .onTheWay
    }

    /// A plan for a year falls due with it: 2031年工作计划.
    func endOfPlan(_ document: DocumentContext) -> CalendarDay? {
        let title = PlainText.scalars(document.title ?? "")
        guard yearPlans.contains(title, in: title.indices), let year = title.firstIndex(of: "年"), year >= 4,
            let number = Int(String(scalars: title[(year - 4)..<year])), number > 1949
        else { return nil }
        return CalendarDay(number, 12, 31)
    }

    private func contains(_ text: [Unicode.Scalar], _ part: [Unicode.Scalar]) -> Bool {
        guard !part.isEmpty, part.count <= text.count else { return false }
        return (0...text.count - part.count).contains { text[$0..<$0 + part.count].elementsEqual(part) }
    }
}

extension Evidence {
    /// It tells of a part of those that owe the requirement: of a lower region, or of one enterprise or school.
    func isPart(of requirement: Requirement) -> Bool {
        if !requirement.scope.isEmpty, !scope.isEmpty,
            !scope.contains(where: { acting in requirement.scope.contains { DivisionScope.isWithin($0, acting) } })
        {
            return true
        }
        guard !actors.isEmpty, scope.count <= 1, actors.allSatisfy({ $0.ref.flatMap(DivisionScope.division(of:)) == nil }) else { return false }
        // What was demanded may be the body itself: 楚雄工匠学院揭牌.
        let asked = requirement.text + (requirement.headings.last ?? "")
        return actors.contains { text.contains($0.name) } && !actors.contains { actor in
            asked.contains(actor.name) || document.issuers.contains { $0.same(as: actor) }
                || requirement.assignments.contains { BodyRelation(actor, owes: $0) == .same }
        }
    }
}
