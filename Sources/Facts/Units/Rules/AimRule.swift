/// Aim and assessment of what was just reported: 此次揭牌是…的创新举措，目的就是要…。 此次会议为深化改革打下良好基础。
enum AimRule: UnitRule {
    static func read(_ unit: SentenceUnit) -> UnitClass? {
        guard unit.begins(with: .deictic), !unit.hasQuantity else { return nil }
        return unit.has([.aim, .praise, .significance]) ? .other : nil
    }
}
