import CLibXML2
import Provenance

/// A compiled XML Schema (XSD 模式): made once, used for any number of documents.
///
/// `@unchecked Sendable`: a compiled schema is only read; each validation has a context of its own, and libxml2 adds to a
/// schema while validating only where none was given beforehand (`xsiAssemble`).
public final class XMLSchema: @unchecked Sendable {
    private let pointer: xmlSchemaPtr

    /// Reads and compiles a schema; it may include or import files of its own folder, and no others.
    public convenience init(path: String) throws(Fault) {
        let absolute = path.hasPrefix("/") ? path : XMLLibrary.workingFolder + "/" + path
        let folder = absolute.lastIndex(of: "/").map { String(absolute[..<$0]) }
        try self.init(file: path, folder: folder) { xmlSchemaNewParserCtxt(absolute) }
    }

    /// Compiles a schema from bytes; it can include nothing.
    public convenience init(_ bytes: [UInt8], file: String) throws(Fault) {
        // libxml2 reads the buffer while it compiles, so the copy must live as long as that.
        let copy = UnsafeMutableBufferPointer<CChar>.allocate(capacity: max(1, bytes.count))
        defer { copy.deallocate() }
        for index in bytes.indices { copy[index] = CChar(bitPattern: bytes[index]) }
        try self.init(file: file, folder: nil) { xmlSchemaNewMemParserCtxt(copy.baseAddress, Int32(bytes.count)) }
    }

    private init(file: String, folder: String?, _ makeContext: () -> xmlSchemaParserCtxtPtr?) throws(Fault) {
        XMLLibrary.started
        let log = ErrorLog()
        let compiled: xmlSchemaPtr? = XMLLibrary.reading(folder) {
            guard let context = makeContext() else { return nil }
            defer { xmlSchemaFreeParserCtxt(context) }
            let state = Unmanaged.passUnretained(log).toOpaque()
            // Errors of the XML under the schema come through the thread's hook, errors of the schema through the context's.
            xmlSetStructuredErrorFunc(state, ErrorLog.append)
            defer { xmlSetStructuredErrorFunc(nil, nil) }
            xmlSchemaSetParserStructuredErrors(context, ErrorLog.append, state)
            return xmlSchemaParse(context)
        }
        guard let compiled else {
            throw Fault(.schemaCannotBeRead(log.first ?? "no such file"), at: Place(file: file, line: log.line))
        }
        pointer = compiled
    }

    deinit { xmlSchemaFree(pointer) }

    /// Validates a document in one streaming pass; no tree is built.
    /// - Parameter limit: how many violations are reported at most.
    /// - Returns: the violations in document order; empty where the document is valid.
    /// - Throws: `Fault` where the bytes are no well-formed XML or bring a DOCTYPE.
    public func validate(_ bytes: [UInt8], file: String, limit: Int = 100) throws(Fault) -> [PlacedFinding] {
        try EventRecorder(file: file, recording: false).parse(bytes, schema: self, findingLimit: limit).findings
    }

    func withValidator(_ body: (xmlSchemaValidCtxtPtr?) -> Void) {
        let validator = xmlSchemaNewValidCtxt(pointer)
        defer { xmlSchemaFreeValidCtxt(validator) }
        body(validator)
    }

    /// The first error of a compilation.
    private final class ErrorLog {
        var first: String?
        var line: Int?

        static let append: xmlStructuredErrorFunc = { state, error in
            guard let state, let error, error.pointee.level.rawValue >= XML_ERR_ERROR.rawValue else { return }
            let log = Unmanaged<ErrorLog>.fromOpaque(state).takeUnretainedValue()
            guard log.first == nil else { return }
            log.first = XMLReasons.detail(error.pointee)
            log.line = error.pointee.line > 0 ? Int(error.pointee.line) : nil
        }
    }
}
