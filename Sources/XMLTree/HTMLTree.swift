import CLibXML2
import Provenance

/// Reads HTML as browsers find it (网页读入): libxml2's HTML parser, which repairs what is wrong, without network, script or entities of
/// the page's own. Names of elements and attributes are in lower case, in no namespace.
public enum HTMLTree {
    /// Levels that are kept; what nests deeper stands in the last of them.
    private static let depthLimit = 250

    /// - Parameter utf8: the page in UTF-8, whatever it says of its encoding.
    /// - Throws: where there is nothing in it, or too much.
    public static func parse(_ utf8: [UInt8], file: String) throws(Fault) -> XMLNode {
        XMLLibrary.started
        guard utf8.count < 1 << 28 else { throw Fault(.xmlIsTooLarge, at: Place(file: file)) }
        var root: XMLNode?
        var isTooDeep = false
        utf8.withUnsafeBufferPointer { buffer in
            let chars = UnsafeRawPointer(buffer.baseAddress)?.assumingMemoryBound(to: CChar.self)
            // Whatever is wrong is repaired and needs no telling, but for what ends the reading.
            xmlSetStructuredErrorFunc(&isTooDeep) { state, error in
                guard let message = error?.pointee.message, String(cString: message).contains("depth") else { return }
                state?.assumingMemoryBound(to: Bool.self).pointee = true
            }
            defer { xmlSetStructuredErrorFunc(nil, nil) }
            guard let document = htmlReadMemory(chars, Int32(buffer.count), nil, "UTF-8", Int32(SUYUAN_HTML_SAFE_OPTIONS)) else { return }
            defer { xmlFreeDoc(document) }
            if let element = xmlDocGetRootElement(document) { root = tree(element, file) }
        }
        guard !isTooDeep else { throw Fault(.xmlIsTooDeep(limit: depthLimit), at: Place(file: file)) }
        guard let root else { throw Fault(.xmlIsEmpty, at: Place(file: file)) }
        return root
    }

    private struct Open {
        let name: String
        let attributes: [XMLNode.Attribute]
        let line: Int
        var children: [XMLNode.Child] = []

        func closed(_ file: String) -> XMLNode {
            XMLNode(name: name, namespace: nil, attributes: attributes, children: children, file: file, line: line)
        }
    }

    /// Without recursion: a page may nest as deep as it likes.
    private static func tree(_ root: xmlNodePtr, _ file: String) -> XMLNode? {
        var open = [opened(root)]
        var depth = 1
        var node = root.pointee.children
        while true {
            if let current = node {
                switch current.pointee.type {
                case XML_ELEMENT_NODE:
                    depth += 1
                    if depth <= depthLimit { open.append(opened(current)) }
                    if let child = current.pointee.children {
                        node = child
                        continue
                    }
                    close(&open, &depth, file)
                case XML_TEXT_NODE, XML_CDATA_SECTION_NODE:
                    if let content = current.pointee.content { open[open.count - 1].children.append(.text(String(cString: content))) }
                default: break
                }
                if let next = current.pointee.next {
                    node = next
                    continue
                }
                // Up to the nearest that has a sibling.
                var parent = current.pointee.parent
                node = nil
                while let above = parent, above != root {
                    close(&open, &depth, file)
                    if let next = above.pointee.next {
                        node = next
                        break
                    }
                    parent = above.pointee.parent
                }
                if node != nil { continue }
            }
            while open.count > 1 { close(&open, &depth, file) }
            return open.last?.closed(file)
        }
    }

    private static func close(_ open: inout [Open], _ depth: inout Int, _ file: String) {
        if depth <= depthLimit, open.count > 1 {
            let node = open.removeLast().closed(file)
            open[open.count - 1].children.append(.element(node))
        }
        depth -= 1
    }

    private static func opened(_ node: xmlNodePtr) -> Open {
        var attributes: [XMLNode.Attribute] = []
        var property = node.pointee.properties
        while let current = property {
            if let name = current.pointee.name {
                let value = xmlNodeListGetString(node.pointee.doc, current.pointee.children, 1)
                defer { if let value { suyuan_xml_free(value) } }
                attributes.append(XMLNode.Attribute(name: XMLName(String(cString: name)), value: value.map { String(cString: $0) } ?? ""))
            }
            property = current.pointee.next
        }
        return Open(
            name: node.pointee.name.map { String(cString: $0).lowercased() } ?? "", attributes: attributes, line: max(1, Int(xmlGetLineNo(node))))
    }
}
