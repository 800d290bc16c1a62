import Facts
import Links
import Provenance
import Store

/// Where all requirements of a view stand, without their words (落实概览): one pass over what was kept when the links were made, so
/// that a hundred thousand of them take a second or two. What is to be shown of them is read afterwards, for those that are shown. A later
/// revision is followed by the requirements whose links have changed.
struct Surveyed: Sendable {
    /// Shared by whoever asks, and by later revisions where nothing of it has changed.
    final class Row: Sendable {
        let key: Int64
        /// Place of its document in `View.documents`.
        let document: Int
        let duty: Duty
        let standing: Standing
        /// Before the day of the question.
        fileprivate let undated: RequirementState
        /// Key of the evidence that decided.
        let deciding: Int64?
        /// Which assignments' bodies reported it: one bit an assignment.
        let reporters: UInt64
        /// What of it waits for a person.
        let waiting: Waiting
        /// What is shown of its links.
        let picked: Picked
        /// Of each assignment, before the day of the question.
        fileprivate let owners: [OwnerStanding]

        fileprivate init(
            key: Int64, document: Int, duty: Duty, standing: Standing, undated: RequirementState, deciding: Int64?, reporters: UInt64, waiting: Waiting,
            picked: Picked, owners: [OwnerStanding]
        ) {
            (self.key, self.document, self.duty, self.standing, self.undated) = (key, document, duty, standing, undated)
            (self.deciding, self.reporters, self.waiting, self.picked, self.owners) = (deciding, reporters, waiting, picked, owners)
        }

        /// The same on another day, in a view where its document has another place.
        fileprivate func moved(to document: Int, _ view: View) -> Row {
            var standing = standing
            standing.state = undated
            standing = view.rules.dated(standing, duty, asOf: view.today.day?.ordinal)
            if document == self.document, standing == self.standing { return self }
            return Row(
                key: key, document: document, duty: duty, standing: standing, undated: undated, deciding: deciding, reporters: reporters,
                waiting: waiting, picked: picked, owners: owners)
        }

        var gap: Coverage.Gap { standing.gap(of: duty) }

        /// Places of the assignments of a joint duty that reported nothing while another did.
        var silent: [Int] {
            guard duty.owners > 1, reporters != 0 else { return [] }
            return (0..<min(duty.owners, 64)).filter { reporters & 1 << UInt64($0) == 0 }
        }

        /// Whether whatever one assignment's body reported, the other's did too: it may be the same body in two roles.
        func areTwins(_ place: Int, _ other: Int) -> Bool { owners[place].first == owners[other].first }

        /// Where the body of one assignment stands.
        func standing(ofOwner place: Int, _ view: View) -> Standing {
            view.rules.dated(owners[place].standing, duty, asOf: view.today.day?.ordinal)
        }

        /// Key of the evidence that decided on where the body of one assignment stands.
        func deciding(ofOwner place: Int) -> Int64? { owners[place].deciding }
    }

    /// The links of a requirement that nobody has decided on, or whose text has changed since (待核), as far as tells what a look at the best
    /// of them is worth.
    struct Waiting: Sendable {
        private(set) var count: Int32 = 0
        /// How near to the threshold the strengths come, 1 at it and 0 at both ends; nothing below 0 where there is none. Of plain links, of
        /// those that contradict, of those that decide, and of those that do both.
        private var doubts = SIMD4<Float>(repeating: -1)

        init(_ told: [ToldReport], deciding: Int?) {
            for (place, one) in told.enumerated() where one.report.status == .proposed || one.report.status == .suspect {
                count += 1
                let kind = (one.isContradiction ? 1 : 0) + (place == deciding ? 2 : 0)
                doubts[kind] = max(doubts[kind], Float(Link.doubt(one.strength)).nextUp)
            }
        }

        /// The most that a look at one of them is worth, what is the requirement's left out.
        func worth(uncertain: Double, contradicts: Double, decides: Double) -> Double {
            var most = 0.0
            for kind in 0..<4 where doubts[kind] >= 0 {
                most = max(most, uncertain * Double(doubts[kind]) + (kind & 1 == 1 ? contradicts : 0) + (kind & 2 == 2 ? decides : 0))
            }
            return most
        }
    }

