import Facts
import Glibc
import Links
import Provenance
import Store
import Vocabulary

/// What requirements are narrowed by (要求索引): their words, bodies, regions and fields, in so few bytes that those of a hundred thousand are
/// held, and gone through faster than one document is read. Documents do not change: what was read of one serves the next revision.
struct RequirementIndex: Sendable {
    /// The requirements of one document, in order of their keys.
    private final class Chunk: Sendable {
        let keys: [Int64]
        /// Text and headings as they are compared (`Grams.folded`), UTF-8, U+0000 between them.
        let words: [UInt8]
        /// Where those of each requirement end.
        let ends: [Int32]
        /// Numbers of its assignments' bodies, then of its own divisions, each with where they end.
        let bodies, bodyEnds: [Int32]
        let scopes, scopeEnds: [Int32]
        /// Fields of the thesaurus that its words touch, one bit each; nil before anybody has asked for a field.
        let fields: [UInt64]?

        init(
            keys: [Int64], words: [UInt8], ends: [Int32], bodies: [Int32], bodyEnds: [Int32], scopes: [Int32], scopeEnds: [Int32], fields: [UInt64]?
        ) {
            (self.keys, self.words, self.ends, self.fields) = (keys, words, ends, fields)
            (self.bodies, self.bodyEnds, self.scopes, self.scopeEnds) = (bodies, bodyEnds, scopes, scopeEnds)
        }
    }

    struct Body: Sendable, Hashable {
        let id: String?
        let name: String
    }

    /// The requirements that are asked about.
    struct Asked {
        var keys = KeyBits()
        /// The bodies that owe each, in the order of its assignments, where the question is one about bodies.
        var owners: [Int64: [Body]] = [:]
    }

    private var chunks: [Int64: Chunk] = [:]
    private var bodies: [Body] = []
    private var bodyNumbers: [Body: Int32] = [:]
    private var scopes: [String] = []
    private var scopeNumbers: [String: Int32] = [:]
    private let fieldBits: [String: UInt64]
    private(set) var hasFields = false

    init(_ thesaurus: Thesaurus) {
        fieldBits = Dictionary(thesaurus.fields.prefix(64).enumerated().map { ($0.element.id, 1 << UInt64($0.offset)) }, uniquingKeysWith: { first, _ in first })
    }

    /// Reads the documents that it has not, and forgets those that are gone.
    /// - Parameter fields: whether fields are asked for.
    mutating func follow(_ documents: DocumentSet, _ reader: Reader, _ thesaurus: Thesaurus, fields: Bool) throws {
        hasFields = hasFields || fields
        for document in documents.documents where document.requirements > 0 {
            if let known = chunks[document.key], !hasFields || known.fields != nil { continue }
            chunks[document.key] = try chunk(of: document.key, reader, thesaurus)
        }
        if chunks.count > documents.count * 2 + 16 { chunks = chunks.filter { documents.place(ofKey: $0.key) != nil } }
    }

    private mutating func chunk(of document: Int64, _ reader: Reader, _ thesaurus: Thesaurus) throws -> Chunk {
        var (keys, words, ends, fields) = ([Int64](), [UInt8](), [Int32](), [UInt64]())
        var (owing, owingEnds, holding, holdingEnds) = ([Int32](), [Int32](), [Int32](), [Int32]())
        // All requirements of a clause have its headings.
        var known: [String: (bytes: [UInt8], fields: UInt64)] = [:]
        for stored in try reader.requirementWords(of: document) {
            keys.append(stored.key)
            var touched: UInt64 = 0
            for (number, text) in ([stored.text] + stored.headings).enumerated() {
                let read: (bytes: [UInt8], fields: UInt64)
                if number > 0, let one = known[text] {
                    read = one
                } else {
                    var bytes: [UInt8] = []
                    for scalar in Grams.folded(text) { bytes.append(utf8Of: scalar) }
                    bytes.append(0)
                    read = (bytes, hasFields ? self.fields(text, thesaurus) : 0)
                    if number > 0 { known[text] = read }
                }
                words += read.bytes
                touched |= read.fields
            }
            ends.append(Int32(words.count))
            fields.append(touched)
            for owner in stored.owners { owing.append(number(of: Body(id: owner.body, name: owner.name))) }
            owingEnds.append(Int32(owing.count))
            for division in stored.scope { holding.append(number(of: division)) }
            holdingEnds.append(Int32(holding.count))
        }
        return Chunk(
            keys: keys, words: words, ends: ends, bodies: owing, bodyEnds: owingEnds, scopes: holding, scopeEnds: holdingEnds,
            fields: hasFields ? fields : nil)
    }

