import Provenance
import Vocabulary

/// Second pass over the bodies of a document (机构名称归一): each gets the fullest name that the document prints for it, and shortened
/// open names (省产改领导小组) the official name that the longest form shows.
struct BodyUnifier {
    private var fullest: [String: String] = [:]
    private var open = OpenNames()
    /// Mentions as recognised, to what is known of their shape.
    private var shapes: [BodyMention: FoundBody] = [:]

    /// - Parameter found: every mention of the document, in order; repetitions may be left out.
    init(_ found: [FoundBody]) {
        for mention in found {
            shapes[mention.body] = shapes[mention.body] ?? mention
            guard let ref = mention.body.ref else { continue }
            if (fullest[ref]?.unicodeScalars.count ?? 0) < mention.body.name.unicodeScalars.count { fullest[ref] = mention.body.name }
        }
        open = OpenNames(found)
    }

    func unified(_ mention: BodyMention) -> BodyMention {
        var mention = mention
        if let ref = mention.ref {
            mention.name = fullest[ref] ?? mention.name
        } else if let shape = shapes[mention], let full = open.fullest(shape) {
            if shape.areaLength == 0, let printed = full.printed {
                mention.name = printed
                mention.isClass = false
            }
            mention.official = full.official ?? mention.official
        }
        return mention
    }
}

/// The open names of a document (领导小组, 基地, 公司), to find for a short one the longest that it may stand for.
private struct OpenNames {
    struct Full {
        /// As the document prints it; nil where it only follows from a longer name (…领导小组 from …领导小组办公室).
        var printed: String?
        var official: String?
        /// Without the division.
        let core: [Unicode.Scalar]
        let division: String?
        let kind: String
    }

    /// By the last two scalars, so that few are compared.
    private var byEnding: [[Unicode.Scalar]: [Full]] = [:]

    private static let office = Array("办公室".unicodeScalars)
    /// Of one ending; a document that prints more is a list.
    private static let limit = 200

    init() {}

    init(_ found: [FoundBody]) {
        var seen: Set<String> = []
        for mention in found where mention.body.ref == nil && mention.kind != MentionBuilder.counted && !mention.kind.isEmpty && !mention.body.isClass {
            guard seen.insert(mention.body.name).inserted else { continue }
            let name = Array(mention.body.name.unicodeScalars)
            let core = Array(name[min(mention.areaLength, name.count)...])
            add(
                Full(
                    printed: mention.body.name, official: mention.body.official, core: core, division: mention.division,
                    kind: mention.kind))
            if mention.kind == "group", core.count > Self.office.count + 4, core.suffix(Self.office.count).elementsEqual(Self.office) {
                let official = mention.body.official.map { String(scalars: $0.unicodeScalars.dropLast(Self.office.count)) }
                add(Full(official: official, core: Array(core.dropLast(Self.office.count)), division: mention.division, kind: mention.kind))
            }
        }
        // The longest first; of equally long ones the first in the text.
        for (ending, names) in byEnding {
            byEnding[ending] = names.enumerated().sorted { ($1.element.core.count, $0.offset) < ($0.element.core.count, $1.offset) }.map(\.element)
        }
    }

    private mutating func add(_ full: Full) {
        let ending = Array(full.core.suffix(2))
        guard ending.count == 2, byEnding[ending, default: []].count < Self.limit else { return }
        byEnding[ending, default: []].append(full)
    }

    /// The longest name that the mention shortens: same ending, its characters in order, the same division where it shows one.
    func fullest(_ mention: FoundBody) -> Full? {
        guard mention.kind != MentionBuilder.counted, !mention.kind.isEmpty else { return nil }
        let name = Array(mention.body.name.unicodeScalars)
        let core = Array(name[min(mention.areaLength, name.count)...])
        guard core.count >= 4, let candidates = byEnding[Array(core.suffix(2))] else { return nil }
        return candidates.first { full in
            guard full.core.count >= core.count, full.kind == mention.kind else { return false }
            if mention.areaLength > 0 {
                guard mention.division == full.division, full.core.count > core.count else { return false }
            } else {
                guard full.core.count > core.count || full.division != nil else { return false }
            }
            return Self.shortens(core, full.core)
        }
    }

    /// Every scalar of the short name stands in the long one in the same order, the last two together.
    private static func shortens(_ short: [Unicode.Scalar], _ long: [Unicode.Scalar]) -> Bool {
        var at = 0
        for scalar in long where at < short.count && short[at] == scalar { at += 1 }
        return at == short.count && short.suffix(2).elementsEqual(long.suffix(2))
    }
}
