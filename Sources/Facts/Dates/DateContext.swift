import Provenance

/// What a date leaves out is taken from here: the document's own date, and the dates before it in the same item.
public struct DateContext: Sendable {
    /// The document's date (成文日期), where known. Without it 今年, 年底 and 10月26日 with no year before them are no dates.
    public let document: CalendarDay?
    /// Of a document without a date the year that its title names: 2024年…完成情况报告.
    public var titleYear: Int?
    /// The year after the document's, where the title names it: what the document arranges lies there.
    public var planYear: Int?
    /// What is read demands: a time limit in it lies ahead of the document.
    var demands = false
    /// The date found last in the item.
    var last: DatePeriod?
    /// The one found last in the whole text that names a month: 22日 in a report goes on from the section above.
    var spoken: DatePeriod?
    /// That one sets a limit itself (2031年6月底前60%、9月底前80%).
    var lastIsLimit = false
    /// The year that the headings over an item name, the title first: 2031年工作安排 lends it to all that stands below.
    var heading: DatePeriod?
    /// A horizon (到2030年) lends its year to the rest of its sentence only.
    var horizon: DatePeriod?

    public init(document: CalendarDay?) {
        self.document = document
    }

    /// `date` as ISO 8601; a month or year alone counts from its first day.
    public init(documentDate date: String?) {
        document = date.flatMap { CalendarDay(iso: $0) }
    }

    /// Forgets the dates found so far, all but those of the headings above: a new item, or a new clause that stands for itself, begins.
    /// A text without a date of its own knows no better year than the one it named last, and forgets none.
    public mutating func beginItem() {
        guard document != nil else { return }
        last = heading
        lastIsLimit = false
        horizon = nil
    }

    /// What was read since `beginItem` stands over the items to come: a heading, a line that ends in a colon. 2031—2035年 is no year to lend.
    mutating func lendToItems() {
        guard let last, last.first.year == last.last.year else { return }
        heading = last
    }

    /// The year that a month or day without one belongs to: of the nearest date before, else of the document, else of its title.
    var year: Int? { horizon?.last.year ?? last?.last.year ?? document?.year ?? titleYear }

    /// In whose month a day stands that names none: a date before it in the item, in a report also one before the item.
    var month: DatePeriod? {
        if let last, last.precision != .year { return last }
        return demands ? nil : spoken
    }
}
