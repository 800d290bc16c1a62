import Archives
import Provenance
import XMLTree

/// The parts of a format that is a zip of XML (文档包): OOXML, OpenDocument, OFD. Only parts that a reader wants are unpacked.
struct PackageParts {
    let file: String
    private(set) var bytes: [String: [UInt8]] = [:]
    /// Every name, wanted or not, in the order of the package.
    private(set) var names: [String] = []

    /// An office's document has a few hundred parts; its text at most some tens of megabytes of XML. Bombs end here.
    private static let limits = ArchiveLimits(entries: 20_000, fileBytes: 96 << 20, totalBytes: 256 << 20, ratio: 100, ratioFloor: 8 << 20)

    init(_ data: [UInt8], file: String, wanted: (String) -> Bool) throws(Fault) {
        self.file = file
        var (bytes, names): ([String: [UInt8]], [String]) = ([:], [])
        try ZipReader.read(
            data, file: file, limits: Self.limits,
            choose: { name in
                names.append(name)
                return wanted(name)
            }
        ) { name, content throws(Fault) in bytes[name] = content }
        (self.bytes, self.names) = (bytes, names)
    }

    /// The root of a part; nil where the package has none of this name.
    /// - Throws: where it is no safe XML.
    func xml(_ name: String) throws(Fault) -> XMLNode? {
        guard let content = bytes[name] else { return nil }
        do throws(Fault) {
            return try XMLNode.parse(content, file: file + "/" + name)
        } catch {
            // Some programs write GBK and declare UTF-8.
            guard String(validating: content, as: UTF8.self) == nil, let scalars = try? NationalCodeDecoder.decode(content, code: .gb18030) else { throw error }
            var text = scalars[...]
            if text.starts(with: "<?xml".unicodeScalars), let end = text.firstIndex(of: ">") { text = text[(end + 1)...] }
            return try XMLNode.parse(Array(String(scalars: text).utf8), file: file + "/" + name)
        }
    }

    /// The targets that a part names (关系), by id: absolute names in the package.
    func relations(of part: String) throws(Fault) -> [String: (type: String, target: String)] {
        let folder = part.lastIndex(of: "/").map { String(part[..<$0]) + "/" } ?? ""
        let name = folder + "_rels/" + part.dropFirst(folder.count) + ".rels"
        guard let root = try xml(name) else { return [:] }
        var relations: [String: (type: String, target: String)] = [:]
        for node in root.elements("Relationship") where node["TargetMode"] != "External" {
            guard let id = node["Id"], let type = node["Type"], let target = node["Target"] else { continue }
            relations[id] = (type.split(separator: "/").last.map(String.init) ?? type, Self.resolved(target, from: folder))
        }
        return relations
    }

    /// `../media/a.xml` from `word/` is `media/a.xml`; a name that leads out of the package leads nowhere.
    static func resolved(_ target: String, from folder: String) -> String {
        var steps = target.hasPrefix("/") ? [] : folder.split(separator: "/")
        for step in target.split(separator: "/") where step != "." {
            if step == ".." { _ = steps.popLast() } else { steps.append(step) }
        }
        return steps.joined(separator: "/")
    }
}
