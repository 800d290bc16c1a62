import Structure

/// What a heading says that the text below it is: 指导思想, 下一步打算, 存在问题, 成员名单.
enum TopicWords {
    static func topic(_ text: ScannedText, _ heading: Range<Int>, _ rosters: RosterWords) -> SentenceUnit.Topic? {
        let words = text.groups(in: heading)
        if text.rare.demandHeadings.length(endingAt: end(of: heading, text), in: text.scalars, from: heading.lowerBound) != nil { return .demands }
        // 存在问题整改情况 reports what was done about them.
        let tells = text.rare.situationHeadings.length(endingAt: end(of: heading, text), in: text.scalars, from: heading.lowerBound) != nil
        if tells, words.contains(.problemHeading), words.contains(.problemAddressed) { return .situation }
        if words.contains(.problemHeading) { return .problems }
        if words.contains(.planHeading) { return .plans }
        if words.contains(.principleHeading) { return .principles }
        if words.contains(.dutyHeading) { return .duties }
        if isBackground(heading, text) { return .background }
        if tells { return .situation }
        if text.rare.overallHeadings.contains(text.scalars, in: heading) { return .overall }
        return rosters.headings.length(endingAt: end(of: heading, text), in: text.scalars, from: heading.lowerBound) == nil ? nil : .roster
    }

    /// 2032年重点工作 over what a report announces.
    static func announces(_ text: ScannedText, _ heading: Range<Int>) -> Bool {
        text.rare.planHeadingEnds.length(endingAt: end(of: heading, text), in: text.scalars, from: heading.lowerBound) != nil
    }

    /// 2032年，我局将重点做好以下工作： over what it announces.
    static func opensPlans(_ text: ScannedText, _ line: Range<Int>) -> Bool {
        guard let last = line.last, text[last] == "：", line.count <= 60 else { return false }
        let words = text.groups(in: line)
        if words.contains(.planHeading), line.count <= 16 { return true }
        // 现将有关情况通报如下： announces nothing.
        return (words.contains(.future) || text.scalars[line].contains("将")) && text.rare.planLeads.first(in: line, of: text.scalars) != nil
    }

    /// 审计发现的主要问题有： over the problems.
    static func opensProblems(_ text: ScannedText, _ line: Range<Int>) -> Bool {
        guard let last = line.last, text[last] == "：" else { return false }
        return ProblemRule.announcesList(line.lowerBound..<last, text)
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
