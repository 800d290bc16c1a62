/// What reading a document finds to remark on.
extension Message {
    public static func bodyNamedTwice(_ name: String) -> Message {
        Message("duty.twice", zh: "同一条款中重复列出责任单位“\(name)”。", en: "The clause names the body “\(name)” twice.")
    }

    public static func bodyInTwoRoles(_ name: String) -> Message {
        Message("duty.roles", zh: "同一条款中“\(name)”既牵头又配合，请核对。", en: "The clause names “\(name)” in two roles: check which is meant.")
    }

    public static func bodyUnknown(_ name: String) -> Message {
        Message("duty.unknown", zh: "责任单位“\(name)”不在本体中，请核对名称，或将其补入本体。", en: "The body “\(name)” owes a duty but is not known: check its name, or add it to the ontology.")
    }

    /// - Parameter successors: labels of the functions that took its place.
    public static func bodyOfThePast(_ name: String, until year: Int, successors: [String]) -> Message {
        let (zh, en) = successors.isEmpty ? ("", "") : ("，其职能现属" + successors.joined(separator: "、"), "; its work passed to " + successors.joined(separator: ", "))
        return Message("duty.past", zh: "责任单位“\(name)”是\(year)年机构改革前的名称\(zh)，请核对。", en: "“\(name)” is a name from before the reform of \(year)\(en): check which body is meant.")
    }

    public static var leadMissing: Message {
        Message("duty.lead", zh: "本文件规定各项任务均有牵头单位，本条没有。", en: "By its own rule the document gives every task a lead; this clause has none.")
    }

    /// 其中 names parts that are more than what they are parts of.
    public static func partsExceedTotal(_ sum: String, total: String) -> Message {
        Message("figures.exceed", zh: "“其中”各项合计\(sum)，多于总数\(total)，请核对。", en: "The parts add up to \(sum), more than their total of \(total): check which is meant.")
    }

    public static func partsLeaveRest(_ sum: String, total: String, rest: String) -> Message {
        Message("figures.rest", zh: "“其中”各项合计\(sum)，与总数\(total)相差\(rest)。", en: "The parts add up to \(sum) of \(total) and leave \(rest).")
    }

    public static func rateOff(_ printed: String, computed: String, actual: String, planned: String) -> Message {
        Message("figures.rate", zh: "文中比率为\(printed)，按\(actual)/\(planned)推算为\(computed)，请核对。", en: "The text prints \(printed), but \(actual) of \(planned) is \(computed).")
    }

    public static func changeOff(_ printed: String, computed: String, from: String, to: String) -> Message {
        Message("figures.change", zh: "由\(from)到\(to)相差\(computed)个百分点，文中为\(printed)个百分点，请核对。", en: "From \(from) to \(to) is \(computed) points; the text prints \(printed).")
    }

    public static func dateFromName(_ date: String) -> Message {
        Message("date.name", zh: "文中没有成文日期，按文件名取 \(date)。", en: "The text prints no date; \(date) was taken from the file's name.")
    }

    /// - Parameters:
    ///   - printed: what the document says of its number or day.
    ///   - table: what the table above it on its page says.
    public static func metadataDiffers(from printed: String, _ table: String) -> Message {
        Message(
            "front.metadata", zh: "网页信息表与正文不一致：正文为“\(printed)”，信息表为“\(table)”，按正文。",
            en: "The table above the document differs from it: the text prints \"\(printed)\", the table \"\(table)\"; the text was taken.")
    }

    public static var noDate: Message {
        Message("date.none", zh: "文中和文件名中都没有日期。", en: "Neither the text nor the file's name gives a date.")
    }

    public static func classified(_ mark: String) -> Message {
        Message("classified", zh: "文件标有密级“\(mark)”，不予处理。", en: "The document is marked “\(mark)” and was not processed.")
    }

    public static var allowClassified: Message {
        Message(
            "classified.allow", zh: "确有权限的，请加 --allow-classified。",
            en: "If you may process it on this machine, say so with --allow-classified.")
    }
}
