import Provenance
import Store

/// What became of every source of a run (入库结果).
public struct IngestReport: Sendable {
    public struct Entry: Sendable {
        public let path: String
        /// Nil where the source could not be read or kept.
        public let document: String?
        public let outcome: KnowledgeBase.Outcome?
        public let fault: Fault?
    }

    /// In the order of the paths given, below a folder in byte order.
    public var entries: [Entry] = []
    /// Files passed over since their names say that they are no documents.
    public var skipped: [String] = []
    /// What could not be listed at all.
    public var folders: [Fault] = []
    /// Sources that were not tried, since the base itself had failed with the one before them.
    public var untried: [String] = []
    /// What was put right by the way.
    public var notices: [Message] = []

    public init() {}

    /// Everything that went wrong; a run with any ends with exit code 2.
    public var faults: [Fault] { folders + entries.compactMap(\.fault) }
    public var added: Int { entries.count { $0.outcome == .added } }
    public var unchanged: Int { entries.count { if case .unchanged? = $0.outcome { true } else { false } } }
    public var readAgain: Int { entries.count { $0.outcome == .readAgain } }
    public var newVersions: Int { entries.count { if case .newVersion? = $0.outcome { true } else { false } } }
}
