/// Groups of marker words as a set of bits (标志词组): what a stretch of text holds is one number, and whether it holds a word of
/// some group is one comparison. The words themselves stand in the ontology.
struct WordGroups: OptionSet, Hashable, Sendable {
    let rawValue: UInt128

    init(rawValue: UInt128) { self.rawValue = rawValue }

    @inline(__always)
    private init(_ bit: UInt128) { rawValue = 1 << bit }

    @inline(__always)
    func intersects(_ other: WordGroups) -> Bool { rawValue & other.rawValue != 0 }

    // Computed, so that each is a constant where it is asked for: a stored one would be a lazy global, asked for millions of times.

    // MARK: Modality

    static var mustNot: WordGroups { WordGroups(0) }
    static var must: WordGroups { WordGroups(1) }
    static var encourage: WordGroups { WordGroups(2) }
    static var may: WordGroups { WordGroups(3) }
    static var explore: WordGroups { WordGroups(4) }
    static var figureLimit: WordGroups { WordGroups(5) }
    static var notModal: WordGroups { WordGroups(6) }
    static var emphaticMust: WordGroups { WordGroups(7) }

    // MARK: Clauses

    static var adverbialOpening: WordGroups { WordGroups(8) }
    static var adverbialClosing: WordGroups { WordGroups(9) }
    static var framing: WordGroups { WordGroups(10) }
    static var condition: WordGroups { WordGroups(11) }
    /// Of a clause with 为: what it aims at, and what it gives.
    static var purpose: WordGroups { WordGroups(56) }
    static var giving: WordGroups { WordGroups(57) }

    // MARK: Reports

    static var reportVerb: WordGroups { WordGroups(12) }
    static var reporter: WordGroups { WordGroups(13) }
    /// Shows that something has happened: loosely, and beyond doubt.
    static var occurred: WordGroups { WordGroups(14) }
    static var completed: WordGroups { WordGroups(15) }
    static var ongoing: WordGroups { WordGroups(16) }
    static var future: WordGroups { WordGroups(17) }
    static var futureVerb: WordGroups { WordGroups(18) }
    static var intent: WordGroups { WordGroups(19) }
    static var plannable: WordGroups { WordGroups(20) }
    static var forecast: WordGroups { WordGroups(21) }
    static var problem: WordGroups { WordGroups(22) }
    static var problemFalse: WordGroups { WordGroups(23) }
    static var problemAddressed: WordGroups { WordGroups(24) }
    /// Problems only where nothing is named behind them, and what may stand there all the same.
    static var problemPredicate: WordGroups { WordGroups(38) }
    static var problemThing: WordGroups { WordGroups(52) }
    /// 存在, what may exist, and what became of it.
    static var problemExists: WordGroups { WordGroups(53) }
    static var problemExisting: WordGroups { WordGroups(54) }
    static var problemResolved: WordGroups { WordGroups(55) }

    // MARK: Neither demand nor report

    static var definition: WordGroups { WordGroups(25) }
    static var validity: WordGroups { WordGroups(26) }
    static var significance: WordGroups { WordGroups(27) }
    static var praise: WordGroups { WordGroups(28) }
    static var aim: WordGroups { WordGroups(29) }
    static var deictic: WordGroups { WordGroups(30) }

    // MARK: Headings

    static var principleHeading: WordGroups { WordGroups(31) }
    static var planHeading: WordGroups { WordGroups(32) }
    static var problemHeading: WordGroups { WordGroups(33) }
    static var dutyHeading: WordGroups { WordGroups(58) }
    static var dateline: WordGroups { WordGroups(34) }

    // MARK: Targets

    /// The words of targets themselves are looked for beside figures only: `TargetWords`.
    static var targetVerb: WordGroups { WordGroups(35) }
    /// Beside it a figure that is not printed: 平均水平, 省定.
    static var reference: WordGroups { WordGroups(36) }
    static var lasting: WordGroups { WordGroups(37) }

    // MARK: Duties

