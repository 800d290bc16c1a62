import CLibXML2
import Provenance

/// An XPath 1.0 expression for many documents (路径查询): parsed once, evaluated on one document after the other. An expression
/// reaches nothing but the document that it is given: no file, no network. Each evaluation is limited in its steps, so that it
/// ends after the same work on every machine.
public final class XPathQuery {
    /// A function of the caller's own: given for each argument the text, and for node sets the ids of the first node and of what holds
    /// it, from inside out.
    public typealias Function = ([Argument]) -> String

    public struct Argument: Sendable {
        public let text: String
        public let ids: [String]
    }

    public enum Value: Sendable, Equatable {
        case nodes([Node])
        case text(String)
        case number(Double)
        case flag(Bool)
    }

    public struct Node: Sendable, Equatable {
        /// Local name; empty of text.
        public let name: String
        /// The `id` of the node, or of the nearest element around it that has one.
        public let id: String?
        public let text: String
        /// The node as XML, without the declarations of namespaces that it inherits; an attribute or text by its text.
        public let xml: String
        public let line: Int
    }

    /// Steps of one evaluation: some seconds at most.
    public static let stepLimit = 20_000_000

    private let expression: String
    private let compiled: xmlXPathCompExprPtr
    private let namespaces: [(prefix: String, uri: String)]
    private let functions: [String: Function]
    private static let functionNamespace = "urn:suyuan:function:1"

    /// - Parameters:
    ///   - namespaces: prefixes for names in the expression.
    ///   - functions: by name; called as `s:name(…)`.
    /// - Throws: where the expression is none.
    public init(_ expression: String, namespaces: [(prefix: String, uri: String)], functions: [String: Function] = [:]) throws(Fault) {
        XMLLibrary.started
        self.expression = expression
        self.namespaces = namespaces + [("s", Self.functionNamespace)]
        self.functions = functions
        let log = ErrorLog()
        let compiled: xmlXPathCompExprPtr? = log.listening {
            guard let context = xmlXPathNewContext(nil) else { return nil }
            defer { xmlXPathFreeContext(context) }
            return xmlXPathCtxtCompile(context, expression)
        }
        guard expression.utf8.count <= 100_000, let compiled else {
            throw Fault(.xpathIsWrong(log.first ?? "?"), at: Place(file: expression))
        }
        self.compiled = compiled
    }

    deinit { xmlXPathFreeCompExpr(compiled) }

    /// - Parameter limit: how many nodes are given at most.
    /// - Throws: where the bytes are no safe XML, or the expression asks for what there is not, or for too much.
    public func evaluate(_ bytes: [UInt8], file: String, limit: Int = 100_000) throws(Fault) -> Value {
        // The recorder refuses what may not be read (DOCTYPE, depth, broken XML) with its place; the tree is parsed after it.
        _ = try EventRecorder(file: file, recording: false).parse(bytes, schema: nil, findingLimit: 0)
        let log = ErrorLog()
        let value: Value? = bytes.withUnsafeBufferPointer { buffer -> Value? in
            let chars = UnsafeRawPointer(buffer.baseAddress)?.assumingMemoryBound(to: CChar.self)
            guard let document = xmlReadMemory(chars, Int32(buffer.count), nil, nil, Int32(SUYUAN_XML_SAFE_OPTIONS)) else { return nil }
            defer { xmlFreeDoc(document) }
            return log.listening { evaluate(on: document, limit) }
        }
        guard let value else { throw Fault(.xpathFailed(log.first ?? "?"), at: Place(file: file), advice: .xpathAdvice) }
        return value
    }

