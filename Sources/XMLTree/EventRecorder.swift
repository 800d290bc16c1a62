import CLibXML2
import Provenance

/// Drives one run of libxml2's SAX parser and writes down its events. All options are the safe ones: no network, no DTD, no
/// entities; a DOCTYPE ends the run.
final class EventRecorder {
    /// Levels of elements; libxml2 itself stops at 256 too.
    static let depthLimit = 255
    static let sizeLimit = 1 << 30

    private let file: String
    private let recording: Bool
    private var context: xmlParserCtxtPtr?
    private var fault: Fault?
    private var findings: [PlacedFinding] = []
    private var findingLimit = 0
    private var depth = 0
    private var input: UnsafeBufferPointer<UInt8> = .init(start: nil, count: 0)

    private var items: [XMLEvents.Event] = []
    private var bytes: [UInt8] = []
    private var attributes: [XMLEvents.Attribute] = []
    private var elementNames = NameTable()
    private var attributeNames = NameTable()
    /// Where the text that is still growing began in `bytes`.
    private var textStart: Int?
    private var open: [Int32] = []

    init(file: String, recording: Bool) {
        self.file = file
        self.recording = recording
    }

    func parse(_ data: [UInt8], schema: XMLSchema?, findingLimit: Int) throws(Fault)
        -> (events: XMLEvents, findings: [PlacedFinding])
    {
        guard !data.isEmpty else { throw Fault(.xmlIsEmpty, at: Place(file: file)) }
        guard data.count < Self.sizeLimit else { throw Fault(.xmlIsTooLarge, at: Place(file: file)) }
        self.findingLimit = findingLimit
        if recording {
            items.reserveCapacity(data.count / 32)
            bytes.reserveCapacity(data.count)
        }
        data.withUnsafeBufferPointer { run(on: $0, schema: schema) }
        if let fault { throw fault }
        let events = XMLEvents(
            file: file, items: items, names: elementNames.names, attributeNames: attributeNames.names,
            attributes: attributes, bytes: bytes)
        return (events, findings)
    }

    // MARK: Piece by piece

    /// Fills a buffer; 0 at the end.
    private var read: ((UnsafeMutableRawBufferPointer) throws(Fault) -> Int)?
    private var portion: ((XMLEvents) throws(Fault) -> Void)?
    /// Events that wait before a portion is handed over.
    private static let portionLength = 2_048

    /// Reads a file of any length: whoever asks is given some children of the root at a time, each whole.
    /// - Parameter portion: the first begins with the start of the root, the last ends with its end.
    func stream(
        schema: XMLSchema?, findingLimit: Int, reading read: (UnsafeMutableRawBufferPointer) throws(Fault) -> Int,
        _ portion: (XMLEvents) throws(Fault) -> Void
    ) throws(Fault) -> [PlacedFinding] {
        self.findingLimit = findingLimit
        // Both are called while this function runs, and forgotten at its end.
        withoutActuallyEscaping(read) { read in
            withoutActuallyEscaping(portion) { portion in
                (self.read, self.portion) = (read, portion)
                defer { (self.read, self.portion) = (nil, nil) }
                XMLLibrary.started
                let myself = Unmanaged.passUnretained(self).toOpaque()
                let context = xmlCreateIOParserCtxt(nil, nil, Self.onRead, nil, myself, XML_CHAR_ENCODING_NONE)
                run(context, schema: schema)
                if fault == nil, recording { handOver() }
            }
        }
        if let fault { throw fault }
        return findings
    }

    private static let onRead: xmlInputReadCallback = { state, buffer, length in
        guard let recorder = EventRecorder.from(state), let read = recorder.read, let buffer, length > 0 else { return -1 }
        // The parser looks ahead no further than one piece, so that each is as long as it can be.
        let room = UnsafeMutableRawBufferPointer(start: buffer, count: Int(length))
        var filled = 0
        do throws(Fault) {
            while filled < room.count {
                let count = try read(UnsafeMutableRawBufferPointer(rebasing: room[filled...]))
                if count <= 0 { break }
                filled += count
            }
            return Int32(filled)
        } catch {
            recorder.fault = recorder.fault ?? error
            return -1
        }
    }