    /// A standing in few bytes: there is one for each assignment of the base.
    fileprivate struct OwnerStanding: Sendable {
        private let state: RequirementState
        private let claimed, verified, indirect, suspects: Int32
        private let latest, decidingDay: Int32
        /// Place of the first assignment whose bodies reported the same.
        let first: UInt8
        private let isAccepted, isProblemOpen: Bool
        /// Key of the evidence that decided.
        let deciding: Int64?

        init(_ standing: Standing, first: Int, deciding: Int64?) {
            self.first = UInt8(clamping: first)
            self.deciding = deciding
            decidingDay = Int32(clamping: standing.deciding?.day ?? .min)
            isAccepted = standing.deciding?.isAccepted ?? false
            isProblemOpen = standing.isProblemOpen
            state = standing.state
            claimed = Int32(clamping: standing.counts.claimed)
            verified = Int32(clamping: standing.counts.verified)
            indirect = Int32(clamping: standing.counts.indirect)
            suspects = Int32(clamping: standing.suspects)
            latest = Int32(clamping: standing.latest ?? .min)
        }

        var standing: Standing {
            var standing = Standing(
                state, Coverage.Counts(claimed: Int(claimed), verified: Int(verified), indirect: Int(indirect)),
                latest: latest == .min ? nil : Int(latest), suspects: Int(suspects))
            if deciding != nil { standing.decided(on: decidingDay == .min ? nil : Int(decidingDay), isAccepted: isAccepted, isProblemOpen: isProblemOpen) }
            return standing
        }
    }

    /// In order of document and place; second-hand requirements whose originals are in the base are left out.
    private(set) var rows: [Row] = []
    /// Those that were left out, with the places of their documents.
    private(set) var restated: [Int64: Int] = [:]
    private let restating: Set<Int64>
    /// All requirements have a duty kept, so that a later revision can be followed.
    private let isWhole: Bool
    private let problems: KeySet

    init(_ view: View) throws {
        problems = KeySet(try view.reader.problemKeys())
        restating = try view.reader.restatementKeys(among: view.documents)
        // What nobody has linked yet has no duty kept.
        let bare = try view.reader.documentsWithoutDuties()
        isWhole = bare.isEmpty
        let reader = ReportReader(view)
        try view.reader.standings { stored, reports in
            guard let place = view.documents.place(ofKey: stored.document), !bare.contains(stored.document) else { return }
            try add(stored, place, reports, view, reader)
        }
        for (place, document) in view.documents.enumerated() where bare.contains(document.key) {
            for requirement in try view.reader.requirements(of: [document]) {
                let stored = StoredDuty(key: requirement.key, document: document.key, duty: view.rules.duty(of: requirement.requirement))
                try add(stored, place, try view.reader.reports(on: requirement.key), view, reader)
            }
        }
        rows.sort { ($0.document, $0.key) < ($1.document, $1.key) }
    }

    private mutating func add(_ stored: StoredDuty, _ place: Int, _ reports: [StoredReport], _ view: View, _ reader: ReportReader) throws {
        guard !restating.contains(stored.key) else {
            restated[stored.key] = place
            return
        }
        let told = try reader.told(reports, of: stored.key)
        let picked = Picked(told, hasTargets: stored.duty.needed.hasTargets, in: view.documents, isProblem: problems.contains)
        rows.append(try Self.row(stored, place, told, picked, view))
    }

    /// - Parameter told: everything reported on it.
    static func row(_ stored: StoredDuty, _ place: Int, _ told: [ToldReport], _ picked: Picked, _ view: View) throws -> Row {
        let reports = told.map(\.report)
        let undated = view.rules.judge(stored.duty, reports, asOf: nil)
        return Row(
            key: stored.key, document: place, duty: stored.duty,
            standing: view.rules.dated(undated, stored.duty, asOf: view.today.day?.ordinal), undated: undated.state,
            deciding: undated.deciding.map { told[$0.place].evidence },
            reporters: reports.reduce(0) { $1.counts ? $0 | $1.signal.reporters : $0 },
            waiting: Waiting(told, deciding: undated.deciding?.place),
            picked: picked,
            owners: (0..<stored.duty.owners).map { place in
                let first = (0..<place).first { isSame(place, $0, reports) } ?? place
                let standing = view.rules.judge(stored.duty, reports, asOf: nil, owner: place)
                return OwnerStanding(standing, first: first, deciding: standing.deciding.map { told[$0.place].evidence })
            })
    }

