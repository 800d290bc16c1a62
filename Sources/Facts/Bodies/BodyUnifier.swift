import Provenance
import Vocabulary

/// Second pass over the bodies of a document (机构名称归一): each gets the fullest name that the document prints for it, and shortened
/// open names (省产改领导小组) the official name that the longest form shows.
enum BodyUnifier {
    /// Gives each mention its fullest name.
    /// - Parameter found: every mention of the document, in order, all of one scope.
    static func unify(_ found: inout [FoundBody]) {
        // Most mentions repeat another: what they name is worked out once.
        var distinct: [Distinct] = []
        var places = [Int](repeating: -1, count: (found.lazy.map(\.number).max() ?? -1) + 1)
        for index in found.indices {
            let number = found[index].number
            if places[number] < 0 {
                places[number] = distinct.count
                distinct.append(Distinct(first: index))
            }
            if !found[index].isAnaphor, distinct[places[number]].shape == nil { distinct[places[number]].shape = index }
        }
        let fullest = fullestNames(distinct, found)
        let open = OpenNames(distinct.lazy.compactMap(\.shape), found)
        // Most names are their fullest already; nil for those.
        let unified = distinct.map { distinct -> BodyMention? in
            var mention = found[distinct.first].body
            if let ref = mention.ref {
                guard let name = fullest[ExactText(ref)]?.name, ExactText(name) != ExactText(mention.name) else { return nil }
                mention.name = name
                return mention
            }
            guard let shape = distinct.shape, let full = open.fullest(found[shape]) else { return nil }
            if found[shape].areaLength == 0, let printed = full.printed {
                mention.name = printed
                mention.isClass = false
            }
            mention.official = full.official ?? mention.official
            return mention
        }
        for index in found.indices {
            guard let body = unified[places[found[index].number]] else { continue }
            found[index].naming = found[index].naming.renamed(body)
        }
    }

    private struct Distinct {
        /// Index of the first mention.
        let first: Int
        /// Index of the first that is no bare noun pointing back: it shows what kind of name this is.
        var shape: Int?
    }

    /// The longest name of each body by its id; of equally long ones the first.
    private static func fullestNames(_ distinct: [Distinct], _ found: [FoundBody]) -> [ExactText: (name: String, length: Int)] {
        var fullest = [ExactText: (name: String, length: Int)](minimumCapacity: distinct.count)
        for case let shape? in distinct.lazy.map(\.shape) {
            guard let ref = found[shape].body.ref else { continue }
            let name = found[shape].body.name
            let length = name.unicodeScalars.count
            if length > fullest[ExactText(ref)]?.length ?? 0 { fullest[ExactText(ref)] = (name, length) }
        }
        return fullest
    }
}

/// The open names of a document (领导小组, 基地, 公司), to find for a short one the longest that it may stand for.
private struct OpenNames {
    struct Full {
        /// As the document prints it; nil where it only follows from a longer name (…领导小组 from …领导小组办公室).
        var printed: String?
        var official: String?
        /// Without the division.
        let core: ArraySlice<Unicode.Scalar>
        let division: String?
        let kind: String
    }

    /// By the last two scalars, so that few are compared.
    private var byEnding: [UInt64: [Full]] = [:]

    private static let office = Array("办公室".unicodeScalars)
    /// Of one ending; a document that prints more is a list.
    private static let limit = 200

    /// - Parameter shapes: indices of the first mentions of each name.
    init(_ shapes: some Sequence<Int>, _ found: [FoundBody]) {
        var seen: Set<ExactText> = []
        for mention in shapes.lazy.map({ found[$0] })
        where mention.body.ref == nil && mention.kind != MentionBuilder.counted && !mention.kind.isEmpty && !mention.body.isClass {
            guard seen.insert(ExactText(mention.body.name)).inserted else { continue }
            let core = Self.core(mention)
            add(
                Full(
                    printed: mention.body.name, official: mention.body.official, core: core, division: mention.division,
                    kind: mention.kind))
            if mention.kind == "group", core.count > Self.office.count + 4, core.suffix(Self.office.count).elementsEqual(Self.office) {
                let official = mention.body.official.map { String(scalars: $0.unicodeScalars.dropLast(Self.office.count)) }
                add(Full(official: official, core: core.dropLast(Self.office.count), division: mention.division, kind: mention.kind))
            }
        }
        // The longest first; of equally long ones the first in the text.
        byEnding = byEnding.mapValues { names in
            names.enumerated().sorted { ($1.element.core.count, $0.offset) < ($0.element.core.count, $1.offset) }.map(\.element)
        }
    }

    private mutating func add(_ full: Full) {
        guard let ending = Self.ending(full.core), byEnding[ending, default: []].count < Self.limit else { return }
        byEnding[ending, default: []].append(full)
    }

    private static func core(_ mention: FoundBody) -> ArraySlice<Unicode.Scalar> {
        Array(mention.body.name.unicodeScalars).dropFirst(mention.areaLength)
    }

    private static func ending(_ core: ArraySlice<Unicode.Scalar>) -> UInt64? {
        guard core.count > 1 else { return nil }
        return UInt64(core[core.endIndex - 2].value) << 32 | UInt64(core[core.endIndex - 1].value)
    }

    /// The longest name that the mention shortens: same ending, its characters in order, the same division where it shows one.
    func fullest(_ mention: FoundBody) -> Full? {
        guard mention.kind != MentionBuilder.counted, !mention.kind.isEmpty else { return nil }
        let core = Self.core(mention)
        guard core.count >= 4, let ending = Self.ending(core), let candidates = byEnding[ending] else { return nil }
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

    /// Every scalar of the short name stands in the long one in the same order; the last two are the same, since the ending is.
    private static func shortens(_ short: ArraySlice<Unicode.Scalar>, _ long: ArraySlice<Unicode.Scalar>) -> Bool {
        var rest = short
        for scalar in long where rest.first == scalar { rest.removeFirst() }
        return rest.isEmpty
    }
}
