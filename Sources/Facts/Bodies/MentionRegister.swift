import Provenance
import Vocabulary

/// What one document has named (机构登记): each mention that differs from the others once, by a number, so that a name that is printed a
/// hundred times is made and compared once.
struct MentionRegister: Sendable {
    /// A name as it was printed, with what it was read as.
    struct Words: Hashable, Sendable {
        let scalars: ArraySlice<Unicode.Scalar>
        /// Of composed and listed names, as the reader tells them apart; nil for classes.
        let meaning: Int?

        static func == (left: Words, right: Words) -> Bool {
            left.meaning == right.meaning && left.scalars.count == right.scalars.count && left.scalars.elementsEqual(right.scalars)
        }

        func hash(into hasher: inout Hasher) {
            scalars.withUnsafeBytes { hasher.combine(bytes: $0) }
            hasher.combine(meaning)
        }
    }

    /// A mention of no place yet.
    struct Named: Sendable {
        let number: Int
        let naming: BodyNaming
    }

    // With room for most documents: growing costs more than asking.
    private var known = [Words: Named](minimumCapacity: 24)
    private var numbers = [ExactMention: Int](minimumCapacity: 24)

    /// What was named by these words before.
    subscript(words: Words) -> Named? { known[words] }

    mutating func enter(_ words: Words, _ naming: BodyNaming) -> Named {
        let named = Named(number: number(of: naming.body), naming: naming)
        known[words] = named
        return named
    }

    /// The same for equal mentions.
    mutating func number(of body: BodyMention) -> Int {
        let key = ExactMention(body)
        if let number = numbers[key] { return number }
        let number = numbers.count
        numbers[key] = number
        return number
    }
}

/// A mention that equals another by its bytes.
private struct ExactMention: Hashable {
    let name: ExactText
    let ref, official: ExactText?
    let isClass: Bool

    init(_ body: BodyMention) {
        name = ExactText(body.name)
        ref = body.ref.map(ExactText.init)
        official = body.official.map(ExactText.init)
        isClass = body.isClass
    }

    /// The name and the id tell nearly all apart.
    func hash(into hasher: inout Hasher) {
        hasher.combine(name)
        hasher.combine(ref)
    }
}
