import Provenance

/// A parsed XML document as a flat list of events in document order (事件序列): what a reader walks over when a tree of
/// nodes would cost too much. All text lies in one buffer, all names in one table.
///
/// Comments and processing instructions are left out, CDATA is text, adjacent text is one event.
public struct XMLEvents: Sendable {
    public enum Kind: UInt8, Sendable { case start, end, text }

    public struct Event: Sendable {
        public let kind: Kind
        /// Line on which the event ends in the file, from 1.
        public let line: Int32
        /// Of `start` and `end`: index into `names`. Of `text`: -1.
        public let name: Int32
        /// Of `start`: range of `attributes`. Of `text`: range of `bytes`.
        let lower: Int
        let upper: Int
    }

    public struct Attribute: Sendable {
        /// Index into `attributeNames`.
        public let name: Int32
        let lower: Int
        let upper: Int
    }

    /// Name of the file, for messages.
    public let file: String
    public let items: [Event]
    /// Element names in order of their first use.
    public let names: [XMLName]
    public let attributeNames: [XMLName]
    let attributes: [Attribute]
    let bytes: [UInt8]

    /// Parses without network, DTD or entity expansion. Depth is limited to `EventRecorder.depthLimit`.
    /// - Throws: `Fault` with file and line where the bytes are no well-formed XML or bring a DOCTYPE.
    public static func parse(_ bytes: [UInt8], file: String) throws(Fault) -> XMLEvents {
        let recorder = EventRecorder(file: file, recording: true)
        return try recorder.parse(bytes, schema: nil, findingLimit: 0).events
    }

    /// Parses and validates in one pass.
    /// - Parameter findingLimit: how many violations are reported at most.
    public static func parse(_ bytes: [UInt8], file: String, validating schema: XMLSchema, findingLimit: Int = 100)
        throws(Fault) -> (events: XMLEvents, findings: [PlacedFinding])
    {
        let recorder = EventRecorder(file: file, recording: true)
        return try recorder.parse(bytes, schema: schema, findingLimit: findingLimit)
    }

    /// Parses a file of any length, and validates it in the same pass: of whatever length it is, no more than some children of the
    /// root are in memory.
    /// - Parameters:
    ///   - read: fills a buffer from the file and says with how many bytes; 0 at its end.
    ///   - portion: is given the events in their order, some children of the root at a time, each whole. The first portion begins with
    ///     the start of the root; the last ends with its end. `names` and `attributeNames` only grow.
    /// - Returns: what violates the schema.
    /// - Throws: what `parse` throws, and what either closure does.
    public static func stream(
        file: String, validating schema: XMLSchema?, findingLimit: Int = 100, reading read: (UnsafeMutableRawBufferPointer) throws(Fault) -> Int,
        portion: (XMLEvents) throws(Fault) -> Void
    ) throws(Fault) -> [PlacedFinding] {
        try EventRecorder(file: file, recording: true).stream(schema: schema, findingLimit: findingLimit, reading: read, portion)
    }

    /// The attributes of a start event, in order.
    public func attributes(of event: Event) -> ArraySlice<Attribute> { attributes[event.lower..<event.upper] }

    /// The UTF-8 of a text event.
    public func utf8(of event: Event) -> ArraySlice<UInt8> { bytes[event.lower..<event.upper] }

    public func utf8(of attribute: Attribute) -> ArraySlice<UInt8> { bytes[attribute.lower..<attribute.upper] }

    public func value(of attribute: Attribute) -> String { String(decoding: utf8(of: attribute), as: UTF8.self) }

    public func text(of event: Event) -> String { String(decoding: utf8(of: event), as: UTF8.self) }

    public func place(of event: Event) -> Place { Place(file: file, line: Int(event.line)) }
}
