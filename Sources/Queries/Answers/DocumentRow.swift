import Facts
import Provenance

/// A document in short: what every answer says about where a thing stands. All rows of a document share it.
public struct DocumentLabel: Sendable, Hashable {
    private struct Fields: Sendable, Hashable {
        var id, title: String
        var number, date: String?
        var kind: DocumentKind
        var file: String
    }

    private var shared: SharedValue<Fields>

    public var id: String {
        get { shared.value.id }
        set { shared.value.id = newValue }
    }
    /// The title, or the file's name where none was found.
    public var title: String {
        get { shared.value.title }
        set { shared.value.title = newValue }
    }
    /// 发文字号 or issue number.
    public var number: String? {
        get { shared.value.number }
        set { shared.value.number = newValue }
    }
    /// ISO 8601.
    public var date: String? {
        get { shared.value.date }
        set { shared.value.date = newValue }
    }
    public var kind: DocumentKind {
        get { shared.value.kind }
        set { shared.value.kind = newValue }
    }
    /// The file's name.
    public var file: String {
        get { shared.value.file }
        set { shared.value.file = newValue }
    }

    public init(id: String, title: String, number: String? = nil, date: String? = nil, kind: DocumentKind, file: String) {
        shared = SharedValue(Fields(id: id, title: title, number: number, date: date, kind: kind, file: file))
    }
}

/// A document of the base (文件) with what was found in it.
public struct DocumentRow: Sendable, Hashable {
    public var label: DocumentLabel
    public var type: String?
    public var issuer: BodyName?
    /// What stays the same from one version to the next, and which version this is, from 1.
    public var work: String
    public var version: Int
    /// A later version is in the base: this one is kept, but not counted.
    public var isSuperseded: Bool
    public var source: SourceDescription
    /// Where it was read from, where that is known.
    public var path: String?
    public var directives: Int
    public var requirements: Int
    public var actions: Int
    public var plans: Int
    public var problems: Int
    public var findings: Int

    public init(
        label: DocumentLabel, type: String?, issuer: BodyName?, work: String, version: Int, isSuperseded: Bool,
        source: SourceDescription, path: String?, directives: Int, requirements: Int, actions: Int, plans: Int,
        problems: Int, findings: Int
    ) {
        self.label = label
        self.type = type
        self.issuer = issuer
        self.work = work
        self.version = version
        self.isSuperseded = isSuperseded
        self.source = source
        self.path = path
        self.directives = directives
        self.requirements = requirements
        self.actions = actions
        self.plans = plans
        self.problems = problems
        self.findings = findings
    }
}

/// A body as answers name it.
public struct BodyName: Sendable, Hashable {
    /// Id in the ontology, where it resolves.
    public var id: String?
    /// As printed, with an elided prefix restored.
    public var name: String
    /// By the ontology, where known.
    public var official: String?

    public init(id: String? = nil, name: String, official: String? = nil) {
        self.id = id
        self.name = name
        self.official = official
    }
}

/// Where something stands in its source.
public struct SourcePlace: Sendable, Hashable {
    public var document: DocumentLabel
    /// Id of the element in the document.
    public var element: String
    /// Code points of the decoded source.
    public var span: Span
    /// From 1; nil where the base was not told.
    public var line: Int?
    /// From 1, in code points.
    public var column: Int?
    /// Printed page, from 1.
    public var page: Int?
    /// The paragraph, cell or line of the original, of sources that are no plain text: `line` and `column` are then nil.
    public var locator: SourceLocator?

    public init(
        document: DocumentLabel, element: String, span: Span, line: Int? = nil, column: Int? = nil, page: Int? = nil,
        locator: SourceLocator? = nil
    ) {
        self.document = document
        self.element = element
        self.span = span
        self.line = line
        self.column = column
        self.page = page
        self.locator = locator
    }
}