    private func evaluate(on document: xmlDocPtr, _ limit: Int) -> Value? {
        guard let context = xmlXPathNewContext(document) else { return nil }
        defer { xmlXPathFreeContext(context) }
        context.pointee.opLimit = UInt(Self.stepLimit)
        context.pointee.userData = Unmanaged.passUnretained(self).toOpaque()
        context.pointee.node = xmlDocGetRootElement(document)
        for (prefix, uri) in namespaces { xmlXPathRegisterNs(context, prefix, uri) }
        for name in functions.keys.sorted() {
            xmlXPathRegisterFuncNS(context, name, Self.functionNamespace) { parser, count in XPathQuery.call(parser, Int(count)) }
        }
        guard let object = xmlXPathCompiledEval(compiled, context) else { return nil }
        defer { xmlXPathFreeObject(object) }
        switch object.pointee.type {
        case XPATH_NODESET, XPATH_XSLT_TREE:
            guard let set = object.pointee.nodesetval, let nodes = set.pointee.nodeTab else { return .nodes([]) }
            return .nodes((0..<min(limit, Int(set.pointee.nodeNr))).compactMap { nodes[$0].map { Self.node($0, document) } })
        case XPATH_BOOLEAN: return .flag(object.pointee.boolval != 0)
        case XPATH_NUMBER: return .number(object.pointee.floatval)
        case XPATH_STRING: return .text(object.pointee.stringval.map { String(cString: $0) } ?? "")
        default: return nil
        }
    }

    // MARK: Functions

    private static func call(_ parser: xmlXPathParserContextPtr?, _ count: Int) {
        guard let parser, let context = parser.pointee.context, let state = context.pointee.userData, let name = context.pointee.function else { return }
        let query = Unmanaged<XPathQuery>.fromOpaque(state).takeUnretainedValue()
        var arguments: [Argument] = []
        for _ in 0..<count {
            guard let object = valuePop(parser) else { break }
            arguments.insert(argument(object), at: 0)
            xmlXPathFreeObject(object)
        }
        let answer = query.functions[String(cString: name)]?(arguments) ?? ""
        valuePush(parser, xmlXPathNewCString(answer))
    }

    private static func argument(_ object: xmlXPathObjectPtr) -> Argument {
        var ids: [String] = []
        if object.pointee.type == XPATH_NODESET, let set = object.pointee.nodesetval, set.pointee.nodeNr > 0 {
            var node = set.pointee.nodeTab?[0]
            while let current = node, current.pointee.type == XML_ELEMENT_NODE || current.pointee.type == XML_TEXT_NODE || current.pointee.type == XML_ATTRIBUTE_NODE {
                if let id = id(of: current) { ids.append(id) }
                node = current.pointee.parent
            }
        }
        let text = xmlXPathCastToString(object)
        defer { if let text { suyuan_xml_free(text) } }
        return Argument(text: text.map { String(cString: $0) } ?? "", ids: ids)
    }

    private static func id(of node: xmlNodePtr) -> String? {
        guard node.pointee.type == XML_ELEMENT_NODE, let value = xmlGetNoNsProp(node, "id") else { return nil }
        defer { suyuan_xml_free(value) }
        return String(cString: value)
    }

    // MARK: Nodes

    private static func node(_ node: xmlNodePtr, _ document: xmlDocPtr) -> Node {
        let content = xmlNodeGetContent(node)
        defer { if let content { suyuan_xml_free(content) } }
        let text = content.map { String(cString: $0) } ?? ""
        var nearest: xmlNodePtr? = node
        var found: String?
        while let current = nearest, found == nil {
            found = id(of: current)
            nearest = current.pointee.type == XML_DOCUMENT_NODE ? nil : current.pointee.parent
        }
        let isElement = node.pointee.type == XML_ELEMENT_NODE
        var xml = text
        if isElement, let buffer = xmlBufferCreate() {
            defer { xmlBufferFree(buffer) }
            xmlNodeDump(buffer, document, node, 0, 0)
            xml = xmlBufferContent(buffer).map { String(cString: $0) } ?? ""
        }
        let isNamed = isElement || node.pointee.type == XML_ATTRIBUTE_NODE
        return Node(
            name: isNamed ? node.pointee.name.map { String(cString: $0) } ?? "" : "", id: found, text: text, xml: xml,
            line: isElement ? Int(xmlGetLineNo(node)) : 0)
    }

    /// The first error that libxml2 tells of on this thread.
    private final class ErrorLog {
        var first: String?

        func listening<Result>(_ body: () -> Result) -> Result {
            xmlSetStructuredErrorFunc(Unmanaged.passUnretained(self).toOpaque()) { state, error in
                guard let state, let error else { return }
                let log = Unmanaged<ErrorLog>.fromOpaque(state).takeUnretainedValue()
                if log.first == nil { log.first = XMLReasons.detail(error.pointee) }
            }
            defer { xmlSetStructuredErrorFunc(nil, nil) }
            return body()
        }
    }
}
