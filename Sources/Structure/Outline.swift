import Provenance
import Vocabulary

/// The structure of a document (结构): what stands where, before anything is understood of what it says.
public struct Outline: Sendable {
    public var genre: Genre
    public var front: [OutlineField]
    public var body: [OutlineNode]
    public var back: [OutlineField]
    public var reading: ReadingText
    /// Folios and running heads, ascending: no passage holds them.
    public var furniture: [Span]
}

/// A piece of 版头, 署名 or 版记.
public struct OutlineField: Sendable {
    public enum Name: String, Sendable {
        case copyNumber, classification, urgency, issuer, number, issueNumber, signer, title, addressee, date, contents
        case note, attachment, annex, copies, printer, masthead
    }

    public var name: Name
    public var passage: Passage
    /// Of `copies`: the word before the colon.
    public var direction: String?
}

public indirect enum OutlineNode: Sendable {
    case unit(OutlineUnit)
    case paragraph(Passage)
    case table(OutlineTable)
    case closing([OutlineField])
}

/// A part, section, item or clause: what has a number or a heading of its own.
public struct OutlineUnit: Sendable {
    public enum Kind: Sendable { case part, section, item }

    public var kind: Kind
    /// As printed, without white space.
    public var number: String?
    public var style: NumberingStyle?
    /// 1 for the outermost.
    public var level: Int
    public var heading: Passage?
    public var children: [OutlineNode]
}

public struct OutlineTable: Sendable {
    /// The labels of the columns, in order; the first row of `rows` holds them as printed.
    public var columns: [String]
    public var rows: [OutlineRow]
}

public struct OutlineRow: Sendable {
    public enum Kind: Sendable { case header, group, data }

    public var kind: Kind
    /// 序号, where the row has one.
    public var number: String?
    public var cells: [Passage]
}
