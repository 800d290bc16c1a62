/// How the regions of a report lie to those that owe a duty (地区关系).
enum RegionRelation: Sendable {
    /// It comes from a region that owes the duty, or from inside of one; or one of the two is not known.
    case inside
    /// It comes from a region around one that owes the duty.
    case wider
    case apart

    /// - Parameter owing: where one lies in another, the duty names it itself (云溪县完成3座), so that its neighbours do not answer it.
    init(owing: [String], acting: [String]) {
        let named = owing.count < 2 ? [] : owing.filter { one in owing.contains { $0 != one && DivisionScope.isWithin(one, $0) } }
        // 官渡区 of a report by the city's office: the innermost is where it was done.
        let deeds = named.isEmpty ? [] : acting.filter { one in !acting.contains { $0 != one && DivisionScope.isWithin($0, one) } }
        if !named.isEmpty, !acting.isEmpty,
            !deeds.contains(where: { one in named.contains { DivisionScope.isWithin(one, $0) || DivisionScope.isWithin($0, one) } })
        {
            self = .apart
            return
        }
        if owing.isEmpty || acting.isEmpty || acting.contains(where: { one in owing.contains { DivisionScope.isWithin(one, $0) } }) {
            self = .inside
        } else if acting.contains(where: { one in owing.contains { DivisionScope.isWithin($0, one) } }) {
            self = .wider
        } else {
            self = .apart
        }
    }
}
