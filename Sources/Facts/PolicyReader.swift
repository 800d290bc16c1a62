import Provenance
import Structure
import Vocabulary

/// Reads a document (读文): source text in, text with facts out. A pure function of source, description and ontology.
public struct PolicyReader: Sendable {
    private let ontology: Ontology
    private let outlines: OutlineReader
    private let passages: PassageReader
    /// 通过, 批准.
    private let adoption: PhraseSet

    public init(_ ontology: Ontology) {
        self.ontology = ontology
        outlines = OutlineReader(markers: ontology.markers)
        passages = PassageReader(ontology: ontology)
        adoption = PhraseSet(ontology.markers.group("structure.adoption"))
    }

    public func read(_ text: SourceText, _ source: SourceDescription) -> PolicyDocument {
        var outline = outlines.read(text, map: source.map)
        let differences = settleMetadata(of: &outline)
        let dated = printedDate(outline)
        let printed = dated?.date
        let date = printed ?? DocumentIdentity.date(inName: source.name)
        var bodies = passages.bodies.scope()
        bodies.issuer = issuerDivision(outline, &bodies)
        var dates = DateContext(documentDate: date)
        let titleYear = titleYear(outline)
        if date == nil { dates.titleYear = titleYear ?? firstYear(outline.reading.scalars) }
        if let titleYear, titleYear - 1 == dates.document?.year { dates.planYear = titleYear }
        let context = PassageContext(bodies: bodies, dates: dates)
        var tree = TreeReader(passages: passages, outline: outline, source: text, ontology: ontology, context: context, dated: dated?.place)
        // Built in place: `rename` changes what it holds, and a second owner would make it copy all of it.
        var document = PolicyDocument(
            id: DocumentIdentity.id(source), work: "", kind: DocumentKind(rawValue: outline.genre.purpose.rawValue) ?? .other,
            type: outline.genre.type, language: outline.isTraditional ? "zh-Hant" : "zh-Hans", source: source, date: date)
        document.front = outline.front.map { tree.field($0) }
        document.body = tree.body()
        document.back = outline.back.map { tree.field($0) }

        func printedText(_ name: OutlineField.Name) -> String? {
            outline.front.first { $0.name == name }.map { outline.reading.string($0.passage.reading) }
        }
        document.work = DocumentIdentity.work(
            number: printedText(.number), title: printedText(.title), date: date, issue: printedText(.issueNumber), name: source.name)
        document.findings = differences + tree.findings
        if printed == nil {
            document.findings.insert(date.map { Finding(.note, .dateFromName($0)) } ?? Finding(.warning, .noDate), at: 0)
        }
        document.rename(tree.context.named, passages.bodies.unify(tree.context.named), in: outline.reading)
        return document
    }

    /// Where a document says itself what the table above it says, the table is only part of the page; where it says something else, that is told.
    private func settleMetadata(of outline: inout Outline) -> [Finding] {
        var findings: [Finding] = []
        for index in outline.front.indices where outline.front[index].isMetadata {
            let field = outline.front[index]
            let own = (outline.front + outline.closings).first { $0.name == field.name && !$0.isMetadata }
            guard let own else { continue }
            outline.front[index].name = .masthead
            let (printed, table) = (value(own, in: outline), value(field, in: outline))
            // A title may be printed in several lines, an issuer signs by another of its names.
            guard field.name == .number || field.name == .date, printed != table else { continue }
            findings.append(Finding(.warning, .metadataDiffers(from: outline.reading.string(own.passage.reading), outline.reading.string(field.passage.reading))))
        }
        return findings
    }

    /// What a field says: of a day the day, however it is written.
    private func value(_ field: OutlineField, in outline: Outline) -> String {
        var context = DateContext(documentDate: nil)
        let text = outline.reading.string(field.passage.reading)
        guard field.name == .date else { return text }
        return passages.dates.dates(in: outline.reading, range: field.passage.reading, excluding: [], context: &context).first?.value.text ?? text
    }

    /// The division that the document speaks from: the issuer's, else that of the title or of the signature.
    private func issuerDivision(_ outline: Outline, _ scope: inout BodyScope) -> String? {
        let closings = outline.closings
        for name in [OutlineField.Name.issuer, .masthead, .title, .printer] {
            for field in outline.front + closings + outline.back where field.name == name {
                if let division = passages.bodies.division(in: outline.reading, range: field.passage.reading, scope: &scope, orCentre: true) {
                    return division
                }
            }
        }
        return numberDivision(outline) ?? openingDivision(outline, &scope)
    }

