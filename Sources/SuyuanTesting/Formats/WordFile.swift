/// Makes DOCX files for tests, as small as the standard allows (测试用 DOCX).
public struct WordFile: Sendable {
    /// The XML inside `w:body`.
    public var body: String
    public var numbering: String?
    public var styles: String?
    /// Further parts that the document refers to: type, name, XML.
    public var parts: [(type: String, name: String, xml: String)] = []

    public init(body: String, numbering: String? = nil, styles: String? = nil) {
        self.body = body
        self.numbering = numbering
        self.styles = styles
    }

    private static let namespaces = """
        xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" \
        xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml"
        """
    private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
    private static let package = "http://schemas.openxmlformats.org/package/2006/"

    public static func paragraph(_ text: String, properties: String = "") -> String {
        "<w:p>\(properties.isEmpty ? "" : "<w:pPr>\(properties)</w:pPr>")\(run(text))</w:p>"
    }

    public static func run(_ text: String) -> String { "<w:r><w:t xml:space=\"preserve\">\(PackedFile.escaped(text))</w:t></w:r>" }

    public static func root(_ name: String, _ content: String) -> String {
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?><w:\(name) \(namespaces)>\(content)</w:\(name)>"
    }

    public func bytes() throws -> [UInt8] {
        var parts = parts
        if let numbering { parts.append(("numbering", "numbering.xml", Self.root("numbering", numbering))) }
        if let styles { parts.append(("styles", "styles.xml", Self.root("styles", styles))) }
        let kind = "application/vnd.openxmlformats-officedocument.wordprocessingml."
        var types = "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
        types += "<Override PartName=\"/word/document.xml\" ContentType=\"\(kind)document.main+xml\"/>"
        var relations = ""
        for (index, part) in parts.enumerated() {
            types += "<Override PartName=\"/word/\(part.name)\" ContentType=\"\(kind)\(part.type)+xml\"/>"
            relations += "<Relationship Id=\"r\(index)\" Type=\"\(Self.office)\(part.type)\" Target=\"\(part.name)\"/>"
        }
        var entries: [(String, String)] = [
            ("[Content_Types].xml", "<Types xmlns=\"\(Self.package)content-types\">\(types)</Types>"),
            (
                "_rels/.rels",
                "<Relationships xmlns=\"\(Self.package)relationships\"><Relationship Id=\"r\" Type=\"\(Self.office)officeDocument\" Target=\"word/document.xml\"/></Relationships>"
            ),
            ("word/_rels/document.xml.rels", "<Relationships xmlns=\"\(Self.package)relationships\">\(relations)</Relationships>"),
            ("word/document.xml", Self.root("document", "<w:body>\(body)</w:body>")),
        ]
        entries += parts.map { ("word/" + $0.name, $0.xml) }
        return try PackedFile.bytes(entries)
    }

    // MARK: A text as a file

    /// A text with a paragraph a line and tables by tabs; numbers 一、（一）1. that a list would give are left to the list.
    public static func of(text: String) -> WordFile {
        var body = ""
        var counters = [0, 0, 0]
        var rows: [[String]] = []
        func close() {
            guard !rows.isEmpty else { return }
            body += table(rows)
            rows = []
        }
        for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(String.init) {
            if line.contains("\t") {
                rows.append(line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init))
                continue
            }
            close()
            body += listed(line, &counters) ?? paragraph(line)
        }
        close()
        return WordFile(body: body, numbering: list, styles: nil)
    }

    public static func table(_ rows: [[String]]) -> String {
        "<w:tbl>" + rows.map { "<w:tr>" + $0.map { "<w:tc>" + paragraph($0) + "</w:tc>" }.joined() + "</w:tr>" }.joined() + "</w:tbl>"
    }

    private static let numerals = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二", "十三", "十四", "十五"]

    private static func listed(_ line: String, _ counters: inout [Int]) -> String? {
        let bare = String(line.drop { $0 == "\u{3000}" || $0 == " " })
        for level in 0..<3 {
            let next = counters[level] + 1
            guard next < numerals.count else { continue }
            let label = ["\(numerals[next])、", "（\(numerals[next])）", "\(next)."][level]
            guard bare.hasPrefix(label) else { continue }
            counters[level] = next
            for deeper in level + 1..<max(level + 1, 3) { counters[deeper] = 0 }
            return paragraph(
                String(bare.dropFirst(label.count)), properties: "<w:numPr><w:ilvl w:val=\"\(level)\"/><w:numId w:val=\"1\"/></w:numPr>")
        }
        return nil
    }

    public static let list = """
        <w:abstractNum w:abstractNumId="0">\
        <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:suff w:val="nothing"/><w:lvlText w:val="%1、"/></w:lvl>\
        <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:suff w:val="nothing"/><w:lvlText w:val="（%2）"/></w:lvl>\
        <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:suff w:val="nothing"/><w:lvlText w:val="%3."/></w:lvl>\
        </w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
        """
}
