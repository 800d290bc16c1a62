import Facts
import Provenance

/// What must hold inside one document beyond its schema (内部一致性核查): ids are unique, references lead somewhere, spans lie in
/// the source, ascend and hold their marks, texts fit their spans, dates exist.
public struct DocumentCheck {
    private let document: PolicyDocument
    private let file: String
    private var lines: [String: Int] = [:]
    private var findings: [PlacedFinding] = []
    private var seen: Set<String> = []
    private let furniture: SourceGaps

    /// - Parameters:
    ///   - lines: ids with their lines, as `DocumentParser` gives them; without them findings have no line
    ///   - file: the name that findings give
    /// - Returns: findings in the order of the document; linear time.
    public static func findings(in document: PolicyDocument, lines: [DocumentParser.Line] = [], file: String) -> [PlacedFinding] {
        var check = DocumentCheck(document, lines, file)
        check.run(lines)
        return check.findings
    }

    private init(_ document: PolicyDocument, _ lines: [DocumentParser.Line], _ file: String) {
        self.document = document
        self.file = file
        furniture = SourceGaps(document)
        self.lines.reserveCapacity(lines.count)
        for line in lines where self.lines[line.id] == nil { self.lines[line.id] = line.line }
    }

    private mutating func run(_ parsed: [DocumentParser.Line]) {
        checkUniqueness(parsed)
        var cursor = 0
        var pieces: [DocumentPiece] = []
        document.forEachPiece { pieces.append($0) }
        for piece in pieces {
            switch piece {
            case .block(let block, let element): check(block, element, after: &cursor)
            case .furniture(let furniture): check(furniture)
            }
        }
        checkReferences()
        checkDay(document.date.map(DateValue.point), of: "document", near: nil)
    }

    // MARK: Ids

    private mutating func checkUniqueness(_ parsed: [DocumentParser.Line]) {
        if !parsed.isEmpty {
            for line in parsed where !seen.insert(line.id).inserted {
                findings.append(PlacedFinding(.error, .idIsRepeated(line.id), at: Place(file: file, line: line.line)))
            }
            return
        }
        var ids: [String] = []
        document.forEachStructureID { ids.append($0) }
        document.forEachPiece { piece in
            guard case .block(let block, _) = piece else { return }
            ids.append(block.id)
            ids.append(contentsOf: block.marks.compactMap(\.id))
        }
        for id in ids where !seen.insert(id).inserted { report(.idIsRepeated(id), near: id) }
    }

    private mutating func checkReferences() {
        var directives: [Directive] = []
        document.forEachDirective { directives.append($0) }
        for directive in directives {
            for assignment in directive.assignments { check("basis", assignment.basis, of: "assignment", near: directive.id) }
            for deadline in directive.deadlines {
                check("basis", deadline.basis, of: "deadline", near: directive.id)
                checkDay(.point(deadline.when), of: "deadline", near: directive.id)
            }
            for target in directive.targets {
                check("basis", target.basis, of: "target", near: directive.id)
                checkDay(target.when.map(DateValue.point), of: "target", near: directive.id)
            }
        }
        for finding in document.findings { check("element", finding.element, of: "finding", near: nil) }
    }

    private mutating func check(_ attribute: String, _ id: String?, of element: String, near: String?) {
        guard let id, !seen.contains(id) else { return }
        report(.referenceIsDangling(attribute, id, of: element), near: near)
    }

    // MARK: Text

    private mutating func check(_ block: TextBlock, _ element: String, after cursor: inout Int) {
        let name = "\(element) \(block.id)"
        guard isInside(block.span, name, near: block.id) else { return }
        if block.span.start < cursor { report(.spanIsOutOfOrder(name, start: block.span.start, after: cursor), near: block.id) }
        cursor = max(cursor, block.span.end)

        let letters = block.text.unicodeScalars.reduce(0) { $1.isWhite ? $0 : $0 + 1 } + block.forbidden.count
        let room = block.span.length - furniture.length(inside: block.span)
        if letters > room { report(.textIsTooLong(name, letters: letters, room: room), near: block.id) }
        for char in block.forbidden where !block.span.range.contains(char.start) {
            report(.charDiffers(name, start: char.start), near: block.id)
        }
        guard MarkNesting.isNested(block) else { return report(.marksCross(in: block.id), near: block.id) }
        check(block.marks, of: block, name)
    }

    private mutating func check(_ marks: [Mark], of block: TextBlock, _ name: String) {
        var open: [Mark] = []
        for mark in marks {
            while let last = open.last, last.range.upperBound <= mark.range.lowerBound { open.removeLast() }
            let title = mark.title
            let near = mark.id ?? block.id
            let parent = open.last?.span ?? block.span
            if !parent.contains(mark.span) {
                report(.markIsOutside(title, of: open.last.map { $0.title } ?? name), near: near)
            }
            if case .action(let action) = mark.fact, let rate = action.rate {
                check("rateActual", rate.actual, of: title, near: near)
                check("ratePlanned", rate.planned, of: title, near: near)
            }
            checkDay(mark.fact.time, of: title, near: near)
            open.append(mark)
        }
    }

    private mutating func check(_ furniture: Furniture) {
        let name = "furniture \(furniture.span.start)–\(furniture.span.end)"
        guard isInside(furniture.span, name, near: nil) else { return }
        let letters = furniture.text.unicodeScalars.reduce(0) { $1.isWhite ? $0 : $0 + 1 }
        if letters > furniture.span.length {
            report(.textIsTooLong(name, letters: letters, room: furniture.span.length), near: nil)
        }
    }

    private mutating func isInside(_ span: Span, _ name: String, near id: String?) -> Bool {
        let limit = document.source.characters
        guard span.start >= 0, span.end <= limit else {
            report(.spanIsOutside(name, start: span.start, end: span.end, limit: limit), near: id)
            return false
        }
        return true
    }

    private mutating func checkDay(_ value: DateValue?, of element: String, near id: String?) {
        guard let value else { return }
        guard let first = value.firstDay, let last = value.lastDay else {
            return report(.dayDoesNotExist(value.text, of: element), near: id)
        }
        if last < first { report(.intervalIsReversed(value.text, of: element), near: id) }
    }

    private mutating func report(_ message: Message, near id: String?) {
        findings.append(PlacedFinding(.error, message, at: Place(file: file, line: id.flatMap { lines[$0] })))
    }
}
