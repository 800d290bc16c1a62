import Facts
import Links
import Provenance
import Store
import Vocabulary

extension Inquiry {
    /// The links that wait for a person, by the value of looking at them: those whose text has changed since a decision, then the
    /// uncertain and important ones.
    /// - Parameter limit: how many are given; all of them are counted.
    public func waiting(_ filter: Filter = Filter(), limit: Int = 20) throws(Fault) -> ReviewQueue {
        try base.read { reader throws in
            let view = try View(reader, asOf: filter.asOf, self)
            let selection = try Selection(filter, in: view, ontology: ontology)
            let survey = try Survey(view, selection)
            let worth = try LookWeights(ontology)
            let rulings = Dictionary(
                try view.reader.rulings(among: view.documents).filter { !$0.changes.isEmpty }.map { ($0.link, $0.changes) },
                uniquingKeysWith: { first, _ in first })
            let changed = Set(try rulings.isEmpty ? [] : view.reader.changedRequirements())
            var best: [Candidate] = []
            var queue = ReviewQueue(today: view.today, rows: [], waiting: 0, changed: 0)
            func look(_ rows: [Survey.Row]) throws {
                let requirements = try survey.requirements(rows)
                for row in rows {
                    guard let stored = requirements[row.key] else { continue }
                    for link in try view.reader.links(reportedOn: row.key, among: view.documents) {
                        let changes = rulings[link.link.id] ?? []
                        guard link.link.status == .proposed || link.link.status == .suspect || !changes.isEmpty else { continue }
                        if changed.contains(row.key) { queue.waiting += 1 }
                        if !changes.isEmpty { queue.changed += 1 }
                        let (looks, value) = worth.looks(
                            link.link, isProblem: link.isProblem, isDeciding: row.deciding == link.evidence, changes, stored.requirement, row.standing.state)
                        best.append(Candidate(requirement: stored, link: link.link, evidence: link.evidence, state: row.standing.state, looks: looks, value: value))
                    }
                }
                best = Array(best.sorted().prefix(limit))
            }
            try look(survey.rows.filter { changed.contains($0.key) })
            // The best first, until what is left is worth less than what was found.
            var ranked = RankedRows(survey.rows.filter { !changed.contains($0.key) && $0.waiting.count > 0 }, by: max(64, limit)) { worth.most($0) }
            for row in survey.rows where !changed.contains(row.key) { queue.waiting += Int(row.waiting.count) }
            while let (rows, most) = ranked.next(), best.count < limit || (best.last?.value ?? 0) <= most { try look(rows) }
            var decided = Decided(view)
            queue.rows = try best.compactMap { one in
                guard let evidence = try view.reader.evidence(keys: [one.evidence], among: view.documents).first else { return nil }
                let link = try view.reader.links(between: one.requirement.key, one.evidence, among: view.documents).first
                return WaitingRow(
                    requirement: view.row(one.requirement), link: try decided.marked(view.row(link ?? one.link, evidence), of: one.requirement.requirement.id),
                    state: one.state, looks: one.looks, value: one.value)
            }
            return queue
        }
    }

    /// What was decided, by whom and when.
    /// - Parameters:
    ///   - filter: `document` narrows to decisions on facts of these documents.
    ///   - by: a part of the name of who decided.
    public func reviewLog(_ filter: Filter = Filter(), by: String? = nil) throws(Fault) -> ReviewLog {
        try base.read { reader throws in
            let view = try View(reader, asOf: filter.asOf, self)
            let named = try filter.document.map { name in Set(try Selection.documents(name, in: view).map(\.id)) }
            let name = by.map(Grams.folded)
            var statuses: [String: Link.Status] = [:]
            var carried: [Int: Link.Status] = [:]
            for ruling in try view.reader.rulings(among: view.documents) {
                let isInDoubt = ruling.status == .confirmed && !ruling.changes.isEmpty
                statuses[ruling.link] = isInDoubt ? .suspect : ruling.status
                carried[ruling.entry] = statuses[ruling.link]
            }
            let entries = try view.reader.reviewLog().filter { entry in
                let review = entry.review
                if let named, !named.contains(review.requirement.document), !named.contains(review.evidence.document) { return false }
                if let name, Grams.matches(of: name, in: review.by).isEmpty { return false }
                return true
            }
            return ReviewLog(
                today: view.today,
                entries: entries.map {
                    let link = Link.id(requirement: $0.review.requirement, evidence: $0.review.evidence)
                    return ReviewLog.Entry(logged: $0, status: statuses[link] ?? carried[$0.number])
                })
        }
    }

