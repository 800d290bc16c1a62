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
            let rulings = Dictionary(
                try view.reader.rulings(among: view.documents).map { ($0.link, $0) }, uniquingKeysWith: { first, _ in first })
            let worth = try LookWeights(ontology)
            var best: [Candidate] = []
            var (waiting, changed) = (0, 0)
            // Some requirements at a time: their words and those of their evidence would be most of the base.
            for start in stride(from: 0, to: survey.rows.count, by: 2_000) {
                let some = Array(survey.rows[start..<min(start + 2_000, survey.rows.count)])
                let requirements = try survey.requirements(some)
                let assessment = try Assessment(view, of: some.map(\.key), reasons: false)
                for row in some {
                    guard let stored = requirements[row.key] else { continue }
                    let coverage = assessment.coverage(of: stored)
                    for (link, evidence) in assessment.reported(stored) {
                        let changes = rulings[link.id]?.changes ?? []
                        guard link.status == .proposed || link.status == .suspect || !changes.isEmpty else { continue }
                        waiting += 1
                        if !changes.isEmpty { changed += 1 }
                        let (looks, value) = worth.looks(link, evidence.evidence, changes, stored.requirement, coverage)
                        best.append(
                            Candidate(requirement: stored, link: link, evidence: evidence, coverage: coverage, looks: looks, value: value))
                    }
                }
                best = Array(best.sorted().prefix(limit))
            }
            var decided = Decided(view)
            let rows = try best.map { one in
                let link = try view.reader.links(of: one.requirement.requirement.id, among: view.documents).first { $0.id == one.link.id }
                return WaitingRow(
                    requirement: view.row(one.requirement), link: try decided.marked(view.row(link ?? one.link, one.evidence), of: one.requirement.requirement.id),
                    state: one.coverage.state, looks: one.looks, value: one.value)
            }
            return ReviewQueue(today: view.today, rows: rows, waiting: waiting, changed: changed)
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
    let evidence: StoredEvidence
    let coverage: Coverage
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

    func looks(_ link: Link, _ evidence: Evidence, _ changes: [TextChange], _ requirement: Requirement, _ coverage: Coverage) -> ([Look], Double) {
        var looks: [Look] = []
        var value = 0.0
        func add(_ look: Look, _ worth: Double) {
            looks.append(look)
            value += worth
        }
        if !changes.isEmpty { add(.changed(changes), changed) }
        // 1 at the threshold, 0 at both ends.
        let doubt = 1 - min(1, (link.strength - Link.strong).magnitude / Link.strong)
        if doubt >= 0.7 { add(.uncertain, uncertain * doubt) } else { value += uncertain * doubt }
        if coverage.deciding == link.evidence { add(.decides(coverage.state), decides) }
        if link.verdict == .contradicts || evidence.kind == .problem { add(.contradicts, contradicts) }
        if requirement.modality == .must || requirement.modality == .mustNot { add(.binding, binding) }
        if coverage.state == .overdue { add(.overdue, overdue) }
        let owners = Set(requirement.assignments.map { $0.body ?? $0.name }).count
        if owners > 1 { add(.manyBodies(owners), body * min(Double(owners), bodies)) }
        return (looks, value)
    }
}

/// Adds to rows what people have decided on their links, read once a requirement.
struct Decided {
    private let view: View
    private var known: [FactID: [String: Ruling]] = [:]

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
