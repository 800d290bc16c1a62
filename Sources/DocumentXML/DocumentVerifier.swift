import Facts
import Provenance

/// Compares a document with its source (来源核验): the text of every element with its slice, the words of every mark with
/// theirs, and the whole with the whole, white space left out on both sides, furniture and forbidden code points put back.
/// Linear in the length of both.
public struct DocumentVerifier {
    private let source: SourceText
    private let document: PolicyDocument
    private let file: String
    private let limit: Int
    private let gaps: SourceGaps
    private var findings: [PlacedFinding] = []
    /// Of the block being compared: where each of its code points other than white space stands in the source and in the text.
    private var origins: [Int] = []
    private var offsets: [Int] = []

    /// - Parameters:
    ///   - file: the source's name for findings; its places are lines and columns of the decoded source
    ///   - limit: how many findings are reported at most
    /// - Returns: findings in printed order; empty where the document says what the source says.
    public static func findings(
        in document: PolicyDocument, against source: SourceText, file: String? = nil, limit: Int = 100
    ) -> [PlacedFinding] {
        var verifier = DocumentVerifier(document, source, file ?? document.source.name, limit)
        verifier.run()
        return verifier.findings
    }

    private init(_ document: PolicyDocument, _ source: SourceText, _ file: String, _ limit: Int) {
        self.document = document
        self.source = source
        self.file = file
        self.limit = limit
        gaps = SourceGaps(document)
    }

    private mutating func run() {
        if source.count != document.source.characters {
            report(.sourceLengthDiffers(expected: document.source.characters, found: source.count), at: source.count)
        }
        var pieces: [DocumentPiece] = []
        document.forEachPiece { pieces.append($0) }
        var cursor = 0
        for piece in pieces where findings.count < limit {
            switch piece {
            case .furniture(let furniture):
                compare(furniture)
            case .block(let block, let element):
                let name = "\(element) \(block.id)"
                if block.span.start < cursor {
                    report(.spanIsOutOfOrder(name, start: block.span.start, after: cursor), at: block.span.start)
                } else {
                    checkNothingIsLost(from: cursor, to: block.span.start)
                }
                if block.span.end > source.count {
                    let message = Message.spanIsOutside(name, start: block.span.start, end: block.span.end, limit: source.count)
                    report(message, at: block.span.start)
                }
                cursor = max(cursor, block.span.end)
                compare(block, name)
            }
        }
        if findings.count < limit { checkNothingIsLost(from: cursor, to: source.count) }
    }

    /// Between two elements the source may only have white space and furniture.
    private mutating func checkNothingIsLost(from start: Int, to end: Int) {
        var walk = SourceWalk(source, gaps, Span(start, end))
        if let place = walk.next() { report(.textIsMissing(words(from: place, to: end)), at: place) }
    }

    // MARK: Text

    private mutating func compare(_ furniture: Furniture) {
        let span = Span(max(0, furniture.span.start), min(furniture.span.end, source.count))
        var place = span.start
        for scalar in furniture.text.unicodeScalars where !scalar.isWhite {
            while place < span.end, source.scalars[place].isWhite { place += 1 }
            guard place < span.end, source.scalars[place] == scalar else {
                return report(differing("furniture", at: place < span.end ? place : nil, found: scalar), at: place)
            }
            place += 1
        }
        while place < span.end, source.scalars[place].isWhite { place += 1 }
        if place < span.end { report(differing("furniture", at: place, found: nil), at: place) }
    }

    private mutating func compare(_ block: TextBlock, _ name: String) {
        guard MarkNesting.isNested(block) else { return report(.marksCross(in: block.id), at: block.span.start) }
        origins.removeAll(keepingCapacity: true)
        offsets.removeAll(keepingCapacity: true)
        var walk = SourceWalk(source, gaps, block.span)
        var chars = block.forbidden[...]
        var offset = 0
        for scalar in block.text.unicodeScalars {
            guard take(&chars, upTo: offset, &walk, block, name) else { return }
            if !scalar.isWhite, !take(scalar, offset, &walk, block, name) { return }
            offset += UTF8.width(scalar)
        }
        guard take(&chars, upTo: offset, &walk, block, name) else { return }
        if let place = walk.next() { return report(differing(name, at: place, found: nil), at: place) }
        for mark in block.marks { compare(mark, in: block) }
    }

