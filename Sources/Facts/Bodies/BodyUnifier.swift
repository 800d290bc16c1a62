import Provenance
import Vocabulary

extension BodyRecogniser {
    /// Second pass over all mentions of a document, in order: each gets the fullest name that the document prints for the same
    /// body (机构名称归一), and shortened open names (省产改领导小组) the official name that the longest form shows.
    public func unify(_ found: [FoundBody]) -> [FoundBody] {
        var fullest: [String: String] = [:]
        for mention in found {
            guard let ref = mention.body.ref, !mention.isAnaphor else { continue }
            if (fullest[ref]?.unicodeScalars.count ?? 0) < mention.body.name.unicodeScalars.count { fullest[ref] = mention.body.name }
        }
        let open = OpenNames(found, ontology: ontology)
        return found.map { mention in
            var mention = mention
            if let ref = mention.body.ref {
                mention.body.name = fullest[ref] ?? mention.body.name
            } else if let full = open.fullest(mention) {
                if mention.areaLength == 0 || mention.isAnaphor { mention.body.name = full.printed ?? mention.body.name }
                mention.body.official = full.official ?? mention.body.official
            }
            return mention
        }
    }
}

/// The open names of a document (领导小组, 基地, 公司), to find for a short one the longest that it may stand for.
private struct OpenNames {
    struct Full {
        /// As the document prints it; nil where it only follows from a longer name (…领导小组 from …领导小组办公室).
        var printed: String?
        var official: String?
        let core: [Unicode.Scalar]
        let division: String?
        let kind: String
    }

    /// By the last two scalars, so that few are compared.
    private var byEnding: [[Unicode.Scalar]: [Full]] = [:]
    private var answers: [String: Full] = [:]

    /// Longer names first; with equal length the order of the text.
    private static let office: [Unicode.Scalar] = Array("办公室".unicodeScalars)

    init(_ found: [FoundBody], ontology: Ontology) {
        var seen: Set<String> = []
        for mention in found where mention.body.ref == nil && !mention.kind.isEmpty && mention.kind != "counted" && !mention.isAnaphor {
            guard seen.insert(mention.body.name).inserted, !mention.body.isClass || mention.areaLength == 0 else { continue }
            let name = Array(mention.body.name.unicodeScalars)
            let core = Array(name[min(mention.areaLength, name.count)...])
            add(Full(printed: mention.body.name, official: mention.body.official, core: core, division: mention.division, kind: mention.kind))
            if mention.kind == "group", core.count > Self.office.count + 4, core.suffix(Self.office.count).elementsEqual(Self.office) {
                add(
                    Full(
                        printed: nil, official: mention.body.official.map { String($0.dropLast(Self.office.count)) },
                        core: Array(core.dropLast(Self.office.count)), division: mention.division, kind: mention.kind))
            }
        }
        for key in byEnding.keys { byEnding[key]?.sort { $0.core.count > $1.core.count } }
    }

    private mutating func add(_ full: Full) {
        guard full.core.count >= 2 else { return }
        byEnding[Array(full.core.suffix(2)), default: []].append(full)
    }

    /// The longest name that the mention shortens: same ending, its characters in order, the same division where both show one.
    func fullest(_ mention: FoundBody) -> Full? {
        guard !mention.kind.isEmpty, mention.kind != "counted" else { return nil }
        let name = Array(mention.body.name.unicodeScalars)
        let core = Array(name[min(mention.areaLength, name.count)...])
        guard core.count >= 4, let candidates = byEnding[Array(core.suffix(2))] else { return nil }
        return candidates.first { full in
            guard full.core.count >= core.count, full.kind == mention.kind, full.official != nil || full.core.count > core.count else { return false }
            if mention.areaLength > 0, mention.division != full.division { return false }
            if mention.areaLength == 0, full.division == nil, full.core.count == core.count { return false }
            return Self.shortens(core, full.core)
        }
    }

    /// Every scalar of the short name stands in the long one in the same order, the last four together.
    static func shortens(_ short: [Unicode.Scalar], _ long: [Unicode.Scalar]) -> Bool {
        guard short.suffix(2).elementsEqual(long.suffix(2)) else { return false }
        var at = 0
        for scalar in long where at < short.count && short[at] == scalar { at += 1 }
        return at == short.count
    }
}
