import Provenance
import Vocabulary

/// The words by which structure is told (版式用语), from the groups `structure.*` and `genre.*` of `Ontology/markers.xml`.
final class StructureWords: Sendable {
    private let tail: PhraseSet
    private let reportVerbs: PhraseSet
    /// 文种 by what they do with their text, and as words at the end of a title.
    private let genres: [String: Genre.Purpose]
    private let genreWords: PhraseSet
    let urgencies: Set<ExactText>
    let classifications: PhraseSet
    /// 一是, 首先: members of a list in running text, which have no headings.
    let memberOpenings: PhraseSet
    /// 文件 behind the issuer in a red head; 性文件, which says of what sort a document is; 编 behind who edits; 内部资料; 签发人.
    let mastheads, categories, editors, editorLabels, textOpenings, notices, signers: PhraseSet
    let contentsTitles: Set<String>
    /// 主题词, which stands with 抄送 in documents before 2012.
    let subjects: Set<String>
    /// 此复。 特此通知。 on a line of its own.
    let formulas: Set<ExactText>
    /// Visible characters of the longest of `urgencies` and `contentsTitles`, brackets around them included.
    let longestLabel: Int
    /// Visible characters of the longest label of 版记.
    let longestTailLabel: Int
    let attachmentWords: PhraseSet
    let datelines: PhraseSet
    let issueNames: PhraseSet
    let adoption: PhraseSet
    /// 关于, with which a title says of what it speaks.
    let about: PhraseSet
    /// Characters in which the names of bodies end, where they stand side by side: 厅, 局.
    let bodyEnds: PhraseSet
    /// 中共, with which the name of a party committee begins.
    let parties: PhraseSet
    /// Words in which the names of addressees and issuers end.
    let addresseeEnds: PhraseSet
    /// By which a text without a title tells what it does: 提出如下意见; 要, 应当; 已, 累计; verbs at the head of demanding headings.
    let introductions, demanding, obliging, telling, notModal, reporting, events, headingVerbs: PhraseSet
    let columnLabels: Set<ExactText>
    /// Labels of the table that sites print above a document, and what stands behind them; nil: nothing that a document says of itself.
    let metadata: [String: OutlineField.Name?]
    /// Of those the ones over bodies that owe something, and over a time.
    let dutyColumns, limitColumns: Set<String>
    let traditional: TraditionalScript
    let rosters: RosterWords
    let pageLines: PageLines
    /// Verbs in which a sentence ends that only names who owes a demand: …牵头, …配合.
    let dutyVerbs: PhraseSet
    /// 责任单位, 牵头单位.
    let dutyLabels: PhraseSet

