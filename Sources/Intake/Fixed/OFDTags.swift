import Provenance
import XMLTree

/// What an OFD says of its own parts (自定义标引, GB/T 33190, 16): a tree of elements whose leaves refer to objects of pages. The names are those of a
/// profile (发文机关标志, 标题, 成文日期 …); only that objects belong to one leaf is used here.
struct OFDTags {
    /// The number of the leaf that an object belongs to, by its page's id and its own.
    private(set) var parts: [String: Int] = [:]
    private var count = 0
    private static let limit = 200_000

    /// - Parameter name: of the list of tag files, absolute in the package.
    init(_ name: String, _ package: PackageParts) throws(Fault) {
        guard let list = try package.xml(name) else { return }
        let folder = name.lastIndex(of: "/").map { String(name[...$0]) } ?? ""
        for tag in list.elements("CustomTag").prefix(100) {
            guard let location = tag.first("FileLoc")?.trimmedText ?? tag["FileLoc"], let root = try package.xml(PackageParts.resolved(location, from: folder)) else { continue }
            read(root)
        }
    }

    init() {}

    private mutating func read(_ node: XMLNode) {
        let references = node.elements("ObjectRef")
        if !references.isEmpty {
            count += 1
            for reference in references where parts.count < Self.limit {
                let object = reference.trimmedText
                // Of two leaves that claim an object the first stands.
                if let page = reference["PageRef"], parts[page + " " + object] == nil { parts[page + " " + object] = count }
            }
        }
        for child in node.elements where child.name != "ObjectRef" { read(child) }
    }
}
