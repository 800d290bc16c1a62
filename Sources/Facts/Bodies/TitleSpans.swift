import Vocabulary

/// The insides of titles in 《》 and of short quotations without a full stop (names of campaigns), in order: they hold no mentions.
struct TitleSpans: Sequence, IteratorProtocol {
    /// Scalars; the titles of laws and notices stay well below.
    private static let longestTitle = 300
    private static let longestQuotation = 40

    private let scalars: [Unicode.Scalar]
    private let end: Int
    private var index: Int

    init(_ scalars: [Unicode.Scalar], _ range: Range<Int>) {
        self.scalars = scalars
        index = range.lowerBound
        end = range.upperBound
    }

    mutating func next() -> Range<Int>? {
        while let opening = opening() {
            let value = scalars[opening].value
            index = opening + 1
            if value == 0x300A {
                // An unclosed title ends where its sentence does.
                let close = titleEnd(from: index - 1) ?? sentenceEnd(from: index - 1)
                let inside = index..<Swift.max(index, close)
                index = inside.upperBound
                if !inside.isEmpty { return inside }
            } else if value == 0x201C, let close = quotationEnd(from: index) {
                let inside = index..<close
                index = close + 1
                if !inside.isEmpty { return inside }
            }
        }
        return nil
    }

    /// The next 《 or “; most passages hold none.
    private func opening() -> Int? {
        scalars.withUnsafeBufferPointer { text in
            var place = index
            while place < end, text[place].value != 0x300A, text[place].value != 0x201C { place += 1 }
            return place < end ? place : nil
        }
    }

    /// The 》 that belongs to a 《.
    private func titleEnd(from start: Int) -> Int? {
        var depth = 0
        for place in start..<Swift.min(end, start + Self.longestTitle + 1) {
            if scalars[place].value == 0x300A { depth += 1 }
            if scalars[place].value == 0x300B {
                depth -= 1
                if depth == 0 { return place }
            }
        }
        return nil
    }

    private func quotationEnd(from start: Int) -> Int? {
        var place = start
        while place < end, place - start < Self.longestQuotation, scalars[place].value != 0x201D, !Self.endsSentence(scalars[place]) { place += 1 }
        return place < end && scalars[place].value == 0x201D ? place : nil
    }

    private func sentenceEnd(from start: Int) -> Int {
        var place = start
        while place < end, place - start <= Self.longestTitle, !Self.endsSentence(scalars[place]) { place += 1 }
        return place
    }

    private static func endsSentence(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "。", "！", "？", "；": true
        default: false
        }
    }
}
