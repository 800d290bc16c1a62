import Foundation
import Vocabulary

/// Text in traditional characters (繁体), as web copies of official documents are sometimes kept: it is read as if it were printed
/// in simplified ones, character by character, while the document keeps what it prints.
///
/// The pairs of characters are ICU's (its transform `Hant-Hans`, made from the data of CLDR), which comes with Foundation.
struct TraditionalScript: Sendable {
    /// Whether a character of U+4E00…U+9FFF is common and has no place in simplified text.
    private let isTelling: [Bool]

    private static let block: ClosedRange<UInt32> = 0x4E00...0x9FFF
    /// How much of a text is looked at, in code points.
    private static let reach = 600

    init(_ markers: Markers) {
        var isTelling = [Bool](repeating: false, count: Self.block.count)
        for word in markers.group("structure.traditional") {
            for scalar in word.unicodeScalars where Self.block.contains(scalar.value) { isTelling[Int(scalar.value - Self.block.lowerBound)] = true }
        }
        self.isTelling = isTelling
    }

    /// One character in twenty tells. A simplified text that quotes a name in traditional characters has far fewer, running
    /// traditional text twice as many.
    func isTraditional(_ text: [Unicode.Scalar]) -> Bool {
        var (all, telling) = (0, 0)
        for scalar in text.prefix(Self.reach) where Self.block.contains(scalar.value) {
            all &+= 1
            if isTelling[Int(scalar.value &- Self.block.lowerBound)] { telling &+= 1 }
        }
        return telling >= 3 && telling * 20 >= all
    }

    /// The same text in simplified characters, code point by code point.
    static func simplified(_ text: [Unicode.Scalar]) -> [Unicode.Scalar] {
        text.map { block.contains($0.value) ? table[Int($0.value - block.lowerBound)] : $0 }
    }

    /// Made when the first traditional text is read: it takes some 60 ms.
    private static let table: [Unicode.Scalar] = {
        let characters = block.map { Unicode.Scalar($0) ?? " " }
        // A line a character: ICU's rules look at neighbours.
        var lines = String.UnicodeScalarView()
        for character in characters {
            lines.append(character)
            lines.append("\n")
        }
        guard let mapped = String(lines).applyingTransform(StringTransform("Hant-Hans"), reverse: false) else { return characters }
        let pairs = mapped.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map(Array.init)
        return characters.indices.map { index in
            index < pairs.count && pairs[index].count == 1 ? pairs[index][0] : characters[index]
        }
    }()
}
