import Provenance
import Structure
import Vocabulary

/// Turns the outline of a document into blocks with facts (成文): one walk in printed order, so that each passage is read with
/// what stands before it.
struct TreeReader {
    let passages: PassageReader
    let outline: Outline
    let builder: BlockBuilder
    let duties: AssignmentReader
    let scanned: ScannedText
    var context: PassageContext
    var ids = IdentityRegister()
    var findings: [Finding] = []
    private let rosters: RosterReader
    private var rules = AssignmentReader.Rules()
    var nextFurniture = 0
    /// 纪要: they tell what a meeting heard, and demand what it decided.
    private let isMinutes: Bool
    /// The paragraphs just read list people.
    private var listsPeople = false
    /// The field that says when the document was made.
    let dated: Range<Int>?
    let isNumbered: Bool

    init(passages: PassageReader, outline: Outline, source: SourceText, ontology: Ontology, context: PassageContext, dated: Range<Int>?) {
        self.passages = passages
        self.outline = outline
        builder = BlockBuilder(source: source, reading: outline.reading)
        duties = AssignmentReader(bodies: passages.bodies)
        scanned = ScannedText(outline.reading, scanner: passages.words)
        rosters = RosterReader(words: passages.rosters, text: scanned, source: source)
        self.context = context
        directs = Self.directs(outline.genre, passages)
        self.dated = dated
        isNumbered = outline.front.contains { $0.name == .number || $0.name == .issueNumber }
        isMinutes = outline.genre.type.map(passages.minutes.contains) ?? false
    }

    /// What a unit hands on to those below it.
    struct Surroundings {
        var voice: Voice
        var topic: SentenceUnit.Topic = .open
        var level = 0
        /// A line with a colon said so, of the list below it.
        var listsTopic = false
        /// Duties of a heading hold for all clauses below it.
        var inherited: [Assignment] = []
        /// What the line over a list of items makes of them.
        var announced: Announcement?
        /// The number with which the unit's own text begins, where it has no heading.
        var opening: String?
        /// A line of duty closes one of the units of this rank.
        var closesWithDuty = false
    }

    /// Text of the genre that is being read demands where nothing else is said.
    private var directs: Bool

    private static func directs(_ genre: Genre, _ passages: PassageReader) -> Bool {
        switch genre.purpose {
        // 答复 tells deputies what was done.
        case .letter: !(genre.type.map(passages.answers.contains) ?? false)
        case .directive, .regulation, .table: true
        case .bulletin, .report, .other: false
        }
    }

    private func voice(_ genre: Genre) -> Voice {
        guard Self.directs(genre, passages) else { return .report }
        return genre.purpose == .letter ? .letter : .directive
    }

    // MARK: Blocks

    mutating func body() -> [Block] {
        context.dates.beginItem()
        var blocks = read(outline.body, in: Surroundings(voice: voice(outline.genre)), isDocument: true)
        blocks += furniture(before: .max)
        return blocks
    }

    private mutating func read(_ nodes: [OutlineNode], in around: Surroundings, isDocument: Bool = false) -> [Block] {
        var blocks: [Block] = []
        var around = around
        let preambleEnd = directs && isDocument ? preambleEnd(nodes) : 0
        let years = context.dates.heading
        defer { context.dates.heading = years }
        around.closesWithDuty = directs && closesWithDuty(nodes)
        for (index, node) in nodes.enumerated() {
            switch node {
            case .paragraph(let passage):
                // Where nothing is numbered, each paragraph of a text that demands is an item.
                if isDocument, directs, around.voice != .letter { context.dates.beginItem() }
                var inner = around
                if index < preambleEnd { inner.voice = .preamble }
                inner.announced = nil
                if around.listsTopic, index > 0, case .unit = nodes[index - 1] {
                    // 上述行为，影响恶劣。 behind a numbered list is none of it.
                    around.topic = .open
                    around.listsTopic = false
                    inner.topic = .open
                }
                if index > 0 { inner.opening = nil }
                let (read, duties) = paragraph(passage, in: inner)
                blocks += read
                // （二）加强扶贫。 over （州扶贫办牵头）: the bracket below a heading holds for all that stands there.
                if index == 0, around.inherited.isEmpty, !isDocument { around.inherited = duties }
                around.announced = index < preambleEnd ? nil : passages.announcement(in: scanned, range: passage.reading)
                if index >= preambleEnd, opensWithYear(passage.reading) { context.dates.lendToItems() }
                if around.voice == .report, TopicWords.opensPlans(scanned, passage.reading) {
                    around.topic = .plans
                } else if around.voice == .report, TopicWords.opensProblems(scanned, passage.reading) {
                    around.topic = .problems
                    around.listsTopic = true
                } else if around.voice == .report, passages.demandsFollow(in: scanned, range: passage.reading) {
                    around.voice = .relayed
                    directs = true
                }
            case .unit(let unit): blocks += self.unit(unit, in: around)
            case .table(let table): blocks += self.table(table, in: around)
            case .closing(let fields): blocks.append(.closing(fields.map { field($0) }))
            }
        }
        return blocks
    }

