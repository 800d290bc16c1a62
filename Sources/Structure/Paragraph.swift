import Provenance

/// Lines that belong together (自然段), before it is known what they are.
struct Paragraph: Sendable {
    var pieces: Pieces
    /// Visible characters.
    let length: Int
    /// Index of the first line.
    let line: Int
    /// The first visible characters, normalised; all of them where `length` is at most `Paragraph.headLength`.
    let head: Glimpse
    /// The last visible character.
    let last: Unicode.Scalar
    /// The number with which it begins.
    var numbering: Numbering?

    static let headLength = 96

    init?(_ pieces: Pieces, line: Int, in text: [Unicode.Scalar]) {
        let pieces = pieces.trimmed(in: text)
        guard !pieces.isEmpty else { return nil }
        let head = Glimpse(pieces, in: text, limit: Self.headLength)
        var length = head.count
        if length >= Self.headLength {
            length = 0
            for range in pieces.ranges {
                for index in range where !text[index].isWhite && !text[index].isInvisible { length += 1 }
            }
        }
        guard length > 0 else { return nil }
        // All at once: a value that may yet turn out to be nil is copied with each of its parts.
        self.init(
            pieces: pieces, length: length, line: line, head: head, last: text[pieces.end - 1], numbering: Numbering(head))
    }

    private init(pieces: Pieces, length: Int, line: Int, head: Glimpse, last: Unicode.Scalar, numbering: Numbering?) {
        self.pieces = pieces
        self.length = length
        self.line = line
        self.head = head
        self.last = last
        self.numbering = numbering
    }

    /// What it makes when it is cut at places of the source, ascending.
    func parts(at cuts: [Int], in text: [Unicode.Scalar]) -> [Paragraph] { pieces.parts(at: cuts).compactMap { Paragraph($0, line: line, in: text) } }

    /// It ends as a sentence does.
    var endsSentence: Bool { last.endsSentence }

    /// It is whole in `head`.
    var isShort: Bool { length < Self.headLength }

    /// A line that stands as a heading: short, without the punctuation of a sentence.
    func looksLikeHeading(limit: Int = 50) -> Bool {
        guard length <= limit, isShort else { return false }
        var depth = 0
        for (index, scalar) in head.scalars.enumerated() {
            switch scalar {
            case "“", "《", "（", "‘", "【", "〔": depth += 1
            case "”", "》", "）", "’", "】", "〕": depth = max(0, depth - 1)
            case "。", "；", "！", "？", "：":
                if depth == 0 && !(index == head.count - 1 && (scalar == "！" || scalar == "？")) { return false }
            default: break
            }
        }
        return last != "，" && last != "、" && last != "：" && last != ":"
    }
}
