import Provenance

/// An element of an XML document as a value (XML 元素): for files that fit in memory many times over, such as the ontology.
/// Documents by the hundred megabyte are read from `XMLEvents`.
public struct XMLNode: Hashable, Sendable {
    public enum Child: Hashable, Sendable {
        case element(XMLNode)
        case text(String)
    }

    public struct Attribute: Hashable, Sendable {
        public let name: XMLName
        public let value: String

        public init(_ name: String, _ value: String) {
            self.name = XMLName(name)
            self.value = value
        }

        init(name: XMLName, value: String) {
            self.name = name
            self.value = value
        }
    }

    /// Local name.
    public let name: String
    public let namespace: String?
    /// In the order of the file.
    public let attributes: [Attribute]
    public let children: [Child]
    /// Name of the file, for messages.
    public let file: String
    /// Line of the start tag, from 1.
    public let line: Int

    /// Parses a whole document without network, DTD or entity expansion.
    /// - Parameter file: the name that faults give.
    /// - Throws: `Fault` with file and line where the bytes are no well-formed XML, bring a DOCTYPE or nest deeper than 255.
    public static func parse(_ bytes: [UInt8], file: String) throws(Fault) -> XMLNode {
        let events = try XMLEvents.parse(bytes, file: file)
        var builder = Builder(events: events)
        guard let root = builder.element() else { throw Fault(.xmlIsEmpty, at: Place(file: file)) }
        return root
    }

    /// The value of an attribute in no namespace; nil where it is absent.
    public subscript(_ attribute: String) -> String? {
        attributes.first { $0.name.local == attribute && $0.name.namespace == nil }?.value
    }

    /// The value of an attribute that must be there and not be empty.
    /// - Throws: `Fault` with file and line.
    public func required(_ attribute: String) throws(Fault) -> String {
        guard let value = self[attribute], !value.isEmpty else {
            throw Fault(.attributeIsMissing(attribute, of: name), at: place)
        }
        return value
    }

    /// The child elements in order.
    public var elements: [XMLNode] {
        children.compactMap { if case .element(let node) = $0 { node } else { nil } }
    }

    /// The child elements of a local name, in order.
    public func elements(_ name: String) -> [XMLNode] { elements.filter { $0.name == name } }

    /// The first child element of a local name.
    public func first(_ name: String) -> XMLNode? { elements.first { $0.name == name } }

    /// All text inside, in order, as it stands.
    public var text: String {
        var result = ""
        appendText(to: &result)
        return result
    }

    /// `text` without white space at either end.
    public var trimmedText: String {
        let scalars = text.unicodeScalars
        guard let first = scalars.firstIndex(where: { !$0.isWhite }), let last = scalars.lastIndex(where: { !$0.isWhite })
        else { return "" }
        return String(scalars[first...last])
    }

    public var place: Place { Place(file: file, line: line) }

    private func appendText(to result: inout String) {
        for child in children {
            switch child {
            case .element(let node): node.appendText(to: &result)
            case .text(let text): result += text
            }
        }
    }

    /// Recursion ends at `EventRecorder.depthLimit` levels.
    private struct Builder {
        let events: XMLEvents
        var position = 0

        init(events: XMLEvents) { self.events = events }

        mutating func element() -> XMLNode? {
            guard position < events.items.count, events.items[position].kind == .start else { return nil }
            let start = events.items[position]
            position += 1
            var children: [Child] = []
            while position < events.items.count, events.items[position].kind != .end {
                if events.items[position].kind == .text {
                    children.append(.text(events.text(of: events.items[position])))
                    position += 1
                } else if let child = element() {
                    children.append(.element(child))
                }
            }
            position += 1
            let name = events.names[Int(start.name)]
            let attributes = events.attributes(of: start).map {
                Attribute(name: events.attributeNames[Int($0.name)], value: events.value(of: $0))
            }
            return XMLNode(
                name: name.local, namespace: name.namespace, attributes: attributes, children: children, file: events.file,
                line: Int(start.line))
        }
    }
}