    /// News and copies without a head speak from the place with which their text begins: 10月26日，元阳县总工会召开….
    private func openingDivision(_ outline: Outline, _ scope: inout BodyScope) -> String? {
        for passage in outline.opening {
            if let division = passages.bodies.division(in: outline.reading, range: passage.reading.prefix(Self.firstWords), scope: &scope) { return division }
        }
        return nil
    }

    /// How far into its first lines such a text names its place.
    private static let firstWords = 60

    /// 鄂政发〔2031〕26号 of 省人民政府: the first sign of the number (机关代字) is the short name of a province, where what is printed says no more
    /// than that it is one.
    private func numberDivision(_ outline: Outline) -> String? {
        guard let number = outline.front.first(where: { $0.name == .number }), let first = outline.reading.scalars[number.passage.reading].first else { return nil }
        let isProvincial = (outline.front + outline.closings).contains { field in
            (field.name == .issuer || field.name == .title || field.name == .masthead || field.name == .addressee)
                && outline.reading.scalars[field.passage.reading].contains("省")
        }
        let sign = String(first)
        return ontology.divisions.regions.first { region in
            region.level == .province && region.shortNames.contains(sign)
                && (isProvincial || region.isMunicipality || region.isAutonomousRegion)
        }?.id
    }

    /// The first year that the title names.
    private func titleYear(_ outline: Outline) -> Int? {
        guard let title = outline.front.first(where: { $0.name == .title }) else { return nil }
        var context = DateContext(documentDate: nil)
        let dates = passages.dates.dates(in: outline.reading, range: title.passage.reading, excluding: [], context: &context)
        return dates.first?.value.firstDay?.year
    }

    /// Of a text that nothing dates the first year that it names, where it opens: 12月26日，…总结2031年工作.
    private func firstYear(_ text: [Unicode.Scalar]) -> Int? {
        var index = 0
        while let year = text[index..<min(text.count, Self.opening)].firstIndex(of: "年") {
            if let start = (index..<year).last(where: { !text[$0].isDigit }).map({ $0 + 1 }) ?? (text[index].isDigit ? index : nil), year - start == 4,
                let value = Int(String(scalars: Array(text[start..<year]))), (1949...2100).contains(value)
            {
                return value
            }
            index = year + 1
        }
        return nil
    }

    /// How far a text opens.
    private static let opening = 2000

    /// 成文日期: in the masthead, else in the signature, else what stands in a note below the title.
    private func printedDate(_ outline: Outline) -> (date: String, place: Range<Int>)? {
        let closings = outline.closings
        for field in outline.front + closings where field.name == .date {
            var context = DateContext(documentDate: nil)
            if let found = passages.dates.dates(in: outline.reading, range: field.passage.reading, excluding: [], context: &context).first {
                return (found.value.text, field.passage.reading)
            }
        }
        return outline.front.lazy.filter { $0.name == .note }.compactMap { note in notedDate(note, outline).map { ($0, note.passage.reading) } }
            .first { isPlausible($0.0, outline) }
    }

    /// When a page was put up says little of a document whose number is of years before.
    private func isPlausible(_ day: String, _ outline: Outline) -> Bool {
        guard let number = outline.front.first(where: { $0.name == .number }), let year = Int(day.prefix(4)) else { return true }
        let printed = outline.reading.string(number.passage.reading).split { !$0.isASCII || !$0.isNumber }.compactMap { $0.count == 4 ? Int($0) : nil }
        return printed.first.map { year - $0 <= 1 && year >= $0 } ?? true
    }

    /// 发布时间：2023-10-18 of a page; of 2021年8月26日通过 2021年9月29日批准 自2021年12月1日起施行 the day on which it was last adopted, never the one
    /// from which it is in force.
    private func notedDate(_ note: OutlineField, _ outline: Outline) -> String? {
        var context = DateContext(documentDate: nil)
        let range = note.passage.reading
        let found = passages.dates.dates(in: outline.reading, range: range, excluding: [], context: &context).filter { $0.value.text.utf8.count == 10 }
        let made = found.filter { $0.range.upperBound == range.upperBound || outline.reading.scalars[$0.range.upperBound] != "起" }
        let days = made.isEmpty ? found : made
        let adopted = days.indices.last { index in
            let end = index + 1 < days.endIndex ? days[index + 1].range.lowerBound : range.upperBound
            return adoption.contains(outline.reading.scalars, in: days[index].range.upperBound..<end)
        }
        return (adopted.map { days[$0] } ?? days.last)?.value.text
    }
}

extension Outline {
    /// The fields of signatures.
    var closings: [OutlineField] { body.flatMap { node -> [OutlineField] in if case .closing(let fields) = node { fields } else { [] } } }
}
