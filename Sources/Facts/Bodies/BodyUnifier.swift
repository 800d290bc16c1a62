import Provenance
import Vocabulary

/// Second pass over the bodies of a document (机构名称归一): each gets the fullest name that the document prints for it, and shortened
/// open names (省产改领导小组) the official name that the longest form shows.
struct BodyUnifier {
    /// For each mention given what it names, by its fullest name.
    private(set) var bodies: [BodyMention] = []

    /// - Parameter found: every mention of the document, in order.
    init(_ found: [FoundBody]) {
        // Most mentions repeat another: what they name is worked out once.
        var numbers: [ExactMention: Int] = [:]
        var distinct: [Distinct] = []
        let numberOf = found.map { mention in
            let key = ExactMention(mention.body)
            let number = numbers[key] ?? distinct.count
            if number == distinct.count {
                numbers[key] = number
                distinct.append(Distinct(body: mention.body))
            }
            if !mention.isAnaphor, distinct[number].shape == nil { distinct[number].shape = mention }
            return number
        }
        let shapes = distinct.compactMap(\.shape)
        let fullest = Self.fullestNames(shapes)
        let open = OpenNames(shapes)
        let unified = distinct.map { Self.unified($0, fullest, open) }
        bodies = numberOf.map { unified[$0] }
    }

    private struct Distinct {
        let body: BodyMention
        /// The first mention that is no bare noun pointing back, which shows what kind of name it is.
        var shape: FoundBody?
    }

    /// The longest name of each body by its id; of equally long ones the first.
    private static func fullestNames(_ found: [FoundBody]) -> [ExactText: String] {
        var fullest: [ExactText: (name: String, length: Int)] = [:]
        for mention in found {
            guard let ref = mention.body.ref else { continue }
            let length = mention.body.name.unicodeScalars.count
            let key = ExactText(ref)
            if length > fullest[key]?.length ?? 0 { fullest[key] = (mention.body.name, length) }
        }
        return fullest.mapValues(\.name)
    }

    private static func unified(_ distinct: Distinct, _ fullest: [ExactText: String], _ open: OpenNames) -> BodyMention {
        var mention = distinct.body
        if let ref = mention.ref {
            mention.name = fullest[ExactText(ref)] ?? mention.name
        } else if let shape = distinct.shape, let full = open.fullest(shape) {
            if shape.areaLength == 0, let printed = full.printed {
                mention.name = printed
                mention.isClass = false
            }
            mention.official = full.official ?? mention.official
        }
        return mention
    }
}

/// A text that equals another by its bytes: hashing a String normalises it first, which costs more than the rest of this pass.
struct ExactText: Hashable {
    let text: String

    init(_ text: String) { self.text = text }

    static func == (left: ExactText, right: ExactText) -> Bool { left.text.utf8.elementsEqual(right.text.utf8) }

    func hash(into hasher: inout Hasher) { hasher.combine(exactly: text) }
}

private struct ExactMention: Hashable {
    let body: BodyMention

    init(_ body: BodyMention) { self.body = body }

    static func == (left: ExactMention, right: ExactMention) -> Bool {
        left.body.isClass == right.body.isClass && left.body.name.utf8.elementsEqual(right.body.name.utf8)
            && left.body.ref.map(ExactText.init) == right.body.ref.map(ExactText.init)
            && left.body.official.map(ExactText.init) == right.body.official.map(ExactText.init)
    }

    /// The name and the id tell nearly all apart.
    func hash(into hasher: inout Hasher) {
        hasher.combine(exactly: body.name)
        if let ref = body.ref { hasher.combine(exactly: ref) }
    }
}

extension Hasher {
    fileprivate mutating func combine(exactly text: String) {
        var text = text
        text.withUTF8 { combine(bytes: UnsafeRawBufferPointer($0)) }
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

    init(_ found: [FoundBody]) {
        var seen: Set<ExactText> = []
        for mention in found where mention.body.ref == nil && mention.kind != MentionBuilder.counted && !mention.kind.isEmpty && !mention.body.isClass {
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