    /// The two facts of links as people name them: by the id of a link, or by the ids of the requirement and of its evidence, which
    /// may be beginnings of ids.
    /// - Throws: where a name stands for nothing, or for more than one thing.
    public func pairs(named names: [String]) throws(Fault) -> [(requirement: FactID, evidence: FactID)] {
        try base.read { reader throws in
            let view = try View(reader, asOf: nil, self)
            let links = try view.reader.links(named: Set(names.filter { !$0.contains("#") }), among: view.documents)
            var pairs: [(requirement: FactID, evidence: FactID)] = []
            var place = 0
            while place < names.count {
                let name = names[place]
                guard name.contains("#") else {
                    let found = links.filter { $0.id == name }
                    guard let link = found.first else { throw Fault(.reviewUnknown(name), advice: .reviewUnknownAdvice) }
                    guard found.count == 1 else {
                        throw Fault(.reviewAmbiguous(name, found.map { "\($0.requirement) \($0.evidence)" }), advice: .reviewUnknownAdvice)
                    }
                    pairs.append((link.requirement, link.evidence))
                    place += 1
                    continue
                }
                guard place + 1 < names.count, names[place + 1].contains("#") else { throw Fault(.reviewHalfPair, advice: .reviewUnknownAdvice) }
                pairs.append((try fact(name, view), try fact(names[place + 1], view)))
                place += 2
            }
            return pairs
        }
    }

    private func fact(_ name: String, _ view: View) throws -> FactID {
        let found = try view.reader.facts(beginning: name)
        if let exact = found.first(where: { $0.description == name }) { return exact }
        let current = found.filter { view[$0.document] != nil }
        guard let first = current.first else { throw Fault(.storeNoFact(name), advice: .reviewUnknownAdvice) }
        guard current.count == 1 else { throw Fault(.reviewAmbiguous(name, current.map(\.description)), advice: .reviewUnknownAdvice) }
        return first
    }

    /// A link as it is now; nil where there is none.
    public func link(_ requirement: FactID, _ evidence: FactID) throws(Fault) -> (requirement: String, link: Link?, evidence: String)? {
        try base.read { reader throws in
            let view = try View(reader, asOf: nil, self)
            guard let asked = try reader.requirement(requirement, among: view.documents) else { return nil }
            let given = try reader.evidence(evidence, among: view.documents)?.evidence.text
            let other = try given ?? reader.requirement(evidence, among: view.documents)?.requirement.text
            guard let other else { return nil }
            let link = try view.reader.links(of: requirement, among: view.documents).first { $0.requirement == requirement && $0.evidence == evidence }
            return (asked.requirement.text, link, other)
        }
    }
}

/// A link that waits, before what is shown of it is read.
private struct Candidate: Comparable {
    let requirement: StoredRequirement
    let link: Link
    /// Key of the evidence.
    let evidence: Int64
    let state: RequirementState
    let looks: [Look]
    let value: Double

    /// Worth more; of two that are worth the same, that of the first requirement, then of the first evidence.
    static func < (left: Candidate, right: Candidate) -> Bool {
        if left.value != right.value { return left.value > right.value }
        if left.link.requirement != right.link.requirement { return left.link.requirement < right.link.requirement }
        return left.link.evidence < right.link.evidence
    }
}

/// What a look at a link is worth (核实价值), by the weights `review…` of `Ontology/states.xml`.
private struct LookWeights {
    private let changed, uncertain, decides, contradicts, binding, overdue, body, bodies: Double

    init(_ ontology: Ontology) throws {
        let weights = ontology.linking
        changed = try weights.value("reviewChanged")
        uncertain = try weights.value("reviewUncertain")
        decides = try weights.value("reviewDecides")
        contradicts = try weights.value("reviewContradicts")
        binding = try weights.value("reviewBinding")
        overdue = try weights.value("reviewOverdue")
        body = try weights.value("reviewBody")
        bodies = try weights.value("reviewBodies")
    }

