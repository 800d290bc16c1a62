import Facts
import Provenance
import XMLTree

extension DocumentParser {
    /// The fields of 版头, 署名 or 版记 up to the end of the element that holds them.
    mutating func fields(in parent: PolicyVocabulary.Tag) throws(Fault) -> [Field] {
        var result: [Field] = []
        while let element = try source.child(in: parent.rawValue) {
            guard let name = source.fieldName(element) else { throw source.unexpected(element, in: parent.rawValue) }
            let when = source.optional(.when, element)
            let ref = source.optional(.ref, element)
            let direction = source.optional(.direction, element)
            // Says again what the first `body` inside says.
            if name == .issuer { _ = source.optional(.name, element) }
            result.append(Field(name, try textBlock(element), when: when, ref: ref, direction: direction))
        }
        return result
    }

    /// What stands in `text`, a division or a directive, up to its end.
    mutating func blocks(in parent: XMLEvents.Event) throws(Fault) -> [Block] {
        var result: [Block] = []
        while let element = try source.child(of: parent) {
            result.append(try block(element, in: parent))
        }
        return result
    }

    private mutating func block(_ element: XMLEvents.Event, in parent: XMLEvents.Event) throws(Fault) -> Block {
        switch source.tag(element) {
        case .p: return .paragraph(try textBlock(element))
        case .directive: return .directive(try directive(element, isRow: false).directive)
        case .part: return .division(try division(.part, element))
        case .section: return .division(try division(.section, element))
        case .item: return .division(try division(.item, element))
        case .table: return .table(try table(element))
        case .closing:
            try source.endOfAttributes(element)
            return .closing(try fields(in: .closing))
        case .furniture:
            let span = try source.span(element)
            try source.endOfAttributes(element)
            return .furniture(Furniture(span: span, text: try source.plainText(of: element)))
        default: throw source.unexpected(element, in: parent)
        }
    }

    private mutating func division(_ kind: Division.Kind, _ element: XMLEvents.Event) throws(Fault) -> Division {
        var division = Division(
            kind, id: try source.string(.id, element), number: source.optional(.number, element),
            level: try source.int(.level, element))
        try source.endOfAttributes(element)
        note(division.id, element)
        while let child = try source.child(of: element) {
            if source.tag(child) == .heading, division.heading == nil, division.blocks.isEmpty {
                division.heading = try textBlock(child)
            } else {
                division.blocks.append(try block(child, in: element))
            }
        }
        return division
    }

    /// - Parameter isRow: it stands in a table and closes with the row that states it.
    private mutating func directive(_ element: XMLEvents.Event, isRow: Bool) throws(Fault) -> (directive: Directive, cells: [TextBlock]?) {
        var directive = Directive(
            id: try source.string(.id, element), number: source.optional(.number, element),
            level: try source.int(.level, element), reported: try source.flag(.reported, element),
            of: source.optional(.of, element))
        try source.endOfAttributes(element)
        note(directive.id, element)
        var cells: [TextBlock]?
        while let child = try source.child(of: element) {
            guard cells == nil else { throw source.unexpected(child, in: element) }
            switch source.tag(child) {
            case .heading where directive.heading == nil && directive.blocks.isEmpty:
                directive.heading = try textBlock(child)
            case .assignment where directive.blocks.isEmpty: directive.assignments.append(try assignment(child))
            case .deadline where directive.blocks.isEmpty:
                directive.deadlines.append(
                    Deadline(when: try source.string(.when, child), basis: source.optional(.basis, child)))
                try source.endOfAttributes(child)
                try source.endOfEmpty(child)
            case .target where directive.blocks.isEmpty: directive.targets.append(try target(child))
            case .row where isRow: cells = try row(child)
            default: directive.blocks.append(try block(child, in: element))
            }
        }
        if isRow, cells == nil {
            throw Fault(.elementIsMissing("row", in: "directive"), at: source.events.place(of: element))
        }
        return (directive, cells)
    }

    private mutating func assignment(_ element: XMLEvents.Event) throws(Fault) -> Assignment {
        let result = Assignment(
            body: source.optional(.body, element), name: try source.string(.name, element),
            role: try source.choice(.role, element), basis: source.optional(.basis, element),
            isOpen: try source.flag(.open, element))
        try source.endOfAttributes(element)
        try source.endOfEmpty(element)
        return result
    }

    private mutating func target(_ element: XMLEvents.Event) throws(Fault) -> Target {
        let result = Target(
            indicator: try source.string(.indicator, element), value: try source.string(.value, element),
            unit: try source.string(.unit, element), comparator: try source.string(.comparator, element),
            when: source.optional(.when, element), reference: source.optional(.reference, element),
            basis: source.optional(.basis, element))
        try source.endOfAttributes(element)
        try source.endOfEmpty(element)
        return result
    }

    private mutating func table(_ element: XMLEvents.Event) throws(Fault) -> Table {
        var table = Table(id: try source.string(.id, element))
        try source.endOfAttributes(element)
        note(table.id, element)
        while let child = try source.child(of: element) {
            switch source.tag(child) {
            case .row: table.rows.append(Row(cells: try row(child)))
            case .directive:
                let read = try directive(child, isRow: true)
                table.rows.append(Row(directive: read.directive, cells: read.cells ?? []))
            default: throw source.unexpected(child, in: element)
            }
        }
        return table
    }

    private mutating func row(_ element: XMLEvents.Event) throws(Fault) -> [TextBlock] {
        try source.endOfAttributes(element)
        var cells: [TextBlock] = []
        while let child = try source.child(of: element) {
            guard source.tag(child) == .cell else { throw source.unexpected(child, in: element) }
            cells.append(try textBlock(child))
        }
        return cells
    }
}
