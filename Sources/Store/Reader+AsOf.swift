import GRDB
import Links
import Provenance

/// How links stood on a day, where persons have decided on them since (时点核实状态).
struct PastDecisions: Sendable {
    struct Pair: Hashable, Sendable {
        let requirement: Int64
        let evidence: Int64
    }

    let day: String
    /// Links whose status was another one; nil: a person made the link later.
    fileprivate(set) var statuses: [Pair: Link.Status?] = [:]

    /// The status that a link had; nil where it was not there.
    func status(_ requirement: Int64, _ evidence: Int64, now: Link.Status) -> Link.Status? {
        statuses[Pair(requirement: requirement, evidence: evidence)] ?? now
    }
}

extension Reader {
    /// The same base with the decisions alone that persons had taken by a day (截至某日的核实).
    ///
    /// The day that counts is the one in the log, on which the person decided, and not that of any document: who asks how things stood
    /// on a day asks what was known then. Without `--as-of` every decision counts, although the base's today, which is the day of its latest
    /// document, is mostly before the days on which its links were reviewed: else nothing that is decided now on papers of last year would
    /// ever be seen. What nobody can bring back: a link made by hand and withdrawn since.
    public func asOf(_ day: CalendarDay) throws -> Reader {
        var past = PastDecisions(day: day.description)
        let isLater = try Bool.fetchOne(
            database.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM review WHERE day > ?)"), arguments: [past.day])
        if isLater ?? false {
            for course in try courses() where course.entries.contains(where: { $0.at > past.day }) {
                let then = course.status(by: past.day)
                for pair in course.pairs where course.status(by: nil) != then { past.statuses[pair] = then }
            }
        }
        return Reader(database: database, past: past)
    }

    /// Everything that was decided on one link, through all versions of its texts (核实经过).
    private struct Course {
        struct Entry {
            let decision: Review.Decision
            let at: String
        }

        var entries: [Entry] = []
        var pairs: Set<PastDecisions.Pair> = []

        /// - Parameter day: nil: all of them.
        /// - Returns: nil where a person made the link, and had not yet.
        func status(by day: String?) -> Link.Status? {
            var status: Link.Status? = entries.first?.decision == .add ? nil : .proposed
            for entry in entries where day.map({ entry.at <= $0 }) ?? true {
                switch entry.decision {
                case .confirm, .add: status = .confirmed
                case .reject: status = .rejected
                case .withdraw: status = .proposed
                case .clear, .note: break
                }
            }
            return status
        }
    }

    private func courses() throws -> [Course] {
        var courses: [Course] = []
        var byEntry: [Int64: Int] = [:]
        var byFacts: [String: Int] = [:]
        let rows = try Record.fetchAll(
            database.cachedStatement(sql: "SELECT key, requirement, evidence, decision, day, follows FROM review ORDER BY key"))
        for row in rows {
            let facts = (row[1] as String) + " " + (row[2] as String)
            let follows: Int64? = row[5]
            let place = follows.flatMap { byEntry[$0] } ?? byFacts[facts] ?? courses.count
            if place == courses.count { courses.append(Course()) }
            byEntry[row[0]] = place
            byFacts[facts] = place
            courses[place].entries.append(Course.Entry(decision: Review.Decision(rawValue: row[3]) ?? .note, at: row[4]))
            if let requirement = FactID(row[1] as String), let evidence = FactID(row[2] as String), let one = try key(of: requirement),
                let other = try key(of: evidence)
            {
                courses[place].pairs.insert(PastDecisions.Pair(requirement: one, evidence: other))
            }
        }
        // What was handed on to later versions.
        for row in try Record.fetchAll(database.cachedStatement(sql: "SELECT requirement, evidence, review FROM decided")) {
            if let place = byEntry[row[2]] { courses[place].pairs.insert(PastDecisions.Pair(requirement: row[0], evidence: row[1])) }
        }
        return courses
    }
}
