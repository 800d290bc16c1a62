import Provenance

/// A stretch of running text with the facts marked in it: a paragraph, heading, cell, title.
///
/// `text` is the source's text of `span` in order, without the line breaks and indents of hard wrapping, without page
/// furniture, and without code points that XML forbids; no other character is left out or changed.
public struct TextBlock: Hashable, Sendable {
    /// Unique in the document.
    public var id: String
    public var span: Span
    /// Printed page on which it begins, from 1, where pages are known.
    public var page: Int?
    public var text: String
    /// In order of `range`, outer before inner; marks nest or are disjoint, they never cross.
    public var marks: [Mark]
    public var forbidden: [ForbiddenScalar]

    public init(
        id: String, span: Span, page: Int? = nil, text: String, marks: [Mark] = [], forbidden: [ForbiddenScalar] = []
    ) {
        self.id = id
        self.span = span
        self.page = page
        self.text = text
        self.marks = marks
        self.forbidden = forbidden
    }

    /// The words of a mark as this block prints them.
    public func words(of mark: Mark) -> String { words(mark.range) }

    public func words(_ range: Range<Int>) -> String {
        let utf8 = text.utf8
        let start = utf8.index(utf8.startIndex, offsetBy: range.lowerBound)
        return String(text[start..<utf8.index(start, offsetBy: range.count)])
    }
}

/// A code point that XML cannot carry: the `char` element.
public struct ForbiddenScalar: Hashable, Sendable {
    /// Its place in the source, in code points.
    public var start: Int
    /// Where it is left out of the block's text, in UTF-8 bytes.
    public var offset: Int
    public var code: UInt32

    public init(start: Int, offset: Int, code: UInt32) {
        self.start = start
        self.offset = offset
        self.code = code
    }
}

/// A fact and the words that state it.
public struct Mark: Hashable, Sendable {
    /// Unique in the document; nil where nothing refers to it.
    public var id: String?
    public var span: Span
    /// UTF-8 bytes in the block's `text`.
    public var range: Range<Int>
    public var fact: Fact

    public init(id: String? = nil, span: Span, range: Range<Int>, fact: Fact) {
        self.id = id
        self.span = span
        self.range = range
        self.fact = fact
    }
}

/// What a mark says. The first four are sentence units, the others stand inside or outside of them.
///
/// Indirect: marks are sorted, filtered and passed on far more often than they are read.
public indirect enum Fact: Hashable, Sendable {
    case requirement(Modality)
    case action(ActionFact)
    case plan(PlanFact)
    case problem(ProblemFact)
    case body(BodyMention)
    case date(DateMention)
    case quantity(QuantityMention)
    case cite(Citation)

    /// The kind, as the XML names its element.
    public var element: StaticString {
        switch self {
        case .requirement: "requirement"
        case .action: "action"
        case .plan: "plan"
        case .problem: "problem"
        case .body: "body"
        case .date: "date"
        case .quantity: "quantity"
        case .cite: "cite"
        }
    }
}

/// How strongly a requirement binds (约束力).
public enum Modality: String, Sendable, CaseIterable {
    case must, mustNot, encourage, may, explore
}
