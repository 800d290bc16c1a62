import Facts
import Provenance
import Vocabulary

/// One thing that a requirement demands (一项要求): a clause of it that says what is to be done.
struct Demand: Sendable {
    let pairs: Set<UInt32>
    /// Kinds of accomplishment that it calls for, by number.
    let accomplishments: Set<Int>
    /// Every one of many owes it, so that only what holds for all of them completes it.
    let isOwedByEach: Bool
    /// Numbers of the targets that it states, which then decide.
    let targets: [Int]
    /// Figures with their units.
    var figures: Set<String> = []
}

/// Takes requirements apart and tells which of their demands a report says are accomplished.
struct DemandReader: Sendable {
    private let content: ContentWords
    private let manner: PhraseSet
    private let done: PhraseSet
    private let notDone: PhraseSet
    private let partial: PhraseSet
    private let whole: PhraseSet
    private let demanded: [PhraseSet]
    private let achieved: [PhraseSet]

    init(_ ontology: Ontology, _ content: ContentWords) {
        self.content = content
        let markers = ontology.markers
        manner = PhraseSet(markers.group("state.manner"))
        done = PhraseSet(markers.group("state.done"))
        notDone = PhraseSet(markers.group("state.notDone"))
        partial = PhraseSet(markers.group("state.partial"))
        whole = PhraseSet(markers.group("state.whole"))
        let kinds = ["build", "issue", "equip", "hold", "survey", "install", "purchase"]
        demanded = kinds.map { PhraseSet(markers.group("state.demand." + $0)) }
        achieved = kinds.map { PhraseSet(markers.group("state.achieved." + $0)) }
    }

    func demands(of requirement: Requirement) -> [Demand] {
        let text = PlainText.scalars(requirement.text)
        let heading = content.pairs(PlainText.scalars(requirement.isReported ? "" : requirement.headings.last ?? ""))
        var found: [Demand] = []
        var subject: Set<UInt32> = []
        for clause in Self.clauses(text) {
            if isManner(text, clause) { continue }
            var pairs = content.pairs(text[clause])
            let targets = requirement.targets.indices.filter { number in
                let target = requirement.targets[number]
                let unit = PlainText.scalars(target.unit)
                let indicator = content.pairs(PlainText.scalars(target.indicator))
                return !unit.isEmpty && text[clause].contains(where: PlainText.isDigit) && holds(text, clause, unit)
                    && (indicator.isEmpty || content.shared(indicator, pairs) > 0)
            }
            if let first = targets.first { pairs.formIntersection(content.pairs(PlainText.scalars(requirement.targets[first].indicator))) }
            // 2023年6月底前成立: what is founded stands before it, or in the heading.
            if pairs.count < 3 { pairs = subject.isEmpty ? heading : subject }
            guard !pairs.isEmpty else { continue }
            subject = pairs
            found.append(
                Demand(
                    pairs: pairs, accomplishments: Set(demanded.indices.filter { demanded[$0].contains(text, in: clause) }),
                    isOwedByEach: content.isOwedByEach(Array(text[clause])), targets: targets, figures: FigureTerms.read(Array(text[clause]))))
        }
        return found
    }

    /// Numbers of the demands that the report says are accomplished, with its words for that.
    func accomplished(_ demands: [Demand], by evidence: Evidence, _ text: [Unicode.Scalar]) -> [Int: String] {
        guard !demands.isEmpty, !notDone.contains(text, in: text.indices) else { return [:] }
        let title = content.pairs(PlainText.scalars(evidence.itemHeading ?? ""))
        let isWhole = whole.contains(text, in: text.indices)
        var found: [Int: String] = [:]
        var before: Set<UInt32> = []
        for clause in Self.clauses(text) {
            let own = content.pairs(text[clause])
            defer { before = own }
            if partial.contains(text, in: clause) { continue }
            let finished = completion(text, clause)
            let kinds = achieved.enumerated().compactMap { kind, words in words.first(in: clause, of: text).map { (kind, $0) } }
            // 12家…自查复核全部完成: the very figure, and all of it.
            let all = whole.first(in: clause, of: text)
            let figures = all == nil ? [] : FigureTerms.read(Array(text[clause]))
            guard finished != nil || !kinds.isEmpty || all != nil else { continue }
            for (number, demand) in demands.enumerated() where found[number] == nil && (!demand.isOwedByEach || isWhole) {
                let near = max(content.share(of: demand.pairs, in: own), content.share(of: demand.pairs, in: own.union(before)))
                let inTitle = content.share(of: demand.pairs, in: own.union(before).union(title))
                if let finished, near >= 0.5 || own.count < 3 && inTitle >= 0.5 {
                    found[number] = String(scalars: text[finished])
                } else if let all, finished != nil || !kinds.isEmpty || near >= 0.5, near >= 0.1, !demand.figures.isDisjoint(with: figures) {
                    found[number] = String(scalars: text[finished ?? all])
                } else if let kind = kinds.first(where: { demand.accomplishments.contains($0.0) }), near >= 0.35 {
                    found[number] = String(scalars: text[kind.1])
                }
            }
        }
        return found
    }

    /// Words of completion in a clause with no figure right behind them: 已完成82个 says a part.
    private func completion(_ text: [Unicode.Scalar], _ clause: Range<Int>) -> Range<Int>? {
        var from = clause.lowerBound
        while let found = done.first(in: from..<clause.upperBound, of: text) {
            let next = found.upperBound < text.count ? text[found.upperBound] : "。"
            if !PlainText.isDigit(next) { return found }
            from = found.upperBound
        }
        return nil
    }

    /// 依托企业培训中心: how, not what.
    private func isManner(_ text: [Unicode.Scalar], _ clause: Range<Int>) -> Bool {
        manner.length(at: clause.lowerBound, in: text, limit: clause.upperBound) != nil
            && !demanded.contains { $0.contains(text, in: clause) }
    }

    private func holds(_ text: [Unicode.Scalar], _ clause: Range<Int>, _ part: [Unicode.Scalar]) -> Bool {
        guard part.count <= clause.count else { return false }
        return (clause.lowerBound...clause.upperBound - part.count).contains { text[$0..<$0 + part.count].elementsEqual(part) }
    }

    static func clauses(_ text: [Unicode.Scalar]) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var start = 0
        for index in 0...text.count where index == text.count || PlainText.endsClause(text[index]) {
            if index > start { found.append(start..<index) }
            start = index + 1
        }
        return found
    }
}
