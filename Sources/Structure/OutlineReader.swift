import Provenance
import Vocabulary

/// Reads the structure of a document (结构识别): lines → paragraphs → front, text, back.
public struct OutlineReader: Sendable {
    let words: StructureWords

    public init(markers: Markers) {
        words = StructureWords(markers)
    }

    /// - Parameter map: of a text that was extracted from another format, where a line is a paragraph or a row of cells.
    public func read(_ printed: SourceText, map: SourceMap? = nil) -> Outline {
        let isTraditional = words.traditional.isTraditional(printed.scalars)
        let source = isTraditional ? SourceText(scalars: TraditionalScript.simplified(printed.scalars)) : printed
        let text = source.scalars
        let layout = Layout(source)
        var paragraphs = JoinedLines(words: words, text: text).split(ParagraphBuilder(words: words).paragraphs(of: layout, in: text))[...]
        var assembly = Assembly(text: text, pages: PageCount(layout, map), furniture: layout.furniture)

        let back = TailReader(words: words).take(from: &paragraphs, into: &assembly)
        let metadata = MetadataReader(words: words).take(from: &paragraphs, text: text)
        var front = FrontReader(words: words).read(&paragraphs, layout: layout, into: &assembly)
        if !metadata.isEmpty { front.take(metadata, words, text) }
        front.unquoteTitle(&assembly)
        var genre = front.genre ?? Genre(.other)
        if front.isBulletin || (genre.purpose == .other && back.contains { $0.direction == "报" || $0.direction == "送" }) {
            genre = Genre(.bulletin, type: genre.purpose == .bulletin ? genre.type : "简报")
        }
        if genre.purpose == .other || genre.purpose == .directive, paragraphs.count(where: { $0.numbering?.style == .article }) >= 3 {
            genre = Genre(.regulation, type: genre.type)
        }
        // News may bear the title of the paper that it tells of.
        let isHeaded = front.fields.contains { $0.name == .number || $0.name == .addressee }
        if genre.purpose == .other || genre.purpose == .directive && !isHeaded, paragraphs.prefix(3).contains(where: { words.datelineEnd($0.head) != nil }) {
            genre = Genre(.report, type: genre.type)
        }
        if genre.purpose == .other, GenreEvidence(words: words).directs(paragraphs, in: text) { genre = Genre(.directive, type: genre.type) }
        let closing = ClosingReader(words: words)
        let body = BodyReader(words: words, closing: closing, titles: front.contents, genre: genre, map: map)
            .read(paragraphs, into: &assembly)
        var outline = Outline(
            genre: genre, front: front.fields.map { assembly.field($0) }, body: body.map { assembly.node($0) },
            back: back.map { assembly.field($0) }, reading: ReadingText(), furniture: assembly.furniture, isTraditional: isTraditional)
        outline.append(invisible: assembly.rest())
        outline.reading = assembly.reading
        return outline
    }
}

/// A field before its text is read.
struct DraftField {
    var name: OutlineField.Name
    var pieces: Pieces
    var direction: String?
    var isMetadata = false

    init(_ name: OutlineField.Name, _ pieces: Pieces, direction: String? = nil) {
        self.name = name
        self.pieces = pieces
        self.direction = direction
    }
}

/// Structure before its text is read.
indirect enum DraftNode {
    case unit(DraftUnit)
    case paragraph(Pieces)
    case table(columns: [String], rows: [DraftRow])
    case closing([DraftField])
}

struct DraftUnit {
    var kind: OutlineUnit.Kind
    var number: String?
    var style: NumberingStyle?
    var level: Int
    var heading: Pieces?
    /// Of what is carried.
    var genre: Genre?
    var children: [DraftNode] = []
}

struct DraftRow {
    var kind: OutlineRow.Kind
    var number: String?
    var cells: [Pieces]
}

/// Turns drafts into the outline's values, reading each passage once and in printed order.
struct Assembly {
    let text: [Unicode.Scalar]
    let pages: PageCount
    private(set) var furniture: [Span]
    var reading = ReadingText()
    /// Code points before this one stand in a passage, in furniture, or are white.
    private var taken = 0
    private var nextFurniture = 0

    init(text: [Unicode.Scalar], pages: PageCount, furniture: [Span]) {
        self.text = text
        self.pages = pages
        self.furniture = furniture
        reading.reserve(text.count)
    }

