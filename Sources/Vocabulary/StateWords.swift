/// The neutral states and the words that offices have for them (状态用语).
public struct StateWords: Hashable, Sendable {
    public struct Entry: Hashable, Sendable {
        /// `noReport`, `underWay` …
        public let id: String
        /// 推进中.
        public let label: String
        public let englishLabel: String
        /// What offices print for it: 序时推进, 达序时.
        public let words: [String]
        /// Colour of the lamp, as the file has it; empty for none.
        public let colour: String
        /// The lamp's letter, for print without colours and for readers who cannot tell them: `完`.
        public let letter: String

        public init(
            id: String, label: String, englishLabel: String = "", words: [String] = [], colour: String = "", letter: String = ""
        ) {
            self.id = id
            self.label = label
            self.englishLabel = englishLabel
            self.words = words
            self.colour = colour
            self.letter = letter
        }
    }

    /// In the order of the file, the worst last.
    public let entries: [Entry]

    public init(_ entries: [Entry] = []) { self.entries = entries }

    public subscript(id: String) -> Entry? { entries.first { $0.id == id } }

    /// The state that an office's word stands for (销号 → `done`).
    public func state(for word: String) -> Entry? {
        entries.first { $0.label == word || $0.words.contains(word) }
    }
}
