import Provenance

/// What the index keeps of some hundred documents that follow one another (索引段), as the base keeps it: the documents by themselves, and
/// what they are found by for each key apart, so that one document more is linked by reading the lists of its own keys.
public struct LinkSegment: Sendable {
    /// How many documents one has: those behind the last segment are read one by one.
    public static let documents: Int64 = 256

    /// The documents without their keys.
    public let catalogue: [UInt8]
    /// Of each key, in ascending order, the facts that have it.
    public let postings: [(code: UInt32, bytes: [UInt8])]

    public struct Member: Sendable {
        let entry: LinkEntry
        let key, firstFact: Int64

        public init(_ entry: LinkEntry, key: Int64, firstFact: Int64) {
            self.entry = entry
            self.key = key
            self.firstFact = firstFact
        }
    }

    /// - Parameter members: in ascending order of keys.
    public init(_ members: [Member]) {
        var writer = CatalogueWriter()
        var lists: [UInt32: PostingLists] = [:]
        var (requirements, seekers) = (0, 0)
        writer.put(members.count)
        for member in members {
            writer.put(member)
            for one in member.entry.requirements {
                if one.isBinding { for key in one.keys { lists[key.code, default: PostingLists()].asked.put(requirements, key.weight) } }
                requirements += 1
            }
            for one in member.entry.seekers {
                for key in one.keys { lists[key.code, default: PostingLists()].given.put(seekers, key.weight) }
                seekers += 1
            }
        }
        catalogue = writer.bytes
        postings = lists.sorted { $0.key < $1.key }.map { ($0.key, $0.value.bytes) }
    }
}

/// The facts of a segment that have one key: how many requirements, each with what the key weighs in it, and the same of seekers.
private struct PostingLists {
    struct List {
        var count = 0
        var writer = BinaryWriter()
        private var last = 0

        mutating func put(_ place: Int, _ weight: UInt16) {
            writer.put(place - last)
            writer.put(Int(weight))
            last = place
            count += 1
        }
    }

    var asked = List()
    var given = List()

    var bytes: [UInt8] {
        var writer = BinaryWriter()
        writer.put(asked.count)
        writer.put(given.count)
        return writer.bytes + asked.writer.bytes + given.writer.bytes
    }
}

/// Names, sets of regions and sets of those are written where they first come, and are numbers from then on.
private struct CatalogueWriter {
    private var writer = BinaryWriter()
    private var names: [LinkIndex.Name: Int] = [:]
    private var scopes: [[String]: Int] = [:]
    private var scopeSets: [[[String]]: Int] = [:]

    var bytes: [UInt8] { writer.bytes }

    mutating func put(_ number: Int) { writer.put(number) }

    mutating func put(_ member: LinkSegment.Member) {
        let entry = member.entry
        put(Int(member.key))
        put(Int(member.firstFact))
        writer.put(entry.tie)
        put(name: entry.work)
        put(name: entry.kind.rawValue)
        put(Int(entry.firstDay ?? .min))
        put(Int(entry.lastDay ?? .min))
        writer.put(entry.title ?? "")
        put(entry.names.count)
        for name in entry.names { put(name: name) }
        put(scope: entry.issuers)
        put(entry.evidence)
        put(entry.requirements.count)
        for one in entry.requirements {
            put((one.isReported ? 1 : 0) | (one.isBinding ? 2 : 0) | (one.of == nil ? 0 : 4))
            put(scope: one.scope)
            if let of = one.of { put(name: of) }
        }
        put(entry.seekers.count)
        for one in entry.seekers {
            put(one.kind.rawValue << 2 | (one.cited.isEmpty ? 0 : 1) | (one.rows.isEmpty ? 0 : 2))
            put(one.facts.lowerBound)
            put(one.facts.count)
            put(scopes: one.scopes)
            put(Int(one.day ?? .min))
            if !one.cited.isEmpty {
                put(one.cited.count)
                for name in one.cited { put(name: name) }
            }
            if !one.rows.isEmpty {
                put(one.rows.count)
                for row in one.rows { put(row.requirement) }
            }
        }
    }

    private mutating func put(name text: String) {
        let name = LinkIndex.name(text)
        if let known = names[name] { return put(known + 1) }
        names[name] = names.count
        put(0)
        writer.put(name)
    }

    private mutating func put(scope: [String]) {
        if let known = scopes[scope] { return put(known + 1) }
        scopes[scope] = scopes.count
        put(0)
        put(scope.count)
        for division in scope { writer.put(division) }
    }

    private mutating func put(scopes: [[String]]) {
        if let known = scopeSets[scopes] { return put(known + 1) }
        scopeSets[scopes] = scopeSets.count
        put(0)
        put(scopes.count)
        for scope in scopes { put(scope: scope) }
    }
}
