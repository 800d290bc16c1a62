import Provenance

/// A document as read (读成的公文): its text, whole and in order, with the facts marked in it. This is what the XML of
/// `Ontology/schema/policy.xsd` says, as values; `DocumentXML` turns one into the other without loss.
public struct PolicyDocument: Hashable, Sendable {
    /// Readable stem of the source's name and six hexadecimal digits of its SHA-256: `bulletin-2022-11-18-3fa9c1`.
    public var id: String
    /// What stays the same from one version of a document to the next: its 发文字号, else title and date, else the file's name.
    public var work: String
    public var kind: DocumentKind
    /// The 文种 as printed (意见, 通知, 简报 …), where it was found.
    public var type: String?
    /// `zh-Hans`, or `zh-Hant` for traditional script.
    public var language: String
    public var source: SourceDescription
    /// The document's own date as ISO 8601, where known.
    public var date: String?
    public var front: [Field]
    public var body: [Block]
    public var back: [Field]
    public var findings: [Finding]

    public init(
        id: String, work: String, kind: DocumentKind, type: String? = nil, language: String = "zh-Hans",
        source: SourceDescription, date: String? = nil, front: [Field] = [], body: [Block] = [], back: [Field] = [],
        findings: [Finding] = []
    ) {
        self.id = id
        self.work = work
        self.kind = kind
        self.type = type
        self.language = language
        self.source = source
        self.date = date
        self.front = front
        self.body = body
        self.back = back
        self.findings = findings
    }
}

/// What a document does: it directs, reports, answers, regulates.
public enum DocumentKind: String, Sendable, CaseIterable {
    case directive, bulletin, report, letter, regulation, table, other
}

/// A piece of 版头, 署名 or 版记 with its text: the XML element bears the case's name.
public struct Field: Hashable, Sendable {
    public enum Name: String, Sendable, CaseIterable {
        case copyNumber, classification, urgency, issuer, number, issueNumber, signer, title, addressee, date, contents
        case note, attachment, annex, copies, printer, masthead
    }

    public var name: Name
    public var content: TextBlock
    /// ISO 8601, of dates.
    public var when: String?
    /// Id of the issuing body in the ontology.
    public var ref: String?
    /// Of `copies`: 报, 送, 发, 抄送.
    public var direction: String?

    public init(_ name: Name, _ content: TextBlock, when: String? = nil, ref: String? = nil, direction: String? = nil) {
        self.name = name
        self.content = content
        self.when = when
        self.ref = ref
        self.direction = direction
    }
}

/// What stands in the text of a document, in printed order.
public enum Block: Hashable, Sendable {
    case division(Division)
    case directive(Directive)
    case paragraph(TextBlock)
    case table(Table)
    /// 署名, 成文日期, 附注.
    case closing([Field])
    case furniture(Furniture)
}

/// A part, section or item: structure with a heading that gives no direction of its own (结构单元).
public struct Division: Hashable, Sendable {
    public enum Kind: String, Sendable { case part, section, item }

    public var kind: Kind
    public var id: String
    /// As printed: `一、`.
    public var number: String?
    /// 1 for the outermost.
    public var level: Int
    public var heading: TextBlock?
    public var blocks: [Block]

    public init(_ kind: Kind, id: String, number: String? = nil, level: Int, heading: TextBlock? = nil, blocks: [Block] = []) {
        self.kind = kind
        self.id = id
        self.number = number
        self.level = level
        self.heading = heading
        self.blocks = blocks
    }
}

/// A clause that gives directions (意见条款): the lowest numbered unit that does, or one paragraph where nothing is numbered.
public struct Directive: Hashable, Sendable {
    public var id: String
    public var number: String?
    public var level: Int
    /// The clause is told second-hand, as in 《意见》要求….
    public var reported: Bool
    /// The document that it belongs to where it is reported: id, or title as cited.
    public var of: String?
    public var heading: TextBlock?
    public var assignments: [Assignment]
    public var deadlines: [Deadline]
    public var targets: [Target]
    public var blocks: [Block]

    public init(
        id: String, number: String? = nil, level: Int, reported: Bool = false, of: String? = nil, heading: TextBlock? = nil,
        assignments: [Assignment] = [], deadlines: [Deadline] = [], targets: [Target] = [], blocks: [Block] = []
    ) {
        self.id = id
        self.number = number
        self.level = level
        self.reported = reported
        self.of = of
        self.heading = heading
        self.assignments = assignments
        self.deadlines = deadlines
        self.targets = targets
        self.blocks = blocks
    }
}

public struct Table: Hashable, Sendable {
    public var id: String
    public var rows: [Row]

    public init(id: String, rows: [Row] = []) {
        self.id = id
        self.rows = rows
    }
}

public struct Row: Hashable, Sendable {
    /// The directive that the row states, where it states a duty; its `blocks` are empty, the cells hold the text.
    public var directive: Directive?
    public var cells: [TextBlock]

    public init(directive: Directive? = nil, cells: [TextBlock]) {
        self.directive = directive
        self.cells = cells
    }
}

/// A folio or running head (页码、页眉): kept, but outside the sentence that it cuts.
public struct Furniture: Hashable, Sendable {
    public var span: Span
    public var text: String

    public init(span: Span, text: String) {
        self.span = span
        self.text = text
    }
}