    private func fields(_ text: String, _ thesaurus: Thesaurus) -> UInt64 {
        var fields: UInt64 = 0
        for match in thesaurus.concepts(in: text) { fields |= fieldBits[thesaurus.concepts[match.concept].field] ?? 0 }
        return fields
    }

    private mutating func number(of body: Body) -> Int32 {
        if let known = bodyNumbers[body] { return known }
        bodyNumbers[body] = Int32(bodies.count)
        bodies.append(body)
        return Int32(bodies.count - 1)
    }

    private mutating func number(of division: String) -> Int32 {
        if let known = scopeNumbers[division] { return known }
        scopeNumbers[division] = Int32(scopes.count)
        scopes.append(division)
        return Int32(scopes.count - 1)
    }

    // MARK: Asking

    /// The requirements that are asked about.
    func asked(_ selection: Selection) -> Asked {
        let isBody = selection.body.map { matcher in bodies.map { matcher.matches(id: $0.id, name: $0.name) } }
        let isRegion = selection.region.map { region in
            bodies.map { $0.id.flatMap(DivisionScope.division(of:)).map { DivisionScope.isWithin($0, region) } ?? false }
        }
        let isScope = selection.region.map { region in scopes.map { DivisionScope.isWithin($0, region) } }
        let field = selection.field.map { fieldBits[$0] ?? 0 }
        var pattern: [UInt8] = []
        for scalar in selection.words { pattern.append(utf8Of: scalar) }
        var asked = Asked()
        for document in selection.documents {
            guard let chunk = chunks[document.key] else { continue }
            let holding = pattern.isEmpty ? nil : Self.holding(pattern, chunk)
            if let holding, holding.isEmpty { continue }
            for index in holding ?? Array(chunk.keys.indices) {
                let owners = (index > 0 ? Int(chunk.bodyEnds[index - 1]) : 0)..<Int(chunk.bodyEnds[index])
                if let field, (chunk.fields?[index] ?? 0) & field == 0 { continue }
                if let isBody, !chunk.bodies[owners].contains(where: { isBody[Int($0)] }) { continue }
                if let isRegion, let isScope {
                    let scope = (index > 0 ? Int(chunk.scopeEnds[index - 1]) : 0)..<Int(chunk.scopeEnds[index])
                    guard chunk.bodies[owners].contains(where: { isRegion[Int($0)] }) || chunk.scopes[scope].contains(where: { isScope[Int($0)] }) else { continue }
                }
                asked.keys.insert(chunk.keys[index])
                if selection.asksOwners { asked.owners[chunk.keys[index]] = chunk.bodies[owners].map { bodies[Int($0)] } }
            }
        }
        return asked
    }

    /// The requirements that touch a field; nil where fields are not held.
    func touching(_ field: String) -> KeyBits? {
        guard let bit = fieldBits[field] else { return nil }
        var found = KeyBits()
        for chunk in chunks.values {
            for (place, fields) in (chunk.fields ?? []).enumerated() where fields & bit != 0 { found.insert(chunk.keys[place]) }
        }
        return found
    }

    /// The requirements of a document that hold some words, ascending: most documents hold none of them, and are done with at once.
    private static func holding(_ pattern: [UInt8], _ chunk: Chunk) -> [Int] {
        var found: [Int] = []
        chunk.words.withUnsafeBytes { words in
            pattern.withUnsafeBytes { pattern in
                guard let start = words.baseAddress, let sought = pattern.baseAddress, let last = pattern.last else { return }
                // The last byte of a Chinese character is the most telling one.
                var place = pattern.count - 1
                var index = 0
                while place < words.count, let hit = memchr(start + place, Int32(last), words.count - place) {
                    let offset = UnsafeRawPointer(hit) - start - (pattern.count - 1)
                    place = offset + pattern.count
                    guard memcmp(start + offset, sought, pattern.count) == 0 else { continue }
                    while Int(chunk.ends[index]) <= offset { index += 1 }
                    found.append(index)
                    place = Int(chunk.ends[index]) + pattern.count - 1
                }
            }
        }
        return found
    }
}
