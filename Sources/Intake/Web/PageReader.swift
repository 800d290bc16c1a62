import Provenance
import XMLTree

/// Reads HTML (网页): the document on the page with its title and metadata; menus, links and footers are left out and counted.
enum PageReader {
    static let mediaType = "text/html"

    static func read(_ bytes: [UInt8], file: String) throws(Fault) -> Extraction {
        let (scalars, encoding, repaired) = try PageBytes.decode(bytes, path: file)
        var utf8: [UInt8] = []
        utf8.reserveCapacity(scalars.count * 3)
        // What the parser's C strings would end at, and what XML may not carry.
        for scalar in scalars where scalar.isXMLCharacter { utf8.append(utf8Of: scalar) }
        let root = try HTMLTree.parse(utf8, file: file)
        if PageContent.meta(root, "generator") == "suyuan" {
            throw Fault(.sourceIsOwnOutput, at: Place(file: file), advice: .giveOriginals)
        }
        let content = PageContent(root)
        // A parser closes whatever is open; a page that opens its root and never closes it was cut off.
        let isCutOff = utf8.prefix(4 << 10).containsTag("<html") && !utf8.suffix(4 << 10).containsTag("</html")
        var text = PageText(besides: content.told)
        for pair in content.metadata {
            text.output.locate(.line, label: String(pair.line))
            text.output.line((pair.label + "：" + pair.value).unicodeScalars)
        }
        if let title = content.title {
            text.output.locate(.line, label: String(content.main.line))
            text.output.line(title.unicodeScalars)
        }
        text.read(content.main)
        var extraction = text.finished(encoding: encoding)
        if repaired > 0 { extraction.findings.append(Finding(.warning, .bytesReplaced(repaired))) }
        if isCutOff { extraction.findings.append(Finding(.note, .sourceIsCutOff)) }
        if content.leftOut > 0 { extraction.findings.append(Finding(.note, .pagePartsLeftOut(content.leftOut))) }
        return extraction
    }
}

extension ArraySlice<UInt8> {
    /// Whether a tag is in it, in either case.
    fileprivate func containsTag(_ tag: String) -> Bool {
        map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }.firstRange(of: Array(tag.utf8)) != nil
    }
}
