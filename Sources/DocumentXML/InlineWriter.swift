import Facts
import Provenance
import XMLTree

/// Writes the text of a block with its marks as elements around the words (行内标注).
enum InlineWriter {
    static func write(_ block: TextBlock, to xml: inout XMLWriter) throws(Fault) {
        var text = block.text
        guard !block.marks.isEmpty || !block.forbidden.isEmpty else { return xml.text(text) }
        let isNested = text.withUTF8 { utf8 in
            let isNested = MarkNesting.isNested(block, in: utf8)
            if isNested { write(block, utf8, to: &xml) }
            return isNested
        }
        guard isNested else { throw Fault(.marksCross(in: block.id)) }
    }

    /// Goes from one place to the next at which a mark begins or ends or a forbidden code point stood.
    private static func write(_ block: TextBlock, _ utf8: UnsafeBufferPointer<UInt8>, to xml: inout XMLWriter) {
        let marks = block.marks
        let chars = block.forbidden
        var nextMark = 0
        var nextChar = 0
        var written = 0
        withUnsafeTemporaryAllocation(of: Int.self, capacity: marks.count) { open in
            // How many marks are open; the innermost is the last.
            var depth = 0
            while true {
                let end = depth > 0 ? marks[open[depth - 1]].range.upperBound : .max
                let begin = nextMark < marks.count ? marks[nextMark].range.lowerBound : .max
                let place = min(end, begin, nextChar < chars.count ? chars[nextChar].offset : .max)
                guard place < .max else { break }
                if written < place { xml.text(UnsafeBufferPointer(rebasing: utf8[written..<place])) }
                written = place

                var isChar = false
                var ends = end == place
                if nextChar < chars.count, chars[nextChar].offset == place {
                    let char = chars[nextChar]
                    let begins = begin == place && (!ends || marks[nextMark].range.upperBound == place)
                    // Where several things meet, the offsets in the source say on which side of a tag the code point stood.
                    ends = ends && char.start >= marks[open[depth - 1]].span.end
                    isChar = !ends && !(begins && char.start >= marks[nextMark].span.start)
                }
                if isChar {
                    write(chars[nextChar], to: &xml)
                    nextChar += 1
                } else if ends {
                    xml.end()
                    depth -= 1
                } else {
                    start(marks[nextMark], &xml)
                    open[depth] = nextMark
                    depth += 1
                    nextMark += 1
                }
            }
        }
        xml.text(UnsafeBufferPointer(rebasing: utf8[written...]))
    }

    private static func write(_ char: ForbiddenScalar, to xml: inout XMLWriter) {
        xml.start("char")
        xml.attribute("code", String(char.code, radix: 16, uppercase: true))
        xml.attribute("start", char.start)
        xml.end()
    }

    private static func start(_ mark: Mark, _ xml: inout XMLWriter) {
        xml.start(mark.fact.element)
        xml.attribute("id", mark.id)
        xml.attribute("start", mark.span.start)
        xml.attribute("end", mark.span.end)
        switch mark.fact {
        case .requirement(let modality):
            xml.attribute("modality", modality.rawValue)
        case .action(let action):
            write(action.time, &xml)
            xml.attribute("state", action.state.rawValue)
            xml.attribute("rate", action.rate?.percent)
            xml.attribute("rateActual", action.rate?.actual)
            xml.attribute("ratePlanned", action.rate?.planned)
        case .plan(let plan):
            write(plan.time, &xml)
        case .problem(let problem):
            write(problem.time, &xml)
        case .body(let body):
            xml.attribute("ref", body.ref)
            xml.attribute("name", body.name)
            xml.attribute("official", body.official)
            xml.attribute("class", literal: body.isClass ? "class" : "specific")
        case .date(let date):
            write(date.value, &xml)
            if date.isDeadline { xml.attribute("deadline", literal: "true") }
        case .quantity(let quantity):
            xml.attribute("value", quantity.value)
            xml.attribute("unit", quantity.unit)
            if !quantity.comparator.isEmpty { xml.attribute("comparator", quantity.comparator) }
            xml.attribute("of", quantity.of)
        case .cite(let citation):
            xml.attribute("title", citation.title)
            xml.attribute("ref", citation.ref)
        }
    }

    private static func write(_ time: DateValue?, _ xml: inout XMLWriter) {
        switch time {
        case .point(let when): xml.attribute("when", when)
        case .interval(let from, let to):
            xml.attribute("from", from)
            xml.attribute("to", to)
        case nil: break
        }
    }
}
