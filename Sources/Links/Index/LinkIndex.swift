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

    struct Document {
        /// Key of its first requirement; its other requirements and then its evidence follow one by one.
        let firstFact: Int64
        let key: Int64
        let work: Int32
        let kind: DocumentKind
        let firstDay: Int32?
        let lastDay: Int32?
        let title: [UInt8]?
        let names: [Int32]
        let issuers: [String]
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
        /// Number of the name of the document that it is told of.
        let of: Int32
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
    }

    let profile: LinkingProfile
    /// The least sum of shared keys for a pair to be compared.
    let least: Int32
    private(set) var documents: [Document] = []
    private(set) var requirements: [Requirement] = []
    private(set) var seekers: [SeekerPlace] = []
    private var asked = PostingTable()
    private var given = PostingTable()
    /// Names, works and sets of regions by number.
    private var numbers: [String: Int32] = [:]
    private var scopes: [[String]] = []
    private var scopeNumbers: [[String]: Int32] = [:]
    private var scopeSets: [[Int32]] = []
    private var scopeSetNumbers: [[Int32]: Int32] = [:]
    /// How the requirements of a set of regions lie to a seeker of several, by both numbers.
    private var relations: [UInt64: RegionRelation] = [:]
    /// Of seekers that cite, the names; of those with rows, the own requirements in them.
    private var cited: [Int32: [Int32]] = [:]
    private var rows: [Int32: [Int32]] = [:]
    private var descents: [UInt64: Bool] = [:]
    /// Sums of one question by place; zero between questions.
    private var sums: [Int32] = []

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
        // Kept for the pairs of one document only: all pairs would be more than all postings.
        descents.removeAll(keepingCapacity: true)
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
                    of: one.of.map(name) ?? -1))
        }
        let firstSeeker = Int32(seekers.count)
        for one in entry.seekers {
            let place = Int32(seekers.count)
            for key in one.keys { given.append(Posting(place: place, weight: key.weight), to: key.code) }
            seekers.append(
                SeekerPlace(
                    document: number, kind: one.kind, facts: Int32(one.facts.lowerBound)..<Int32(one.facts.upperBound),
                    scopes: scopes(one.scopes), day: one.day, cites: !one.cited.isEmpty, hasRows: !one.rows.isEmpty))
            if !one.cited.isEmpty { cited[place] = one.cited.map(name) }
            if !one.rows.isEmpty { rows[place] = one.rows.map { firstRequirement + Int32($0.requirement) } }
        }
        documents.append(
            Document(
                firstFact: firstFact, key: key, work: name(entry.work), kind: entry.kind, firstDay: entry.firstDay, lastDay: entry.lastDay,
                title: entry.title.map { Array($0.utf8) }, names: entry.names.map(name), issuers: entry.issuers,
                requirements: firstRequirement..<Int32(requirements.count), evidence: entry.evidence,
                seekers: firstSeeker..<Int32(seekers.count), order: (entry.firstDay ?? .min, entry.tie)))
        return Int(number)
    }

    private func name(_ text: String) -> Int32 {
        if let known = numbers[text] { return known }
        let number = Int32(numbers.count)
        numbers[text] = number
        return number
    }

    private func scope(_ divisions: [String]) -> Int32 {
        if let known = scopeNumbers[divisions] { return known }
        let number = Int32(scopes.count)
        scopes.append(divisions)
        scopeNumbers[divisions] = number
        return number
    }

    private func scopes(_ sets: [[String]]) -> Int32 {
        let numbers = sets.map(scope)
        if let known = scopeSetNumbers[numbers] { return known }
        let number = Int32(scopeSets.count)
        scopeSets.append(numbers)
        scopeSetNumbers[numbers] = number
        return number
    }

    // MARK: Asking

    /// The nearest documents of a seeker, nearest first, and of their requirements (by place) those that it is to be compared with.
    func nearest(_ seeker: Int, keys: [FactKey]) -> (list: [NearDocument], requirements: [Int32]) {
        let own = seekers[seeker]
        let shared = shared(keys, in: asked, places: requirements.count)
        var list: [NearDocument] = []
        for (place, sum) in shared {
            if let last = last(of: list), last.standing <= .open, !own.cites, sum < last.score, requirements[Int(place)].document != own.document { continue }
            guard let standing = standing(place, Int32(seeker)) else { continue }
            put(NearDocument(document: requirements[Int(place)].document, standing: standing, score: sum), on: &list)
        }
        var found: [Int32] = []
        for (place, _) in shared {
            let document = requirements[Int(place)].document
            if list.contains(where: { $0.document == document }), standing(place, Int32(seeker)) != nil { found.append(place) }
        }
        return (list, found.sorted())
    }

    /// The seekers before a place that look for requirements in a document, in order; what of it is nearest to them; and the
    /// requirements (by place) that they are to be compared with.
    /// - Parameter last: where the list of a seeker ends; nil where it has room.
    func seekers(
        near document: Int, keys: [[FactKey]], before end: Int, last: (Int32) throws -> NearDocument?
    ) rethrows -> [(seeker: Int32, near: NearDocument, requirements: [Int32])] {
        // Most seekers have lists that are full of nearer documents: which of them it may enter is told by sums alone.
        var sums: [(place: Int32, shared: [(place: Int32, sum: Int32)])] = []
        var ends: [Int32: NearDocument?] = [:]
        var entering: Set<Int32> = []
        for (place, keys) in zip(documents[document].requirements, keys) where requirements[Int(place)].isBinding {
            let shared = shared(keys, in: given, places: seekers.count)
            for (seeker, sum) in shared where seeker < end && !entering.contains(seeker) {
                let known: NearDocument?
                if let one = ends[seeker] { known = one } else {
                    known = try last(seeker)
                    ends[seeker] = .some(known)
                }
                if let known, known.standing <= .open, sum < known.score, !seekers[Int(seeker)].cites { continue }
                entering.insert(seeker)
            }
            sums.append((place, shared))
        }
        var found: [Int32: (near: NearDocument, requirements: [Int32])] = [:]
        for (place, shared) in sums {
            for (seeker, sum) in shared where entering.contains(seeker) {
                guard let standing = standing(place, seeker) else { continue }
                let near = NearDocument(document: Int32(document), standing: standing, score: sum)
                if let known = found[seeker] {
                    found[seeker]?.requirements.append(place)
                    if near.isNearer(than: known.near) { found[seeker]?.near = near }
                } else {
                    found[seeker] = (near, [place])
                }
            }
        }
        return found.filter { seeker, one in (ends[seeker] ?? nil).map { isNearer(one.near, than: $0) } ?? true }
            .sorted { $0.key < $1.key }.map { ($0.key, $0.value.near, $0.value.requirements) }
    }

    /// A list with one more document on it, and the one that leaves it, where one does.
    func list(_ list: [NearDocument], with near: NearDocument) -> (list: [NearDocument], left: Int32?) {
        var longer = list
        put(near, on: &longer)
        return (longer, list.first { one in !longer.contains { $0.document == one.document } }?.document)
    }

    /// Tells the index where the list of a seeker ends.
    func close(_ list: [NearDocument], of seeker: Int) { seekers[seeker].last = .some(last(of: list)) }

    /// The one that leaves a list where a nearer one comes; nil while there is room.
    func last(of list: [NearDocument]) -> NearDocument? { list.count >= profile.nearest ? list.last : nil }

    /// Puts a document on a list, or moves it up.
    private func put(_ near: NearDocument, on list: inout [NearDocument]) {
        if let known = list.firstIndex(where: { $0.document == near.document }) {
            guard near.isNearer(than: list[known]) else { return }
            list.remove(at: known)
        } else if let last = last(of: list) {
            guard isNearer(near, than: last) else { return }
            list.removeLast()
        }
        var low = 0
        var high = list.count
        while low < high {
            let middle = (low + high) / 2
            if isNearer(list[middle], than: near) { low = middle + 1 } else { high = middle }
        }
        list.insert(near, at: low)
    }

    /// No two documents are equal.
    private func isNearer(_ left: NearDocument, than right: NearDocument) -> Bool {
        if left.standing != right.standing || left.score != right.score { return left.isNearer(than: right) }
        let (first, second) = (documents[Int(left.document)].order, documents[Int(right.document)].order)
        return first.day != second.day ? first.day > second.day : first.tie < second.tie
    }

    /// The facts of an index that share at least the least sum with some keys, in no order.
    private func shared(_ keys: [FactKey], in index: PostingTable, places: Int) -> [(place: Int32, sum: Int32)] {
        if sums.count < places { sums += [Int32](repeating: 0, count: places + places / 4 - sums.count + 64) }
        var touched: [Int32] = []
        var shared: [(place: Int32, sum: Int32)] = []
        sums.withUnsafeMutableBufferPointer { sums in
            for key in keys {
                guard let list = index.list(of: key.code) else { continue }
                let weight = Int32(key.weight)
                index.lists[list].withUnsafeBufferPointer { postings in
                    for posting in postings {
                        let place = Int(posting.place)
                        if sums[place] == 0 { touched.append(posting.place) }
                        sums[place] &+= weight &* Int32(posting.weight)
                    }
                }
            }
            for place in touched {
                let sum = sums[Int(place)]
                sums[Int(place)] = 0
                if sum >= least { shared.append((place, sum)) }
            }
        }
        return shared
    }

    // MARK: Standing

    /// Nil where the one cannot answer the other, whatever their words.
    private func standing(_ place: Int32, _ number: Int32) -> NearDocument.Standing? {
        let requirement = requirements[Int(place)]
        let seeker = seekers[Int(number)]
        let (high, low) = (Int(requirement.document), Int(seeker.document))
        let isOwn = high == low
        if !isOwn, documents[high].work == documents[low].work { return nil }
        switch seeker.kind {
        case .restating:
            return !isOwn && !requirement.isReported && isCited(requirement, by: number) ? .open : nil
        case .deriving:
            return !isOwn && !requirement.isReported && descends(seeker.document, from: requirement.document) ? .open : nil
        case .evidence:
            // What a directive says of its own past is background; what it says in one row is linked whatever it says.
            if isOwn { return requirement.isReported && !(seeker.hasRows && rows[number]?.contains(place) == true) ? .named : nil }
            let relation = relation(owing: requirement.scope, acting: seeker.scopes)
            if relation == .apart { return nil }
            if seeker.cites, isCited(requirement, by: number) { return .named }
            let isEarlier = !requirement.isReported && (documents[high].firstDay.flatMap { start in seeker.day.map { $0 < start } } ?? false)
            // What was done elsewhere before there was a duty is no evidence of anything.
            if relation == .wider, isEarlier { return nil }
            return relation == .wider || isEarlier ? .weak : .open
        }
    }

    private func isCited(_ requirement: Requirement, by seeker: Int32) -> Bool {
        guard let cited = cited[seeker] else { return false }
        if requirement.isReported { return cited.contains(requirement.of) }
        return documents[Int(requirement.document)].names.contains(where: cited.contains)
    }

    /// The nearest relation that one of a seeker's sets of regions has.
    private func relation(owing: Int32, acting: Int32) -> RegionRelation {
        let pair = UInt64(UInt32(bitPattern: owing)) << 32 | UInt64(UInt32(bitPattern: acting))
        if let known = relations[pair] { return known }
        var nearest = RegionRelation.apart
        for scope in scopeSets[Int(acting)] {
            let relation = RegionRelation(owing: scopes[Int(owing)], acting: scopes[Int(scope)])
            if relation == .inside || nearest == .apart { nearest = relation }
        }
        relations[pair] = nearest
        return nearest
    }

    /// A document derives from another where its bodies are those of a region inside the other's, or where its title names the
    /// other's, and where it is not older.
    private func descends(_ low: Int32, from high: Int32) -> Bool {
        let pair = UInt64(UInt32(bitPattern: low)) << 32 | UInt64(UInt32(bitPattern: high))
        if let known = descents[pair] { return known }
        let descends = Self.descends(documents[Int(low)], from: documents[Int(high)])
        descents[pair] = descends
        return descends
    }

    private static func descends(_ low: Document, from high: Document) -> Bool {
        guard low.kind == .directive || low.kind == .table, high.kind == .directive || high.kind == .regulation else { return false }
        if let first = high.firstDay, let then = low.lastDay, then < first { return false }
        let isBelow =
            !high.issuers.isEmpty && !low.issuers.isEmpty
            && low.issuers.allSatisfy { one in high.issuers.contains { $0 != one && DivisionScope.isWithin(one, $0) } }
        if isBelow { return true }
        // Seven Chinese characters and more: a shorter title (实施方案) names no document.
        guard let title = high.title, title.count >= 3 * 7, let own = low.title, own.count > title.count else { return false }
        return contains(own, title)
    }

    private static func contains(_ text: [UInt8], _ part: [UInt8]) -> Bool {
        (0...text.count - part.count).contains { start in
            text[start] == part[0] && text[start..<start + part.count].elementsEqual(part)
        }
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
