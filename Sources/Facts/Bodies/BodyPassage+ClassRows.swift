import Vocabulary

/// Lists whose members share the head of a class (共用中心词的列举): 教育、人力资源社会保障部门, 建设、监理等单位.
extension BodyPassage {
    /// Where the list begins that a class name ends; the beginning of the name where it ends none.
    func row(endingIn name: Range<Int>) -> Int {
        let members = ontology.classMembers
        guard members.isShared(map.scalars, name) else { return name.lowerBound }
        let lowest = map.range.lowerBound
        var start = name.lowerBound
        var count = 0
        // 民政、财政等|有关部门
        if start > lowest, map.scalars[start - 1] == "等" {
            guard let length = member(endingAt: start - 1) else { return name.lowerBound }
            start -= 1 + length
            count = 1
        }
        while let gap = gap(endingAt: start), let length = member(endingAt: start - gap) {
            start -= gap + length
            count += 1
        }
        guard count > 0 else { return name.lowerBound }
        while map.modifier(endingAt: start) > 0 { start -= map.modifier(endingAt: start) }
        return map.mayCut(start) ? start : name.lowerBound
    }

    private func member(endingAt end: Int) -> Int? {
        ontology.classMembers.length(endingAt: end, in: map.scalars, from: map.range.lowerBound)
    }

    /// Length of 、 or 和 before a place.
    private func gap(endingAt end: Int) -> Int? {
        guard end > map.range.lowerBound else { return nil }
        switch map.scalars[end - 1] {
        case "、", "和", "与", "及": return end - 1 > map.range.lowerBound && map.scalars[end - 2] == "以" && map.scalars[end - 1] == "及" ? 2 : 1
        default: return nil
        }
    }
}