    /// 2031年重点做好以下工作： over items.
    private func opensWithYear(_ line: Range<Int>) -> Bool {
        guard let last = line.last, scanned[last] == "：" else { return false }
        return DateGrammar(text: TextWindow(scalars: scanned.scalars, start: line.lowerBound, end: line.upperBound)).date(at: line.lowerBound, context.dates) != nil
    }

    /// Paragraphs before the first clause, or before 如下： where nothing is numbered, say why.
    private func preambleEnd(_ nodes: [OutlineNode]) -> Int {
        if let first = nodes.firstIndex(where: { if case .unit(let unit) = $0 { unit.kind != .part || unit.style != nil } else { false } }) { return first }
        let paragraphs = nodes.indices.filter { if case .paragraph = nodes[$0] { true } else { false } }
        let introduces = paragraphs.last { index in
            guard case .paragraph(let passage) = nodes[index], let last = passage.reading.last else { return false }
            return outline.reading.scalars[last] == "："
        }
        if let introduces { return introduces + 1 }
        return paragraphs.count > 1 ? 1 : 0
    }

    /// A paragraph outside the clauses: a directive where it demands. What is owed by whom in one that does not, stands beside it.
    private mutating func paragraph(_ passage: Passage, in around: Surroundings) -> ([Block], duties: [Assignment]) {
        let opening = around.opening?.unicodeScalars.count ?? 0
        let draft = read(passage, from: min(passage.reading.upperBound, passage.reading.lowerBound + opening), in: around)
        let block = build(draft)
        guard draft.result.hasRequirement else { return ([.paragraph(block)] + furniture(before: passage.span.end), draft.assignments) }
        let number = directs ? around.opening : nil
        var directive = Directive(
            id: ids.id("d", for: words(passage.reading, behind: number)), number: printed(number, at: passage.reading), level: number == nil ? around.level + 1 : around.level,
            reported: !directs && draft.result.relays != nil, of: draft.result.relays, blocks: [.paragraph(block)])
        settle(&directive, [draft], in: around)
        return ([.directive(directive)] + furniture(before: passage.span.end), [])
    }

    /// A line without a number that ends as no sentence does and holds no comma, or one that begins with a label: of a form, a flattened
    /// annex, a site.
    private func isLabel(_ line: Range<Int>) -> Bool {
        // 责任单位：市甲局 says who owes what stands above it.
        guard let last = line.last, !scanned.groups(at: line.lowerBound, limit: line.upperBound).intersects(.label) else { return false }
        if let length = scanned.rare.lineLabels.length(at: line.lowerBound, in: scanned.scalars, limit: line.upperBound),
            line.lowerBound + length < line.upperBound, scanned[line.lowerBound + length] == "："
        {
            return true
        }
        if scanned[last] != "。", scanned.rare.lineLinks.first(in: line, of: scanned.scalars) != nil { return true }
        switch scanned[last] {
        case "。", "！", "？", "；", "：", "，", "、", "”", "）", "…", "》": return false
        default: return !scanned.scalars[line].contains { $0 == "，" || $0 == "；" || $0 == "。" }
        }
    }

