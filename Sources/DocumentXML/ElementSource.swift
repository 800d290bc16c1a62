import Facts
import Provenance
import XMLTree

/// Walks over the events of a document and reads elements and attributes of the vocabulary by number, not by string (元素读取).
struct ElementSource {
    typealias Tag = PolicyVocabulary.Tag
    typealias Key = PolicyVocabulary.Key
    typealias Event = XMLEvents.Event

    let events: XMLEvents
    private let tags: [Tag?]
    private let fieldNames: [Field.Name?]
    /// For each attribute name of the file the bit of its key; 0 for names of other namespaces; nil for unknown ones.
    private let bits: [UInt64?]
    /// For each key, in the order of `Key.allCases`, its number in the file, or -1.
    private let numbers: [Int32]
    private var position = 0
    /// Attributes of the element being read that have been asked for.
    private var asked: UInt64 = 0

    init(_ events: XMLEvents) {
        self.events = events
        let namespace = PolicyVocabulary.namespace
        tags = events.names.map { $0.namespace == namespace ? Tag(rawValue: $0.local) : nil }
        fieldNames = events.names.map { $0.namespace == namespace ? Field.Name(rawValue: $0.local) : nil }
        let keys = Key.allCases
        bits = events.attributeNames.map { name in
            if name.namespace != nil { return 0 }
            return keys.firstIndex { $0.name == name.local }.map { 1 << UInt64($0) }
        }
        numbers = keys.map { key in
            Int32(events.attributeNames.firstIndex(of: XMLName(key.name)) ?? -1)
        }
    }

    func tag(_ element: Event) -> Tag? { tags[Int(element.name)] }
    func fieldName(_ element: Event) -> Field.Name? { fieldNames[Int(element.name)] }
    func name(_ element: Event) -> String { events.names[Int(element.name)].local }

    // MARK: Elements

    mutating func next() -> Event? {
        guard position < events.items.count else { return nil }
        position += 1
        asked = 0
        return events.items[position - 1]
    }

    mutating func root(_ tag: Tag) throws(Fault) -> Event {
        guard let first = next() else { throw Fault(.xmlIsEmpty, at: Place(file: events.file)) }
        guard self.tag(first) == tag else {
            let name = events.names[Int(first.name)]
            throw Fault(
                .rootIsUnexpected(
                    name.local, namespace: name.namespace, wanted: tag.rawValue, wantedNamespace: PolicyVocabulary.namespace),
                at: events.place(of: first))
        }
        return first
    }

    /// The next child element, or nil at the end of the parent, which is then left. White space between is formatting.
    mutating func child(of parent: Event) throws(Fault) -> Event? {
        while let event = next() {
            switch event.kind {
            case .start: return event
            case .end: return nil
            case .text: try refuseText(event, in: name(parent))
            }
        }
        return nil
    }

    mutating func child(in parent: String) throws(Fault) -> Event? {
        while let event = next() {
            switch event.kind {
            case .start: return event
            case .end: return nil
            case .text: try refuseText(event, in: parent)
            }
        }
        return nil
    }

    mutating func child(of parent: Event, mustBe tag: Tag) throws(Fault) -> Event {
        guard let element = try child(of: parent) else {
            throw Fault(.elementIsMissing(tag.rawValue, in: name(parent)), at: events.place(of: parent))
        }
        guard self.tag(element) == tag else { throw unexpected(element, in: parent) }
        return element
    }

    mutating func endOfEmpty(_ element: Event) throws(Fault) {
        if let child = try child(of: element) { throw unexpected(child, in: element) }
    }

    /// Text without elements, up to the end of the element.
    mutating func plainText(of element: Event) throws(Fault) -> String {
        var text = ""
        while let event = next() {
            switch event.kind {
            case .text: text += events.text(of: event)
            case .end: return text
            case .start: throw unexpected(event, in: element)
            }
        }
        return text
    }

    // MARK: Attributes

    mutating func optional(_ key: Key, _ element: Event) -> String? {
        attribute(key, element).map { events.value(of: $0) }
    }

    mutating func string(_ key: Key, _ element: Event) throws(Fault) -> String {
        guard let attribute = attribute(key, element) else { throw missing(key, element) }
        return events.value(of: attribute)
    }

    mutating func optionalInt(_ key: Key, _ element: Event) throws(Fault) -> Int? {
        guard let attribute = attribute(key, element) else { return nil }
        let digits = events.utf8(of: attribute)
        var value = 0
        for digit in digits {
            guard (0x30...0x39).contains(digit), value < 1 << 40 else { throw invalid(key, element, attribute) }
            value = value * 10 + Int(digit - 0x30)
        }
        guard !digits.isEmpty else { throw invalid(key, element, attribute) }
        return value
    }

    mutating func int(_ key: Key, _ element: Event) throws(Fault) -> Int {
        guard let value = try optionalInt(key, element) else { throw missing(key, element) }
        return value
    }

    mutating func span(_ element: Event) throws(Fault) -> Span {
        let start = try int(.start, element)
        let end = try int(.end, element)
        guard start <= end else {
            throw Fault(.attributeIsInvalid("end", of: name(element), value: String(end)), at: events.place(of: element))
        }
        return Span(start, end)
    }

    mutating func choice<Value: RawRepresentable<String>>(_ key: Key, _ element: Event) throws(Fault) -> Value {
        guard let attribute = attribute(key, element) else { throw missing(key, element) }
        guard let value = Value(rawValue: events.value(of: attribute)) else { throw invalid(key, element, attribute) }
        return value
    }

    /// `xs:boolean`; false where absent.
    mutating func flag(_ key: Key, _ element: Event) throws(Fault) -> Bool {
        guard let attribute = attribute(key, element) else { return false }
        switch events.value(of: attribute) {
        case "true", "1": return true
        case "false", "0": return false
        default: throw invalid(key, element, attribute)
        }
    }

    /// After the last attribute has been asked for: refuses any that nobody asked for.
    func endOfAttributes(_ element: Event) throws(Fault) {
        for attribute in events.attributes(of: element) {
            if let bit = bits[Int(attribute.name)], bit & ~asked == 0 { continue }
            let name = events.attributeNames[Int(attribute.name)].local
            throw Fault(.attributeIsUnexpected(name, of: self.name(element)), at: events.place(of: element))
        }
    }

    private mutating func attribute(_ key: Key, _ element: Event) -> XMLEvents.Attribute? {
        let index = key.rawValue
        asked |= 1 << UInt64(index)
        let number = numbers[index]
        for attribute in events.attributes(of: element) where attribute.name == number { return attribute }
        return nil
    }

    // MARK: Faults

    func unexpected(_ element: Event, in parent: Event) -> Fault { unexpected(element, in: name(parent)) }

    func unexpected(_ element: Event, in parent: String) -> Fault {
        Fault(.elementIsUnexpected(name(element), in: parent), at: events.place(of: element))
    }

    func missing(_ key: Key, _ element: Event) -> Fault {
        Fault(.attributeIsMissing(key.name, of: name(element)), at: events.place(of: element))
    }

    private func invalid(_ key: Key, _ element: Event, _ attribute: XMLEvents.Attribute) -> Fault {
        Fault(
            .attributeIsInvalid(key.name, of: name(element), value: events.value(of: attribute)),
            at: events.place(of: element))
    }

    private func refuseText(_ event: Event, in parent: String) throws(Fault) {
        let isFormatting = events.utf8(of: event).allSatisfy { $0 == 0x20 || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }
        guard isFormatting else { throw Fault(.textIsUnexpected(in: parent), at: events.place(of: event)) }
    }
}
