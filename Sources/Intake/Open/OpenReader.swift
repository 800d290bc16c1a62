import Provenance
import XMLTree

/// Reads OpenDocument texts and spreadsheets (ODT、ODS), which keep both in `content.xml`.
enum OpenReader {
    static let textType = "application/vnd.oasis.opendocument.text"
    static let sheetType = "application/vnd.oasis.opendocument.spreadsheet"

    static func read(_ data: [UInt8], file: String) throws(Fault) -> Extraction {
        let parts = try PackageParts(data, file: file) { ["content.xml", "styles.xml", "META-INF/manifest.xml"].contains($0) }
        // Encrypted parts are named in the manifest; the part itself is then no XML.
        if let manifest = try parts.xml("META-INF/manifest.xml"), manifest.elements.contains(where: { $0.first("encryption-data") != nil }) {
            throw Fault(.sourceIsEncrypted, at: Place(file: file), advice: .removePassword)
        }
        guard let content = try parts.xml("content.xml"), let body = content.first("body")?.elements.first(where: { ["text", "spreadsheet"].contains($0.name) })
        else { throw Fault(.formatPartIsMissing("content.xml"), at: Place(file: file), advice: .checkOriginal) }
        let styles = try parts.xml("styles.xml")
        if body.name == "spreadsheet" {
            var text = TextAssembler()
            OpenTables.write(sheets: body, hidden: hiddenStyles(content), to: &text)
            if text.isFull { throw tooLong(file) }
            return text.finished()
        }
        var text = OpenText(lists: OpenLists([styles, content].compactMap(\.self)))
        text.read(body)
        if text.output.isFull { throw tooLong(file) }
        let heads = runningHeads(styles)
        if !heads.isEmpty { text.output.findings.append(Finding(.note, .runningHeadsLeftOut(heads))) }
        return text.finished()
    }

    /// Names of the table styles that hide their sheets.
    private static func hiddenStyles(_ content: XMLNode) -> Set<String> {
        let styles = content.first("automatic-styles")?.elements("style") ?? []
        return Set(styles.filter { $0.first("table-properties")?.word("display") == "false" }.compactMap { $0.word("name") })
    }

    private static func tooLong(_ file: String) -> Fault {
        Fault(.textIsTooLong(limit: TextAssembler.limit), at: Place(file: file), advice: .splitSource)
    }

    private static func runningHeads(_ styles: XMLNode?) -> [String] {
        var heads: [String] = []
        for page in styles?.first("master-styles")?.elements("master-page") ?? [] {
            for node in page.elements where node.name.hasPrefix("header") || node.name.hasPrefix("footer") {
                var text = OpenText(lists: OpenLists([]))
                text.read(node)
                for line in String(scalars: text.finished().scalars).split(whereSeparator: \.isNewline) {
                    if let words = RunningHead.words(String(line)), !heads.contains(words) { heads.append(words) }
                }
            }
        }
        return heads
    }
}