    /// Adds marks that stand between cells; before any passage is read.
    mutating func add(furniture marks: [Int]) {
        guard !marks.isEmpty else { return }
        furniture = (furniture + marks.map { Span($0, $0 + 1) }).sorted { $0.start < $1.start }
    }

    mutating func passage(_ pieces: Pieces) -> Passage {
        var ranges = pieces.isEmpty ? [] : passed(before: pieces.start)
        if ranges.isEmpty, pieces.ranges.count == 1 {
            taken = max(taken, pieces.end)
            return Passage(pieces: pieces.ranges, reading: reading.append(pieces, of: text), page: pages.page(at: pieces.start))
        }
        for range in pieces.ranges {
            for left in passed(before: range.lowerBound) {
                ranges.append(left)
            }
            if let last = ranges.last, last.upperBound == range.lowerBound {
                ranges[ranges.count - 1] = last.lowerBound..<range.upperBound
            } else {
                ranges.append(range)
            }
            taken = max(taken, range.upperBound)
        }
        return Passage(pieces: ranges, reading: reading.append(Pieces(ranges), of: text), page: pages.page(at: pieces.start), place: taken)
    }

    /// Invisible characters between passages, which no paragraph claimed: the next passage takes them, so that none is lost.
    private mutating func passed(before offset: Int) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        var index = taken
        while index < offset {
            while nextFurniture < furniture.count, furniture[nextFurniture].end <= index { nextFurniture += 1 }
            if nextFurniture < furniture.count, furniture[nextFurniture].start <= index {
                index = furniture[nextFurniture].end
                continue
            }
            if !text[index].isWhite {
                if let last = ranges.last, last.upperBound == index {
                    ranges[ranges.count - 1] = last.lowerBound..<index + 1
                } else {
                    ranges.append(index..<index + 1)
                }
            }
            index += 1
        }
        taken = max(taken, offset)
        return ranges
    }

    /// What is left behind the last passage.
    mutating func rest() -> Passage {
        let ranges = passed(before: text.count)
        return Passage(pieces: ranges, reading: reading.append(Pieces(ranges), of: text), page: nil)
    }

    mutating func field(_ draft: DraftField) -> OutlineField {
        OutlineField(name: draft.name, passage: passage(draft.pieces), direction: draft.direction, isMetadata: draft.isMetadata)
    }

    mutating func node(_ draft: DraftNode) -> OutlineNode {
        switch draft {
        case .paragraph(let pieces):
            return .paragraph(passage(pieces))
        case .closing(let fields):
            var read: [OutlineField] = []
            for field in fields { read.append(self.field(field)) }
            return .closing(read)
        case .table(let columns, let rows):
            var read: [OutlineRow] = []
            for row in rows {
                var cells: [Passage] = []
                for cell in row.cells { cells.append(passage(cell)) }
                read.append(OutlineRow(kind: row.kind, number: row.number, cells: cells))
            }
            return .table(OutlineTable(columns: columns, rows: read))
        case .unit(let unit):
            var heading: Passage?
            if let pieces = unit.heading { heading = passage(pieces) }
            var children: [OutlineNode] = []
            for child in unit.children { children.append(node(child)) }
            return .unit(
                OutlineUnit(
                    kind: unit.kind, number: unit.number, style: unit.style, level: unit.level, heading: heading,
                    genre: unit.genre, children: children))
        }
    }
}

/// Page numbers (页码): of an extracted text by its map, else by the folios of a text, known only where they count up from 1.
struct PageCount {
    private let ends: [(offset: Int, page: Int)]
    private let map: SourceMap?

    init(_ layout: Layout, _ map: SourceMap?) {
        self.map = map
        let folios = layout.folios.sorted { $0.key < $1.key }.map { (layout.lines[$0.key].range.lowerBound, $0.value) }
        ends = folios.enumerated().allSatisfy { $1.1 == $0 + 1 } ? folios : []
    }

    func page(at offset: Int) -> Int? {
        if let map { return map.page(at: offset) }
        guard !ends.isEmpty else { return nil }
        var low = 0
        var high = ends.count
        while low < high {
            let middle = (low + high) / 2
            if ends[middle].offset <= offset { low = middle + 1 } else { high = middle }
        }
        return low + 1
    }
}