    static var leadLabel: WordGroups { WordGroups(39) }
    static var responsibleLabel: WordGroups { WordGroups(40) }
    static var supportLabel: WordGroups { WordGroups(41) }
    static var otherLabel: WordGroups { WordGroups(42) }
    static var leadVerb: WordGroups { WordGroups(43) }
    static var responsibleVerb: WordGroups { WordGroups(44) }
    static var supportVerb: WordGroups { WordGroups(45) }
    static var connector: WordGroups { WordGroups(46) }
    static var firstLeads: WordGroups { WordGroups(47) }
    static var responsibleLeads: WordGroups { WordGroups(48) }
    /// 均需落实; 不再单独列出, 下同.
    static var everywhere: WordGroups { WordGroups(59) }
    static var notListed: WordGroups { WordGroups(60) }
    static var limitLabel: WordGroups { WordGroups(61) }
    static var limitVerb: WordGroups { WordGroups(62) }
    static var openList: WordGroups { WordGroups(63) }

    static var abbreviation: WordGroups { WordGroups(49) }
    static var citing: WordGroups { WordGroups(90) }
    /// Greetings and thanks, and words that assess where nothing is told: 走在全省前列.
    static var courtesy: WordGroups { WordGroups(92) }
    static var assessing: WordGroups { WordGroups(93) }
    /// Words inside which no other is looked for: 了解 holds no 了.
    static var whole: WordGroups { WordGroups(91) }

    // MARK: Shares

    /// Announces a figure that is planned, and one that is achieved: from `Ontology/measures.xml`.
    static var planned: WordGroups { WordGroups(50) }
    static var achieved: WordGroups { WordGroups(51) }

    // MARK: Groups of groups

    static var label: WordGroups { [.leadLabel, .responsibleLabel, .supportLabel, .otherLabel, .limitLabel] }
    static var dutyVerb: WordGroups { [.leadVerb, .responsibleVerb, .supportVerb] }
    static var dutyRule: WordGroups { [.firstLeads, .responsibleLeads, .notListed] }

    /// The groups by their ids in `Ontology/markers.xml`.
    static let ids: [(id: String, group: WordGroups)] = [
        ("scan.whole", .whole),
        ("modality.mustNot", .mustNot), ("modality.must", .must), ("modality.encourage", .encourage), ("modality.may", .may),
        ("modality.explore", .explore), ("modality.figureLimit", .figureLimit), ("modality.notModal", .notModal),
        ("modality.emphatic", .emphaticMust), ("clause.adverbialOpening", .adverbialOpening),
        ("clause.adverbialClosing", .adverbialClosing), ("clause.framing", .framing), ("clause.condition", .condition),
        ("report.verb", .reportVerb), ("report.source", .reporter), ("action.occurred", .occurred), ("action.completed", .completed),
        ("action.ongoing", .ongoing), ("plan.marker", .future), ("plan.future", .futureVerb), ("plan.future.verb", .futureVerb), ("plan.intent", .intent),
        ("plan.result", .plannable), ("plan.forecast", .forecast), ("problem.marker", .problem), ("problem.not", .problemFalse),
        ("problem.addressed", .problemAddressed), ("other.definition", .definition), ("other.validity", .validity),
        ("other.significance", .significance), ("other.praise", .praise), ("praise.closing", .assessing), ("other.courtesy", .courtesy), ("other.aim", .aim), ("other.deictic", .deictic),
        ("heading.principle", .principleHeading), ("heading.plan", .planHeading), ("heading.problem", .problemHeading),
        ("structure.dateline", .dateline), ("target.making", .targetVerb), ("target.reaching", .targetVerb), ("target.average", .reference),
        ("target.assigned", .reference), ("role.lead.label", .leadLabel), ("role.responsible.label", .responsibleLabel),
        ("role.support.label", .supportLabel), ("role.other.label", .otherLabel), ("role.lead.verb", .leadVerb),
        ("role.responsible.verb", .responsibleVerb), ("role.support.verb", .supportVerb), ("role.connector", .connector),
        ("role.rule.firstLeads", .firstLeads), ("role.rule.allResponsibleLead", .responsibleLeads), ("abbreviation", .abbreviation), ("citation.before", .citing),
        ("clause.lasting", .lasting), ("clause.purpose", .purpose), ("clause.giving", .giving), ("heading.duty", .dutyHeading),
        ("problem.predicate", .problemPredicate), ("problem.thing", .problemThing), ("problem.exists", .problemExists),
        ("problem.existing", .problemExisting), ("problem.resolved", .problemResolved), ("role.rule.everywhere", .everywhere),
        ("role.rule.notListed", .notListed), ("role.limit.label", .limitLabel), ("role.limit.verb", .limitVerb), ("list.open", .openList),
    ]
}
