import Vocabulary

/// What a text does whose title names no 文种 or was lost (文种推断): it directs where its clauses end in who owes them, where it says so
/// itself (提出如下意见), or where its numbered headings demand and hardly a sentence tells what has happened.
struct GenreEvidence {
    let words: StructureWords

    func directs(_ paragraphs: ArraySlice<Paragraph>, in text: [Unicode.Scalar]) -> Bool {
        if let first = paragraphs.first, tellsOfDay(first) { return false }
        var duties = 0
        var demands = 0
        var facts = 0
        var headings = 0
        for paragraph in paragraphs {
            let printed = Glimpse(paragraph.pieces, in: text).scalars
            if words.introductions.contains(printed, in: 0..<printed.count) { return true }
            demands += words.demanding.count(in: 0..<printed.count, of: printed)
            facts += words.reporting.count(in: 0..<printed.count, of: printed)
            demands += sentences(printed, from: paragraph.numbering?.length ?? 0)
            if endsInDuty(printed) { duties += 1 }
            if let numbering = paragraph.numbering, words.headingVerbs.length(at: numbering.length, in: paragraph.head.scalars, limit: paragraph.head.count) != nil { headings += 1 }
        }
        if duties >= 2, duties * 2 >= facts { return true }
        return (headings >= 3 || demands >= 6) && headings + demands > 2 * facts
    }

    /// 云上某州报道 10月13日，州政府召开…部署会。: news begins with the day and what happened on it.
    private func tellsOfDay(_ paragraph: Paragraph) -> Bool {
        let text = paragraph.head.scalars
        guard paragraph.numbering == nil, let day = text.prefix(24).firstIndex(of: "日"), let month = text[..<day].lastIndex(of: "月"), month + 3 >= day, month > 0,
            text[month - 1].isDigit, text[day - 1].isDigit
        else { return false }
        let end = text[day...].firstIndex(of: "。") ?? text.count
        return words.events.first(in: day..<end, of: text) != nil
    }

    /// How many sentences begin with a verb that demands where nobody is named before it: 着力推进…。 扎实做好…。
    private func sentences(_ paragraph: [Unicode.Scalar], from start: Int) -> Int {
        var count = 0
        var begins = start
        for index in start..<paragraph.count + 1 where index == paragraph.count || paragraph[index].endsSentence {
            if index - begins > 6, words.headingVerbs.length(at: begins, in: paragraph, limit: index) != nil { count += 1 }
            begins = index + 1
        }
        return count
    }

    /// （省甲厅牵头，省乙厅配合）, and the same on a line of its own: 责任单位：…
    private func endsInDuty(_ paragraph: [Unicode.Scalar]) -> Bool {
        let last = max(0, paragraph.count - 60)..<paragraph.count
        if words.dutyVerbs.contains(paragraph, in: last), paragraph[last].contains(where: { $0 == "）" || $0 == "】" }) { return true }
        // （责任部门：市甲局（市甲中心）、市乙局）
        guard let end = paragraph.lastIndex(where: { $0 != "。" }), let open = Brackets.start(of: end, in: paragraph) else { return false }
        return words.dutyLabels.length(at: open + 1, in: paragraph, limit: paragraph.count) != nil
    }
}

extension PhraseSet {
    fileprivate func count(in range: Range<Int>, of text: [Unicode.Scalar]) -> Int {
        var count = 0
        var rest = range
        while let found = first(in: rest, of: text) {
            count += 1
            rest = found.upperBound..<range.upperBound
        }
        return count
    }
}
