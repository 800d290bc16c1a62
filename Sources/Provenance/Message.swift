/// The language in which a program speaks to its user.
public enum Language: String, Sendable, CaseIterable {
    case zh, en
}

/// One sentence for people, in both languages. Every message is made by a static member in `Messages/`, the catalogue,
/// one file an area: `extension Message { public static func sourceIsEmpty(_ name: String) -> Message { … } }`.
public struct Message: Hashable, Sendable {
    /// Stable name, for programs and tests: `intake.empty`.
    public let key: String
    public let zh: String
    public let en: String

    public init(_ key: String, zh: String, en: String) {
        self.key = key
        self.zh = zh
        self.en = en
    }

    public func text(_ language: Language) -> String { language == .zh ? zh : en }
}
