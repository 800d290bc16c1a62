import Facts
import Provenance

/// What the index of the linker keeps of one document (索引条目): how its requirements are found, and what looks for requirements.
public struct LinkEntry: Hashable, Sendable {
    struct Requirement: Hashable, Sendable {
        var keys: [FactKey]
        /// Where it holds.
        var scope: [String]
        var isReported: Bool
        /// The document that a second-hand requirement is told of, as compared.
        var of: String?
        /// It can be answered at all: what a leader says outside of every clause binds nobody in particular.
        var isBinding: Bool
    }

    /// Decides between documents that are equally near, the same in every base.
    var tie: UInt64
    var work: String
    var kind: DocumentKind
    /// First and last day of the document's date, since 1970.
    var firstDay: Int32?
    var lastDay: Int32?
    /// Title as compared.
    var title: String?
    /// Everything that it can be cited by, as compared.
    var names: [String]
    /// The regions of the bodies that issued it.
    var issuers: [String]
    var requirements: [Requirement]
    /// How many pieces of evidence it has.
    var evidence: Int
    var seekers: [Seeker]
}

// MARK: Bytes

extension LinkEntry {
    /// For the base to keep; the same entry gives the same bytes.
    public var encoded: [UInt8] {
        var writer = BinaryWriter()
        writer.put(tie)
        writer.put(work)
        writer.put(kind.rawValue)
        writer.put(Int(firstDay ?? .min))
        writer.put(Int(lastDay ?? .min))
        writer.put(title)
        writer.put(names)
        writer.put(issuers)
        writer.put(requirements.count)
        for one in requirements {
            writer.put(one.keys)
            writer.put(one.scope)
            writer.put(one.isReported)
            writer.put(one.of)
            writer.put(one.isBinding)
        }
        writer.put(evidence)
        writer.put(seekers.count)
        for one in seekers {
            writer.put(one.kind.rawValue)
            writer.put(one.facts.lowerBound)
            writer.put(one.facts.count)
            writer.put(one.keys)
            writer.put(one.scopes.count)
            for scope in one.scopes { writer.put(scope) }
            writer.put(Int(one.day ?? .min))
            writer.put(one.cited)
            writer.put(one.rows.count)
            for row in one.rows {
                writer.put(row.requirement)
                writer.put(row.evidence)
            }
        }
        return writer.bytes
    }

    /// - Parameter wanted: the only keys that are kept; nil: all.
    /// - Throws: where the bytes are none that `encoded` gives.
    public init(decoding bytes: [UInt8], keeping wanted: KeyFilter? = nil) throws(Fault) {
        var reader = BinaryReader(bytes)
        tie = UInt64(bitPattern: Int64(try reader.int()))
        work = try reader.text()
        guard let kind = DocumentKind(rawValue: try reader.text()) else { throw BinaryReader.broken }
        self.kind = kind
        firstDay = try reader.day()
        lastDay = try reader.day()
        title = try reader.optionalText()
        names = try reader.texts()
        issuers = try reader.texts()
        requirements = []
        for _ in 0..<(try reader.count()) {
            requirements.append(
                Requirement(
                    keys: try reader.keys(keeping: wanted), scope: try reader.texts(), isReported: try reader.bool(), of: try reader.optionalText(),
                    isBinding: try reader.bool()))
        }
        evidence = try reader.int()
        guard evidence >= 0 else { throw BinaryReader.broken }
        seekers = []
        for _ in 0..<(try reader.count()) {
            guard let kind = Seeker.Kind(rawValue: try reader.int()) else { throw BinaryReader.broken }
            let first = try reader.int()
            let count = try reader.int()
            let limit = kind == .evidence ? evidence : requirements.count
            guard first >= 0, count > 0, count <= limit, first <= limit - count else { throw BinaryReader.broken }
            var seeker = Seeker(kind: kind, facts: first..<first + count, keys: try reader.keys(keeping: wanted), scopes: [], cited: [], rows: [])
            for _ in 0..<(try reader.count()) { seeker.scopes.append(try reader.texts()) }
            seeker.day = try reader.day()
            seeker.cited = try reader.texts()
            for _ in 0..<(try reader.count()) {
                let row = Seeker.Row(requirement: try reader.int(), evidence: try reader.int())
                guard requirements.indices.contains(row.requirement), (0..<evidence).contains(row.evidence) else { throw BinaryReader.broken }
                seeker.rows.append(row)
            }
            seekers.append(seeker)
        }
    }
}

extension BinaryWriter {
    fileprivate mutating func put(_ keys: [FactKey]) {
        put(keys.count)
        var last: UInt32 = 0
        for key in keys {
            put(Int(key.code &- last))
            put(Int(key.weight))
            last = key.code
        }
    }
}

extension BinaryReader {
    /// Millions of them are read when a run of documents begins.
    fileprivate mutating func keys(keeping wanted: KeyFilter?) throws(Fault) -> [FactKey] {
        let count = try count()
        var keys: [FactKey] = []
        if wanted == nil { keys.reserveCapacity(count) }
        var last: UInt32 = 0
        let isSound = eachPair(count) { code, weight in
            last &+= UInt32(truncatingIfNeeded: code)
            if wanted?.contains(last) ?? true { keys.append(FactKey(code: last, weight: UInt16(truncatingIfNeeded: weight))) }
        }
        guard isSound else { throw Self.broken }
        return keys
    }

    mutating func day() throws(Fault) -> Int32? {
        let day = try int()
        return day == Int(Int32.min) ? nil : Int32(truncatingIfNeeded: day)
    }
}
