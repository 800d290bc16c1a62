import Facts
import Links
import Provenance

/// A document of the base without its XML. It is shared: a copy costs as little as a number.
public struct StoredDocument: Sendable, Hashable {
    private struct Fields: Sendable, Hashable {
        let context: DocumentContext
        let source: SourceDescription
        let type, path: String?
        let version, directives, requirements, actions, plans, problems, findings: Int
        let day: CalendarDay?
    }

    private final class Storage: Sendable {
        let fields: Fields

        init(_ fields: Fields) { self.fields = fields }
    }

    public let key: Int64
    private let storage: Storage

    public var context: DocumentContext { storage.fields.context }
    public var source: SourceDescription { storage.fields.source }
    public var type: String? { storage.fields.type }
    /// From 1.
    public var version: Int { storage.fields.version }
    public var path: String? { storage.fields.path }
    public var directives: Int { storage.fields.directives }
    public var requirements: Int { storage.fields.requirements }
    public var actions: Int { storage.fields.actions }
    public var plans: Int { storage.fields.plans }
    public var problems: Int { storage.fields.problems }
    public var findings: Int { storage.fields.findings }
    /// The last day of its date.
    public var day: CalendarDay? { storage.fields.day }

    public var id: String { storage.fields.context.id }

    init(
        key: Int64, context: DocumentContext, source: SourceDescription, type: String?, version: Int, path: String?, directives: Int,
        requirements: Int, actions: Int, plans: Int, problems: Int, findings: Int, day: CalendarDay?
    ) {
        self.key = key
        storage = Storage(
            Fields(
                context: context, source: source, type: type, path: path, version: version, directives: directives, requirements: requirements,
                actions: actions, plans: plans, problems: problems, findings: findings, day: day))
    }

    public static func == (left: StoredDocument, right: StoredDocument) -> Bool {
        left.key == right.key && (left.storage === right.storage || left.storage.fields == right.storage.fields)
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(key)
        hasher.combine(storage.fields)
    }
}

/// A requirement of the base and where it stands in its source.
public struct StoredRequirement: Sendable, Hashable {
    public let key: Int64
    public var requirement: Requirement
    public var position: StoredPosition
    /// Names among the assignments that stand for a class of bodies (各州市) and no single one.
    public var classes: Set<String>
}

/// How much of a fact is read (读取范围).
public enum FactExtent: Sendable {
    case whole
    /// What is shown of it: where it holds and what it cites are left out.
    case shown
    /// Who did it is left out too, and its figures, unless something was computed from them.
    case brief
}

/// Evidence of the base, where it stands in its source and the figures it prints.
public struct StoredEvidence: Sendable, Hashable {
    public let key: Int64
    public var evidence: Evidence
    public var position: StoredPosition
    public var figures: [StoredFigure]
}

/// A plan of the base (计划) and where it stands in its source.
public struct StoredPlan: Sendable, Hashable {
    let key: Int64
    public var id: FactID
    public var text: String
    public var span: Span
    public var headings: [String]
    public var document: DocumentContext
    public var position: StoredPosition
    public var figures: [StoredFigure]
}

public struct StoredFigure: Sendable, Hashable {
    /// Id of the mark, where it has one.
    public var element: String?
    public var mention: QuantityMention
    public var words: String
}

public struct StoredPosition: Sendable, Hashable {
    public var line: Int?
    public var column: Int?
    public var page: Int?
    /// The paragraph, cell or line of the original, where the text was extracted from another format.
    public var locator: SourceLocator?

    public init(line: Int?, column: Int?, page: Int?, place: String? = nil) {
        self.line = line
        self.column = column
        self.page = page
        locator = place.flatMap(SourceLocator.init(code:))
    }
}

/// A passage that search found.
public struct StoredPassage: Sendable, Hashable {
    public var document: String
    public var element: String
    public var role: String
    public var directive: String?
    public var headings: [String]
    public var span: Span
    public var position: StoredPosition
    public var text: String
}
