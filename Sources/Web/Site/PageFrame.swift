import Exports
import Links
import Provenance
import Queries

/// What every page of the site has (页面框架): navigation, the day of its answers, who looks at it.
struct PageFrame {
    let wording: Wording
    let visitor: Visitor?
    /// Somebody has to log in here; else one person works on this machine.
    let hasAccounts: Bool
    /// The address that this page was asked for by, to come back to it.
    let address: String
    let shell: PageShell
    let assets: Assets

    init(wording: Wording, visitor: Visitor?, hasAccounts: Bool, address: String, assets: Assets) {
        self.wording = wording
        self.visitor = visitor
        self.hasAccounts = hasAccounts
        self.address = address
        self.assets = assets
        shell = PageShell(wording: wording)
    }

    enum Section: CaseIterable {
        case overview, clauses, matrix, bodies, documents, search, review, importing, exporting

        var address: String {
            switch self {
            case .overview: Address.overview
            case .clauses: Address.clauses
            case .matrix: Address.matrix
            case .bodies: Address.bodies
            case .documents: Address.documents
            case .search: Address.search
            case .review: Address.review
            case .importing: Address.importing
            case .exporting: Address.exporting
            }
        }

        var title: Message {
            switch self {
            case .overview: .webOverview
            case .clauses: .webClauses
            case .matrix: .webMatrix
            case .bodies: .webBodies
            case .documents: .webDocuments
            case .search: .searchTitle
            case .review: .webReview
            case .importing: .webImport
            case .exporting: .webExport
            }
        }

        /// What one must be allowed to do there.
        var role: AccessRole {
            switch self {
            case .review: .review
            case .importing: .administer
            default: .read
            }
        }
    }

