import Provenance
import Vocabulary

/// What one document has named (机构登记): each mention that differs from the others once, by a number, so that a name that is printed a
/// hundred times is made and compared once.
struct MentionRegister: Sendable {
    /// A name as it was printed, with what it was read as.
    struct Words: Sendable {
        let scalars: ArraySlice<Unicode.Scalar>
        /// Of composed and listed names, as the reader tells them apart; nil for classes.
        let meaning: Int?

        fileprivate var hash: UInt64 {
            var mixer = ByteMixer()
            scalars.withUnsafeBytes { mixer.mix($0) }
            mixer.mix(UInt64(bitPattern: Int64(meaning ?? -1)))
            return mixer.hash
        }

        fileprivate func equals(_ other: Words) -> Bool {
            meaning == other.meaning && scalars.count == other.scalars.count && scalars.elementsEqual(other.scalars)
        }
    }

    /// A mention of no place yet.
    struct Named: Sendable {
        let number: Int
        let naming: BodyNaming
    }

    private var words = HashIndex()
    private var known: [(words: Words, named: Named)] = []
    private var mentions = HashIndex()
    private var bodies: [BodyMention] = []

    /// What was named by these words before.
    subscript(words: Words) -> Named? {
        self.words.number(of: words.hash) { known[$0].words.equals(words) }.map { known[$0].named }
    }

    /// - Precondition: the words were not entered before.
    mutating func enter(_ words: Words, _ naming: BodyNaming) -> Named {
        let named = Named(number: number(of: naming.body), naming: naming)
        self.words.append(words.hash)
        known.append((words, named))
        return named
    }

    /// The same for equal mentions.
    mutating func number(of body: BodyMention) -> Int {
        // The name and the id tell nearly all apart.
        var mixer = ByteMixer()
        mixer.mix(body.name)
        if let ref = body.ref { mixer.mix(ref) }
        if let number = mentions.number(of: mixer.hash, where: { bodies[$0].isSame(as: body) }) { return number }
        bodies.append(body)
        return mentions.append(mixer.hash)
    }
}

extension BodyMention {
    /// Equal byte by byte.
    fileprivate func isSame(as other: BodyMention) -> Bool {
        isClass == other.isClass && ExactText(name) == ExactText(other.name) && ref.map(ExactText.init) == other.ref.map(ExactText.init)
            && official.map(ExactText.init) == other.official.map(ExactText.init)
    }
}
