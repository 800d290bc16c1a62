import Facts
import Foundation
import Links
import Provenance

/// The founding bulletin as its hand-made gold has it, where it lies beside the checkout: requirements and evidence cut out by the
/// gold's spans, with the titles of the items. So linking is measured apart from reading.
struct GoldBulletin {
    var facts: LinkableFacts
    /// By start of requirement and evidence: whether strong.
    var gold: [Pair: Bool] = [:]

    struct Pair: Hashable {
        let requirement: Int
        let evidence: Int
    }

    static let folder = "../shared"

    /// Nil where the gold is not there.
    init?() {
        let stem = "bulletin-2022-11-18"
        guard let text = Self.read("\(Self.folder)/documents/\(stem).txt"), let units = Self.rows("\(stem).units"),
            let structure = Self.rows("\(stem).structure"), let links = Self.rows("\(stem).links"), let named = Self.rows("\(stem).bodies")
        else { return nil }
        let scalars = Array(text.unicodeScalars)
        func quote(_ start: Int, _ end: Int) -> String {
            var words = String(scalars: scalars[start..<end].filter { !$0.isWhite })
            if let folio = words.range(of: "——9——") { words.removeSubrange(folio) }
            return words
        }
        let headings = structure.filter { $0["level"] == "2" }.map { (start: Int($0["start"] ?? "") ?? 0, text: $0["heading"] ?? "") }
        let bodies = named.map { (start: Int($0["start"] ?? "") ?? 0, name: $0["surface"] ?? "", isClass: $0["type"] == "class") }
        let document = DocumentContext(id: "bulletin", kind: .bulletin, date: "2022-11-18")
        var facts = LinkableFacts(document: document)
        for unit in units {
            guard let start = Int(unit["start"] ?? ""), let end = Int(unit["end"] ?? "") else { continue }
            let heading = headings.last { $0.start <= start }?.text ?? ""
            let inside = bodies.filter { $0.start >= start && $0.start < end }.map { BodyMention(name: $0.name, isClass: $0.isClass) }
            let id = FactID(document: document.id, element: String(start))
            switch unit["class"] {
            case "requirement":
                facts.requirements.append(
                    Requirement(
                        id: id, text: quote(start, end), modality: Modality(rawValue: unit["modality"] ?? "") ?? .must,
                        span: Span(start, end), directive: (1198...2340).contains(start) ? "d\(start)" : nil, headings: [heading],
                        isReported: true, bodies: inside, document: document))
            case "action":
                let titled = headings.last { $0.start <= start }.map { title in bodies.filter { $0.start >= title.start && $0.start < title.start + title.text.count + 20 } } ?? []
                let actors = inside.isEmpty ? titled.map { BodyMention(name: $0.name, isClass: $0.isClass) } : inside
                facts.evidence.append(
                    Evidence(
                        id: id, text: quote(start, end), span: Span(start, end), itemHeading: heading, headings: [heading],
                        actors: actors.filter { !$0.isClass }, document: document))
            default: break
            }
        }
        self.facts = facts
        for link in links {
            guard let requirement = Int(link["requirement_start"] ?? ""), let evidence = Int(link["evidence_start"] ?? "") else { continue }
            gold[Pair(requirement: requirement, evidence: evidence)] = link["strength"] == "strong"
        }
    }

    private static func read(_ path: String) -> String? {
        (try? Data(contentsOf: URL(filePath: path))).map { String(decoding: $0, as: UTF8.self) }
    }

    private static func rows(_ name: String) -> [[String: String]]? {
        guard let text = read("\(folder)/gold/\(name).tsv") else { return nil }
        let lines = text.split(separator: "\n").map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
        guard let head = lines.first else { return nil }
        return lines.dropFirst().map { Dictionary(zip(head, $0), uniquingKeysWith: { first, _ in first }) }
    }
}
