import Provenance
import XMLTree

/// Reads DOCX (Word 文档): paragraphs with the numbers that Word prints, tables with merged cells, notes, text boxes, fields by what they
/// show, and changes as accepted. Running heads are no part of the text and are told of.
enum WordReader {
    static let mediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

    static func read(_ data: [UInt8], file: String) throws(Fault) -> Extraction {
        let parts = try PackageParts(data, file: file) { $0.hasSuffix(".xml") || $0.hasSuffix(".rels") }
        let main = try parts.relations(of: "").values.first { $0.type == "officeDocument" }?.target ?? "word/document.xml"
        guard let document = try parts.xml(main), let body = document.first("body") else {
            throw Fault(.formatPartIsMissing(main), at: Place(file: file), advice: .checkOriginal)
        }
        let relations = try parts.relations(of: main)
        func part(_ type: String) throws(Fault) -> XMLNode? {
            guard let target = relations.values.filter({ $0.type == type }).map(\.target).min() else { return nil }
            return try parts.xml(target)
        }
        let styles = WordStyles(try part("styles"))
        var notes: [WordText.NoteID: XMLNode] = [:]
        for (type, kind) in [("footnotes", WordText.NoteID.Kind.foot), ("endnotes", .end)] {
            for node in try part(type)?.elements ?? [] where node.word("type") ?? "normal" == "normal" {
                if let id = node.word("id") { notes[.init(kind: kind, id: id)] = node }
            }
        }
        var text = WordText(styles: styles, numbering: WordNumbering(try part("numbering"), styles: styles), notes: notes)
        text.read(body)
        if text.output.isFull { throw Fault(.textIsTooLong(limit: TextAssembler.limit), at: Place(file: file), advice: .splitSource) }
        let heads = try runningHeads(relations, parts)
        if !heads.isEmpty { text.output.findings.append(Finding(.note, .runningHeadsLeftOut(heads))) }
        let comments = try part("comments")?.elements("comment").count ?? 0
        if comments > 0 { text.output.findings.append(Finding(.note, .commentsLeftOut(comments))) }
        return text.finished()
    }

    /// The words of 页眉 and 页脚, each once; a folio alone is none.
    private static func runningHeads(_ relations: [String: (type: String, target: String)], _ parts: PackageParts) throws(Fault) -> [String] {
        var heads: [String] = []
        let targets = relations.values.filter { $0.type == "header" || $0.type == "footer" }.map(\.target).sorted()
        for target in targets {
            guard let root = try parts.xml(target) else { continue }
            var text = WordText(styles: WordStyles(nil), numbering: WordNumbering(nil, styles: WordStyles(nil)), notes: [:])
            text.read(root)
            for line in String(scalars: text.finished().scalars).split(whereSeparator: \.isNewline) {
                if let words = RunningHead.words(String(line)), !heads.contains(words) { heads.append(words) }
            }
        }
        return heads
    }
}
