import Facts
import Links
import Provenance
import Store

extension Inquiry {
    /// Where words stand, literally, in text, headings, titles and cells.
    ///
    /// - Parameters:
    ///   - filter: `asOf` and `document` narrow the answer; with `body` or `region` only passages count that hold a
    ///     requirement which they narrow to.
    ///   - limit: how many passages are shown; all of them are counted.
    public func search(_ words: String, _ filter: Filter = Filter(), limit: Int = 100) throws(Fault) -> SearchReport {
        try base.read { reader throws in
            let view = try View(reader, asOf: filter.asOf, self)
            let selection = try Selection(filter, in: view, ontology: ontology)
            let folded = Grams.folded(words)
            var report = SearchReport(today: view.today, query: words, hits: [], occurrences: 0, passages: 0)
            var facts = FactsByPlace(view)
            for passage in try reader.passages(holding: words, in: selection.documents) {
                let matches = Grams.matches(of: folded, in: passage.text)
                guard !matches.isEmpty, let document = view[passage.document] else { continue }
                let needsFacts = selection.body != nil || selection.region != nil
                let holds = needsFacts || report.hits.count < limit ? try facts.holding(folded, in: passage, of: document) : []
                if needsFacts, !holds.contains(where: { $0.requirement.map(selection.holds) ?? false }) { continue }
                report.passages += 1
                report.occurrences += matches.count
                guard report.hits.count < limit else { continue }
                report.hits.append(
                    SearchHit(
                        place: SourcePlace(
                            document: view.label(document), element: passage.element, span: passage.span,
                            line: passage.position.line, column: passage.position.column, page: passage.position.page,
                            locator: passage.position.locator),
                        role: passage.role, headings: passage.headings, text: passage.text, matches: matches,
                        facts: holds.map(\.id.description)))
            }
            return report
        }
    }
}

/// The facts of a document by where they stand, read once a document.
private struct FactsByPlace {
    struct Placed {
        var id: FactID
        var span: Span
        var text: String
        var requirement: StoredRequirement?
    }

    private let view: View
    private var read: [String: [Placed]] = [:]

    init(_ view: View) {
        self.view = view
    }

    /// The requirements, actions and problems of a passage that hold the words.
    mutating func holding(_ words: [Unicode.Scalar], in passage: StoredPassage, of document: StoredDocument) throws -> [Placed] {
        let placed: [Placed]
        if let known = read[document.id] {
            placed = known
        } else {
            let requirements = try view.reader.requirements(of: [document]).map {
                Placed(id: $0.requirement.id, span: $0.requirement.span, text: $0.requirement.text, requirement: $0)
            }
            let evidence = try view.reader.evidence(of: [document]).map {
                Placed(id: $0.evidence.id, span: $0.evidence.span, text: $0.evidence.text, requirement: nil)
            }
            placed = (requirements + evidence).sorted { ($0.span, $0.id) < ($1.span, $1.id) }
            read[document.id] = placed
        }
        var low = 0
        var high = placed.count
        while low < high {
            let middle = (low + high) / 2
            if placed[middle].span.start < passage.span.start { low = middle + 1 } else { high = middle }
        }
        return placed[low...].prefix { $0.span.start < passage.span.end }
            .filter { passage.span.contains($0.span) && !Grams.matches(of: words, in: $0.text).isEmpty }
    }
}