    private mutating func unit(_ unit: OutlineUnit, in outer: Surroundings) -> [Block] {
        var around = outer
        around.level = unit.level
        listsPeople = false
        let carrierDirects = directs
        let years = context.dates.heading
        defer {
            directs = carrierDirects
            context.dates.heading = years
        }
        context.dates.beginItem()
        // A report that a notice carries reports.
        if let genre = unit.genre, directs, !Self.directs(genre, passages) {
            directs = false
            around.voice = .report
        } else if let genre = unit.genre, !directs, Self.directs(genre, passages) {
            // 附件：…实施方案 of a report directs.
            directs = true
            around.voice = voice(genre)
        }
        var heading: TextBlock?
        var blocks: [Block] = []
        if let passage = unit.heading {
            let draft = readHeading(passage, after: unit.number, opensItem: unit.kind == .item || (!directs && outer.level == 0))
            heading = build(draft)
            context.dates.lendToItems()
            // The title of what is carried (关于…新形势下…的意见) is no heading of a section.
            if unit.genre == nil || unit.genre?.purpose == .other || unit.kind != .part {
                around.topic = TopicWords.topic(scanned, passage.reading, passages.rosters) ?? around.topic
            }
            // The sections of an answer: what was done, what is hard, what comes next.
            if around.voice == .letter, around.topic == .problems || around.topic == .plans { around.voice = .report }
            if around.voice == .report, TopicWords.announces(scanned, passage.reading) { around.topic = .plans }
            if around.topic == .demands {
                // A circular (督查通报) reports first and demands then.
                around.topic = .open
                if !directs { around.voice = .relayed }
                directs = true
            }
            if around.topic == .situation {
                // 一、环境形势 of a plan reports how things stand.
                around.topic = .open
                around.voice = .report
                directs = false
            }
            if around.voice == .directive, scanned.rare.prohibitedLists.first(in: passage.reading, of: scanned.scalars) != nil {
                // 禁火期内禁止下列行为 over 1.…: so they are, whether a colon follows or not.
                around.announced = .modality(.mustNot)
            }
            let inherited = draft.assignments
            if !inherited.isEmpty { around.inherited = inherited }
            blocks += furniture(before: passage.span.end)
        }
        if unit.kind == .part, unit.style == nil, directs, around.voice != .letter { around.voice = .directive }
        let isLeaf = !unit.children.contains { if case .unit = $0 { true } else if case .table = $0 { true } else { false } }
        let key = unit.heading?.reading ?? firstWords(unit)
        if isLeaf, directs || unit.number != nil, unit.kind != .part || unit.heading == nil || unit.style != nil {
            return clause(unit, heading: heading, key: key, opening: blocks, in: around)
        }
        var items = unit
        let lines = outer.closesWithDuty ? takeDutyLines(from: &items) : []
        let id = ids.id("s", for: words(key, behind: unit.number))
        around.opening = unit.heading == nil && unit.style != nil ? unit.number : nil
        if case .part = unit.kind, unit.style == nil {
            blocks += read(items.children, in: around, isDocument: true)
        } else {
            blocks += read(items.children, in: around)
        }
        if !lines.isEmpty {
            let drafts = lines.map { read($0, from: $0.reading.lowerBound, in: around) }
            Self.owe(drafts.flatMap(\.assignments), drafts.flatMap(\.deadlines), &blocks)
            for draft in drafts { blocks += [.paragraph(build(draft))] + furniture(before: draft.passage.span.end) }
        }
        // （一）推动直达机制。（甲部负责） over 1.…: the clause bears the number, and the unit that holds it and those below needs none.
        var number = printed(unit.number, at: key)
        if around.opening != nil, case .directive(let first)? = blocks.first, first.number == number { number = nil }
        let kind: Division.Kind =
            switch unit.kind {
            case .part: .part
            case .section: .section
            case .item: .item
            }
        return [.division(Division(kind, id: id, number: number, level: unit.level, heading: heading, blocks: blocks))]
    }

