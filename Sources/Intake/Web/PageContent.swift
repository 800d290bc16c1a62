import Provenance
import XMLTree

/// Finds the document on a web page (网页正文识别): the element that holds most of the words that are no links, its title where that
/// stands above it, and the table of metadata that sites of governments print (索引号、发文字号、成文日期 …).
struct PageContent {
    let main: XMLNode
    /// Above `main`, in printed order.
    let title: String?
    let metadata: [(label: String, value: String, line: Int)]
    /// The elements of `main` that hold it, where it stands at the head of the text.
    let told: [XMLNode]
    /// Visible characters of the page that are in none of these.
    let leftOut: Int

    /// What is no text of a document wherever it stands.
    static let silent: Set<String> = [
        "script", "style", "noscript", "template", "iframe", "object", "svg", "canvas", "select", "button", "input", "textarea", "nav", "footer", "head",
        "audio", "video", "map", "rt", "rp",
    ]

    init(_ root: XMLNode) {
        let body = Weighed(root.first("body") ?? root, inLink: false)
        var last = body
        var before: [XMLNode] = []
        // Down to where most of the words are no longer in one child, or paragraphs stand beside it.
        while let index = last.children.firstIndex(where: { $0.words * 10 >= max(1, last.words) * 8 }), Self.containers.contains(last.children[index].node.name),
            !last.children.contains(where: { $0.node.name == "p" && $0.words > 0 }), let inner = last.children[index].innermost()
        {
            before += last.children[..<index].map(\.node)
            last = inner
        }
        main = last.node
        let named = Self.meta(root, "ArticleTitle") ?? root.first("head")?.first("title").map { Self.visible($0) }
        let title = Self.title(in: before, over: last.node, named: named)
        let metadata = before.flatMap(Self.metadata)
        let said = metadata.reduce(0) { $0 + Self.squeezed($1.label + $1.value).unicodeScalars.count }
        told = metadata.isEmpty ? Self.metadataHolders(in: last.node) : []
        self.title = title
        self.metadata = metadata + told.flatMap(Self.pairs)
        leftOut = max(0, body.all + body.frames - last.all - said - Self.squeezed(title ?? "").unicodeScalars.count)
    }

    private static let containers: Set<String> = ["body", "div", "section", "article", "main", "table", "center", "form", "font", "span"]

    static func isHidden(_ node: XMLNode) -> Bool {
        if silent.contains(node.name) || node["hidden"] != nil || node["aria-hidden"] == "true" || isFrame(node) { return true }
        guard let style = node["style"]?.lowercased() else { return false }
        let plain = style.filter { $0 != " " }
        return plain.contains("display:none") || plain.contains("visibility:hidden")
    }

    /// What its author calls a menu or a footer, and what holds no sentence: text may lie in a box of any name.
    private static func isFrame(_ node: XMLNode) -> Bool {
        guard ["div", "ul", "section", "table", "aside"].contains(node.name) else { return false }
        let names = ((node["class"] ?? "") + " " + (node["id"] ?? "")).lowercased().split(whereSeparator: { !$0.isLetter })
        guard names.contains(where: { frames.contains(String($0)) }) else { return false }
        func holdsSentence(_ node: XMLNode) -> Bool {
            node.children.contains { child in
                switch child {
                case .element(let element): holdsSentence(element)
                case .text(let text): text.unicodeScalars.contains { $0 == "。" || $0 == "；" }
                }
            }
        }
        return !holdsSentence(node)
    }

    /// Names that authors of pages give to what stands around a text.
    private static let frames: Set<String> = [
        "nav", "navbar", "navi", "navigation", "menu", "footer", "foot", "bottom", "breadcrumb", "breadcrumbs", "crumb", "crumbs", "copyright", "share", "sidebar",
        "toolbar",
    ]

    /// The page's own names for things, which the rules for government sites ask for (国办发〔2017〕47号《政府网站发展指引》 annex 3).
    static func meta(_ root: XMLNode, _ name: String) -> String? {
        root.first("head")?.elements("meta").first { $0["name"]?.lowercased() == name.lowercased() }?["content"].flatMap { $0.isEmpty ? nil : $0 }
    }

    // MARK: Weight

    /// An element with the visible characters below it.
    private struct Weighed {
        let node: XMLNode
        let all: Int
        /// How much of a text it is: the characters outside of links, and more for each sentence, which menus and labels do not have.
        let words: Int
        /// Characters of menus and footers, which are in neither.
        let frames: Int
        /// Child elements that show.
        let children: [Weighed]

        init(_ node: XMLNode, inLink: Bool) {
            let inLink = inLink || node.name == "a"
            var (all, words, frames) = (0, 0, 0)
            var children: [Weighed] = []
            for child in node.children {
                switch child {
                case .element(let element):
                    guard !PageContent.isHidden(element) else {
                        if element.name == "nav" || element.name == "footer" || PageContent.isFrame(element) { frames += PageContent.length(element) }
                        continue
                    }
                    let inner = Weighed(element, inLink: inLink)
                    all += inner.all
                    frames += inner.frames
                    words += inner.words
                    children.append(inner)
                case .text(let text):
                    let count = text.unicodeScalars.count { !$0.isWhite }
                    all += count
                    words += inLink ? 0 : count + 20 * text.unicodeScalars.count { $0 == "。" || $0 == "；" }
                }
            }
            self.node = node
            self.all = all
            // However long it is, the text is elsewhere.
            self.words = PageContent.isMetadata(node) ? 0 : words
            self.frames = frames
            self.children = children
        }