    /// The most that a look at a link of a requirement can be worth, before its words are read.
    func most(_ row: Survey.Row) -> Double {
        row.waiting.worth(uncertain: uncertain, contradicts: contradicts, decides: decides) + binding
            + (row.standing.state == .overdue ? overdue : 0) + (row.duty.owners > 1 ? body * min(Double(row.duty.owners), bodies) : 0)
    }

    func looks(
        _ link: Link, isProblem: Bool, isDeciding: Bool, _ changes: [TextChange], _ requirement: Requirement, _ state: RequirementState
    ) -> ([Look], Double) {
        var looks: [Look] = []
        var value = 0.0
        func add(_ look: Look, _ worth: Double) {
            looks.append(look)
            value += worth
        }
        if !changes.isEmpty { add(.changed(changes), changed) }
        let doubt = Link.doubt(link.strength)
        if doubt >= 0.7 { add(.uncertain, uncertain * doubt) } else { value += uncertain * doubt }
        if isDeciding { add(.decides(state), decides) }
        if link.verdict == .contradicts || isProblem { add(.contradicts, contradicts) }
        if requirement.modality == .must || requirement.modality == .mustNot { add(.binding, binding) }
        if state == .overdue { add(.overdue, overdue) }
        let owners = Set(requirement.assignments.map { $0.body ?? $0.name }).count
        if owners > 1 { add(.manyBodies(owners), body * min(Double(owners), bodies)) }
        return (looks, value)
    }
}

/// Rows by the most that a look at them can be worth, the best first, some at a time (候选次序).
private struct RankedRows {
    private static let steps = 256

    private let rows: [Survey.Row]
    private let size: Int
    private var most: [Double]
    /// Places of the rows of each step of worth, the best last.
    private var steps: [[Int]]
    private var ready: [Int] = []

    /// - Parameter size: how many at a time.
    init(_ rows: [Survey.Row], by size: Int, most: (Survey.Row) -> Double) {
        (self.rows, self.size) = (rows, size)
        self.most = rows.map(most)
        let highest = max(self.most.max() ?? 0, .ulpOfOne)
        steps = [[Int]](repeating: [], count: Self.steps)
        for (place, one) in self.most.enumerated() { steps[min(Self.steps - 1, Int(one / highest * Double(Self.steps)))].append(place) }
    }

    /// - Returns: also the most that they and all that follow are worth.
    mutating func next() -> ([Survey.Row], Double)? {
        while ready.isEmpty {
            guard let step = steps.popLast() else { return nil }
            ready = step.sorted { most[$0] != most[$1] ? most[$0] > most[$1] : $0 < $1 }
        }
        let some = ready.prefix(size)
        ready.removeFirst(some.count)
        return (some.map { rows[$0] }, most[some[some.startIndex]])
    }
}

/// Adds to rows what people have decided on their links, read once a requirement.
struct Decided {
    private let view: View
    private var known: [FactID: [String: Ruling]] = [:]
    private var isReviewed: [FactID: Bool] = [:]

    init(_ view: View) {
        self.view = view
    }

    /// - Parameter fact: the requirement, or the evidence, whose links the rows are.
    mutating func marked(_ row: LinkRow, of fact: FactID) throws -> LinkRow {
        var row = row
        let rulings: [String: Ruling]
        if let read = known[fact] {
            rulings = read
        } else {
            rulings = Dictionary(
                try view.reader.rulings(of: fact).map { ($0.link, $0) }, uniquingKeysWith: { first, _ in first })
            known[fact] = rulings
        }
        row.changes = rulings[row.id]?.changes ?? []
        if let requirement = row.requirement, let evidence = FactID(row.evidence.id) {
            let reviewed = try isReviewed[requirement] ?? view.reader.isReviewed(requirement)
            isReviewed[requirement] = reviewed
            // Most requirements nobody has decided on.
            guard reviewed || rulings[row.id] != nil else { return row }
            row.reviews = try view.reader.reviews(of: requirement, evidence, under: rulings[row.id]?.entry)
        }
        return row
    }

    mutating func marked(_ row: MatrixRow) throws -> MatrixRow {
        var row = row
        guard let id = FactID(row.requirement.id) else { return row }
        row.progress = try row.progress.map { try marked($0, of: id) }
        row.problems = try row.problems.map { try marked($0, of: id) }
        row.indirect = try row.indirect.map { try marked($0, of: id) }
        return row
    }
}
