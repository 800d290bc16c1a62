/// What one body is behind with (欠账): some of each sort, and how many there are.
public struct Arrears: Sendable, Hashable {
    public struct Part: Sendable, Hashable {
        /// The first of them, in order of document and place.
        public var rows: [GapRow]
        public var count: Int

        public init(rows: [GapRow] = [], count: Int = 0) {
            self.rows = rows
            self.count = count
        }
    }

    public var bare: Part
    public var indirectOnly: Part
    /// Progress was reported by another body that owes the same.
    public var notByThisBody: Part

    public init(bare: Part, indirectOnly: Part, notByThisBody: Part) {
        self.bare = bare
        self.indirectOnly = indirectOnly
        self.notByThisBody = notByThisBody
    }
}
