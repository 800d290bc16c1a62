import Facts
import Links
import Provenance
import Store
import Vocabulary

extension Inquiry {
    /// The problems that were reported, by the body that is to deal with them.
    /// - Parameters:
    ///   - filter: `body` narrows to problems addressed to it, `region` to those of a place, `document` to those told there.
    ///   - stages: those that are given; nil: all that are not closed. All are counted.
    public func problems(_ filter: Filter = Filter(), stages: Set<ProblemStage>? = nil) throws(Fault) -> ProblemReport {
        try base.read { reader throws in
            let view = try View(reader, asOf: filter.asOf, self)
            let selection = try Selection(filter, in: view, ontology: ontology)
            let everything = try Selection(Filter(asOf: filter.asOf), in: view, ontology: ontology)
            let told = try reader.evidence(of: view.documents.filter { $0.problems > 0 })
            let files = try ProblemFiles(Survey(view, everything), told, ProblemWords(ontology))
            var report = ProblemReport(today: view.today, bodies: [], open: 0, closed: 0)
            let documents = Set(selection.documents.map(\.id))
            let shown = stages ?? Set(ProblemStage.allCases).subtracting([.closed])
            var groups: [String: BodyProblems] = [:]
            var unaddressed = BodyProblems(body: nil, problems: [])
            for problem in told where problem.evidence.kind == .problem && documents.contains(problem.evidence.document.id) {
                let row = try files.row(problem)
                let addressees = row.addressees.filter { body in selection.body.map { $0.matches(id: body.id, name: body.name) } ?? true }
                if selection.body != nil, addressees.isEmpty { continue }
                if let region = selection.region, !Self.isIn(region, problem.evidence, row) { continue }
                if row.stage == .closed { report.closed += 1 } else { report.open += 1 }
                guard shown.contains(row.stage) else { continue }
                if row.addressees.isEmpty { unaddressed.problems.append(row) }
                for body in addressees { groups[body.id ?? body.name, default: BodyProblems(body: body, problems: [])].problems.append(row) }
            }
            let named = groups.sorted { left, right in
                let (first, second) = (left.value.problems.count, right.value.problems.count)
                return first != second ? first > second : left.key < right.key
            }
            report.bodies = (named.map(\.value) + (unaddressed.problems.isEmpty ? [] : [unaddressed])).map {
                BodyProblems(body: $0.body, problems: Self.ordered($0.problems))
            }
            return report
        }
    }

    /// The latest problems that were reported on what is asked about, for a page: as far as their own words tell how far they have got.
    /// - Parameter limit: how many are given.
    public func latestProblems(_ filter: Filter, limit: Int) throws(Fault) -> [ProblemRow] {
        try base.read { reader throws in
            let view = try View(reader, asOf: filter.asOf, self)
            let words = try ProblemWords(ontology)
            // The key of a fact grows with the time of its coming.
            var bearing: [Int64: Int64] = [:]
            for row in try narrowed(view, ClauseQuestion(filter)).rows { for link in row.picked.problems where bearing[link.evidence] == nil { bearing[link.evidence] = row.key } }
            let told = try reader.evidence(keys: bearing.keys.sorted().suffix(limit * 4), among: view.documents, as: .shown)
                .filter { $0.evidence.kind == .problem }
                .sorted { ($0.evidence.day?.ordinal ?? .min, $0.key) > ($1.evidence.day?.ordinal ?? .min, $1.key) }.prefix(limit)
            let keys = Set(told.compactMap { bearing[$0.key] }).sorted()
            let requirements = Dictionary(
                try reader.requirements(keys: keys, among: view.documents).map { ($0.key, view.row($0)) }, uniquingKeysWith: { first, _ in first })
            return told.map { problem in
                let requirement = bearing[problem.key].flatMap { requirements[$0] }
                return ProblemRow(
                    problem: view.row(problem), stage: words.stage(problem.evidence.text)?.stage ?? .raised, basis: .owner,
                    addressees: requirement?.owners.map(\.body) ?? [], requirement: requirement, course: [])
            }
        }
    }

    private static func isIn(_ region: String, _ problem: Evidence, _ row: ProblemRow) -> Bool {
        let divisions = problem.scope + row.addressees.compactMap { $0.id.flatMap(DivisionScope.division(of:)) }
        return divisions.contains { DivisionScope.isWithin($0, region) }
    }

    private static func ordered(_ rows: [ProblemRow]) -> [ProblemRow] {
        rows.sorted { left, right in
            let (first, second) = (left.problem.date ?? "", right.problem.date ?? "")
            if first != second { return first < second }
            let (here, there) = (left.problem.place, right.problem.place)
            return here.document.id != there.document.id ? here.document.id < there.document.id : here.span < there.span
        }
    }
}

