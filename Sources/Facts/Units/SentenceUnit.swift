/// A sentence unit under examination (句): where it stands, its clauses, and what was recognised in it.
struct SentenceUnit {
    let text: ScannedText
    /// Indices of the reading text.
    let range: Range<Int>
    let clauses: [Range<Int>]
    /// The first unit of its paragraph, which may be this one.
    let opening: Range<Int>
    let topic: Topic
    private(set) var hasBody = false
    private(set) var hasDate = false
    /// A date in it is worded as a limit: 2023年底前.
    private(set) var hasLimit = false
    private(set) var hasQuantity = false
    /// What was recognised in the passage, ascending, and which of it begins in the unit.
    private let entities: [DraftMark]
    private let beginning: Range<Int>
    /// The groups of which a word stands in it.
    private let groups: WordGroups

    /// What the heading over a unit says that the units below it are.
    enum Topic: Sendable { case open, overall, principles, background, situation, plans, problems, duties, roster, demands }

    var opensParagraph: Bool { opening.lowerBound == range.lowerBound }

    /// - Parameters:
    ///   - opening: the first unit of the paragraph; this one where none is given.
    ///   - entities: those of the passage, ascending by where they begin.
    init(text: ScannedText, range: Range<Int>, opening: Range<Int>? = nil, topic: Topic, entities: [DraftMark]) {
        self.text = text
        self.range = range
        clauses = SentenceSplitter.clauses(in: text, range: range)
        self.opening = opening ?? range
        self.topic = topic
        self.entities = entities
        beginning = entities.beginning(in: range)
        groups = text.groups(in: range)
        for index in beginning where range.contains(entities[index].range) {
            switch entities[index].fact {
            case .body: hasBody = true
            case .date(let date):
                hasDate = true
                if date.isDeadline { hasLimit = true }
            case .quantity: hasQuantity = true
            default: break
            }
        }
    }

    /// What was recognised in it, in order.
    var inside: some Sequence<DraftMark> { entities[beginning].lazy.filter { range.contains($0.range) } }

    /// When it happened or is to happen: the first date in it.
    var time: DateValue? {
        guard hasDate else { return nil }
        for mark in inside { if case .date(let date) = mark.fact { return date.value } }
        return nil
    }

    /// A figure or a day stands in a part of it.
    func hasFigure(in part: Range<Int>) -> Bool {
        (hasDate || hasQuantity) && inside.contains { mark in
            switch mark.fact {
            case .date, .quantity: part.contains(mark.range)
            default: false
            }
        }
    }

    /// Something has happened, and 了 is not all that says so.
    var tellsEvent: Bool {
        guard has(.occurred) else { return false }
        return range.contains { text[$0] != "了" && text.groups(at: $0, limit: range.upperBound).contains(.occurred) }
    }

    /// 将 with the verb behind it, where it announces: 将上线3个主题, but not 将建设资金纳入预算.
    var announcedAct: Range<Int>? {
        guard has(.futureVerb) else { return nil }
        var start = range.lowerBound
        while let found = text.first(.futureVerb, in: start..<range.upperBound) {
            let isVerb = text.rare.willVerbs.length(at: found.lowerBound, in: text.scalars, limit: found.upperBound) == nil
            if isVerb || !isDisposed(behind: found.upperBound) { return found }
            start = found.upperBound
        }
        return nil
    }

    /// Something is made of what stands here, in the same clause: …|纳入预算.
    private func isDisposed(behind place: Int) -> Bool {
        guard let clause = clauses.first(where: { place <= $0.upperBound }), place < clause.upperBound else { return false }
        return text.rare.disposing.first(in: place..<clause.upperBound, of: text.scalars) != nil
    }

    /// A word of one of the groups stands in it.
    @inline(__always)
    func has(_ words: WordGroups) -> Bool { groups.intersects(words) }

    func begins(with words: WordGroups) -> Bool { has(words) && text.groups(at: range.lowerBound, limit: range.upperBound).intersects(words) }

    /// Something that acts is named at the start of a clause: a body, a place, 我省.
    func hasSubject(in clause: Range<Int>) -> Bool {
        hasBody(beginningIn: clause.lowerBound..<min(clause.upperBound, clause.lowerBound + 5))
    }

    /// 省安委会已下发督办函: a body, and right behind it the word that it is done.
    var hasActed: Bool {
        hasBody && inside.contains { mark in
            guard case .body = mark.fact, mark.range.upperBound < range.upperBound else { return false }
            return text[mark.range.upperBound] == "已"
        }
    }

    func hasBody(beginningIn part: Range<Int>) -> Bool { body(beginningIn: part) { _, _ in true } != nil }

    /// The first body that begins in a part of the unit and is as wanted.
    func body(beginningIn part: Range<Int>, where fits: (_ body: BodyMention, _ place: Range<Int>) -> Bool) -> Range<Int>? {
        guard hasBody else { return nil }
        var index = entities[beginning].firstIndex(notBefore: { $0.range.lowerBound < part.lowerBound })
        while index < beginning.upperBound, entities[index].range.lowerBound < part.upperBound {
            let mark = entities[index]
            if case .body(let body) = mark.fact, range.contains(mark.range), fits(body, mark.range) { return mark.range }
            index += 1
        }
        return nil
    }

    /// 一是…, 其次…: it says which member of a list it is.
    var isEnumerated: Bool { text.rare.members.length(at: range.lowerBound, in: text.scalars, limit: range.upperBound) != nil }

    /// A member of a list: it stands behind ；.
    var isMember: Bool { range.lowerBound > 0 && text[range.lowerBound - 1] == "；" }
}

/// What a unit is, and what the rule that told it knows besides.
enum UnitClass: Hashable, Sendable {
    case requirement(Modality)
    case action(ActionFact.State)
    case plan
    case problem
    case other
}

/// How the text around a unit speaks.
enum Voice: Sendable, Hashable {
    /// A directive before its first clause: why, and on what ground.
    case preamble
    /// A directive's clauses: a bare verb demands.
    case directive
    /// A report: a bare verb reports.
    case report
    /// A report that relays demands: 《意见》要求，…; it holds to the end of the paragraph.
    case relayed
    /// A letter (函, 批复): it asks, answers and tells.
    case letter
}