    /// Compares one code point of the document with the next of the source; false where they differ, which is reported.
    private mutating func take(
        _ scalar: Unicode.Scalar, _ offset: Int, _ walk: inout SourceWalk, _ block: TextBlock, _ name: String
    ) -> Bool {
        let place = walk.next()
        guard let place, source.scalars[place] == scalar else {
            let mark = block.marks.last { $0.range.contains(offset) }
            let title = mark.map { name + " / " + $0.title } ?? name
            report(differing(title, at: place, found: scalar), at: place ?? min(block.span.end, source.count))
            return false
        }
        origins.append(place)
        offsets.append(offset)
        return true
    }

    /// Puts the forbidden code points back that stood before a place in the text.
    private mutating func take(
        _ chars: inout ArraySlice<ForbiddenScalar>, upTo offset: Int, _ walk: inout SourceWalk, _ block: TextBlock, _ name: String
    ) -> Bool {
        while let char = chars.first, char.offset <= offset {
            chars.removeFirst()
            guard let scalar = Unicode.Scalar(char.code), !scalar.isWhite else { continue }
            guard take(scalar, offset, &walk, block, name) else { return false }
            if origins.last != char.start {
                report(.charDiffers(name, start: char.start), at: char.start)
                return false
            }
        }
        return true
    }

    /// A mark's words are right where its range takes from the text what its span takes from the source.
    private mutating func compare(_ mark: Mark, in block: TextBlock) {
        let textStart = Self.first(in: offsets, notBelow: mark.range.lowerBound)
        let textEnd = Self.first(in: offsets, notBelow: mark.range.upperBound)
        let sourceStart = Self.first(in: origins, notBelow: mark.span.start)
        let sourceEnd = Self.first(in: origins, notBelow: mark.span.end)
        guard !isSame(textStart, sourceStart) || !isSame(textEnd, sourceEnd) else { return }
        let expected = words(from: mark.span.start, to: mark.span.end)
        let found = Self.excerpt(block.words(of: mark).unicodeScalars)
        report(.wordsDiffer(mark.title, expected: expected, found: found), at: mark.span.start)
    }

    /// Whether the border of a mark by the text is the one by the source. A forbidden code point takes no room in the text,
    /// so only the source says on which side of a border it stands.
    private func isSame(_ text: Int, _ source: Int) -> Bool {
        text <= source && origins[text..<source].allSatisfy { !self.source.scalars[$0].isXMLCharacter }
    }

    private static func first(in ascending: [Int], notBelow bound: Int) -> Int {
        var low = 0
        var high = ascending.count
        while low < high {
            let middle = (low + high) / 2
            if ascending[middle] < bound { low = middle + 1 } else { high = middle }
        }
        return low
    }

    // MARK: Words

    private func differing(_ name: String, at place: Int?, found: Unicode.Scalar?) -> Message {
        .textDiffers(name, expected: place.map { Self.shown(source.scalars[$0]) }, found: found.map(Self.shown))
    }


    /// The character itself, where it shows, and its code.
    private static func shown(_ scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        let code = "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned: return code
        default: return "“\(scalar)” (\(code))"
        }
    }

    private func words(from start: Int, to end: Int) -> String {
        let from = max(0, min(start, source.count))
        return Self.excerpt(source.scalars[from..<max(from, min(end, source.count))])
    }

    /// The first thirty code points without white space.
    private static func excerpt(_ scalars: some Sequence<Unicode.Scalar>) -> String {
        var letters: [Unicode.Scalar] = []
        for scalar in scalars where !scalar.isWhite && scalar.isXMLCharacter {
            letters.append(scalar)
            if letters.count > 30 { break }
        }
        return String(scalars: letters.prefix(30)) + (letters.count > 30 ? "…" : "")
    }

    private mutating func report(_ message: Message, at offset: Int) {
        guard findings.count < limit else { return }
        findings.append(PlacedFinding(.error, message, at: Place(file: file, source: source, offset: max(0, offset))))
    }
}