/// The words of the ontology that tell how a problem goes on (问题用语).
struct ProblemWords {
    private let stages: [(stage: ProblemStage, words: [[Unicode.Scalar]])]
    private let notYet: [[Unicode.Scalar]]
    private let already: [[Unicode.Scalar]]
    private let addressing: [[Unicode.Scalar]]
    private let telling: TellingWords
    private let share: Double
    private let least: Int

    init(_ ontology: Ontology) throws {
        let markers = ontology.markers
        telling = TellingWords(ontology)
        share = try ontology.linking.value("problemShare")
        least = Int(try ontology.linking.value("problemLeast"))
        func words(_ group: String) -> [[Unicode.Scalar]] { markers.group(group).map(Grams.folded) }
        stages = [
            (.closed, words("problem.closed") + words("state.rectified")), (.answered, words("problem.answered")),
            (.passedOn, words("problem.passedOn")),
        ]
        notYet = words("problem.notYet")
        already = words("problem.already")
        addressing = words("problem.addressing")
    }

    /// Whether what was reported later is about the problem: a report of other things put right settles nothing.
    func concerns(_ later: Evidence, _ problem: Evidence) -> Bool {
        telling.areAlike(telling.pairs(problem), telling.pairs(later), share: share, least: least)
    }

    /// How far a text says that something has got, and by which words; nil where it says nothing of the sort.
    func stage(_ text: String) -> (stage: ProblemStage, words: String)? {
        let folded = Grams.folded(text)
        for (stage, words) in stages {
            for word in words {
                for start in Self.places(of: word, in: folded) where !isDenied(start, in: folded) {
                    return (stage, String(scalars: word))
                }
            }
        }
        return nil
    }

    /// 尚未得到省财政厅答复, 将转有关部门: what denies or only announces stands before it in the same clause, with no word between that says
    /// it has come about (不到位问题已整改到位).
    private func isDenied(_ start: Int, in text: [Unicode.Scalar]) -> Bool {
        var first = start
        while first > 0, start - first < 12, text[first - 1] != "，", text[first - 1] != ",", text[first - 1] != "。", text[first - 1] != "；" { first -= 1 }
        var before = Array(text[first..<start])
        let settled = already.flatMap { word in Self.places(of: word, in: before).map { $0 + word.count } }.max() ?? 0
        before.removeFirst(settled)
        return notYet.contains { !Self.places(of: $0, in: before).isEmpty }
    }

    /// Whether the text hands something to this body: 转省财政厅办理, 建议省人社厅…. A name may be printed without its prefix.
    func addresses(_ name: String, in text: String) -> Bool {
        let text = Grams.folded(text)
        let name = Grams.folded(name)
        for dropped in 0...min(2, max(0, name.count - 3)) {
            for start in Self.places(of: Array(name[dropped...]), in: text) {
                let before = text[max(0, start - 6)..<start]
                if addressing.contains(where: { before.count >= $0.count && before.suffix($0.count).elementsEqual($0) }) { return true }
            }
        }
        return false
    }

    private static func places(of word: [Unicode.Scalar], in text: [Unicode.Scalar]) -> [Int] {
        guard !word.isEmpty, word.count <= text.count else { return [] }
        return (0...text.count - word.count).filter { text[$0] == word[0] && text[$0..<$0 + word.count].elementsEqual(word) }
    }
}

/// What belongs to each problem: what was told next, and the requirements that it bears on.
private struct ProblemFiles {
    private let assessment: Assessment
    private let requirements: [StoredRequirement]
    private let words: ProblemWords
    /// Numbers in `requirements`, by problem.
    private var bearing: [FactID: [(requirement: Int, strength: Double)]] = [:]
    private var coverages: [Int: Coverage] = [:]
    /// What follows a problem in its item.
    private var followers: [FactID: [StoredEvidence]] = [:]

    init(_ survey: Survey, _ told: [StoredEvidence], _ words: ProblemWords) throws {
        let concerned = try survey.view.reader.requirementsWithProblems()
        let rows = survey.rows.filter { concerned.contains($0.key) }
        let known = try survey.requirements(rows)
        requirements = rows.compactMap { known[$0.key] }
        assessment = try Assessment(survey.view, of: rows.map(\.key), reasons: false)
        self.words = words
        for (number, stored) in requirements.enumerated() {
            var isConcerned = false
            for one in assessment.reported(stored) where one.evidence.evidence.kind == .problem && one.link.counts {
                bearing[one.link.evidence, default: []].append((number, one.link.strength))
                isConcerned = true
            }
            if isConcerned { coverages[number] = assessment.coverage(of: stored) }
        }
        for (place, one) in told.enumerated() where one.evidence.kind == .problem {
            followers[one.evidence.id] = Array(
                told[(place + 1)...].prefix(3).prefix {
                    $0.evidence.kind == .action && $0.evidence.document.id == one.evidence.document.id
                        && $0.evidence.headings == one.evidence.headings && $0.evidence.directive == one.evidence.directive
                })
        }
    }