    /// - Parameters:
    ///   - title: without the name of the site.
    ///   - isWide: the page takes the whole width and prints on A3.
    func page(_ title: String, in section: Section?, isWide: Bool = false, _ content: (inout HTMLWriter) -> Void) -> [UInt8] {
        var html = HTMLWriter()
        html.raw("<!DOCTYPE html>\n")
        html.open("html", [.init("lang", wording.language == .zh ? "zh-Hans" : "en")])
        html.raw("\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
        html.element("title", text: title + " · " + wording(.webName))
        html.raw("\n")
        html.open("link", [.init("rel", "stylesheet"), .init("href", assets.styleAddress)])
        html.raw("\n")
        html.open("link", [.init("rel", "icon"), .init("href", assets.iconAddress), .init("type", "image/svg+xml")])
        html.raw("\n")
        html.open("script", [.init("src", assets.scriptAddress), .init("defer", "")])
        html.raw("</script>\n</head>\n")
        html.open("body", isWide ? [.class("wide-page")] : [])
        html.raw("\n")
        html.element("a", [.class("skip"), .init("href", "#main")], text: wording(.webSkip))
        header(section, to: &html)
        html.raw("<main id=\"main\" tabindex=\"-1\">\n")
        content(&html)
        html.raw("</main>\n")
        html.element("footer", [.class("site")], text: wording(.pageMadeBy))
        html.raw("\n</body>\n</html>\n")
        return html.bytes
    }

    private func header(_ section: Section?, to html: inout HTMLWriter) {
        html.raw("<header class=\"site\">")
        html.element("a", [.class("brand"), .init("href", Address.overview)]) { html in
            html.element("b", text: wording(.webName))
            html.element("span", text: wording(.webMotto))
        }
        if visitor != nil {
            html.open("nav", [.init("aria-label", wording(.webNavigation))])
            for one in Section.allCases where visitor?.may(one.role) ?? false {
                html.element(
                    "a", [.init("href", one.address)] + (one == section ? [.init("aria-current", "page")] : []), text: wording(one.title))
            }
            html.raw("</nav>")
            html.open("form", [.class("find"), .init("action", Address.search), .init("role", "search")])
            html.open(
                "input",
                [
                    .init("type", "search"), .init("name", "q"), .init("id", "find"), .init("placeholder", wording(.webFindWords)),
                    .init("aria-label", wording(.webFindWords)), .init("autocomplete", "off"),
                ])
            html.raw("</form>")
        }
        html.raw("<div class=\"who\">")
        let other: Language = wording.language == .zh ? .en : .zh
        html.element(
            "a", [.init("href", languageAddress(other)), .init("lang", other == .zh ? "zh-Hans" : "en"), .init("hreflang", other == .zh ? "zh-Hans" : "en")],
            text: other == .zh ? "中文" : "English")
        if let visitor {
            html.element("span", text: visitor.name)
            if hasAccounts {
                if visitor.may(.administer) { html.element("a", [.init("href", "/accounts")], text: wording(.webAccounts)) }
                html.open("form", [.init("method", "post"), .init("action", "/logout")])
                token(to: &html)
                html.element("button", [.class("plain")], text: wording(.webLogout))
                html.raw("</form>")
            }
        }
        html.raw("</div></header>\n")
    }

    private func languageAddress(_ language: Language) -> String {
        "/language" + FormValues([("to", language.rawValue), ("back", address)]).query
    }

    /// The title of the page and the facts that date it.
    func title(_ title: String, today: Today? = nil, facts: [(label: String, value: String)] = [], to html: inout HTMLWriter) {
        html.raw("<div class=\"title\">")
        html.element("h1", text: title)
        let dated = (today.map { [(label: wording(.asOf), value: wording.asOf($0))] } ?? []) + facts
        if !dated.isEmpty {
            html.raw("<p class=\"facts\">")
            for fact in dated where !fact.value.isEmpty {
                html.raw("<span>")
                html.element("b", text: fact.label)
                html.text(fact.value)
                html.raw("</span>")
            }
            html.raw("</p>")
        }
        html.raw("</div>\n")
    }

    /// The hidden field that every form to change something has.
    func token(to html: inout HTMLWriter) {
        html.open("input", [.init("type", "hidden"), .init("name", "token"), .init("value", visitor?.csrfToken ?? "")])
    }

    // MARK: Pieces of several pages

    /// A state as mark and label that leads to the rows in it.
    func state(_ state: RequirementState, label: Bool = true, to html: inout HTMLWriter) { shell.state(state, label: label, to: &html) }

    /// How many are in each state, those without any left out; each a link to them.
    func states(_ counts: [StateCount], question: ClauseQuestion, to html: inout HTMLWriter) {
        html.raw("<span class=\"states\">")
        for count in counts where count.claimed > 0 {
            var question = question
            question.filter.states = [count.state]
            html.element(
                "a",
                [
                    .init("href", Address.clauses(question)), .class("state s-" + count.state.rawValue),
                    .init("title", wording.label(count.state) + " \(count.claimed)"),
                ]
            ) { html in
                html.element("i", text: wording.mark(count.state))
                html.element("b", text: String(count.claimed))
            }
        }
        html.raw("</span>")
    }

    /// The same as a bar; the letters beside it tell what the colours say.
    func bar(_ counts: [StateCount], to html: inout HTMLWriter) {
        let total = counts.reduce(0) { $0 + $1.claimed }
        guard total > 0 else { return }
        html.raw("<svg class=\"bar\" viewBox=\"0 0 1000 10\" preserveAspectRatio=\"none\" aria-hidden=\"true\">")
        var before = 0
        for state in Self.barOrder {
            guard let count = counts.first(where: { $0.state == state })?.claimed, count > 0 else { continue }
            let (start, end) = (before * 1000 / total, (before + count) * 1000 / total)
            html.open(
                "rect",
                [
                    .class("f-" + state.rawValue), .init("x", String(start)), .init("y", "0"), .init("width", String(max(1, end - start))),
                    .init("height", "10"),
                ])
            html.element("title", text: wording.label(state) + " \(count)")
            html.raw("</rect>")
            before += count
        }
        html.raw("</svg>")
    }

    /// From what is done to what is missing.
    static let barOrder: [RequirementState] = [.done, .underWay, .stale, .problem, .notStarted, .overdue, .suspect, .noReport]

    func body(_ body: BodyName, to html: inout HTMLWriter) {
        html.element("a", [.init("href", Address.body(body))] + (body.official.map { [.init("title", $0)] } ?? []), text: wording.name(body))
    }

    func document(_ label: DocumentLabel, to html: inout HTMLWriter) {
        html.element("a", [.init("href", Address.document(label.id))], text: label.title)
        let more = [label.number, label.date].compactMap(\.self).joined(separator: " · ")
        if !more.isEmpty { html.element("span", [.class("at")], text: more) }
    }

    /// Where something stands, as a link to its words in their document.
    func place(_ place: SourcePlace, to html: inout HTMLWriter) {
        html.element("a", [.class("at"), .init("href", Address.place(place))], text: wording.place(place))
    }

    /// What could not be done, and what to do about it.
    func fault(_ fault: Fault, to html: inout HTMLWriter) {
        html.raw("<div class=\"notice bad\" role=\"alert\">")
        html.element("p", text: fault.text(wording.language))
        html.raw("</div>\n")
    }
}
