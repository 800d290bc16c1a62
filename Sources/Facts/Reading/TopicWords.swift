import Structure

/// What a heading says that the text below it is: 指导思想, 下一步打算, 存在问题, 成员名单.
enum TopicWords {
    static func topic(_ text: ScannedText, _ heading: Range<Int>, _ rosters: RosterWords) -> SentenceUnit.Topic? {
        let words = text.groups(in: heading)
        if text.rare.demandHeadings.length(endingAt: end(of: heading, text), in: text.scalars, from: heading.lowerBound) != nil { return .demands }
        if words.contains(.problemHeading) { return .problems }
        if words.contains(.planHeading) { return .plans }
        if words.contains(.principleHeading) { return .principles }
        if words.contains(.dutyHeading) { return .duties }
        if isBackground(heading, text) { return .background }
        if text.rare.situationHeadings.length(endingAt: end(of: heading, text), in: text.scalars, from: heading.lowerBound) != nil { return .situation }
        if text.rare.overallHeadings.contains(text.scalars, in: heading) { return .overall }
        return rosters.headings.length(endingAt: end(of: heading, text), in: text.scalars, from: heading.lowerBound) == nil ? nil : .roster
    }

    /// 充分认识…的重要意义, 工作背景; 完善背景调查制度 is none.
    private static func isBackground(_ heading: Range<Int>, _ text: ScannedText) -> Bool {
        text.rare.backgroundHeadings.length(endingAt: end(of: heading, text), in: text.scalars, from: heading.lowerBound) != nil
            || text.rare.backgroundOpenings.contains(text.scalars, in: heading)
    }

    /// Where its words end: before a bracket (先进集体名单（12个）) and before the mark that closes it.
    private static func end(of heading: Range<Int>, _ text: ScannedText) -> Int {
        guard let last = heading.last else { return heading.upperBound }
        switch text[last] {
        case "）": return text.scalars[heading].lastIndex(of: "（") ?? heading.upperBound
        case "。", "：": return last
        default: return heading.upperBound
        }
    }
}
