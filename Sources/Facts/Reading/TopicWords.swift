import Structure

/// What a heading says that the text below it is: 指导思想, 下一步打算, 存在问题, 成员名单.
enum TopicWords {
    static func topic(_ text: ScannedText, _ heading: Range<Int>, _ rosters: RosterWords) -> SentenceUnit.Topic? {
        let words = text.groups(in: heading)
        if words.contains(.problemHeading) { return .problems }
        if words.contains(.planHeading) { return .plans }
        if words.contains(.principleHeading) { return .principles }
        if words.contains(.dutyHeading) { return .duties }
        // 先进集体名单（12个）
        var end = heading.upperBound
        if end > heading.lowerBound, text[end - 1] == "）", let open = text.scalars[heading].lastIndex(of: "（") { end = open }
        return rosters.headings.length(endingAt: end, in: text.scalars, from: heading.lowerBound) == nil ? nil : .roster
    }
}
