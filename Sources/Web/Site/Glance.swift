import Links
import Provenance
import Queries
import Synchronization

/// What most pages need of the whole base (总览缓存), worked out once for each revision.
final class Glance: Sendable {
    private let inquiry: Inquiry
    private let known = Mutex<(revision: Int, overview: Overview)?>(nil)

    init(_ inquiry: Inquiry) {
        self.inquiry = inquiry
    }

    func overview() throws -> Overview {
        let revision = try inquiry.base.read { reader throws in try reader.revision() }
        if let found = known.withLock({ $0?.revision == revision ? $0?.overview : nil }) { return found }
        let overview = try inquiry.overview()
        known.withLock { $0 = (revision, overview) }
        return overview
    }
}
