import Provenance
import Structure

/// The mentions of a document that may bear another name than their marks say (改称), by where they stand.
struct RenamedBodies {
    private struct Entry {
        let span: Span
        let index: Int
        let naming: BodyNaming
    }

    /// In printed order; of mentions over the same words only the last.
    private var entries: [Entry] = []

    /// - Parameters:
    ///   - found: every mention of the document, as it was read.
    ///   - unified: the same after the second pass over all of them.
    init(_ found: [FoundBody], _ unified: [FoundBody], in reading: ReadingText) {
        var read = 0
        for index in found.indices {
            let naming = unified[index].naming.identified
            // Words that are read a second time, as a list of names: their mark may be either reading's.
            let isAgain = found[index].range.lowerBound < read
            read = max(read, found[index].range.upperBound)
            if !isAgain, naming === found[index].naming { continue }
            entries.append(Entry(span: reading.span(found[index].range), index: index, naming: naming))
        }
        guard entries.count > 1 else { return }
        entries.sort { ($0.span.start, $0.span.end, $0.index) < ($1.span.start, $1.span.end, $1.index) }
    }

    var isEmpty: Bool { entries.isEmpty }

    /// Whether one of them begins inside a stretch of the source.
    func touch(_ span: Span) -> Bool {
        let next = entries.firstIndex(notBefore: { $0.span.start < span.start })
        return next < entries.count && entries[next].span.start < span.end
    }

    /// What is named by the words that take a whole stretch of the source.
    subscript(_ span: Span) -> BodyNaming? {
        let last = entries.firstIndex(notBefore: { ($0.span.start, $0.span.end) <= (span.start, span.end) }) - 1
        return last >= 0 && entries[last].span == span ? entries[last].naming : nil
    }
}

extension BodyNaming {
    /// The same with an id of its own: a body of an open class (领导小组, 专班) that belongs to a division is known by that division
    /// and its official name, so that documents that name it agree.
    fileprivate var identified: BodyNaming {
        guard body.ref == nil, !body.isClass, let division, let official = body.official else { return self }
        var identified = body
        identified.ref = "\(division)/x-\(ContentHash.shortName(official))"
        return renamed(identified)
    }
}
