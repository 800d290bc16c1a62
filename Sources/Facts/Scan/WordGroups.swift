/// Groups of marker words as a set of bits (标志词组): what a stretch of text holds is one number, and whether it holds a word of
/// some group is one comparison. The words themselves stand in the ontology.
struct WordGroups: OptionSet, Hashable, Sendable {
    let rawValue: UInt128

    init(rawValue: UInt128) { self.rawValue = rawValue }

    @inline(__always)
    private init(_ bit: UInt128) { rawValue = 1 << bit }

    @inline(__always)
    func intersects(_ other: WordGroups) -> Bool { rawValue & other.rawValue != 0 }

    // MARK: Modality

    static let mustNot = WordGroups(0)
    static let must = WordGroups(1)
    static let encourage = WordGroups(2)
    static let may = WordGroups(3)
    static let explore = WordGroups(4)
    static let figureLimit = WordGroups(5)
    static let notModal = WordGroups(6)
    static let emphaticMust = WordGroups(7)

    // MARK: Clauses

    static let adverbialOpening = WordGroups(8)
    static let adverbialClosing = WordGroups(9)
    static let framing = WordGroups(10)
    static let condition = WordGroups(11)
    /// Of a clause with 为: what it aims at, and what it gives.
    static let purpose = WordGroups(56)
    static let giving = WordGroups(57)

    // MARK: Reports

    static let reportVerb = WordGroups(12)
    static let reporter = WordGroups(13)
    /// Shows that something has happened: loosely, and beyond doubt.
    static let occurred = WordGroups(14)
    static let completed = WordGroups(15)
    static let ongoing = WordGroups(16)
    static let future = WordGroups(17)
    static let futureVerb = WordGroups(18)
    static let intent = WordGroups(19)
    static let plannable = WordGroups(20)
    static let forecast = WordGroups(21)
    static let problem = WordGroups(22)
    static let problemFalse = WordGroups(23)
    static let problemAddressed = WordGroups(24)
    /// Problems only where nothing is named behind them, and what may stand there all the same.
    static let problemPredicate = WordGroups(38)
    static let problemThing = WordGroups(52)
    /// 存在, what may exist, and what became of it.
    static let problemExists = WordGroups(53)
    static let problemExisting = WordGroups(54)
    static let problemResolved = WordGroups(55)

    // MARK: Neither demand nor report

    static let definition = WordGroups(25)
    static let validity = WordGroups(26)
    static let significance = WordGroups(27)
    static let praise = WordGroups(28)
    static let aim = WordGroups(29)
    static let deictic = WordGroups(30)

    // MARK: Headings

    static let principleHeading = WordGroups(31)
    static let planHeading = WordGroups(32)
    static let problemHeading = WordGroups(33)
    static let dutyHeading = WordGroups(58)
    static let dateline = WordGroups(34)

    // MARK: Targets

    /// The words of targets themselves are looked for beside figures only: `TargetWords`.
    static let targetVerb = WordGroups(35)
    /// Beside it a figure that is not printed: 平均水平, 省定.
    static let reference = WordGroups(36)
    static let lasting = WordGroups(37)

    // MARK: Duties

    static let leadLabel = WordGroups(39)
    static let responsibleLabel = WordGroups(40)
    static let supportLabel = WordGroups(41)
    static let otherLabel = WordGroups(42)
    static let leadVerb = WordGroups(43)
    static let responsibleVerb = WordGroups(44)
    static let supportVerb = WordGroups(45)
    static let connector = WordGroups(46)
    static let firstLeads = WordGroups(47)
    static let responsibleLeads = WordGroups(48)
    /// 均需落实; 不再单独列出, 下同.
    static let everywhere = WordGroups(59)
    static let notListed = WordGroups(60)
    static let limitLabel = WordGroups(61)
    static let limitVerb = WordGroups(62)
    static let openList = WordGroups(63)

    static let abbreviation = WordGroups(49)
    static let citing = WordGroups(90)

    // MARK: Shares

    /// Announces a figure that is planned, and one that is achieved: from `Ontology/measures.xml`.
    static let planned = WordGroups(50)
    static let achieved = WordGroups(51)

    // MARK: Groups of groups

    static let label: WordGroups = [.leadLabel, .responsibleLabel, .supportLabel, .otherLabel, .limitLabel]
    static let dutyVerb: WordGroups = [.leadVerb, .responsibleVerb, .supportVerb]
    static let dutyRule: WordGroups = [.firstLeads, .responsibleLeads, .notListed]

    /// The groups by their ids in `Ontology/markers.xml`.
    static let ids: [(id: String, group: WordGroups)] = [
        ("modality.mustNot", .mustNot), ("modality.must", .must), ("modality.encourage", .encourage), ("modality.may", .may),
        ("modality.explore", .explore), ("modality.figureLimit", .figureLimit), ("modality.notModal", .notModal),
        ("modality.emphatic", .emphaticMust), ("clause.adverbialOpening", .adverbialOpening),
        ("clause.adverbialClosing", .adverbialClosing), ("clause.framing", .framing), ("clause.condition", .condition),
        ("report.verb", .reportVerb), ("report.source", .reporter), ("action.occurred", .occurred), ("action.completed", .completed),
        ("action.ongoing", .ongoing), ("plan.marker", .future), ("plan.future", .futureVerb), ("plan.intent", .intent),
        ("plan.result", .plannable), ("plan.forecast", .forecast), ("problem.marker", .problem), ("problem.not", .problemFalse),
        ("problem.addressed", .problemAddressed), ("other.definition", .definition), ("other.validity", .validity),
        ("other.significance", .significance), ("other.praise", .praise), ("other.aim", .aim), ("other.deictic", .deictic),
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