    /// The lowest numbered unit: a directive where it demands something, else structure.
    private mutating func clause(_ unit: OutlineUnit, heading: TextBlock?, key: Range<Int>, opening: [Block], in around: Surroundings) -> [Block] {
        var blocks = opening
        var drafts: [Draft] = []
        for child in unit.children {
            guard case .paragraph(let passage) = child else {
                blocks += read([child], in: around)
                continue
            }
            let start = drafts.isEmpty && unit.heading == nil ? passage.reading.lowerBound + (unit.number?.unicodeScalars.count ?? 0) : passage.reading.lowerBound
            var around = around
            if !drafts.isEmpty {
                around.announced = nil
                // 上述行为，影响恶劣。 behind the last of a list is none of it.
                if around.listsTopic { around.topic = .open }
            }
            let draft = read(passage, from: min(start, passage.reading.upperBound), in: around)
            drafts.append(draft)
            blocks.append(.paragraph(build(draft)))
            blocks += furniture(before: passage.span.end)
        }
        let level = unit.level
        guard drafts.contains(where: { $0.result.hasRequirement || (directs && !$0.assignments.isEmpty) }) else {
            let id = ids.id("s", for: words(key, behind: unit.number))
            let kind: Division.Kind = unit.kind == .item ? .item : .section
            return [.division(Division(kind, id: id, number: printed(unit.number, at: key), level: level, heading: heading, blocks: blocks))]
        }
        var directive = Directive(
            id: ids.id("d", for: words(key, behind: unit.number)), number: printed(unit.number, at: key), level: level,
            reported: !directs && drafts.contains { $0.result.relays != nil }, of: drafts.lazy.compactMap(\.result.relays).first, heading: heading,
            blocks: blocks)
        settle(&directive, drafts, in: around)
        return [.directive(directive)]
    }

    func words(_ range: Range<Int>) -> ArraySlice<Unicode.Scalar> { outline.reading.scalars[range] }

    /// A number as it is printed: what is read has wide brackets and narrow digits.
    private func printed(_ number: String?, at place: Range<Int>) -> String? {
        guard let number, words(place).starts(with: number.unicodeScalars) else { return number }
        let span = outline.reading.span(place.prefix(number.unicodeScalars.count))
        return String(scalars: builder.source.scalars[span.start..<span.end].filter { !$0.isWhite && !$0.isInvisible })
    }

    /// The number is no part of what a clause says: its id stays when it is renumbered.
    private func words(_ range: Range<Int>, behind number: String?) -> ArraySlice<Unicode.Scalar> {
        let words = words(range)
        guard let number, words.starts(with: number.unicodeScalars) else { return words }
        return words.dropFirst(number.unicodeScalars.count)
    }

    private func firstWords(_ unit: OutlineUnit) -> Range<Int> {
        for child in unit.children {
            if case .paragraph(let passage) = child { return passage.reading.prefix(200) }
        }
        return 0..<0
    }

    // MARK: Drafts

    /// A passage as read, with the duties it states resolved.
    struct Draft {
        var passage: Passage
        var id: String
        var result: PassageReader.Result
        var assignments: [Assignment] = []
        var deadlines: [Deadline] = []
        var targets: [Target] = []
        /// The time that its duties or its column give, outside every sentence.
        var dutyDay: String?
        var findings: [Finding] = []
    }

    private mutating func read(_ passage: Passage, from start: Int, in around: Surroundings) -> Draft {
        var result: PassageReader.Result
        if start == passage.reading.lowerBound, isLabel(passage.reading) {
            // What a site or a form prints between the paragraphs says nothing: 联系电话：…, 打印|关闭.
            result = PassageReader.Result(entities: passages.entities(in: scanned, range: passage.reading, context: &context))
        } else if let text = rosters.line(start..<passage.reading.upperBound, isOpen: listsPeople || around.topic == .roster) {
            listsPeople = true
            result = PassageReader.Result(entities: passages.entities(in: scanned, range: text..<passage.reading.upperBound, context: &context))
        } else {
            listsPeople = rosters.opens(passage.reading)
            let labelled = passages.labelled(start..<passage.reading.upperBound, in: scanned)
            let voice = labelled?.voice ?? voice(of: passage.reading, in: around)
            context.dates.demands = voice == .directive || voice == .relayed
            result = passages.paragraph(
                in: scanned, range: passage.reading, from: start, voice: voice,
                topic: labelled?.topic ?? around.topic, context: &context)
        }
        if let announced = around.announced {
            result.units = result.units.compactMap { mark in
                announced.read(mark.fact, mark.range, in: scanned).map { DraftMark(mark.range, $0, id: mark.id) }
            }
        }
        var draft = Draft(passage: passage, id: ids.id("p", for: words(start..<passage.reading.upperBound)), result: result)
        resolve(&draft)
        return draft
    }