    private static func isSame(_ place: Int, _ other: Int, _ reports: [Report]) -> Bool {
        guard place < 64, other < 64 else { return false }
        return reports.allSatisfy { ($0.signal.reporters >> UInt64(place) ^ $0.signal.reporters >> UInt64(other)) & 1 == 0 }
    }

    /// Whether evidence is a reported problem.
    func isProblem(_ evidence: Int64) -> Bool { problems.contains(evidence) }

    /// Where some of its rows are, in the order in which they are given.
    func places(of some: [Row]) -> [Int32] {
        some.map { row in
            var (low, high) = (0, rows.count)
            while low < high {
                let middle = (low + high) / 2
                if (rows[middle].document, rows[middle].key) < (row.document, row.key) { low = middle + 1 } else { high = middle }
            }
            return Int32(low)
        }
    }

    /// Where the rows of each document are, by its key.
    func ranges(_ documents: DocumentSet) -> [Int64: Range<Int>] {
        var known: [Int64: Range<Int>] = [:]
        var start = 0
        while start < rows.count {
            let document = rows[start].document
            var end = start + 1
            while end < rows.count, rows[end].document == document { end += 1 }
            known[documents[document].key] = start..<end
            start = end
        }
        return known
    }

    // MARK: Following

    /// The survey of a later revision; nil where it has to be made anew.
    /// - Parameters:
    ///   - old: the documents of this one.
    ///   - changed: the requirements whose links have changed since.
    func followed(to view: View, from old: DocumentSet, changed: Set<Int64>) throws -> Surveyed? {
        guard isWhole else { return nil }
        var touched = changed
        let restating = try view.reader.restatementKeys(among: view.documents)
        touched.formUnion(self.restating.symmetricDifference(restating))
        // What stood in a document that is no longer, or not yet, the latest version.
        var joined: [Int64: [StoredDuty]] = [:]
        for document in view.documents where old.place(ofKey: document.key) == nil {
            guard let duties = try view.reader.duties(of: document) else { return nil }
            joined[document.key] = duties
            touched.formUnion(try view.reader.requirements(linkedFrom: document))
        }
        for document in old where view.documents.place(ofKey: document.key) == nil {
            touched.formUnion(try view.reader.requirements(linkedFrom: document))
        }
        return try Surveyed(following: self, view, old, restating, joined, touched)
    }

    private init(
        following old: Surveyed, _ view: View, _ documents: DocumentSet, _ restating: Set<Int64>, _ joined: [Int64: [StoredDuty]], _ touched: Set<Int64>
    ) throws {
        (self.restating, isWhole) = (restating, true)
        problems = KeySet(try view.reader.problemKeys())
        let reader = ReportReader(view)
        let known = old.ranges(documents)
        // What was left out and is not any more has no row to take up.
        var back: [Int64: [Int64]] = [:]
        for key in touched where old.restated[key] != nil { back[documents[old.restated[key] ?? 0].key, default: []].append(key) }
        rows.reserveCapacity(old.rows.count + joined.count * 16)
        for (place, document) in view.documents.enumerated() {
            if let duties = joined[document.key] {
                for duty in duties { try add(duty, place, try view.reader.reports(on: duty.key), view, reader) }
                continue
            }
            let first = rows.count
            for index in known[document.key] ?? 0..<0 {
                let row = old.rows[index]
                if touched.contains(row.key) {
                    try add(StoredDuty(key: row.key, document: document.key, duty: row.duty), place, try view.reader.reports(on: row.key), view, reader)
                } else {
                    rows.append(row.moved(to: place, view))
                }
            }
            for key in back[document.key] ?? [] {
                for duty in try view.reader.duties(key...key) { try add(duty, place, try view.reader.reports(on: key), view, reader) }
            }
            if back[document.key] != nil { rows[first...].sort { $0.key < $1.key } }
        }
        for (key, place) in old.restated where restating.contains(key) && !touched.contains(key) {
            if let here = view.documents.place(ofKey: documents[place].key) { restated[key] = here }
        }
    }
}