        /// Of a table that only places things the cell that holds most of it; nil of one that has data; of anything else itself.
        func innermost() -> Weighed? {
            guard node.name == "table" else { return self }
            var inner = self
            while inner.node.name != "td" {
                guard let next = inner.children.first(where: { $0.words * 10 >= max(1, words) * 8 }) else { return nil }
                inner = next
            }
            return inner
        }
    }

    /// Visible characters below an element, whatever it is itself.
    private static func length(_ node: XMLNode) -> Int {
        node.children.reduce(0) { sum, child in
            switch child {
            case .element(let element): sum + (["script", "style", "noscript", "template", "head"].contains(element.name) ? 0 : length(element))
            case .text(let text): sum + text.unicodeScalars.count { !$0.isWhite }
            }
        }
    }

    static func visible(_ node: XMLNode) -> String {
        var text = ""
        func add(_ node: XMLNode) {
            if isHidden(node) && node.name != "title" { return }
            for child in node.children {
                switch child {
                case .element(let element): add(element)
                case .text(let words): text += words
                }
            }
        }
        add(node)
        return String(text.split(whereSeparator: \.isWhitespace).joined(separator: " "))
    }

    // MARK: Title

    /// The last heading above the text that the page's own title begins with; none where the text itself begins with it.
    private static func title(in before: [XMLNode], over main: XMLNode, named: String?) -> String? {
        guard let named else { return nil }
        let wanted = squeezed(named)
        let titles: Set<String> = ["h1", "h2", "h3", "div", "p", "td", "strong", "span"]
        var found: String?
        func look(_ node: XMLNode) {
            if isHidden(node) { return }
            // The innermost: a title is no box of boxes.
            if titles.contains(node.name), !node.elements.contains(where: { titles.contains($0.name) }) {
                let text = visible(node)
                let bare = squeezed(text)
                if (6...200).contains(bare.count), wanted.hasPrefix(bare) { found = text }
            }
            for child in node.elements { look(child) }
        }
        for node in before { look(node) }
        guard let found, !squeezed(visible(main)).prefix(400).contains(squeezed(found)) else { return nil }
        return found
    }

    static func squeezed(_ text: String) -> String { String(scalars: text.unicodeScalars.filter { !$0.isWhite }) }

    // MARK: Metadata

    /// Pairs of a short label that ends in a colon and what stands beside it, in tables and lists above the text.
    private static func metadata(_ node: XMLNode) -> [(label: String, value: String, line: Int)] {
        if isHidden(node) { return [] }
        guard ["table", "ul", "dl"].contains(node.name) else { return node.elements.flatMap(metadata) }
        let found = pairs(in: node)
        return found.count >= 3 ? found : []
    }

    /// Tables and lists at the head of the text in which every value has its label, as sites without a box for the text itself set them.
    private static func metadataHolders(in main: XMLNode) -> [XMLNode] {
        var found: [XMLNode] = []
        /// False where the text begins.
        func look(_ node: XMLNode) -> Bool {
            if isHidden(node) { return true }
            if ["table", "ul", "dl"].contains(node.name) {
                guard cellCount(node).filled > 0 else { return true }
                guard isMetadata(node) else { return false }
                found.append(node)
                return true
            }
            for child in node.children {
                switch child {
                case .element(let element): if !look(element) { return false }
                case .text(let text): if text.unicodeScalars.contains("。") { return false }
                }
            }
            return true
        }
        _ = look(main)
        return found
    }

    /// A table or list in which every value has its label.
    private static func isMetadata(_ node: XMLNode) -> Bool {
        guard ["table", "ul", "dl"].contains(node.name) else { return false }
        let cells = cellCount(node)
        return cells.labels >= 3 && cells.labels * 2 >= cells.filled && pairs(in: node).count >= 2
    }

    /// How many cells hold words, and how many of those begin with a short label and its colon.
    private static func cellCount(_ node: XMLNode) -> (filled: Int, labels: Int) {
        var count = (filled: 0, labels: 0)
        if ["td", "th", "li", "dt", "dd"].contains(node.name) {
            let text = visible(node)
            guard !text.isEmpty else { return count }
            count.filled = 1
            if let colon = text.firstIndex(where: { $0 == "：" || $0 == ":" }), squeezed(String(text[..<colon])).count <= 8 { count.labels = 1 }
            return count
        }
        for child in node.elements where !isHidden(child) {
            let inner = cellCount(child)
            count = (count.filled + inner.filled, count.labels + inner.labels)
        }
        return count
    }

    private static func pairs(in node: XMLNode) -> [(label: String, value: String, line: Int)] {
        var cells: [(text: String, line: Int)] = []
        func gather(_ node: XMLNode) {
            if isHidden(node) { return }
            if ["td", "th", "li", "dt", "dd"].contains(node.name), !node.elements.contains(where: { ["table", "ul"].contains($0.name) }) {
                cells.append((visible(node), node.line))
            } else {
                for child in node.elements { gather(child) }
            }
        }
        gather(node)
        var pairs: [(label: String, value: String, line: Int)] = []
        var index = 0
        while index < cells.count {
            let text = cells[index].text
            if let colon = text.firstIndex(where: { $0 == "：" || $0 == ":" }), squeezed(String(text[..<colon])).count <= 8 {
                let rest = text[text.index(after: colon)...].drop { $0 == " " }
                if !rest.isEmpty {
                    pairs.append((squeezed(String(text[..<colon])), String(rest), cells[index].line))
                } else if index + 1 < cells.count {
                    index += 1
                    if !cells[index].text.isEmpty { pairs.append((squeezed(String(text[..<colon])), cells[index].text, cells[index].line)) }
                }
            }
            index += 1
        }
        return pairs
    }
}
