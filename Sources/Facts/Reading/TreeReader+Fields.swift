import Provenance
import Structure

/// Fields of the head and the end of a document, and what belongs to no text (版头、版记、页码).
extension TreeReader {
    mutating func field(_ field: OutlineField) -> Field {
        var result = PassageReader.Result()
        if field.name == .title { context.dates.beginItem() }
        result.entities = passages.entities(in: scanned, range: field.passage.reading, context: &context)
        if field.name == .title { context.dates.lendToItems() }
        // 2031年…工作要点: a day in a title is part of its name, one in a line of a page is none of the document's.
        if isUndated(field) { result.entities.removeAll { if case .date = $0.fact { true } else { false } } }
        let draft = Draft(passage: field.passage, id: ids.id("f", for: words(field.passage.reading)), result: result)
        let block = build(draft)
        var when: String?
        var ref: String?
        for mark in block.marks {
            if case .date(let date) = mark.fact, when == nil { when = date.value.text }
            if case .body(let body) = mark.fact, ref == nil { ref = body.ref }
        }
        let name = Field.Name(rawValue: field.name.rawValue) ?? .masthead
        return Field(name, block, when: name == .date ? when : nil, ref: name == .issuer ? ref : nil, direction: field.direction)
    }

    private func isUndated(_ field: OutlineField) -> Bool {
        switch field.name {
        case .title: isNumbered
        case .attachment: true
        case .note, .masthead, .contents: field.passage.reading != dated
        default: false
        }
    }

    mutating func furniture(before offset: Int) -> [Block] {
        var blocks: [Block] = []
        while nextFurniture < outline.furniture.count, outline.furniture[nextFurniture].start < offset {
            let span = outline.furniture[nextFurniture]
            blocks.append(.furniture(Furniture(span: span, text: builder.source.string(span))))
            nextFurniture += 1
        }
        return blocks
    }
}
