import Facts
import Links
import Provenance
import Store

/// The requirements above and below one (承接链): what it carries out, and what carries it out, to the ends of both.
struct Chain {
    private let view: View
    private var members: [StoredRequirement] = []
    private var places: [Int64: Int] = [:]
    private var pairs: [(upper: Int, lower: Int)] = []
    private let start: Int64

    init(_ view: View, of stored: StoredRequirement) throws {
        self.view = view
        start = stored.key
        try follow(stored, up: true)
        try follow(stored, up: false)
    }

    private mutating func follow(_ stored: StoredRequirement, up: Bool) throws {
        _ = place(stored)
        var front = [stored]
        var seen: Set<Int64> = [stored.key]
        while let next = front.popLast() {
            let keys = up ? try view.reader.upper(of: next.key) : try view.reader.lower(of: next.key)
            for other in try view.reader.requirements(keys: keys, among: view.documents) {
                let (here, there) = (place(next), place(other))
                pairs.append(up ? (there, here) : (here, there))
                if seen.insert(other.key).inserted { front.append(other) }
            }
        }
    }

    private mutating func place(_ stored: StoredRequirement) -> Int {
        if let known = places[stored.key] { return known }
        places[stored.key] = members.count
        members.append(stored)
        return members.count - 1
    }

    /// In printed order of a tree, the uppermost first; empty where nothing is above or below. One that stands below several is shown
    /// with all that is below it once.
    func rows() throws -> [ChainRow] {
        guard members.count > 1 else { return [] }
        let cascade = Cascade(count: members.count, pairs: pairs)
        let reader = ReportReader(view)
        let standings = try members.map { member in
            view.rules.judge(
                view.rules.duty(of: member.requirement), try reader.told(view.reader.reports(on: member.key), of: member.key).map(\.report),
                asOf: view.today.day?.ordinal)
        }
        let deep = cascade.deep(standings.map(\.state))
        let inRing = Set(cascade.rings.joined())
        func isBefore(_ left: Int, _ right: Int) -> Bool {
            let (first, second) = (members[left], members[right])
            let (one, other) = (view.documents.place(ofID: first.requirement.id.document), view.documents.place(ofID: second.requirement.id.document))
            return one != other ? one ?? 0 < other ?? 0 : first.key < second.key
        }
        var lower = [[Int]](repeating: [], count: members.count)
        var isBelow = [Bool](repeating: false, count: members.count)
        for pair in pairs where !lower[pair.upper].contains(pair.lower) {
            lower[pair.upper].append(pair.lower)
            isBelow[pair.lower] = true
        }
        var tops = members.indices.filter { !isBelow[$0] }.sorted(by: isBefore)
        // A ring has no top: it is begun where one stands in it.
        if tops.isEmpty { tops = [places[start] ?? 0] }
        var rows: [ChainRow] = []
        var shown: Set<Int> = []
        var front = tops.reversed().map { (place: $0, depth: 0) }
        while let (place, depth) = front.popLast() {
            guard shown.insert(place).inserted else { continue }
            rows.append(
                ChainRow(
                    requirement: view.row(members[place]), depth: depth, isSubject: members[place].key == start, state: standings[place].state,
                    deep: deep[place], counts: standings[place].counts, latest: standings[place].latest.flatMap { CalendarDay(ordinal: $0) },
                    isInRing: inRing.contains(place)))
            front += lower[place].sorted(by: isBefore).reversed().map { ($0, depth + 1) }
        }
        return rows
    }
}
