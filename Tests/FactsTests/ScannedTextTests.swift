import Structure
import Testing

@testable import Facts

extension ScannedText {
    /// A text as typed, each scalar from its own place.
    convenience init(_ text: String, scanner: WordScanner = WordScanner([])) {
        var reading = ReadingText()
        for (offset, scalar) in text.unicodeScalars.enumerated() { reading.append(scalar, from: offset) }
        self.init(reading, scanner: scanner)
    }
}

/// Words and marks of a text, found in one pass.
@Suite struct ScannedTextTests {
    private static let scanner = WordScanner([
        (["要", "须", "必须"], .must), (["要点", "必须品"], .notModal), (["不得"], .mustNot), (["不得低于"], .figureLimit), (["𬭊要", "𬭊"], .problem), ([""], .aim),
    ])

    private func text(_ text: String) -> ScannedText { ScannedText(text, scanner: Self.scanner) }

    @Test(
        arguments: [
            ("必须抓好要点", 0, 6, WordGroups.must, 0..<2), ("必须抓好要点", 1, 6, .must, 1..<2), ("抓好要点", 0, 4, .notModal, 2..<4), ("抓好要点", 0, 3, .notModal, nil),
            ("抓好要点", 0, 3, .must, 2..<3), ("不得低于三成", 0, 6, [.mustNot, .figureLimit], 0..<4), ("不得低于三成", 0, 6, .mustNot, 0..<2), ("必须品", 0, 3, .must, 0..<2),
            ("铺𬭊要道", 0, 4, .problem, 1..<3), ("铺𬭊", 0, 2, .problem, 1..<2), ("没有", 0, 2, .must, nil), ("", 0, 0, .must, nil), ("目的", 0, 2, .aim, nil),
        ] as [(String, Int, Int, WordGroups, Range<Int>?)])
    func theFirstAndLongestWordIsFound(words: String, start: Int, end: Int, groups: WordGroups, expected: Range<Int>?) {
        #expect(text(words).first(groups, in: start..<end) == expected)
        #expect(text(words).contains(groups, in: start..<end) == (expected != nil))
        #expect(text(words).groups(in: start..<end).intersects(groups) == (expected != nil))
    }

    @Test(
        arguments: [
            ("必须", 2, 0, WordGroups.must, 2), ("必须", 2, 1, .must, 1), ("不得低于", 4, 0, .figureLimit, 4), ("不得低于", 4, 1, .figureLimit, nil), ("不得低于", 2, 0, .mustNot, 2),
            ("须臾", 2, 0, .must, nil), ("须", 0, 0, .must, nil),
        ] as [(String, Int, Int, WordGroups, Int?)])
    func wordsAreFoundByTheirEnd(words: String, end: Int, start: Int, groups: WordGroups, expected: Int?) {
        #expect(text(words).length(groups, endingAt: end, from: start) == expected)
    }

    @Test(arguments: [("要点须记", 2), ("要点", nil), ("必须品要", 3), ("要要点", 0), ("抓要点要", 3)] as [(String, Int?)])
    func wordsArePassedOverWhole(words: String, expected: Int?) {
        let text = text(words)
        #expect(text.first(.must, passing: .notModal, in: 0..<text.scalars.count)?.index == expected)
    }

    @Test func nothingIsLookedAtFromTheEndGiven() {
        #expect(text("各地须").first(.must, passing: [], in: 0..<3, startingBefore: 2) == nil)
        #expect(text("各地须").first(.must, passing: [], in: 0..<3, startingBefore: 9)?.index == 2)
    }

    @Test(arguments: [("要要点", 1..<3), ("要点要", 2..<3), ("必须须", 2..<3), ("必须", 0..<2)])
    func theLastWordOverlapsNoOther(words: String, expected: Range<Int>) {
        let text = text(words)
        #expect(text.last([.must, .notModal], in: 0..<text.scalars.count) == expected)
    }

    /// The pairs of a text as `opening-closing`.
    @Test(
        arguments: [
            ("（甲）", "0-2"), ("（甲（乙）丙）", "0-6 2-4"), ("（甲“乙）丙”", "0-4"), ("）（", ""), ("“甲”“乙", "0-2"), ("《甲〈乙〉》", "0-5 2-4"), ("甲。乙", ""), ("（（（）", "2-3"), ("“（”）", "0-2"),
        ])
    func bracketsFindTheirPartners(words: String, expected: String) {
        let text = text(words)
        let pairs = BracketPairs(in: text, range: 0..<text.scalars.count)
        let found = pairs.marks.compactMap { mark in pairs.close(of: mark).map { "\(text.marks[mark].index)-\(text.marks[$0].index)" } }
        #expect(found.joined(separator: " ") == expected)
        #expect(pairs.marks.count { !pairs.isUnmatched($0) } == found.count * 2)
    }
}
