import Facts
import Provenance

/// Finds the documents in which a seeker looks for requirements, and the seekers that look in a document (近邻索引).
///
/// **Order-free.** What a key weighs depends on its own document and the ontology alone, sums are whole numbers, and of two
/// documents it is settled for good which is the nearer. So the list of a seeker is a function of the set of documents, not of the
/// order in which they came, and a document that has left a list never comes back to it.
///
/// **Bounded.** A list has no more than `nearest` of `Ontology/linking.xml` documents, so that a passage is compared with as many
/// requirements in a base of a hundred thousand documents as in one of a hundred. To find them the index goes through the postings
/// of the seeker's keys, some nanoseconds each.
///
/// **Memory.** Eight bytes a posting, some twenty a requirement, some hundred a seeker: about 4 KB for a bulletin of eighteen
/// sentences and 16 KB for an opinion of forty requirements. Texts are not in it.
public final class LinkIndex {
    private typealias Posting = PostingTable.Posting

    /// A name or a work: texts that are compared with one another, and never read again.
    typealias Name = UInt64

    struct Document {
        /// Key of its first requirement; its other requirements and then its evidence follow one by one.
        let firstFact: Int64
        let key: Int64
        let work: Name
        let kind: DocumentKind
        let firstDay: Int32?
        let lastDay: Int32?
        let title: [UInt8]?
        let names: [Name]
        /// Number of the set of regions of the bodies that issued it.
        let issuers: Int32
        let requirements: Range<Int32>
        let evidence: Int
        let seekers: Range<Int32>
        /// Decides between documents that are equally near, newer ones first, the same in every base.
        let order: (day: Int32, tie: UInt64)
    }

    struct Requirement {
        let document: Int32
        let scope: Int32
        let isReported: Bool
        let isBinding: Bool
        /// The document that it is told of.
        let of: Name?
    }

    struct SeekerPlace {
        let document: Int32
        let kind: Seeker.Kind
        let facts: Range<Int32>
        /// Number of the set of its sets of regions.
        let scopes: Int32
        let day: Int32?
        let cites: Bool
        let hasRows: Bool
        /// The last on its list, where that is full; nil before the list is first looked at.
        var last: NearDocument??
        /// What a document has to score to enter the list, where it cites nothing: no more than that, since documents come and lists get
        /// nearer; 0 where that is not known.
        var bound: Int32 = 0
    }

    let profile: LinkingProfile
    /// The least sum of shared keys for a pair to be compared.
    let least: Int32
    /// How many documents will be taken up, as far as that is known.
    var expected = 0
    // Filled here and from segments (`LinkIndex+Segments`).
    var documents: [Document] = []
    var requirements: [Requirement] = []
    var seekers: [SeekerPlace] = []
    var asked = PostingTable()
    var given = PostingTable()
    /// Sets of regions by number.
    private(set) var scopes: [[String]] = []
    private var scopeNumbers: [[String]: Int32] = [:]
    private(set) var scopeSets: [[Int32]] = []
    private var scopeSetNumbers: [[Int32]: Int32] = [:]
    /// How the requirements of a set of regions lie to a seeker of several: by the number of what the seeker has, then by that of the other.
    var relations: [[RegionRelation?]] = []
    /// Of seekers that cite, the names; of those with rows, the own requirements in them.
    var cited: [Int32: [Name]] = [:]
    var rows: [Int32: [Int32]] = [:]
    /// Which documents derive from which, by the numbers of both.
    var descents: [UInt64: Bool] = [:]
    /// From which documents one derives: 0 where that is not known, 1 for no, 2 for yes.
    var descending: (low: Int32, known: [UInt8]) = (-1, [])
    /// Sums of one question by place; zero between questions.
    var sums: [Int32] = []
    /// The places that have one.
    var touched: [Int32] = []

    init(_ profile: LinkingProfile, least: Double) {
        self.profile = profile
        self.least = Int32(max(1, (least * FactKey.unit).rounded()))
    }

