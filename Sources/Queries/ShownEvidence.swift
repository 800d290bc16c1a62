import Links
import Provenance
import Store

/// Evidence as it is shown (列示佐证).
final class ShownEvidence: Sendable {
    let key: Int64
    let id: FactID
    /// Ordinal of its day; the least of all numbers where it has none.
    let day: Int
    let row: SharedValue<EvidenceRow>

    init(_ stored: StoredEvidence, _ view: View) {
        key = stored.key
        id = stored.evidence.id
        day = stored.evidence.day?.ordinal ?? .min
        row = SharedValue(view.row(stored))
    }
}

/// What was read to be shown of some requirements, for the next ones (列示存留): in a report on all of them one fact is shown many times.
final class ShownShelf {
    /// Half of what is kept, some kilobyte each; two threads have a shelf each.
    private static let limit = 4_000

    private var recent: [Int64: ShownEvidence] = [:]
    private var older: [Int64: ShownEvidence] = [:]

    /// Those of some keys, in ascending order; what is not here is read.
    func shown(_ keys: [Int64], _ view: View, isBrief: Bool = false) throws -> [Int64: ShownEvidence] {
        var found: [Int64: ShownEvidence] = [:]
        found.reserveCapacity(keys.count)
        var missing: [Int64] = []
        for key in keys {
            if let known = recent[key] {
                found[key] = known
            } else if let known = older[key] {
                found[key] = known
                recent[key] = known
            } else {
                missing.append(key)
            }
        }
        // Some at a time: what is read is larger than what is shown of it.
        var start = 0
        while start < missing.count {
            let some = Array(missing[start..<min(start + 512, missing.count)])
            for stored in try view.reader.evidence(keys: some, among: view.documents, as: isBrief ? .brief : .shown) {
                let shown = ShownEvidence(stored, view)
                found[stored.key] = shown
                recent[stored.key] = shown
            }
            start += some.count
        }
        if recent.count > Self.limit { (older, recent) = (recent, [:]) }
        return found
    }
}
