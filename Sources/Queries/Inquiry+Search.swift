import Facts
import Links
import Provenance
import Store

extension Inquiry {
    /// Where words stand, literally, in text, headings, titles and cells: the documents that they say most of first (`SearchRank`), in
    /// each the passages in printed order. All are counted, exactly, and only those that are shown are read.
    ///
    /// - Parameters:
    ///   - filter: `asOf` and `document` narrow the answer; with anything else only passages count that hold a requirement which it
    ///     narrows to, and which holds the words.
    ///   - limit: how many passages are shown; all of them are counted.
    public func search(_ words: String, _ filter: Filter = Filter(), limit: Int = 100) throws(Fault) -> SearchReport {
        try base.read { reader throws in
            let view = try View(reader, asOf: filter.asOf, self)
            let folded = Grams.folded(words)
            var report = SearchReport(today: view.today, query: words, hits: [], occurrences: 0, passages: 0)
            var found = try reader.found(words)
            guard !found.isEmpty else { return report }
            let ground = try memory.ground(view)
            // Most questions ask of all documents, and none of them need be looked at for that.
            let asked = try filter.document.map { name in Set(try Selection.documents(name, in: view).compactMap { view.documents.place(ofKey: $0.key) }) }
            if filter.asksRequirements {
                found = try Narrowing(view, Selection(filter, in: view, ontology: ontology)).narrowed(found, folded, asked, ground)
            }
            var rank = SearchRank(ground, titled: ground.titled(folded), documents: view.documents, limit: limit)
            ground.eachDocument(of: found) { place, run in
                guard asked?.contains(place) ?? true else { return }
                var occurrences = 0
                for index in run { occurrences += found[index].occurrences }
                report.passages += run.count
                report.occurrences += occurrences
                rank.add(place, run, occurrences)
            }
            for (place, run) in rank.best {
                let document = view.documents[place]
                for index in run where report.hits.count < limit {
                    guard let passage = try reader.passage(found[index].key, of: document.id) else { continue }
                    let facts = try reader.facts(in: passage.span, ofDocument: document.key).filter { !Grams.matches(of: folded, in: $0.text).isEmpty }
                    report.hits.append(
                        SearchHit(
                            place: SourcePlace(
                                document: view.label(document), element: passage.element, span: passage.span,
                                line: passage.position.line, column: passage.position.column, page: passage.position.page,
                                locator: passage.position.locator),
                            role: passage.role, headings: passage.headings, text: passage.text, matches: Grams.matches(of: folded, in: passage.text),
                            facts: facts.map { FactID(document: document.id, element: $0.element).description }))
                }
            }
            return report
        }
    }
}

/// The passages that hold a requirement which is asked about (按责任单位、地区、状态等筛选).
private struct Narrowing {
    private let view: View
    /// Keys of the requirements, by the places of their documents.
    private let requirements: [Int: Set<Int64>]

    init(_ view: View, _ selection: Selection) throws {
        self.view = view
        var requirements: [Int: Set<Int64>] = [:]
        for row in try Survey(view, selection).rows { requirements[row.document, default: []].insert(row.key) }
        self.requirements = requirements
    }

    func narrowed(_ found: [FoundPassage], _ words: [Unicode.Scalar], _ asked: Set<Int>?, _ ground: SearchGround) throws -> [FoundPassage] {
        var kept: [FoundPassage] = []
        try ground.eachDocument(of: found) { place, run in
            guard let keys = requirements[place], asked?.contains(place) ?? true else { return }
            let document = view.documents[place]
            for index in run {
                guard let passage = try view.reader.passage(found[index].key, of: document.id) else { continue }
                let facts = try view.reader.facts(in: passage.span, ofDocument: document.key)
                if facts.contains(where: { keys.contains($0.key) && !Grams.matches(of: words, in: $0.text).isEmpty }) { kept.append(found[index]) }
            }
        }
        return kept
    }
}

extension Filter {
    /// Whether more than documents and days is asked for.
    fileprivate var asksRequirements: Bool { body != nil || region != nil || field != nil || text != nil || !states.isEmpty }
}
