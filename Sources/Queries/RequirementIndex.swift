import Facts
import Links
import Provenance
import Store
import Vocabulary

/// What requirements are narrowed by (要求索引): their words, bodies, regions and fields, in so few bytes that those of a hundred thousand are
/// held, and gone through faster than one document is read. Documents do not change: what was read of one serves the next revision.
struct RequirementIndex: Sendable {
    /// The requirements of one document, in order of their keys.
    private struct Chunk: Sendable {
        /// As it was when it was read: a document that was read again has other counts or keys.
        let document: StoredDocument
        var keys: [Int64] = []
        /// Text and headings as they are compared (`Grams.folded`), UTF-8, U+0000 between them.
        var words: [UInt8] = []
        /// Where those of each requirement end.
        var ends: [Int] = []
        /// Numbers of its assignments' bodies, then of its own divisions, each with where they end.
        var bodies: [Int32] = []
        var bodyEnds: [Int] = []
        var scopes: [Int32] = []
        var scopeEnds: [Int] = []
        /// Fields of the thesaurus that its words touch, one bit each.
        var fields: [UInt64] = []
    }

    struct Body: Sendable, Hashable {
        let id: String?
        let name: String
    }

    private var chunks: [Int64: Chunk] = [:]
    private var bodies: [Body] = []
    private var bodyNumbers: [Body: Int32] = [:]
    private var scopes: [String] = []
    private var scopeNumbers: [String: Int32] = [:]
    private let fieldBits: [String: UInt64]

    init(_ thesaurus: Thesaurus) {
        fieldBits = Dictionary(thesaurus.fields.prefix(64).enumerated().map { ($0.element.id, 1 << UInt64($0.offset)) }, uniquingKeysWith: { first, _ in first })
    }

    /// Reads the documents that it has not, and forgets those that are gone.
    /// - Parameter keys: of the requirements of each document, ascending, by the document's key.
    mutating func follow(_ documents: DocumentSet, keys: [Int64: [Int64]], _ reader: Reader, _ thesaurus: Thesaurus) throws {
        for document in documents where document.requirements > 0 {
            if let chunk = chunks[document.key], chunk.document == document, Self.holds(chunk.keys, keys[document.key] ?? []) { continue }
            chunks[document.key] = try chunk(of: document, reader, thesaurus)
        }
        if chunks.count > documents.count * 2 + 16 { chunks = chunks.filter { documents.place(ofKey: $0.key) != nil } }
    }

    /// Both ascending.
    private static func holds(_ all: [Int64], _ some: [Int64]) -> Bool {
        var place = 0
        for key in some {
            while place < all.count, all[place] < key { place += 1 }
            guard place < all.count, all[place] == key else { return false }
        }
        return true
    }

    private mutating func chunk(of document: StoredDocument, _ reader: Reader, _ thesaurus: Thesaurus) throws -> Chunk {
        var chunk = Chunk(document: document)
        for stored in try reader.requirements(of: [document]).sorted(by: { $0.key < $1.key }) {
            let requirement = stored.requirement
            chunk.keys.append(stored.key)
            var fields: UInt64 = 0
            for text in [requirement.text] + requirement.headings {
                for scalar in Grams.folded(text) { chunk.words.append(utf8Of: scalar) }
                chunk.words.append(0)
                for match in thesaurus.concepts(in: text) { fields |= fieldBits[thesaurus.concepts[match.concept].field] ?? 0 }
            }
            chunk.ends.append(chunk.words.count)
            chunk.fields.append(fields)
            for assignment in requirement.assignments { chunk.bodies.append(number(of: Body(id: assignment.body, name: assignment.name))) }
            chunk.bodyEnds.append(chunk.bodies.count)
            for division in requirement.scope { chunk.scopes.append(number(of: division)) }
            chunk.scopeEnds.append(chunk.scopes.count)
        }
        return chunk
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

    /// The keys of the requirements that are asked about; with the bodies that owe each, in the order of its assignments, where
    /// the question is one about bodies.
    func asked(_ selection: Selection) -> [Int64: [Body]] {
        let isBody = selection.body.map { matcher in bodies.map { matcher.matches(id: $0.id, name: $0.name) } }
        let isRegion = selection.region.map { region in
            bodies.map { $0.id.flatMap(DivisionScope.division(of:)).map { DivisionScope.isWithin($0, region) } ?? false }
        }
        let isScope = selection.region.map { region in scopes.map { DivisionScope.isWithin($0, region) } }
        let field = selection.field.map { fieldBits[$0] ?? 0 }
        var pattern: [UInt8] = []
        for scalar in selection.words { pattern.append(utf8Of: scalar) }
        var found: [Int64: [Body]] = [:]
        for document in selection.documents {
            guard let chunk = chunks[document.key] else { continue }
            for index in chunk.keys.indices {
                let owners = (index > 0 ? chunk.bodyEnds[index - 1] : 0)..<chunk.bodyEnds[index]
                if let field, chunk.fields[index] & field == 0 { continue }
                if let isBody, !chunk.bodies[owners].contains(where: { isBody[Int($0)] }) { continue }
                if let isRegion, let isScope {
                    let scope = (index > 0 ? chunk.scopeEnds[index - 1] : 0)..<chunk.scopeEnds[index]
                    guard chunk.bodies[owners].contains(where: { isRegion[Int($0)] }) || chunk.scopes[scope].contains(where: { isScope[Int($0)] }) else { continue }
                }
                if !pattern.isEmpty, !Self.holds(chunk.words, (index > 0 ? chunk.ends[index - 1] : 0)..<chunk.ends[index], pattern) { continue }
                found[chunk.keys[index]] = selection.asksOwners ? chunk.bodies[owners].map { bodies[Int($0)] } : []
            }
        }
        return found
    }

    /// The requirements that touch a field; nil where fields are not held.
    func touching(_ field: String) -> Set<Int64>? {
        guard let bit = fieldBits[field] else { return nil }
        var found: Set<Int64> = []
        for chunk in chunks.values { for (key, fields) in zip(chunk.keys, chunk.fields) where fields & bit != 0 { found.insert(key) } }
        return found
    }

    private static func holds(_ bytes: [UInt8], _ range: Range<Int>, _ pattern: [UInt8]) -> Bool {
        guard range.count >= pattern.count else { return false }
        return bytes.withUnsafeBufferPointer { bytes in
            pattern.withUnsafeBufferPointer { pattern in
                let first = pattern[0]
                var place = range.lowerBound
                let last = range.upperBound - pattern.count
                while place <= last {
                    if bytes[place] == first {
                        var same = 1
                        while same < pattern.count, bytes[place + same] == pattern[same] { same += 1 }
                        if same == pattern.count { return true }
                    }
                    place += 1
                }
                return false
            }
        }
    }
}
