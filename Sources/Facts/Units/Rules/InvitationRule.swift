/// A report that calls on people: 欢迎社会各界拨打12350举报。 Who is called on stands right behind the verb; 受到社会各界欢迎 tells.
enum InvitationRule: UnitRule {
    /// How far behind the head of the sentence the verb may stand.
    private static let reach = 4

    static func read(_ unit: SentenceUnit) -> UnitClass? {
        guard unit.has(.encourage), !unit.has(.completed),
            let verb = unit.text.rare.inviting.first(in: unit.range.prefix(reach + 6), of: unit.text.scalars), verb.lowerBound - unit.range.lowerBound <= reach
        else { return nil }
        return .requirement(.encourage)
    }
}
