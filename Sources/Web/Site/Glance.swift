import Links
import Provenance
import Queries
import Synchronization

/// What most pages need of the whole base (总览缓存), worked out once for each revision.
final class Glance: Sendable {
    private let inquiry: Inquiry
    private let known = Mutex<(revision: Int, overview: Overview)?>(nil)
    private let lacking = Mutex<(revision: Int, report: MissingReport)?>(nil)

    init(_ inquiry: Inquiry) {
        self.inquiry = inquiry
    }

    /// Whoever asks first at a revision works it out; the others wait for it.
    func overview() throws -> Overview {
        let revision = try revision()
        return try known.withLock { known in
            if let known, known.revision == revision { return known.overview }
            let overview = try inquiry.overview()
            known = (revision, overview)
            return overview
        }
    }

    /// As it was when somebody asked last, for lists to choose from: another document more or less is no matter there.
    func recent() throws -> Overview { try known.withLock { $0?.overview } ?? overview() }

    func missing() throws -> MissingReport {
        let revision = try revision()
        return try lacking.withLock { known in
            if let known, known.revision == revision { return known.report }
            let report = try inquiry.missing()
            known = (revision, report)
            return report
        }
    }

    // MARK: Answers

    private struct Kept {
        let revision: Int
        let key: String
        let answer: any Sendable
    }

    /// The answers that were given last, the latest first.
    private let answers = Mutex<[Kept]>([])
    private static let mostAnswers = 64

    /// What was answered to the same question at this revision, by whoever asked it; else it is worked out.
    /// - Parameter key: page and question, as they stand in an address.
    func answer<Value: Sendable>(_ key: String, _ make: () throws -> Value) throws -> Value {
        let revision = try revision()
        if let kept = answers.withLock({ $0.first { $0.revision == revision && $0.key == key } })?.answer as? Value { return kept }
        let made = try make()
        answers.withLock { answers in
            answers = [Kept(revision: revision, key: key, answer: made)]
                + answers.filter { $0.revision == revision && $0.key != key }.prefix(Self.mostAnswers - 1)
        }
        return made
    }

    private func revision() throws -> Int { try inquiry.base.read { reader throws in try reader.revision() } }
}