    private func handOver() {
        guard fault == nil, let portion, !items.isEmpty else { return }
        let events = XMLEvents(
            file: file, items: items, names: elementNames.names, attributeNames: attributeNames.names, attributes: attributes, bytes: bytes)
        items.removeAll(keepingCapacity: true)
        attributes.removeAll(keepingCapacity: true)
        bytes.removeAll(keepingCapacity: true)
        do throws(Fault) {
            try portion(events)
        } catch {
            fault = error
            xmlStopParser(context)
        }
    }

    // MARK: One run

    private func run(on buffer: UnsafeBufferPointer<UInt8>, schema: XMLSchema?) {
        XMLLibrary.started
        input = buffer
        defer { input = .init(start: nil, count: 0) }
        let chars = UnsafeRawPointer(buffer.baseAddress)?.assumingMemoryBound(to: CChar.self)
        run(xmlCreateMemoryParserCtxt(chars, Int32(buffer.count)), schema: schema)
    }

    private func run(_ context: xmlParserCtxtPtr?, schema: XMLSchema?) {
        guard let context else {
            if fault == nil { fault = Fault(.xmlIsNotWellFormed(zh: nil, detail: "out of memory"), at: Place(file: file)) }
            return
        }
        self.context = context
        defer {
            if let document = context.pointee.myDoc { xmlFreeDoc(document) }
            context.pointee.myDoc = nil
            xmlFreeParserCtxt(context)
            self.context = nil
        }
        xmlCtxtUseOptions(context, Int32(SUYUAN_XML_SAFE_OPTIONS))
        guard let sax = context.pointee.sax else { return }
        sax.pointee = Self.makeHandler()
        let myself = Unmanaged.passUnretained(self).toOpaque()
        context.pointee.userData = myself
        context.pointee._private = myself

        withExtendedLifetime(self) {
            guard let schema else {
                xmlParseDocument(context)
                finish(context)
                return
            }
            schema.withValidator { validator in
                xmlSchemaSetValidStructuredErrors(validator, Self.onViolation, myself)
                let plug = xmlSchemaSAXPlug(validator, &context.pointee.sax, &context.pointee.userData)
                // The plug hands parser errors to nobody; they reach us through the context's private pointer.
                context.pointee.sax?.pointee.serror = Self.onError
                xmlParseDocument(context)
                if plug != nil { xmlSchemaSAXUnplug(plug) }
                finish(context)
            }
        }
    }

    private func finish(_ context: xmlParserCtxtPtr) {
        if fault == nil, context.pointee.wellFormed == 0 {
            fault = Fault(.xmlIsNotWellFormed(zh: nil, detail: "the document breaks off"), at: place())
        }
        if elementNames.names.isEmpty, recording, fault == nil { fault = Fault(.xmlIsEmpty, at: Place(file: file)) }
    }

    private static func makeHandler() -> xmlSAXHandler {
        var sax = xmlSAXHandler()
        sax.initialized = UInt32(XML_SAX2_MAGIC)
        sax.internalSubset = { state, _, _, _ in
            EventRecorder.from(state)?.refuse(.xmlHasDocumentType, advice: .removeDocumentType)
        }
        sax.startElementNs = { state, local, _, uri, _, _, count, _, values in
            EventRecorder.from(state)?.start(local, uri, Int(count), values)
        }
        sax.endElementNs = { state, _, _, _ in EventRecorder.from(state)?.end() }
        sax.characters = { state, text, length in EventRecorder.from(state)?.text(text, Int(length)) }
        sax.ignorableWhitespace = sax.characters
        sax.cdataBlock = sax.characters
        sax.serror = onError
        return sax
    }

    private static func from(_ state: UnsafeMutableRawPointer?) -> EventRecorder? {
        state.map { Unmanaged<EventRecorder>.fromOpaque($0).takeUnretainedValue() }
    }

    // MARK: Errors

    private static let onError: xmlStructuredErrorFunc = { _, error in
        guard let error, error.pointee.level.rawValue >= XML_ERR_ERROR.rawValue, let owner = error.pointee.ctxt else { return }
        let context = owner.assumingMemoryBound(to: xmlParserCtxt.self)
        guard let recorder = EventRecorder.from(context.pointee._private) else { return }
        recorder.record(error.pointee)
    }

    private static let onViolation: xmlStructuredErrorFunc = { state, error in
        guard let error, error.pointee.level.rawValue >= XML_ERR_ERROR.rawValue else { return }
        EventRecorder.from(state)?.violation(error.pointee)
    }

