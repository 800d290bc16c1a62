import Provenance
import XMLTree

/// Reads OFD (版式文档, GB/T 33190-2016): text objects by where they stand on their pages; the paragraphs are made from that. Signatures are
/// told of and not verified.
enum OFDReader {
    static let mediaType = "application/ofd"

    static func read(_ data: [UInt8], file: String) throws(Fault) -> Extraction {
        let parts = try PackageParts(data, file: file) { $0.hasSuffix(".xml") }
        guard let root = try parts.xml("OFD.xml") else { throw missing("OFD.xml", file) }
        if parts.names.contains(where: { $0.hasSuffix("Encryptions.xml") }) || root.elements.contains(where: { $0.name == "Encryptions" }) {
            throw Fault(.sourceIsEncrypted, at: Place(file: file), advice: .removePassword)
        }
        var pages: [PrintedPage] = []
        var heads: [String] = []
        var signatures = 0
        for body in root.elements("DocBody") {
            if let list = body.first("Signatures")?.trimmedText, let signed = try parts.xml(PackageParts.resolved(list, from: "")) {
                signatures += signed.elements("Signature").count
            }
            guard let location = body.first("DocRoot")?.trimmedText else { continue }
            try document(PackageParts.resolved(location, from: ""), parts, file, &pages, &heads)
        }
        guard pages.contains(where: { !$0.segments.isEmpty }) else { throw Fault(.pagesHaveNoText(pages.count), at: Place(file: file), advice: .checkOriginal) }
        var extraction = PageFlow(pages).extraction()
        extraction.pages = pages.count
        if !heads.isEmpty { extraction.findings.append(Finding(.note, .runningHeadsLeftOut(heads))) }
        if signatures > 0 { extraction.findings.append(Finding(.note, .signaturesAreNotVerified(signatures))) }
        return extraction
    }

    private static func missing(_ part: String, _ file: String) -> Fault {
        Fault(.formatPartIsMissing(part), at: Place(file: file), advice: .checkOriginal)
    }

    private static func document(
        _ name: String, _ parts: PackageParts, _ file: String, _ pages: inout [PrintedPage], _ heads: inout [String]
    ) throws(Fault) {
        guard let root = try parts.xml(name) else { throw missing(name, file) }
        let folder = name.lastIndex(of: "/").map { String(name[...$0]) } ?? ""
        let common = root.first("CommonData")
        let area = Self.box(common?.first("PageArea")?.first("PhysicalBox")?.trimmedText)
        var templates: [String: String] = [:]
        for node in common?.elements("TemplatePage") ?? [] {
            if let id = node["ID"], let location = node["BaseLoc"] { templates[id] = PackageParts.resolved(location, from: folder) }
        }
        let listed = root.first("Pages")?.elements("Page") ?? []
        guard pages.count + listed.count <= PDFReader.pageLimit else {
            throw Fault(.sourceHasManyPages(limit: PDFReader.pageLimit), at: Place(file: file), advice: .splitSource)
        }
        let tags = try root.first("CustomTags").map { node throws(Fault) in try OFDTags(PackageParts.resolved(node.trimmedText, from: folder), parts) } ?? OFDTags()
        // Parts are numbered through all documents of a file.
        let known = pages.flatMap(\.segments).compactMap(\.part).max() ?? 0
        var contents: [(node: XMLNode, id: String, templates: [String])] = []
        var uses: [String: Int] = [:]
        for page in listed {
            guard let location = page["BaseLoc"] else { continue }
            let part = PackageParts.resolved(location, from: folder)
            guard let node = try parts.xml(part) else { throw missing(part, file) }
            let used = node.elements("Template").compactMap { $0["TemplateID"] }.filter { templates[$0] != nil }
            for id in Set(used) { uses[id, default: 0] += 1 }
            contents.append((node, page["ID"] ?? "", used))
        }
        for (node, page, used) in contents {
            let own = Self.box(node.first("Area")?.first("PhysicalBox")?.trimmedText) ?? area ?? OFDBox(x: 0, y: 0, width: 210, height: 297)
            var text = OFDText { object in tags.parts[page + " " + object].map { $0 + known } }
            text.read(node.first("Content"))
            var rules = OFDRules()
            rules.read(node.first("Content"))
            for id in used {
                guard let part = templates[id], let template = try parts.xml(part) else { continue }
                var printed = OFDText()
                printed.read(template.first("Content"))
                // What several pages print alike is their frame.
                if uses[id] == 1 {
                    text.take(printed)
                    rules.read(template.first("Content"))
                } else {
                    for segment in printed.segments {
                        if let words = RunningHead.words(String(scalars: segment.text)), !heads.contains(words) { heads.append(words) }
                    }
                }
            }
            pages.append(PrintedPage(number: pages.count + 1, width: own.width, height: own.height, segments: text.segments, rules: rules.rules))
        }
    }

    static func box(_ text: String?) -> OFDBox? {
        let numbers = OFDBox.numbers(text)
        return numbers.count >= 4 ? OFDBox(x: numbers[0], y: numbers[1], width: numbers[2], height: numbers[3]) : nil
    }
}

/// A rectangle in millimetres.
struct OFDBox {
    let x, y, width, height: Double

    /// No page is a kilometre long.
    static let limit = 1e6

    /// Numbers parted by spaces; none that would spoil what is computed with it.
    static func numbers(_ text: String?) -> [Double] {
        (text ?? "").split(whereSeparator: { $0 == " " || $0 == "\n" || $0 == "\t" }).prefix(100_000).compactMap { Double($0) }.filter { $0.isFinite && abs($0) < limit }
    }
}
