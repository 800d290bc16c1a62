import Facts
import Foundation
import Links
import Provenance
import Vocabulary

/// Made-up pairs of whole documents as they arrive (自拟文本样本), read by the program itself, with the links that an inspector would
/// draw marked in the text: a plan with figures and its year-end report, a notice and the inspection on it, an opinion and what
/// was in the news afterwards.
///
/// In `Pairs/`, `⟦3⟧` stands before the third demand of the first document, and in the second document before a sentence that is
/// progress on it; `⟦3?⟧` only touches it, `⟦3!⟧` contradicts it, `⟦3 5?⟧` says something of two, `⟦⟧` of none.
struct TextPair: Sendable, CustomStringConvertible {
    let demanding: String
    let reporting: String

    var description: String { demanding + " and " + reporting }

    static let plans = [
        TextPair(demanding: "flood-plan", reporting: "flood-report"),
        TextPair(demanding: "meals-notice", reporting: "meals-circular"),
        TextPair(demanding: "business-opinion", reporting: "business-news"),
    ]

    /// Kept out of the search for weights; the last was written when weights and families were settled.
    static let held = [
        TextPair(demanding: "care-plan", reporting: "care-report"),
        TextPair(demanding: "fire-notice", reporting: "fire-circular"),
        TextPair(demanding: "rural-opinion", reporting: "rural-bulletin"),
        TextPair(demanding: "health-plan", reporting: "health-report"),
    ]

    /// Written before linking was changed for what they hold: words of the whole field, questions and talk in the news, what hinders an
    /// action right behind it, what an inspection found.
    static let unlike = [
        TextPair(demanding: "food-opinion", reporting: "food-news"),
        TextPair(demanding: "supply-plan", reporting: "supply-report"),
        TextPair(demanding: "medicare-opinion", reporting: "medicare-news"),
    ]

    static let all = plans + held + unlike

    /// What a mark says of a pair.
    struct Expected: Hashable, Sendable {
        var isStrong: Bool
        var contradicts: Bool
    }

    struct Read {
        var links: [Link]
        /// By `requirement>evidence`; a mark before a sentence that was not read as a requirement or as evidence stands as `?offset`.
        var gold: [String: Expected]
    }

    func read(_ reader: PolicyReader, _ linker: Linker) throws -> Read {
        let (plan, asked) = try Self.document(demanding, reader)
        let (report, told) = try Self.document(reporting, reader)
        var demands: [String: String] = [:]
        for mark in asked {
            for name in mark.names {
                demands[name] = plan.requirements.first { $0.span.holds(mark.offset) }?.id.element ?? "?\(mark.offset)"
            }
        }
        var gold: [String: Expected] = [:]
        for mark in told {
            let evidence = report.evidence.first { $0.span.holds(mark.offset) }?.id.element ?? "?\(mark.offset)"
            for name in mark.names {
                let number = name.filter(\.isNumber)
                gold["\(demands[number] ?? "?")>\(evidence)"] = Expected(isStrong: !name.contains("?"), contradicts: name.contains("!"))
            }
        }
        let links = try linker.links(among: [plan, report]).filter {
            ($0.relation == .reports || $0.relation == .implements) && $0.requirement.document == plan.document.id
                && $0.evidence.document == report.document.id
        }
        return Read(links: links, gold: gold)
    }

    private struct Mark {
        let offset: Int
        let names: [String]
    }

    private static func document(_ name: String, _ reader: PolicyReader) throws -> (LinkableFacts, [Mark]) {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Pairs")
        let marked = String(decoding: try Data(contentsOf: folder.appending(path: name + ".txt")), as: UTF8.self)
        var scalars: [Unicode.Scalar] = []
        var marks: [Mark] = []
        var inside: [Unicode.Scalar]?
        for scalar in marked.unicodeScalars {
            switch scalar {
            case "⟦": inside = []
            case "⟧":
                marks.append(Mark(offset: scalars.count, names: String(scalars: inside ?? []).split(separator: " ").map(String.init)))
                inside = nil
            default:
                if inside == nil { scalars.append(scalar) } else { inside?.append(scalar) }
            }
        }
        let text = SourceText(scalars: scalars)
        let bytes = Array(String(scalars: scalars).utf8)
        let source = SourceDescription(
            name: name + ".txt", mediaType: "text/plain", encoding: "UTF-8", sha256: ContentHash.sha256(bytes), bytes: bytes.count,
            characters: scalars.count)
        return (LinkableFacts(reader.read(text, source)), marks)
    }
}

extension Span {
    /// A mark stands right before its sentence, or in white space before it.
    fileprivate func holds(_ offset: Int) -> Bool { start - 2 <= offset && offset < end }
}
