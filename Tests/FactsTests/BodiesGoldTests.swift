import Foundation
import Provenance
import Testing
import Vocabulary

@testable import Facts

/// Bodies of the sample documents beside the checkout, read as a whole: found, named, named officially.
@Suite struct BodiesGoldTests {
    @Test func bodiesOfTheSamplesAreFoundAndNamed() throws {
        var found = GoldScore()
        var named = (right: 0, wrong: [String]())
        var official = (right: 0, wrong: [String]())
        let documents = try GoldDocument.all("bodies")
        guard let folder = GoldDocument.folder, !documents.isEmpty else { return }
        let reader = PolicyReader(try BodySample.shipped.get())
        for (sample, rows) in documents {
            let text = try String(contentsOfFile: folder + "/documents/" + sample.name + ".txt", encoding: .utf8)
            let source = SourceDescription(
                name: sample.name + ".txt", mediaType: "text/plain", encoding: "UTF-8", sha256: "", bytes: 0, characters: 0)
            var document = reader.read(SourceText(text), source)
            var mentions: [(span: Span, body: BodyMention)] = []
            document.forEachBlock { block in
                for mark in block.marks { if case .body(let body) = mark.fact { mentions.append((mark.span, body)) } }
            }
            found.add(mentions.map { ($0.span, "") }, rows, in: sample.name) { _ in "" }
            let officialNames = try officialNames(folder + "/gold/" + sample.name + ".official-names.tsv")
            for row in rows where row.fields["type"] == "specific" && !row.isOptional {
                let canonical = row.fields["canonical", default: ""]
                let here = mentions.filter {
                    let overlap = min($0.span.end, row.range.upperBound) - max($0.span.start, row.range.lowerBound)
                    return overlap * 2 > max($0.span.length, row.range.count)
                }
                let wanted = [canonical, officialNames[canonical] ?? canonical]
                if here.contains(where: { wanted.contains($0.body.name) || wanted.contains($0.body.official ?? "") }) {
                    named.right += 1
                } else {
                    named.wrong.append("\(sample.name) \(canonical): \(here.map(\.body.name))")
                }
                guard let wanted = officialNames[canonical] else { continue }
                if here.contains(where: { $0.body.official == wanted }) {
                    official.right += 1
                } else {
                    official.wrong.append("\(sample.name) \(wanted): \(here.map { $0.body.official ?? "" })")
                }
            }
        }
        #expect(found.f1 >= 0.92, "\(found.f1) missing \(found.missing) extra \(found.extra)")
        #expect(Double(named.right) >= 0.92 * Double(named.right + named.wrong.count), "\(named.wrong)")
        #expect(Double(official.right) >= 0.88 * Double(official.right + official.wrong.count), "\(official.wrong)")
    }

    private func officialNames(_ path: String) throws -> [String: String] {
        guard FileManager.default.fileExists(atPath: path) else { return [:] }
        var names: [String: String] = [:]
        for line in try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").dropFirst() {
            let cells = line.split(separator: "\t").map(String.init)
            if cells.count == 2 { names[cells[0]] = cells[1] }
        }
        return names
    }
}