    func row(_ problem: StoredEvidence) throws -> ProblemRow {
        let view = assessment.view
        let bears = (bearing[problem.evidence.id] ?? []).sorted {
            $0.strength != $1.strength ? $0.strength > $1.strength : $0.requirement < $1.requirement
        }
        let course = self.course(problem, bears.map(\.requirement))
        let nearest = bears.first.map { requirements[$0.requirement] }
        let (addressees, basis) = addressees(problem, nearest)
        return ProblemRow(
            problem: view.row(problem), stage: course.map(\.stage).max() ?? .raised, basis: basis, addressees: addressees,
            requirement: nearest.map(view.row), course: course)
    }

    // MARK: Whom it is addressed to

    private func addressees(_ problem: StoredEvidence, _ requirement: StoredRequirement?) -> ([BodyName], ProblemRow.Basis) {
        let telling = [problem] + (followers[problem.evidence.id] ?? [])
        var stated: [BodyName] = []
        for one in telling {
            for actor in one.evidence.actors where words.addresses(actor.name, in: one.evidence.text) {
                Self.add(BodyName(id: actor.ref, name: actor.name, official: actor.official), to: &stated)
            }
        }
        if !stated.isEmpty { return (stated, .stated) }
        if let requirement {
            let owners = assessment.view.row(requirement).owners
            for role in [Role.lead, .responsible, .support] {
                let bodies = owners.filter { $0.role == role }
                if !bodies.isEmpty { return (bodies.map(\.body), .owner) }
            }
        }
        var named: [BodyName] = []
        for actor in problem.evidence.actors where !actor.isClass {
            Self.add(BodyName(id: actor.ref, name: actor.name, official: actor.official), to: &named)
        }
        return named.isEmpty ? ([], .none) : (named, .actor)
    }

    private static func add(_ body: BodyName, to bodies: inout [BodyName]) {
        if !bodies.contains(where: { $0.id == body.id && ($0.id != nil || $0.name == body.name) }) { bodies.append(body) }
    }

    // MARK: How it went on

    private func course(_ problem: StoredEvidence, _ numbers: [Int]) -> [ProblemStep] {
        let view = assessment.view
        var steps: [ProblemStep] = []
        var seen: Set<FactID> = []
        func look(_ one: StoredEvidence) {
            guard seen.insert(one.evidence.id).inserted, let found = words.stage(one.evidence.text) else { return }
            steps.append(ProblemStep(stage: found.stage, words: found.words, evidence: view.row(one)))
        }
        look(problem)
        for one in followers[problem.evidence.id] ?? [] { look(one) }
        for (place, number) in numbers.enumerated() {
            let stored = requirements[number]
            let reported = assessment.reported(stored)
            for one in reported
            where one.link.counts && isLater(one.evidence, than: problem) && words.concerns(one.evidence.evidence, problem.evidence) { look(one.evidence) }
            // Of several requirements only the nearest one's completion settles the problem.
            guard place == 0, let coverage = coverages[number], coverage.state == .done, let deciding = coverage.deciding,
                let last = reported.first(where: { $0.link.evidence == deciding })?.evidence, isLater(last, than: problem),
                words.concerns(last.evidence, problem.evidence), seen.insert(deciding).inserted
            else { continue }
            steps.append(ProblemStep(stage: .closed, words: "", evidence: view.row(last)))
        }
        return steps.sorted { left, right in
            let (first, second) = (left.evidence.date ?? "", right.evidence.date ?? "")
            if first != second { return first < second }
            return left.stage != right.stage ? left.stage < right.stage : left.evidence.id < right.evidence.id
        }
    }

    /// Reported later, in another document, and not of another place.
    private func isLater(_ other: StoredEvidence, than problem: StoredEvidence) -> Bool {
        guard other.evidence.kind == .action, other.evidence.document.id != problem.evidence.document.id,
            let then = problem.evidence.day, let day = other.evidence.day, day > then
        else { return false }
        let (here, there) = (problem.evidence.scope, other.evidence.scope)
        return here.isEmpty || there.isEmpty
            || here.contains { one in there.contains { DivisionScope.isWithin(one, $0) || DivisionScope.isWithin($0, one) } }
    }
}
