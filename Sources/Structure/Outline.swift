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
    /// The source is in traditional characters, and `reading` in simplified ones.
    public var isTraditional = false
}

extension Outline {
    /// Gives invisible characters at the very end of the source to the last passage.
    mutating func append(invisible rest: Passage) {
        guard !rest.isEmpty else { return }
        if let last = back.indices.last {
            back[last].passage = back[last].passage.joined(rest)
        } else if let last = body.indices.last {
            body[last] = body[last].joined(rest)
        } else if let last = front.indices.last {
            front[last].passage = front[last].passage.joined(rest)
        } else {
            body = [.paragraph(rest)]
        }
    }
}

extension Outline {
    /// The headings and the paragraph with which the text begins, where there are such.
    public var opening: [Passage] {
        var passages: [Passage] = []
        var node = body.first
        while case .unit(let unit)? = node {
            if let heading = unit.heading { passages.append(heading) }
            node = unit.children.first
        }
        if case .paragraph(let passage)? = node { passages.append(passage) }
        return passages
    }
}

extension OutlineNode {
    fileprivate func joined(_ rest: Passage) -> OutlineNode {
        switch self {
        case .paragraph(let passage): return .paragraph(passage.joined(rest))
        case .closing(var fields):
            guard let last = fields.indices.last else { return .paragraph(rest) }
            fields[last].passage = fields[last].passage.joined(rest)
            return .closing(fields)
        case .table(var table):
            guard let row = table.rows.indices.last, let cell = table.rows[row].cells.indices.last else { return .paragraph(rest) }
            table.rows[row].cells[cell] = table.rows[row].cells[cell].joined(rest)
            return .table(table)
        case .unit(var unit):
            if let last = unit.children.indices.last {
                unit.children[last] = unit.children[last].joined(rest)
            } else {
                unit.heading = unit.heading?.joined(rest) ?? rest
            }
            return .unit(unit)
        }
    }
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
    /// It stands in a site's table above the document (公开信息表), not in the document.
    public var isMetadata = false
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
    /// What kind of document it is, where it is carried by another.
    public var genre: Genre?
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
