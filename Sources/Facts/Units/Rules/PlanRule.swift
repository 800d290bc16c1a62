/// What is announced or forecast: 下一步，… · 将继续… · 预计… · 其余项目年底可全部完成。 What has already begun is reported, not planned.
enum PlanRule: UnitRule {
    static func read(_ unit: SentenceUnit) -> UnitClass? {
        if unit.topic == .plans, tellsOthers(unit) { return nil }
        if unit.topic == .plans { return unit.has(.completed) && unit.text.first(.completed, passing: .plannable, in: unit.range) != nil ? nil : .plan }
        if unit.has(.forecast) { return reachedBefore(unit) ? nil : .plan }
        guard let marker = marker(unit), !addresses(unit, announcedFrom: marker), !isUnderway(unit, announcedFrom: marker) else { return nil }
        return reports(unit, announcedFrom: marker) ? nil : .plan
    }

    /// 已建成9个，其余3个年底可全部完工: what was reached stands in a clause before the forecast.
    private static func reachedBefore(_ unit: SentenceUnit) -> Bool {
        guard unit.has(.completed), let forecast = unit.text.first(.forecast, in: unit.range),
            let clause = unit.clauses.last(where: { $0.lowerBound <= forecast.lowerBound })
        else { return false }
        return unit.text.contains(.completed, in: unit.range.lowerBound..<clause.lowerBound)
    }

    /// How far a subject may push a word of intent.
    private static let reach = 14

    /// Where the unit begins to announce.
    private static func marker(_ unit: SentenceUnit) -> Int? {
        guard unit.has([.future, .intent, .futureVerb]) else { return announcement(unit) ?? scheduled(unit) }
        for clause in unit.clauses {
            if unit.text.groups(at: clause.lowerBound, limit: clause.upperBound).contains(.future) { return clause.lowerBound }
            let head = clause.lowerBound..<min(clause.upperBound, clause.lowerBound + reach)
            // 听取当前情况和下一步工作安排汇报 has been heard.
            if let found = unit.text.first(.intent, in: head), unit.text.rare.hearing.first(in: clause.lowerBound..<found.lowerBound, of: unit.text.scalars) == nil,
                // 计划完成率76% is a figure.
                found.upperBound == unit.range.upperBound || unit.text[found.upperBound] != "率"
            {
                return found.lowerBound
            }
        }
        return unit.announcedAct?.lowerBound ?? announcement(unit)
    }

    /// 该县计划10月底前实现全覆盖: 计划 right before a day.
    private static func scheduled(_ unit: SentenceUnit) -> Int? {
        guard unit.hasDate, let day = unit.inside.first(where: { if case .date = $0.fact { true } else { false } })?.range.lowerBound,
            let length = unit.text.rare.scheduling.length(endingAt: day, in: unit.text.scalars, from: unit.range.lowerBound)
        else { return nil }
        return day - length
    }

    /// 据悉，县总工会将建设一批工作室: 将 right behind the name of a body, unless it is 把: 市教育局将德育融入教学.
    private static func announcement(_ unit: SentenceUnit) -> Int? {
        guard unit.hasBody else { return nil }
        for clause in unit.clauses {
            let head = clause.lowerBound..<min(clause.upperBound, clause.lowerBound + reach)
            guard let body = unit.body(beginningIn: head, where: { $1.upperBound + 1 < clause.upperBound && unit.text[$1.upperBound] == "将" }),
                unit.text.rare.disposing.first(in: body.upperBound..<clause.upperBound, of: unit.text.scalars) == nil
            else { continue }
            return body.upperBound
        }
        return nil
    }

    /// 下一步，各部门要倒排时间节点: others are told what to do.
    /// 党组织要报送方案，进展将向社会公开: so they are where only 将 announces.
    private static func addresses(_ unit: SentenceUnit, announcedFrom marker: Int) -> Bool {
        guard unit.has([.must, .mustNot]) else { return false }
        let saysWill = !unit.has([.future, .intent])
        return unit.clauses.contains { clause in
            guard DemandRule.demands(clause, unit) else { return false }
            let head = clause.lowerBound..<min(clause.upperBound, clause.lowerBound + 2)
            return saysWill && clause.upperBound <= marker || unit.body(beginningIn: head, where: { body, _ in body.isClass }) != nil
        }
    }

    /// Below 下步工作 as well others are told: 各单位要加密巡查。 严禁擅自返家。 鼓励企业投保。 Where nobody else is named, the office speaks of itself: 要继续抓好整改。
    private static func tellsOthers(_ unit: SentenceUnit) -> Bool {
        guard unit.has([.must, .mustNot, .encourage]), !unit.begins(with: .future) else { return false }
        if unit.begins(with: .mustNot) { return true }
        return unit.clauses.contains { clause in
            unit.hasSubject(in: clause) && DemandRule.demands(clause, unit)
        }
    }

    /// 力争开工1个，目前正在做前期工作: a clause of its own says what is being done.
    private static func isUnderway(_ unit: SentenceUnit, announcedFrom marker: Int) -> Bool {
        unit.clauses.contains { !$0.contains(marker) && unit.text.rare.underway.length(at: $0.lowerBound, in: unit.text.scalars, limit: $0.upperBound) != nil }
    }

    /// Something has happened all the same; a result behind the marker is what is announced.
    private static func reports(_ unit: SentenceUnit, announcedFrom marker: Int) -> Bool {
        // 7月10日，省政府召开会议，部署下步重点任务。
        if unit.hasDate, let occurred = unit.text.first(.occurred, passing: [], in: unit.range, startingBefore: marker), unit.clauses.contains(where: { $0.contains(occurred.index) && !$0.contains(marker) }) {
            return true
        }
        guard unit.has(.completed) else { return false }
        return unit.text.first(.completed, passing: [], in: unit.range, startingBefore: marker + 1) != nil
            || unit.text.first(.completed, passing: .plannable, in: marker + 1..<unit.range.upperBound) != nil
    }
}
