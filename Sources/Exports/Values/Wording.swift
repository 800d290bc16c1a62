import Links
import Provenance
import Vocabulary

/// The words and marks in which answers speak (用语): the language, and what the states are called.
public struct Wording: Sendable {
    public let language: Language
    private let labels: [RequirementState: String]
    private let marks: [RequirementState: String]

    /// - Parameter labels: the names of the states in the language, as the ontology has them; a state without one shows its id.
    public init(_ language: Language, labels: [RequirementState: String]) {
        self.language = language
        self.labels = labels
        marks = Self.marks(RequirementState.allCases.map { ($0, labels[$0] ?? $0.rawValue) })
    }

    /// With the names of the states as an ontology has them.
    public init(_ language: Language, _ ontology: Ontology) {
        var labels: [RequirementState: String] = [:]
        for state in RequirementState.allCases {
            guard let entry = ontology.states[state.rawValue] else { continue }
            let label = language == .zh ? entry.label : entry.englishLabel
            if !label.isEmpty { labels[state] = label }
        }
        self.init(language, labels: labels)
    }

    /// A message in the language.
    public func callAsFunction(_ message: Message) -> String { message.text(language) }

    /// What a state is called: 推进中.
    public func label(_ state: RequirementState) -> String { labels[state] ?? state.rawValue }

    /// The shortest beginning of a state's label that no other label has, at least one character: what stands for the state
    /// where colour alone would not be read, in print and by the colour-blind.
    public func mark(_ state: RequirementState) -> String { marks[state] ?? state.rawValue }

    private static func marks(_ labels: [(RequirementState, String)]) -> [RequirementState: String] {
        var marks: [RequirementState: String] = [:]
        for (state, label) in labels {
            var length = 1
            while length < label.count,
                labels.contains(where: { $0.0 != state && $0.1.prefix(length) == label.prefix(length) })
            {
                length += 1
            }
            marks[state] = String(label.prefix(length))
        }
        return marks
    }

    /// Joins the parts of a list as the language does.
    package func list(_ parts: [String]) -> String { parts.joined(separator: language == .zh ? "、" : ", ") }
    /// Joins clauses as the language does.
    package func clauses(_ parts: [String]) -> String { parts.joined(separator: language == .zh ? "；" : "; ") }
    /// Puts words of a source between marks that the source itself seldom uses, so that its own “ ” stay apart.
    package func quoted(_ words: String) -> String { "「" + words + "」" }
    package func bracketed(_ words: String) -> String { language == .zh ? "（\(words)）" : " (\(words))" }
}