    // MARK: Adding

    /// - Parameters:
    ///   - key: of the document in the base; documents are added in ascending order of keys.
    ///   - firstFact: key of its first requirement, or of its first evidence where it has no requirement.
    /// - Returns: the number of the document here.
    @discardableResult
    func add(_ entry: LinkEntry, key: Int64, firstFact: Int64) -> Int {
        descending = (-1, [])
        let number = Int32(documents.count)
        let firstRequirement = Int32(requirements.count)
        for one in entry.requirements {
            let place = Int32(requirements.count)
            if one.isBinding {
                for key in one.keys { asked.append(Posting(place: place, weight: key.weight), to: key.code) }
            }
            requirements.append(
                Requirement(
                    document: number, scope: scope(one.scope), isReported: one.isReported, isBinding: one.isBinding,
                    of: one.of.map(Self.name)))
        }
        let firstSeeker = Int32(seekers.count)
        for one in entry.seekers {
            let place = Int32(seekers.count)
            for key in one.keys { given.append(Posting(place: place, weight: key.weight), to: key.code) }
            seekers.append(
                SeekerPlace(
                    document: number, kind: one.kind, facts: Int32(one.facts.lowerBound)..<Int32(one.facts.upperBound),
                    scopes: scopes(one.scopes), day: one.day, cites: !one.cited.isEmpty, hasRows: !one.rows.isEmpty))
            if !one.cited.isEmpty { cited[place] = one.cited.map(Self.name) }
            if !one.rows.isEmpty { rows[place] = one.rows.map { firstRequirement + Int32($0.requirement) } }
        }
        documents.append(
            Document(
                firstFact: firstFact, key: key, work: Self.name(entry.work), kind: entry.kind, firstDay: entry.firstDay, lastDay: entry.lastDay,
                title: entry.title.map { Array($0.utf8) }, names: entry.names.map(Self.name), issuers: scope(entry.issuers),
                requirements: firstRequirement..<Int32(requirements.count), evidence: entry.evidence,
                seekers: firstSeeker..<Int32(seekers.count), order: (entry.firstDay ?? .min, entry.tie)))
        return Int(number)
    }

    static func name(_ text: String) -> Name { ContentHash.wideHash(text) }

    func scope(_ divisions: [String]) -> Int32 {
        if let known = scopeNumbers[divisions] { return known }
        let number = Int32(scopes.count)
        scopes.append(divisions)
        scopeNumbers[divisions] = number
        return number
    }

    private func scopes(_ sets: [[String]]) -> Int32 { scopes(numbered: sets.map(scope)) }

    private func scopes(numbered numbers: [Int32]) -> Int32 {
        if let known = scopeSetNumbers[numbers] { return known }
        let number = newScopes(numbered: numbers)
        scopeSetNumbers[numbers] = number
        return number
    }

    func newScopes(numbered numbers: [Int32]) -> Int32 {
        scopeSets.append(numbers)
        return Int32(scopeSets.count - 1)
    }

    // MARK: Keys of the base

    /// The number of a document by its key.
    func number(of document: Int64) -> Int? {
        var low = 0
        var high = documents.count
        while low < high {
            let middle = (low + high) / 2
            if documents[middle].key < document { low = middle + 1 } else { high = middle }
        }
        return low < documents.count && documents[low].key == document ? low : nil
    }

    /// Keys of the facts that seek.
    func facts(of seeker: Int) -> ClosedRange<Int64> {
        let own = seekers[seeker]
        let document = documents[Int(own.document)]
        let first = document.firstFact + (own.kind == .evidence ? Int64(document.requirements.count) : 0) + Int64(own.facts.lowerBound)
        return first...first + Int64(own.facts.count) - 1
    }

    /// Keys of all requirements of a document that has any.
    func requirements(of document: Int32) -> ClosedRange<Int64> {
        let own = documents[Int(document)]
        return own.firstFact...own.firstFact + Int64(max(1, own.requirements.count)) - 1
    }
}
