import Facts
import Links
import Provenance

/// A document of the base without its XML.
public struct StoredDocument: Sendable, Hashable {
    public let key: Int64
    public var context: DocumentContext
    public var source: SourceDescription
    public var type: String?
    /// From 1.
    public var version: Int
    public var path: String?
    public var directives: Int
    public var requirements: Int
    public var actions: Int
    public var plans: Int
    public var problems: Int
    public var findings: Int
    /// The last day of its date.
    public var day: CalendarDay?

    public var id: String { context.id }
}

/// A requirement of the base and where it stands in its source.
public struct StoredRequirement: Sendable, Hashable {
    public let key: Int64
    public var requirement: Requirement
    public var position: StoredPosition
    /// Names among the assignments that stand for a class of bodies (各州市) and no single one.
    public var classes: Set<String>
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
