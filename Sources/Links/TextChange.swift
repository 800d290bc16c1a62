/// How a fact reads otherwise than when a person decided on it (变动).
public enum TextChange: String, Sendable, CaseIterable {
    /// Other words (措辞).
    case wording
    /// Another time limit (时限).
    case deadline
    /// Another target figure (目标).
    case target
    /// Another body owes it, or acted (单位).
    case body
    /// The same words with other figures, no target and no time limit among them (数字).
    case number
}