    /// 会议听取了…, 会议强调，…: who speaks in minutes opens the paragraph.
    private func voice(of passage: Range<Int>, in around: Surroundings) -> Voice {
        if scanned.rare.editorials.length(at: passage.lowerBound, in: scanned.scalars, limit: passage.upperBound) != nil { return .preamble }
        guard isMinutes else { return around.voice }
        if scanned.rare.decided.length(at: passage.lowerBound, in: scanned.scalars, limit: passage.upperBound) != nil { return .directive }
        let opensReport = scanned.groups(at: passage.lowerBound, limit: passage.upperBound).intersects(.reporter)
        return opensReport || around.voice == .preamble ? .report : around.voice
    }

    private mutating func readHeading(_ passage: Passage, after number: String?, opensItem: Bool) -> Draft {
        let start = min(passage.reading.upperBound, passage.reading.lowerBound + (number?.unicodeScalars.count ?? 0))
        let running = start..<passage.reading.upperBound
        context.dates.demands = false
        if opensItem { context.enterItem(outline.reading, heading: running, recogniser: passages.bodies) }
        var result = PassageReader.Result()
        result.entities = passages.entities(in: scanned, range: running, context: &context)
        result.statements = passages.duties.statements(in: scanned, range: running, bodies: PassageReader.bodyRanges(result.entities))
        var draft = Draft(passage: passage, id: ids.id("h", for: words(passage.reading)), result: result)
        resolve(&draft)
        return draft
    }

    mutating func resolve(_ draft: inout Draft) {
        draft.assignments = duties.assignments(of: &draft.result, block: draft.id, in: outline.reading, rules: &rules, context: &context)
        for index in draft.result.units.indices {
            draft.result.units[index].id = ids.id(Self.letter(draft.result.units[index].fact), for: words(draft.result.units[index].range))
        }
        MeasureReader(quantities: passages.quantities, targets: passages.targets).read(&draft, text: scanned)
        findings += draft.findings
    }

    private static func letter(_ fact: Fact) -> StaticString {
        switch fact {
        case .requirement: "r"
        case .action: "a"
        case .plan: "l"
        case .problem: "x"
        default: "m"
        }
    }

    func build(_ draft: Draft) -> TextBlock {
        builder.block(draft.passage, id: draft.id, draft.result)
    }

    mutating func settle(_ directive: inout Directive, _ drafts: [Draft], in around: Surroundings) {
        directive.assignments = drafts.flatMap(\.assignments)
        // A bracket on a heading holds for all below, beside those of their own.
        let own = Set(directive.assignments.map { $0.body ?? $0.name })
        directive.assignments += around.inherited.filter { !own.contains($0.body ?? $0.name) }
        if rules.responsibleLead, !directive.assignments.contains(where: { $0.role == .lead }) {
            for index in directive.assignments.indices where directive.assignments[index].role == .responsible { directive.assignments[index].role = .lead }
        }
        for duty in rules.everywhere where !directive.assignments.contains(where: { $0.name == duty.name }) { directive.assignments.append(duty) }
        directive.deadlines = drafts.flatMap(\.deadlines)
        directive.targets = drafts.flatMap(\.targets)
        // What the duties give as their time is that of the targets which name none.
        if directive.deadlines.count == 1, let day = drafts.lazy.compactMap(\.dutyDay).first {
            for index in directive.targets.indices where directive.targets[index].when == nil { directive.targets[index].when = day }
        }
        findings += duties.findings(directive, &rules, year: context.dates.document?.year)
    }
}