    private func record(_ error: xmlError) {
        guard fault == nil else { return }
        // libxml2 reports broken UTF-8 as a forbidden character or as wrong encoding, by where it stands.
        // What comes piece by piece is not there any more to be looked at.
        let isBroken = (error.code == 9 || error.code == 81) && !input.isEmpty && String(validating: input, as: UTF8.self) == nil
        let isDeclared = context?.pointee.encoding != nil
        let code = isBroken && !isDeclared ? 81 : error.code
        let text = isBroken && !isDeclared ? "the bytes are not valid UTF-8" : XMLReasons.detail(error)
        let column = Int(error.int2)
        var place = place(line: Int(error.line))
        if column > 0 { place.column = column }
        fault = Fault(.xmlIsNotWellFormed(zh: XMLReasons.syntax[code], detail: text), at: place)
    }

    private func violation(_ error: xmlError) {
        guard findings.count < findingLimit, fault == nil else { return }
        let message = Message.xmlViolatesSchema(zh: XMLReasons.schema[error.code], detail: XMLReasons.detail(error))
        findings.append(PlacedFinding(.error, message, at: Place(file: file, line: place().line)))
    }

    private func refuse(_ message: Message, advice: Message? = nil) {
        guard fault == nil else { return }
        fault = Fault(message, at: place(), advice: advice)
        xmlStopParser(context)
    }

    private func place(line: Int? = nil) -> Place {
        let here = line ?? Int(context?.pointee.input?.pointee.line ?? 0)
        guard here > 0 else { return Place(file: file) }
        return Place(file: file, line: here, excerpt: excerpt(line: here))
    }

    /// The line as it stands in the input; nil where it is too long to show or no UTF-8.
    private func excerpt(line: Int) -> String? {
        var start = 0
        var left = line - 1
        while left > 0, start < input.count {
            if input[start] == 0x0A { left -= 1 }
            start += 1
        }
        var end = start
        while end < input.count, input[end] != 0x0A, end - start <= 4000 { end += 1 }
        guard end - start <= 4000 else { return nil }
        return String(validating: input[start..<end], as: UTF8.self)
    }

    // MARK: Events

    private func start(
        _ local: UnsafePointer<xmlChar>?, _ uri: UnsafePointer<xmlChar>?, _ count: Int,
        _ values: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
    ) {
        depth += 1
        if depth > Self.depthLimit { return refuse(.xmlIsTooDeep(limit: Self.depthLimit)) }
        guard recording, let local else { return }
        flushText()
        let lower = attributes.count
        for index in 0..<count {
            // Five pointers each: local name, prefix, namespace, begin and end of the value.
            guard let values, let name = values[5 * index], let begin = values[5 * index + 3], let end = values[5 * index + 4]
            else { continue }
            let from = bytes.count
            append(value: UnsafeBufferPointer(start: begin, count: end - begin))
            let number = attributeNames.index(of: name, namespace: values[5 * index + 2])
            attributes.append(.init(name: number, lower: from, upper: bytes.count))
        }
        let name = elementNames.index(of: local, namespace: uri)
        open.append(name)
        items.append(.init(kind: .start, line: line, name: name, lower: lower, upper: attributes.count))
    }

    /// Without entity substitution libxml2 hands over each `&` of an attribute as `&#38;`, and no other reference.
    private func append(value: UnsafeBufferPointer<UInt8>) {
        guard value.contains(0x26) else { return bytes.append(contentsOf: value) }
        var index = 0
        while index < value.count {
            bytes.append(value[index])
            index += value[index] == 0x26 ? "&#38;".utf8.count : 1
        }
    }

    private func end() {
        depth -= 1
        guard recording, let name = open.popLast() else { return }
        flushText()
        items.append(.init(kind: .end, line: line, name: name, lower: 0, upper: 0))
        if depth == 1, portion != nil, items.count >= Self.portionLength { handOver() }
    }

    private func text(_ pointer: UnsafePointer<xmlChar>?, _ count: Int) {
        guard recording, let pointer, count > 0 else { return }
        if textStart == nil { textStart = bytes.count }
        bytes.append(contentsOf: UnsafeBufferPointer(start: pointer, count: count))
    }

    private func flushText() {
        guard let start = textStart else { return }
        items.append(.init(kind: .text, line: line, name: -1, lower: start, upper: bytes.count))
        textStart = nil
    }

    private var line: Int32 { context?.pointee.input?.pointee.line ?? 0 }
}
