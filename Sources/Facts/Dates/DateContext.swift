import Provenance

/// What a date leaves out is taken from here: the document's own date, and the dates before it in the same item.
public struct DateContext: Sendable {
    /// The document's date (成文日期), where known. Without it 今年, 年底 and 10月26日 with no year before them are no dates.
    public let document: CalendarDay?
    /// Of a document without a date the year that its title names: 2024年…完成情况报告.
    public var titleYear: Int?
    /// The year after the document's, where the title names it: what the document arranges lies there.
    public var planYear: Int?
    /// The date found last in the item.
    var last: DatePeriod?
    /// A horizon (到2030年) lends its year to the rest of its sentence only.
    var horizon: DatePeriod?

    public init(document: CalendarDay?) {
        self.document = document
    }

    /// `date` as ISO 8601; a month or year alone counts from its first day.
    public init(documentDate date: String?) {
        document = date.flatMap { CalendarDay(iso: $0) }
    }

    /// Forgets the dates found so far: a new item, or a new clause that stands for itself, begins.
    public mutating func beginItem() {
        last = nil
        horizon = nil
    }

    /// The year that a month or day without one belongs to: of the nearest date before, else of the document, else of its title.
    var year: Int? { horizon?.last.year ?? last?.last.year ?? document?.year ?? titleYear }

    /// The month that a day without one belongs to: only of a date before in the item.
    var month: Int? { last.flatMap { $0.precision == .year ? nil : $0.last.month } }
}