    init(_ markers: Markers) {
        let tailLabels = markers.group("structure.tail") + markers.group("structure.subject")
        tail = PhraseSet(tailLabels)
        longestTailLabel = tailLabels.map(\.unicodeScalars.count).max() ?? 0
        reportVerbs = PhraseSet(markers.group("report.verb"))
        var genres: [String: Genre.Purpose] = [:]
        for purpose in [Genre.Purpose.directive, .bulletin, .report, .letter, .regulation, .table] {
            for word in markers.group("genre.\(purpose.rawValue)") where genres[word] == nil { genres[word] = purpose }
        }
        self.genres = genres
        genreWords = PhraseSet(genres.keys.sorted())
        urgencies = Set(markers.group("structure.urgency").map(ExactText.init))
        classifications = PhraseSet(markers.group("structure.classification"))
        memberOpenings = PhraseSet(markers.group("structure.member"))
        mastheads = PhraseSet(markers.group("structure.masthead"))
        categories = PhraseSet(markers.group("structure.category"))
        editors = PhraseSet(markers.group("structure.editor"))
        textOpenings = PhraseSet(markers.group("structure.textOpening"))
        editorLabels = PhraseSet(markers.group("structure.editorLabel"))
        notices = PhraseSet(markers.group("structure.notice"))
        signers = PhraseSet(markers.group("structure.signer"))
        contentsTitles = Set(markers.group("structure.contents"))
        subjects = Set(markers.group("structure.subject"))
        formulas = Set(markers.group("structure.formula").map(ExactText.init))
        longestLabel = 2 + ((urgencies.map(\.text) + contentsTitles).map(\.unicodeScalars.count).max() ?? 0)
        attachmentWords = PhraseSet(markers.group("structure.attachment"))
        datelines = PhraseSet(markers.group("structure.dateline"))
        issueNames = PhraseSet(markers.group("structure.bulletinName"))
        traditional = TraditionalScript(markers)
        rosters = RosterWords(markers)
        pageLines = PageLines(markers)
        about = PhraseSet(markers.group("structure.about"))
        adoption = PhraseSet(markers.group("structure.adoption"))
        parties = PhraseSet(markers.group("structure.party"))
        bodyEnds = PhraseSet(markers.group("structure.bodyEnd"))
        addresseeEnds = PhraseSet(markers.group("structure.addressee"))
        introductions = PhraseSet(markers.group("evidence.introduction"))
        obliging = PhraseSet(markers.group("structure.obliging"))
        telling = PhraseSet(markers.group("structure.telling"))
        notModal = PhraseSet(markers.group("modality.notModal"))
        demanding = PhraseSet(markers.group("evidence.demand"))
        reporting = PhraseSet(markers.group("evidence.fact"))
        events = PhraseSet(markers.group("evidence.event"))
        headingVerbs = PhraseSet(markers.group("evidence.heading"))
        dutyVerbs = PhraseSet(["lead", "responsible", "support"].flatMap { markers.group("role.\($0).verb") })
        dutyLabels = PhraseSet(["lead", "responsible", "support"].flatMap { markers.group("role.\($0).label") })
        dutyColumns = Set(["lead", "responsible", "support"].flatMap { markers.group("column.\($0)") })
        limitColumns = Set(markers.group("column.deadline"))
        var metadata: [String: OutlineField.Name?] = [:]
        for (group, name) in [("number", OutlineField.Name.number), ("date", .date), ("issuer", .issuer), ("title", .title), ("other", nil)] {
            for label in markers.group("metadata." + group) { metadata.updateValue(name, forKey: label) }
        }
        self.metadata = metadata
        columnLabels = Set(markers.groups(under: "column").flatMap(\.words).map(ExactText.init))
    }

    /// 报：, 送：, 抄送：, 印发 … at the start of a line of 版记: the word before the colon.
    func tailLabel(_ head: Glimpse) -> String? {
        guard !head.scalars.isEmpty, let length = tail.length(at: 0, in: head.scalars, limit: head.count), length < head.count,
            head.scalars[length] == "：" || head.scalars[length] == ":"
        else { return nil }
        return String(scalars: head.scalars[..<length])
    }

    /// 《意见》强调， / 会议要求， at the start of a line.
    func opensReport(_ head: Glimpse) -> Bool {
        let text = head.scalars
        var start = 0
        if text.first == "《" {
            guard let close = text.firstIndex(of: "》") else { return false }
            start = close + 1
        } else if text.starts(with: "会议".unicodeScalars) {
            start = 2
        } else {
            return false
        }
        let limit = min(text.count, start + 14)
        return start < limit && reportVerbs.first(in: start..<limit, of: text) != nil
    }

    /// 此复。 特此通知。 以上妥否，请批示。
    func isFormula(_ head: Glimpse) -> Bool {
        var end = head.count
        while end > 0, head.scalars[end - 1] == "。" || head.scalars[end - 1] == "！" { end -= 1 }
        return formulas.contains(ExactText(String(scalars: head.scalars[..<end])))
    }

    /// A line that ends as the names of bodies do.
    func namesBody(_ line: [Unicode.Scalar]) -> Bool {
        line.count >= 3 && line.count <= 40 && bodyEnds.length(endingAt: line.count, in: line, from: 0) != nil && !line.contains("，")
    }

    /// The 文种 in which a title ends, trailing brackets left out.
    func genre(ofTitle title: [Unicode.Scalar]) -> Genre? {
        // 《…的通知》 and …的通知 |, as pages print them
        if let last = title.last, last.isTableBar { return genre(ofTitle: title.dropLast()) }
        if title.first == "《", let close = title.firstIndex(of: "》"), close == title.count - 1 { return genre(ofTitle: Array(title[1..<close])) }
        var end = title.count
        while end > 0, title[end - 1] == "）", let open = title[..<end].lastIndex(of: "（") { end = open }
        guard let length = genreWords.length(endingAt: end, in: title, from: 0) else { return nil }
        let word = String(scalars: title[(end - length)..<end])
        return genres[word].map { Genre($0, type: word) }
    }
}

extension PhraseSet {
    /// Whether a line begins with one of the phrases.
    func begins(_ line: Glimpse) -> Bool { length(at: 0, in: line.scalars, limit: line.count) != nil }
}
