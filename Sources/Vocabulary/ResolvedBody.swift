/// A name as the resolver reads it (机构解析结果).
public struct ResolvedBody: Hashable, Sendable {
    /// `CN-53/hrss`, `CN-53` for a division alone, the id of a named body; nil where the division that a level word stands
    /// for is not known.
    public var id: String?
    /// Full official name, where known.
    public var official: String?
    public var level: Level?
    /// Id of the division, where known.
    public var division: String?
    /// Id of the function, where the name composes.
    public var function: String?
    /// How the name was read, part by part: `市 → 昆明市 (CN-5301)`, `人社局 → hrss`.
    public var reading: [Part]

    public struct Part: Hashable, Sendable {
        public let text: String
        public let meaning: String
    }
}
