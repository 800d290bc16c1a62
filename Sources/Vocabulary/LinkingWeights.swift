import Provenance

/// What linking weighs with (关联权重): numbers by name, families of ordinary words, and how much a word of ordinary Chinese
/// tells. From `Ontology/linking.xml` and `Ontology/linking-words.xml`, which say the reason for each.
public struct LinkingWeights: Sendable {
    /// Words of ordinary language that speak of the same kind of doing (词族): 比赛, 竞赛, 比武. No subjects of policy: those are
    /// concepts.
    public struct Family: Hashable, Sendable {
        public let id: String
        public let words: [String]

        public init(id: String, words: [String]) {
            self.id = id
            self.words = words
        }
    }

    public private(set) var values: [String: Double]
    public private(set) var families: [Family]
    /// Pairs of neighbouring characters that official style puts everywhere (套话): 推进, 切实.
    public private(set) var boilerplate: Set<UInt32>
    /// 0 to 1 by pair of neighbouring characters.
    public private(set) var wordRarity: [UInt32: Double]
    /// 0 to 1 by character.
    public private(set) var characterRarity: [UInt32: Double]

    public init(
        values: [String: Double] = [:], families: [Family] = [], boilerplate: [String] = [], words: [String: Double] = [:],
        characters: [String: Double] = [:]
    ) {
        self.values = values
        self.families = families
        self.boilerplate = []
        wordRarity = [:]
        characterRarity = [:]
        for word in boilerplate { self.boilerplate.formUnion(Self.pairs(of: word)) }
        for (word, rarity) in words { for pair in Self.pairs(of: word) { wordRarity[pair] = rarity } }
        for (text, rarity) in characters { for scalar in text.unicodeScalars { characterRarity[scalar.value] = rarity } }
    }

    /// A number that linking cannot do without.
    /// - Throws: a fault that names it, where no file gives it.
    public func value(_ name: String) throws(Fault) -> Double {
        guard let value = values[name] else {
            throw Fault(.ontologyAttributeMissing(name, element: "weight"), advice: .ontologySeeSchema)
        }
        return value
    }

    /// Two neighbouring characters as one number; nil outside of the basic plane, where words of policy texts do not stand.
    @inlinable
    public static func pair(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> UInt32? {
        guard first.value <= 0xFFFF, second.value <= 0xFFFF else { return nil }
        return first.value << 16 | second.value
    }

    static func pairs(of word: String) -> [UInt32] {
        let scalars = Array(word.unicodeScalars)
        return zip(scalars, scalars.dropFirst()).compactMap { pair($0, $1) }
    }

    /// Reads a `linking` element; what a later one says of the same name stands.
    mutating func read(_ part: OntologyElement) throws(Fault) {
        for entry in part.children {
            switch entry.name {
            case "weight": values[try entry.required("name")] = try number(entry, "value")
            case "family":
                let id = try entry.required("id")
                let words = entry.texts("word").flatMap { $0.split(whereSeparator: \.isWhitespace).map(String.init) }
                if let known = families.firstIndex(where: { $0.id == id }) {
                    families[known] = Family(id: id, words: families[known].words.union(words))
                } else {
                    families.append(Family(id: id, words: words))
                }
            case "boilerplate":
                for word in list(entry) { boilerplate.formUnion(Self.pairs(of: String(scalars: word))) }
            case "words":
                let rarity = try number(entry, "rarity")
                for word in list(entry) { for pair in zip(word, word.dropFirst()).compactMap({ Self.pair($0, $1) }) { wordRarity[pair] = rarity } }
            case "characters":
                let rarity = try number(entry, "rarity")
                for word in list(entry) { for scalar in word { characterRarity[scalar.value] = rarity } }
            case "note", "source": break
            default: throw Fault(.ontologyElementUnknown(entry.name), at: entry.place, advice: .ontologySeeSchema)
            }
        }
    }

    private func number(_ entry: OntologyElement, _ attribute: String) throws(Fault) -> Double {
        let text = try entry.required(attribute)
        guard let value = Double(text), value.isFinite else { throw entry.bad(attribute, text) }
        return value
    }

    /// The words of an element, which white space separates.
    private func list(_ entry: OntologyElement) -> [[Unicode.Scalar]] {
        entry.text.unicodeScalars.split(whereSeparator: \.isWhite).map(Array.init)
    }
}
