import DocumentXML
import Exports
import Facts
import Links
import Provenance
import Queries
import Spreadsheets
import Store
import Vocabulary

/// Takes a filled-in matrix into the base (接收回填表): reported progress and problems become facts of a document whose source is the
/// sheet, joined to their requirements by whoever filled it in; decisions become reviews; remarks become notes.
public struct SheetReceiver {
    public struct Outcome: Sendable {
        public var progress = 0
        public var decisions = 0
        public var notes = 0
        /// Id of the document that holds the progress; nil where there is none.
        public var document: String?
        public var findings: [PlacedFinding] = []
        /// The name under which the same sheet came before.
        public var before: String?
    }

    private let base: KnowledgeBase
    private let ontology: Ontology
    private let linking: Linking

    public init(_ base: KnowledgeBase, ontology: Ontology) {
        self.base = base
        self.ontology = ontology
        linking = Linking(ontology: ontology)
    }

    /// - Parameters:
    ///   - person: who answers for what the sheet says.
    ///   - day: when it was filled in; nil: the latest date of a document.
    public func receive(_ bytes: [UInt8], file: String, by person: String, on day: CalendarDay?, _ wording: Wording) throws(Fault) -> Outcome {
        let matrix = try Inquiry(base, ontology: ontology).matrix()
        let filled = try FilledSheet(ReadWorkbook(bytes, file: file), file: file, against: matrix, wording)
        var outcome = Outcome(findings: filled.findings)
        let at = day ?? matrix.today.day
        let sha256 = ContentHash.sha256(bytes)
        let name = file.split(separator: "/").last.map(String.init) ?? file
        let session = try linking.session()
        do throws(Fault) {
            try base.change { writer in
                if let before = try writer.reader.reception(of: sha256) {
                    outcome.before = before
                    return
                }
                guard !filled.entries.isEmpty else { return }
                let key = try writer.begin(
                    Reception(kind: .sheet, name: name, sha256: sha256, by: person, day: at?.description))
                try writer.keep(original: bytes, sha256: sha256)
                try take(filled, SheetDocument(filled, name: name, bytes: bytes.count, sha256: sha256, day: at), person, at, key, writer, session, &outcome)
            }
        } catch {
            session.reset()
            throw error
        }
        return outcome
    }

    private func take(
        _ filled: FilledSheet, _ sheet: SheetDocument, _ person: String, _ day: CalendarDay?, _ key: Int64, _ writer: Writer,
        _ session: LinkSession, _ outcome: inout Outcome
    ) throws {
        let at = day?.description ?? "0001-01-01"
        if let document = sheet.document {
            let facts = try linking.prepared(LinkableFacts(document))
            let (_, added) = try writer.add(
                Addition(document: document, xml: try DocumentWriter.bytes(of: document), path: nil, facts: facts.facts, lines: nil))
            if let added { try session.link(facts, at: added, in: writer) }
            try writer.add(ReceivedItem(.document, document.id, .taken), to: key)
            outcome.document = document.id
            for (requirement, element, cell) in sheet.facts {
                let evidence = FactID(document: document.id, element: element)
                let review = Review(requirement: requirement, evidence: evidence, decision: .add, by: person, at: at, note: cell)
                if try writer.decide(review) { outcome.progress += 1 }
            }
        }
        for entry in filled.entries {
            switch entry.change {
            case .progress, .problems: break
            case .note(let lines):
                outcome.notes += 1
                try writer.add(
                    ReceivedItem(.note, entry.requirement.description, .taken, content: Array(lines.joined(separator: "\n").utf8)), to: key)
            case .decision(let decision, let evidence):
                for id in evidence {
                    let isTaken = try writer.decide(
                        Review(
                            requirement: entry.requirement, evidence: id, decision: decision == .confirm ? .confirm : .reject, by: person, at: at,
                            note: entry.cell))
                    if isTaken {
                        outcome.decisions += 1
                    } else {
                        outcome.findings.append(
                            PlacedFinding(.warning, .sheetDecidedOtherwise(Link.id(requirement: entry.requirement, evidence: id)), at: Place(file: entry.cell)))
                    }
                }
            }
        }
    }
}

/// The document that a filled-in sheet amounts to (回填文件): each entry a paragraph that states one fact.
private struct SheetDocument {
    private(set) var document: PolicyDocument?
    /// The facts with the requirements that they answer, and their cells.
    private(set) var facts: [(requirement: FactID, element: String, cell: String)] = []

    init(_ filled: FilledSheet, name: String, bytes: Int, sha256: String, day: CalendarDay?) {
        var blocks: [Block] = []
        var position = 0
        func block(_ id: String, _ text: String, _ fact: Fact?) -> TextBlock {
            let count = text.unicodeScalars.count
            let span = Span(position, position + count)
            position += count + 1
            let marks = fact.map { [Mark(id: id + ".a", span: span, range: 0..<text.utf8.count, fact: $0)] } ?? []
            return TextBlock(id: id, span: span, text: text, marks: marks)
        }
        let title = block("t", name, nil)
        var number = 0
        for entry in filled.entries {
            let (lines, isProblem): ([String], Bool) =
                switch entry.change {
                case .progress(let lines): (lines, false)
                case .problems(let lines): (lines, true)
                case .decision, .note: ([], false)
                }
            for line in lines {
                let text = String(scalars: line.unicodeScalars.filter(\.isXMLCharacter))
                guard !text.isEmpty else { continue }
                number += 1
                // A line may begin with its day, as those of the sheet do.
                let time = CalendarDay(iso: text.prefix(10)).map { DateValue.point($0.description) }
                let id = "p\(number)"
                blocks.append(.paragraph(block(id, text, isProblem ? .problem(ProblemFact(time: time)) : .action(ActionFact(time: time)))))
                facts.append((entry.requirement, id + ".a", entry.cell))
            }
        }
        guard !blocks.isEmpty else { return }
        document = PolicyDocument(
            id: "sheet-" + sha256.prefix(10), work: "sheet-" + sha256, kind: .report,
            source: SourceDescription(
                name: name, mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", encoding: "UTF-8", sha256: sha256,
                bytes: bytes, characters: position), date: day?.description, front: [Field(.title, title)], body: blocks)
    }
}
