import Facts
import Links
import Provenance
import Store

extension Inquiry {
    /// A document, or one element of it.
    /// - Parameter id: the id of a document, the beginning of one, a part of a title; with `#` and an element's id, that element.
    /// - Throws: where nothing or more than one thing is called so.
    public func show(_ id: String, _ filter: Filter = Filter()) throws(Fault) -> ShownDocument {
        try base.read { reader throws in
            let view = try View(reader, asOf: filter.asOf, self)
            let parts = id.trimmed.split(separator: "#", maxSplits: 1).map(String.init)
            guard let name = parts.first else { throw Fault(.queryNoDocument(id), advice: .queryNoDocumentAdvice) }
            let stored = try named(name, in: view)
            guard let document = try reader.policyDocument(stored.id), let xml = try reader.xml(of: stored.id) else {
                throw Fault(.storeUnreadableDocument(stored.id))
            }
            var shown = ShownDocument(
                row: row(stored, view, isSuperseded: view[stored.id] == nil), document: document, xml: xml)
            guard parts.count == 2 else { return shown }
            var walk = ElementWalk(label: view.label(stored))
            walk.visit(document)
            let exact = walk.elements.filter { $0.id == parts[1] }
            let found = exact.isEmpty ? walk.elements.filter { $0.id.hasPrefix(parts[1]) } : exact
            guard var element = found.first else { throw Fault(.queryNoElement(id)) }
            guard found.count == 1 else { throw Fault(.queryManyElements(id, found.prefix(10).map(\.id))) }
            if let position = try reader.position(of: FactID(document: stored.id, element: element.id)) {
                element.place?.line = position.line
                element.place?.column = position.column
                element.place?.locator = position.locator
            }
            shown.element = element
            return shown
        }
    }

    /// Superseded versions are shown by their ids.
    private func named(_ name: String, in view: View) throws -> StoredDocument {
        if let exact = try view.reader.document(id: name) { return exact }
        let found = try Selection.documents(name, in: view)
        guard found.count == 1, let only = found.first else {
            throw Fault(.queryManyElements(name, found.prefix(10).map(\.id)))
        }
        return only
    }
}

/// Every element of a document that has an id, in printed order, each with its text and place.
private struct ElementWalk {
    let label: DocumentLabel
    private(set) var elements: [ShownElement] = []

    init(label: DocumentLabel) {
        self.label = label
    }

    mutating func visit(_ document: PolicyDocument) {
        for field in document.front { read(field.content, field.name.rawValue, []) }
        visit(document.body, [])
        for field in document.back { read(field.content, field.name.rawValue, []) }
    }

    private mutating func visit(_ blocks: [Block], _ headings: [String]) {
        for block in blocks {
            switch block {
            case .division(let division):
                add(division.id, division.kind.rawValue, headings, division.heading, text(of: division.blocks))
                visit(division.blocks, enter(division.heading, headings))
            case .directive(let directive):
                add(directive.id, "directive", headings, directive.heading, text(of: directive.blocks))
                visit(directive.blocks, enter(directive.heading, headings))
            case .paragraph(let text): read(text, "p", headings)
            case .table(let table):
                add(table.id, "table", headings, nil, text(of: [block]))
                for row in table.rows {
                    if let directive = row.directive {
                        add(directive.id, "directive", headings, directive.heading, row.cells.map(\.text).joined(separator: "\t"))
                    }
                    for cell in row.cells { read(cell, "cell", headings) }
                }
            case .closing(let fields):
                for field in fields { read(field.content, field.name.rawValue, headings) }
            case .furniture: break
            }
        }
    }

    private mutating func enter(_ heading: TextBlock?, _ headings: [String]) -> [String] {
        guard let heading else { return headings }
        read(heading, "heading", headings)
        return headings + [heading.text]
    }

    private mutating func add(_ id: String, _ name: String, _ headings: [String], _ heading: TextBlock?, _ text: String) {
        let parts = [heading?.text, text.isEmpty ? nil : text].compactMap(\.self)
        elements.append(
            ShownElement(id: id, name: name, headings: headings, text: parts.joined(separator: "\n"), place: nil))
    }

    private mutating func read(_ block: TextBlock, _ name: String, _ headings: [String]) {
        elements.append(
            ShownElement(
                id: block.id, name: name, headings: headings, text: block.text, place: place(block.id, block.span, block.page)))
        for mark in block.marks {
            guard let id = mark.id else { continue }
            elements.append(
                ShownElement(
                    id: id, name: "\(mark.fact.element)", headings: headings, text: block.words(of: mark),
                    place: place(id, mark.span, block.page)))
        }
    }

    private func place(_ id: String, _ span: Span, _ page: Int?) -> SourcePlace {
        SourcePlace(document: label, element: id, span: span, page: page)
    }

    private func text(of blocks: [Block]) -> String {
        blocks.compactMap { block -> String? in
            switch block {
            case .division(let division):
                [division.heading?.text, text(of: division.blocks)].compactMap(\.self).joined(separator: "\n")
            case .directive(let directive):
                [directive.heading?.text, text(of: directive.blocks)].compactMap(\.self).joined(separator: "\n")
            case .paragraph(let text): text.text
            case .table(let table): table.rows.map { $0.cells.map(\.text).joined(separator: "\t") }.joined(separator: "\n")
            case .closing(let fields): fields.map(\.content.text).joined(separator: "\n")
            case .furniture: nil
            }
        }.joined(separator: "\n")
    }
}
