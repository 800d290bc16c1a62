import Facts
import Provenance

/// Where facts are read from that are kept outside of memory (事实来源).
public protocol FactSource: AnyObject {
    /// - Parameters:
    ///   - document: the document's key in the base.
    ///   - numbers: numbers of requirements in the document.
    func requirements(_ numbers: Range<Int>, of document: Int64) throws -> [Requirement]
    func evidence(_ numbers: Range<Int>, of document: Int64) throws -> [Evidence]
}

/// A requirement or a piece of evidence as it was read from the base; shared, since it is compared with many.
final class KnownRequirement {
    let fact: Requirement
    private var known: SignalContext?

    init(_ fact: Requirement) { self.fact = fact }

    /// Worked out when the first evidence is linked to it.
    func context(_ reader: SignalReader) -> SignalContext {
        if let known { return known }
        let context = reader.context(fact)
        known = context
        return context
    }
}

final class KnownEvidence {
    let fact: Evidence
    let traits: EvidenceTraits

    init(_ fact: Evidence, _ traits: EvidenceTraits) {
        self.fact = fact
        self.traits = traits
    }
}

/// The weighed words of a fact; shared for the same reason.
final class KnownWords {
    let features: FactFeatures

    init(_ features: FactFeatures) { self.features = features }
}

/// A document as the linker compares it (备好的公文). What a comparison does not ask for is not read: the words of a fact are
/// taken from the archive when they are first compared, the fact itself when the words are near enough.
public final class PreparedDocument {
    let key: Int64
    let context: DocumentContext
    let names: DocumentNames
    private let archive: FeatureArchive
    /// For each piece of evidence the item that it stands in.
    private let items: [Range<Int>]
    private let source: (any FactSource)?
    private var asked: [KnownWords?]
    private var given: [KnownWords?]
    private var requirements: [KnownRequirement?]
    private var evidence: [KnownEvidence?]
    /// Some requirement was read from the source.
    private var isAskedAgain = false

    /// A document that has just been read.
    init(_ facts: PreparedFacts, key: Int64) {
        self.key = key
        context = facts.facts.document
        names = facts.names
        archive = facts.archive
        items = Self.items(archive)
        source = nil
        asked = facts.requirements.map(KnownWords.init)
        given = facts.evidence.map(KnownWords.init)
        requirements = facts.facts.requirements.map(KnownRequirement.init)
        evidence = zip(facts.facts.evidence, facts.traits).map(KnownEvidence.init)
    }

    /// A document of the base.
    /// - Parameters:
    ///   - archive: the bytes that `PreparedFacts.archived` gave.
    ///   - source: where its facts are read from.
    /// - Throws: where the bytes are no archive's.
    public init(key: Int64, context: DocumentContext, archive bytes: [UInt8], source: any FactSource) throws(Fault) {
        self.key = key
        self.context = context
        names = DocumentNames(context)
        archive = try FeatureArchive(decoding: bytes)
        items = Self.items(archive)
        self.source = source
        asked = [KnownWords?](repeating: nil, count: archive.requirements)
        given = [KnownWords?](repeating: nil, count: archive.evidence)
        requirements = [KnownRequirement?](repeating: nil, count: archive.requirements)
        evidence = [KnownEvidence?](repeating: nil, count: archive.evidence)
    }

    private static func items(_ archive: FeatureArchive) -> [Range<Int>] {
        var items: [Range<Int>] = []
        for count in archive.items { items += [Range<Int>](repeating: items.count..<items.count + count, count: count) }
        return items
    }

    var requirementCount: Int { requirements.count }

    func item(of number: Int) -> Range<Int> { items[number] }

    // MARK: Words

    func words(ofRequirement number: Int) throws -> KnownWords {
        if let known = asked[number] { return known }
        let words = KnownWords(try archive.requirement(number))
        asked[number] = words
        return words
    }

    func words(ofEvidence number: Int) throws -> KnownWords {
        if let known = given[number] { return known }
        let words = KnownWords(try archive.evidence(number))
        given[number] = words
        return words
    }

    // MARK: Facts

    func requirement(_ number: Int) throws -> KnownRequirement {
        if let known = requirements[number] { return known }
        // Where a second one is near, others are; a document that is compared once is not read for all of them.
        let missing = isAskedAgain ? requirements.indices : number..<number + 1
        isAskedAgain = true
        let read = try source?.requirements(missing, of: key) ?? []
        guard read.count == missing.count else { throw BinaryReader.broken }
        for (index, one) in zip(missing, read) where requirements[index] == nil { requirements[index] = KnownRequirement(one) }
        guard let requirement = requirements[number] else { throw BinaryReader.broken }
        return requirement
    }

    /// - Parameter range: evidence that is likely to be asked for too.
    func evidence(_ number: Int, in range: Range<Int>, _ reader: CircumstanceReader) throws -> KnownEvidence {
        if let known = evidence[number] { return known }
        let read = try source?.evidence(range, of: key) ?? []
        guard read.count == range.count, range.contains(number) else { throw BinaryReader.broken }
        for (index, one) in zip(range, read) where evidence[index] == nil { evidence[index] = KnownEvidence(one, reader.traits(one)) }
        guard let known = evidence[number] else { throw BinaryReader.broken }
        return known
    }
}
