/// How the regions of a report lie to those that owe a duty (地区关系).
enum RegionRelation: Sendable {
    /// It comes from a region that owes the duty, or from inside of one; or one of the two is not known.
    case inside
    /// It comes from a region around one that owes the duty.
    case wider
    case apart

    init(owing: [String], acting: [String]) {
        if owing.isEmpty || acting.isEmpty || acting.contains(where: { one in owing.contains { DivisionScope.isWithin(one, $0) } }) {
            self = .inside
        } else if acting.contains(where: { one in owing.contains { DivisionScope.isWithin($0, one) } }) {
            self = .wider
        } else {
            self = .apart
        }
    }
}
