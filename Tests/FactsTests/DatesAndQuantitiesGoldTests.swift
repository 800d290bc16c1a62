import Foundation
import Provenance
import Structure
import Testing
import Vocabulary

@testable import Facts

/// Sample documents with facts marked by hand, which lie beside a checkout where there are any; nothing of them is ours.
struct GoldDocument {
    let name: String
    let reading: ReadingText
    let excluded: [Range<Int>]
    let date: String?

    struct Row {
        let range: Range<Int>
        let fields: [String: String]
        var isOptional: Bool { ["optional", "trap"].contains { fields["note", default: ""].contains($0) } }
    }

    static let folder: String? = {
        var path = #filePath.split(separator: "/").dropLast(3).map(String.init)
        path.removeLast()
        let folder = "/" + path.joined(separator: "/") + "/shared"
        return FileManager.default.fileExists(atPath: folder + "/gold") ? folder : nil
    }()

    /// The documents with rows of a kind; none, said aloud, where the samples are absent.
    static func all(_ kind: String) throws -> [(GoldDocument, [Row])] {
        guard let folder else {
            print("skipped: no samples beside the checkout")
            return []
        }
        let suffix = ".\(kind).tsv"
        return try FileManager.default.contentsOfDirectory(atPath: folder + "/gold").sorted().filter { $0.hasSuffix(suffix) }
            .map { file in
                let name = String(file.dropLast(suffix.count))
                return (try GoldDocument(name: name, folder: folder), try rows(folder + "/gold/" + file))
            }
    }

    private static func rows(_ path: String) throws -> [Row] {
        let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
        let columns = lines[0].split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        return lines.dropFirst().map { line in
            let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            let fields = Dictionary(zip(columns, cells), uniquingKeysWith: { $1 })
            let start = Int(fields["start"] ?? "") ?? 0
            return Row(range: start..<max(start, Int(fields["end"] ?? "") ?? 0), fields: fields)
        }
    }

    /// Paragraphs joined without white space: what the recognisers see of a document, whatever the structure around it.
    private init(name: String, folder: String) throws {
        let text = Array(try String(contentsOfFile: folder + "/documents/" + name + ".txt", encoding: .utf8).unicodeScalars)
        var reading = ReadingText()
        for (offset, scalar) in text.enumerated() where !scalar.isWhite { reading.append(scalar, from: offset) }
        self.name = name
        self.reading = reading
        var memory = CitationRecogniser.Memory()
        excluded = CitationRecogniser().citations(
            in: ScannedText(reading, scanner: WordScanner([])), range: 0..<reading.count, memory: &memory).map(\.range)
        // As printed in the name: news-20230916, bulletin-2022-11-18.
        let digits = name.filter(\.isNumber)
        date = digits.count == 8 ? "\(digits.prefix(4))-\(digits.dropFirst(4).prefix(2))-\(digits.suffix(2))" : nil
    }
}

/// F1 of what was found against the rows, as spans that overlap by more than half and have the value wanted.
struct GoldScore {
    private(set) var right = 0
    private(set) var missing: [String] = []
    private(set) var extra: [String] = []

    var f1: Double { right == 0 ? 0 : 2 * Double(right) / Double(2 * right + missing.count + extra.count) }

    mutating func add(_ found: [(span: Span, value: String)], _ rows: [GoldDocument.Row], in name: String, want: (GoldDocument.Row) -> String) {
        var used: Set<Int> = []
        func overlap(_ a: Range<Int>, _ b: Range<Int>) -> Int { max(0, min(a.upperBound, b.upperBound) - max(a.lowerBound, b.lowerBound)) }
        for row in rows where !row.isOptional {
            let hit = found.indices.first {
                !used.contains($0) && found[$0].value == want(row)
                    && overlap(found[$0].span.range, row.range) * 2 > max(found[$0].span.length, row.range.count)
            }
            if let hit {
                used.insert(hit)
                right += 1
            } else {
                missing.append("\(name) \(row.fields["surface", default: ""]) \(want(row))")
            }
        }
        for index in found.indices where !used.contains(index) {
            guard !rows.contains(where: { $0.isOptional && overlap($0.range, found[index].span.range) > 0 }),
                !used.contains(where: { overlap(found[$0].span.range, found[index].span.range) > 0 })
            else { continue }
            extra.append("\(name) \(found[index].span) \(found[index].value)")
        }
    }
}

@Suite struct DatesAndQuantitiesGoldTests {
    @Test func datesOfTheSamplesAreFound() throws {
        var score = GoldScore()
        let documents = try GoldDocument.all("dates")
        for (document, rows) in documents {
            var context = DateContext(documentDate: document.date)
            let dates = DateRecogniser().dates(
                in: document.reading, range: 0..<document.reading.count, excluding: document.excluded, context: &context)
            score.add(dates.map { (document.reading.span($0.range), $0.value.text) }, rows, in: document.name) { $0.fields["value", default: ""] }
        }
        print("dates: F1 \(score.f1), missing \(score.missing), extra \(score.extra)")
        #expect(documents.isEmpty || score.f1 >= 0.97)
    }

    @Test func figuresOfTheSamplesAreFound() throws {
        var score = GoldScore()
        let documents = try GoldDocument.all("quantities")
        let recogniser = QuantityRecogniser(try Ontology.load())
        for (document, rows) in documents {
            var context = DateContext(documentDate: document.date)
            let dates = DateRecogniser().dates(
                in: document.reading, range: 0..<document.reading.count, excluding: document.excluded, context: &context)
            let figures = recogniser.quantities(
                in: document.reading, range: 0..<document.reading.count, excluding: document.excluded + dates.map(\.range))
            score.add(
                figures.map { (document.reading.span($0.range), "\($0.mention.value) \($0.mention.unit) \($0.mention.comparator)") }, rows,
                in: document.name
            ) { row in [row.fields["value"], row.fields["unit"], row.fields["approx"]].map { $0 ?? "" }.joined(separator: " ") }
        }
        print("figures: F1 \(score.f1), missing \(score.missing), extra \(score.extra)")
        #expect(documents.isEmpty || score.f1 >= 0.95)
    }
}
