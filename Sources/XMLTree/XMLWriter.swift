import Provenance

/// Writes XML as bytes (XML 写出): UTF-8, elements of structure on lines of their own and indented by two spaces, no white
/// space added where text stands. The same calls give the same bytes, always.
///
/// What XML forbids never gets out: a forbidden code point becomes U+FFFD (callers that must lose nothing write a `char`
/// element instead), carriage returns and white space in attributes become character references, which parsers keep.
/// Names are the caller's constants and are not checked.
///
/// A writer is not copied: it owns the memory that it writes to.
public struct XMLWriter: ~Copyable {
    private struct Open {
        let name: StaticString
        let isMixed: Bool
        var isEmpty = true
    }

    private var output: ByteBuffer
    private var open: [Open] = []
    /// The start tag still lacks its `>`.
    private var tagIsOpen = false

    public init(reserving capacity: Int = 4096) {
        output = ByteBuffer(capacity: capacity)
    }

    /// What has been written so far: UTF-8.
    public var bytes: [UInt8] { output.bytes }

    /// Takes what has been written so far out of the writer, which goes on where it is: for files too long for the memory.
    public mutating func drain() -> [UInt8] {
        let bytes = output.bytes
        output.removeAll()
        return bytes
    }

    /// How many bytes wait for `drain`.
    public var count: Int { output.count }

    public mutating func declaration() { output.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n") }

    /// Begins an element.
    /// - Parameter mixed: it holds running text: nothing inside it is indented.
    public mutating func start(_ name: StaticString, mixed: Bool = false) {
        let isInline = enter()
        if !isInline, !open.isEmpty { newLine(open.count) }
        output.append(0x3C, name)
        open.append(Open(name: name, isMixed: mixed || isInline))
        tagIsOpen = true
    }

    /// Adds an attribute to the element just begun; nil adds nothing.
    public mutating func attribute(_ name: StaticString, _ value: String?) {
        guard let value else { return }
        output.append(attribute: name)
        appendEscaped(value, inAttribute: true)
        output.append(0x22)
    }

    /// The same of a value that is UTF-8 already.
    public mutating func attribute(_ name: StaticString, utf8 value: UnsafeBufferPointer<UInt8>) {
        output.append(attribute: name)
        XMLEscaping.append(value, to: &output, inAttribute: true)
        output.append(0x22)
    }

    public mutating func attribute(_ name: StaticString, _ value: Int?) {
        guard let value else { return }
        output.append(attribute: name)
        output.append(decimal: value)
        output.append(0x22)
    }

    /// An attribute whose value needs no escaping.
    public mutating func attribute(_ name: StaticString, literal value: StaticString) {
        output.append(attribute: name)
        output.append(value)
        output.append(0x22)
    }

    public mutating func text(_ text: String) {
        guard !text.isEmpty else { return }
        _ = enter()
        appendEscaped(text, inAttribute: false)
    }

    /// Text that is UTF-8 already, for instance a part of a string.
    public mutating func text(_ utf8: UnsafeBufferPointer<UInt8>) {
        guard !utf8.isEmpty else { return }
        _ = enter()
        XMLEscaping.append(utf8, to: &output, inAttribute: false)
    }

    /// Ends the element begun last.
    public mutating func end() {
        guard let element = open.popLast() else { return }
        if element.isEmpty {
            output.append("/>")
            tagIsOpen = false
        } else {
            if !element.isMixed { newLine(open.count) }
            output.append("</")
            output.append(element.name)
            output.append(0x3E)
        }
        if open.isEmpty { output.append(0x0A) }
    }

    /// An element with text and no attributes.
    public mutating func element(_ name: StaticString, text value: String) {
        start(name, mixed: true)
        text(value)
        end()
    }

    /// Closes the start tag of the parent, and says whether the parent holds running text.
    private mutating func enter() -> Bool {
        if tagIsOpen {
            output.append(0x3E)
            tagIsOpen = false
        }
        guard !open.isEmpty else { return false }
        open[open.count - 1].isEmpty = false
        return open[open.count - 1].isMixed
    }

    private mutating func newLine(_ depth: Int) {
        output.append(0x0A)
        for _ in 0..<depth { output.append("  ") }
    }

    private mutating func appendEscaped(_ text: String, inAttribute: Bool) {
        text.utf8.span.withUnsafeBufferPointer { XMLEscaping.append($0, to: &output, inAttribute: inAttribute) }
    }
}
