import Facts
import Provenance
import XMLTree

extension DocumentParser {
    /// Reads running text with its marks, up to the end of the element. Attributes other than those of every text-bearing
    /// element have been taken before.
    mutating func textBlock(_ element: XMLEvents.Event) throws(Fault) -> TextBlock {
        let id = try source.string(.id, element)
        let span = try source.span(element)
        let page = try source.optionalInt(.page, element)
        try source.endOfAttributes(element)
        note(id, element)
        buffer.removeAll(keepingCapacity: true)
        var marks: [Mark] = []
        var forbidden: [ForbiddenScalar] = []
        var open: [Int] = []
        loop: while let event = source.next() {
            switch event.kind {
            case .text:
                buffer.append(contentsOf: source.events.utf8(of: event))
            case .start:
                if source.tag(event) == .char {
                    forbidden.append(try char(event))
                    continue
                }
                open.append(marks.count)
                marks.append(try mark(event, in: element))
            case .end:
                guard let index = open.popLast() else { break loop }
                marks[index].range = marks[index].range.lowerBound..<buffer.count
            }
        }
        return TextBlock(
            id: id, span: span, page: page, text: String(decoding: buffer, as: UTF8.self), marks: marks, forbidden: forbidden)
    }

    private mutating func char(_ element: XMLEvents.Event) throws(Fault) -> ForbiddenScalar {
        let code = try source.string(.code, element)
        let start = try source.int(.start, element)
        try source.endOfAttributes(element)
        try source.endOfEmpty(element)
        guard let value = UInt32(code, radix: 16), let scalar = Unicode.Scalar(value), !scalar.isXMLCharacter else {
            throw Fault(.attributeIsInvalid("code", of: "char", value: code), at: source.events.place(of: element))
        }
        return ForbiddenScalar(start: start, offset: buffer.count, code: value)
    }

    private mutating func mark(_ element: XMLEvents.Event, in parent: XMLEvents.Event) throws(Fault) -> Mark {
        let fact = try fact(element, in: parent)
        let id = source.optional(.id, element)
        let span = try source.span(element)
        try source.endOfAttributes(element)
        if let id { note(id, element) }
        return Mark(id: id, span: span, range: buffer.count..<buffer.count, fact: fact)
    }

    private mutating func fact(_ element: XMLEvents.Event, in parent: XMLEvents.Event) throws(Fault) -> Fact {
        switch source.tag(element) {
        case .requirement: return .requirement(try source.choice(.modality, element))
        case .action:
            let time = try time(element)
            let state: ActionFact.State = try source.choice(.state, element)
            return .action(ActionFact(time: time, state: state, rate: try rate(element)))
        case .plan: return .plan(PlanFact(time: try time(element)))
        case .problem: return .problem(ProblemFact(time: try time(element)))
        case .body:
            return .body(
                BodyMention(
                    ref: source.optional(.ref, element), name: try source.string(.name, element),
                    official: source.optional(.official, element), isClass: try isClass(element)))
        case .date:
            guard let value = try time(element) else { throw source.missing(.when, element) }
            return .date(DateMention(value, isDeadline: try source.flag(.deadline, element)))
        case .quantity:
            return .quantity(
                QuantityMention(
                    value: try source.string(.value, element), unit: try source.string(.unit, element),
                    comparator: source.optional(.comparator, element) ?? "", of: source.optional(.of, element)))
        case .cite:
            return .cite(Citation(title: try source.string(.title, element), ref: source.optional(.ref, element)))
        default: throw source.unexpected(element, in: parent)
        }
    }

    private mutating func isClass(_ element: XMLEvents.Event) throws(Fault) -> Bool {
        switch try source.string(.class, element) {
        case "class": return true
        case "specific": return false
        case let other:
            throw Fault(.attributeIsInvalid("class", of: "body", value: other), at: source.events.place(of: element))
        }
    }

    private mutating func time(_ element: XMLEvents.Event) throws(Fault) -> DateValue? {
        if let when = source.optional(.when, element) { return .point(when) }
        guard let from = source.optional(.from, element) else { return nil }
        return .interval(from: from, to: try source.string(.to, element))
    }

    private mutating func rate(_ element: XMLEvents.Event) throws(Fault) -> ComputedRate? {
        guard let percent = source.optional(.rate, element) else { return nil }
        return ComputedRate(
            percent: percent, actual: try source.string(.rateActual, element), planned: try source.string(.ratePlanned, element))
    }
}
