import Facts
import Provenance
import Store
import Vocabulary

extension Inquiry {
    /// The documents that those of the base cite and that it does not hold. What is cited by a title counts where the title is that of
    /// a document: no books, films and forms.
    /// - Parameter filter: `asOf` and `document` narrow whose citations are looked at.
    public func missing(_ filter: Filter = Filter()) throws(Fault) -> MissingReport {
        try base.read { reader throws in
            let view = try View(reader, asOf: filter.asOf, self)
            let asking = try Selection.documents(filter.document, in: view)
            var shelf = MissingShelf(view, endings: ontology.markers.group("citation.document").map(Grams.folded))
            for citation in try reader.citations(of: asking) { shelf.add(citation) }
            return MissingReport(today: view.today, documents: shelf.sorted())
        }
    }
}

/// Gathers citations by the document that they mean.
private struct MissingShelf {
    private let view: View
    private let held: HeldDocuments
    private let endings: [[Unicode.Scalar]]
    private var found: [MissingDocument] = []
    private var places: [[Unicode.Scalar]: Int] = [:]
    /// The citation before this one: a number behind a title is that of the same document.
    private var last: (citation: StoredCitation, missing: Int?)?

    init(_ view: View, endings: [[Unicode.Scalar]]) {
        self.view = view
        self.endings = endings
        held = view.held
    }

    mutating func add(_ citation: StoredCitation) {
        let name = citation.citation.ref ?? citation.citation.title
        let isNumber = HeldDocuments.isNumber(name)
        defer { if isNumber || isDocument(name) { last = (citation, places[HeldDocuments.forms(name).first ?? []]) } else { last = nil } }
        guard isNumber || isDocument(name) else { return }
        if isNumber, let last, isBeside(citation, last.citation) {
            // The title in front is held, or it is missing and this is its number.
            guard let missing = last.missing, held.resolve(name) == nil else { return }
            if found[missing].number == nil { found[missing].number = name }
            if let form = HeldDocuments.forms(name).first, places[form] == nil { places[form] = missing }
            return
        }
        guard held.resolve(name) == nil, let form = HeldDocuments.forms(name).first else { return }
        let number: Int
        if let known = places[form] {
            number = known
        } else {
            number = found.count
            places[form] = number
            found.append(MissingDocument(title: isNumber ? "" : name, number: isNumber ? name : nil, places: []))
        }
        if let document = view[citation.document] {
            found[number].places.append(
                SourcePlace(
                    document: view.label(document), element: citation.element, span: citation.span, line: citation.position.line,
                    column: citation.position.column, page: citation.position.page, locator: citation.position.locator))
        }
    }

    /// Only a bracket stands between them.
    private func isBeside(_ number: StoredCitation, _ title: StoredCitation) -> Bool {
        number.document == title.document && number.element == title.element && (0...2).contains(number.span.start - title.span.end)
    }

    private func isDocument(_ name: String) -> Bool {
        let name = HeldDocuments.withoutBracket(Grams.folded(name))
        return name.count >= 4 && endings.contains { name.count > $0.count && name.suffix($0.count).elementsEqual($0) }
    }

    func sorted() -> [MissingDocument] {
        found.filter { !$0.places.isEmpty }.enumerated().sorted { left, right in
            let (first, second) = (left.element.times, right.element.times)
            return first != second ? first > second : left.offset < right.offset
        }.map(\.element)
    }
}
