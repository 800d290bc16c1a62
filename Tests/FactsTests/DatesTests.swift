import Provenance
import Structure
import Testing

@testable import Facts

/// Text with what is to be found marked in place: `于[2030年6月底前|2030-06-30|limit]完成`.
struct MarkedText: CustomTestStringConvertible {
    let plain: String
    /// What stands in brackets: the words and the parts behind them.
    let expected: [[String]]
    let testDescription: String

    init(_ marked: String) {
        testDescription = marked
        var plain = ""
        var expected: [[String]] = []
        for (index, piece) in marked.split(separator: "[", omittingEmptySubsequences: false).enumerated() {
            guard index > 0, let close = piece.firstIndex(of: "]") else {
                plain += piece
                continue
            }
            let parts = piece[..<close].split(separator: "|", omittingEmptySubsequences: false).map(String.init)
            expected.append(parts)
            plain += parts[0] + piece[piece.index(after: close)...]
        }
        self.plain = plain
        self.expected = expected
    }

    /// The reading text, each scalar from its own place.
    var reading: ReadingText {
        var text = ReadingText()
        for (offset, scalar) in plain.unicodeScalars.enumerated() { text.append(scalar, from: offset) }
        return text
    }
}

private func found(_ text: MarkedText, document: String?) -> [[String]] {
    let reading = text.reading
    var context = DateContext(documentDate: document)
    return DateRecogniser().dates(in: reading, range: 0..<reading.count, context: &context)
        .map { [reading.string($0.range), $0.value.text] + ($0.isLimit ? ["limit"] : []) }
}

@Suite struct DatesTests {
    /// All in a document of 18 November 2029.
    @Test(
        arguments: [
            // Days, months, years.
            "会议于[2029年3月5日|2029-03-05]召开", "[二〇二九年三月十五日|2029-03-15]印发", "二○号楼[二○一一年三月四日|2011-03-04]落成",
            "[2029-03-05|2029-03-05]发布", "[2029.3.5|2029-03-05]和[2029/12/31|2029-12-31]", "[2029年3月|2029-03]起施行",
            "在[2028年|2028]的基础上", "自[2030年1月1日|2030-01-01]起执行", "[2027年9月份|2027-09]", "[2029年11月8号|2029-11-08]",
            "截至[2029年10月31日|2029-10-31]，", "[2028年|2028]度",
            // The year is left out.
            "[11月8日|2029-11-08]，某市启动", "[2026年5月|2026-05]立项，[9月3日|2026-09-03]开工", "[十月三日|2029-10-03]上午", "通村公路（[2025—2027年|2025-01-01/2027-12-31]）。[10月|2029-10]已完成", 
            "[2028年12月30日|2028-12-30]动员，次年3月验收",
            "[9月份|2029-09]失业率", "[10月|2029-10]，省总工会", "今天（[11月4日|2029-11-04]），记者",
            // Relative years.
            "[今年|2029]，", "[去年|2028]建成，[明年|2030]扩建", "[今年1—6月|2029-01-01/2029-06-30]", "[去年10月|2028-10]",
            "[明年1月1日|2030-01-01]起施行", "[今年前三季度|2029-01-01/2029-09-30]", "[今年以来|2029-01-01/2029-11-18]，",
            "[2027年以来|2027-01-01/2029-11-18]", "[去年底|2028-12-31|limit]", "[今年年底前|2029-12-31|limit]", "[明年底前|2030-12-31|limit]",
            "[本月底前|2029-11-30|limit]报送", "[下月5日|2029-12-05]前往", "[上月底|2029-10-31|limit]",
            "[9月以来|2029-09-01/2029-11-18]", "[10月12日以来|2029-10-12/2029-11-18]", "[12月|2029-12]以来",
            // Ranges and parts of years.
            "[1—9月|2029-01-01/2029-09-30]新增", "[1-10月份|2029-01-01/2029-10-31]", "[1月至10月|2029-01-01/2029-10-31]",
            "[前三季度|2029-01-01/2029-09-30]", "[三季度|2029-07-01/2029-09-30]", "[第四季度|2029-10-01/2029-12-31]",
            "[一至三季度|2029-01-01/2029-09-30]", "[前10个月|2029-01-01/2029-10-31]", "[上半年|2029-01-01/2029-06-30]",
            "[2028年下半年|2028-07-01/2028-12-31]", "[2028年四季度|2028-10-01/2028-12-31]",
            "[2030年1月1日至12月31日|2030-01-01/2030-12-31]", "[10月26日至28日|2029-10-26/2029-10-28]",
            "[10月26—28日|2029-10-26/2029-10-28]举办", "[10月30日至11月2日|2029-10-30/2029-11-02]",
            "[2027年12月至2028年3月|2027-12-01/2028-03-31]", "[2026—2030年|2026-01-01/2030-12-31]", "[2026年至2028年|2026-01-01/2028-12-31]",
            "[11月中旬|2029-11-11/2029-11-20]", "[2月下旬|2029-02-21/2029-02-28]",
            "[11月3日|2029-11-03]、[4日|2029-11-04]，", "[7月20日|2029-07-20]8时转移群众，水位[21日|2029-07-21]14时回落", "[五年来|2024-11/2029-11]，", "[10年来|2019-11/2029-11]",
            "[“十四五”时期|2021-01-01/2025-12-31]，", "[“十五五”期间|2026-01-01/2030-12-31]", "[“十五五”以来|2026-01-01/2029-11-18]",
            "[1—9月|2029-01-01/2029-09-30]120人，[去年同期|2028-01-01/2028-09-30]100人", "与[去年同期|2028]相比",
            // Limits.
            "[2030年6月底前|2030-06-30|limit]完成", "[2030年10月底以前|2030-10-31|limit]", "[2030年12月31日前|2030-12-31|limit]",
            "[12月20日之前|2029-12-20|limit]报送", "[年底前|2029-12-31|limit]完成", "[到2030年|2030-12-31|limit]，", "[到2030年底|2030-12-31|limit]，",
            "力争[到2035年|2035-12-31|limit]，", "[2030年年底|2030-12-31|limit]", "[年内|2029-12-31|limit]持续推进", "[2030年内|2030-12-31|limit]建成",
            "[“十五五”末|2030-12-31|limit]，", "[到“十五五”末|2030-12-31|limit]", "[三季度末|2029-09-30|limit]", "[十月底前|2029-10-31|limit]",
            "[2030年6月底前|2030-06-30|limit]60%、[9月底前|2030-09-30|limit]80%、[11月底前|2030-11-30|limit]全部",
            "[5年内|2034-11-18|limit]建成", "力争在[三年内|2032-11-18|limit]实现", "[2031年2月前|2031-02-28|limit]", "[到2032年2月|2032-02-29|limit]",
            "其余项目[年底|2029-12-31|limit]可全部完成", "截至[10月底|2029-10-31]，累计", "截至[2028年底|2028-12-31]共有",
            // Hours behind a day.
            "[12月10日下班前|2029-12-10|limit]报送", "[11月30日下午下班前|2029-11-30|limit]，", "[12月5日17时前|2029-12-05|limit]", "[12月5日9时30分之前|2029-12-05|limit]",
            "[12月5日中午12:00前|2029-12-05|limit]", "[3月1日0时至5月10日24时|2029-03-01/2029-05-10]", "[12月6日20时至8日20时|2029-12-06/2029-12-08]",
            "[11月6日|2029-11-06]20时至次日8时", "[11月6日|2029-11-06]下午召开", "[11月6日|2029-11-06]8时段", "[2030年秋季开学前|2030-08-31|limit]", "[2030年春季学期开学前|2030-02-28|limit]",
            "[2028年|2028]秋季招生",
            // What something is measured against lends no year.
            "在[2026年|2026]基础上，[12月底前|2029-12-31|limit]", "较[2026年|2026]下降，[9月|2029-09]起", "以[2026年|2026]为基数，[6月底|2029-06-30|limit]", "与[2026年|2026]相比，[10月|2029-10]",
            "比[2026年|2026]的水平低，[9月|2029-09]", "[2026年|2026]比较紧，[9月|2026-09]", "[2031—2033年|2031-01-01/2033-12-31]，[12月底前|2029-12-31|limit]",
            "[到2035年|2035-12-31|limit]建成体系。[11月8日|2029-11-08]，", "[到2030年底前|2030-12-31|limit]，",
        ].map(MarkedText.init))
    func everyFormIsRead(text: MarkedText) {
        #expect(found(text, document: "2029-11-18") == text.expected)
    }

    @Test(
        arguments: [
            "每月28日前报送", "每季度末通报", "于每年2月底前总结", "每年1月15日、7月15日前报送", "60个工作日内办结", "自受理之日起20日内", "3年内不得申报", "在两年之内对其免于检查",
            "近年来", "多年来", "目前", "日前", "三月三活动", "为期三个月", "20世纪90年代", "1990年代", "证明年限", "如今年轻职工", "2029级", "第三季第九期",
            "建功‘十五五’奋进新征程", "“十五五”规划", "12个月", "15日内", "第三年", "当年12月底前", "次年3月", "一周年", "13月5日", "2月30日", "18年工龄",
            "每日17时前", "夜间22时前", "20时至次日8时", "秋季开学前", "下一季度", "每半年一次", "最后一公里", "5日游", "各年度", "3月龄婴儿", "6条", "二十大",
        ].map(MarkedText.init))
    func whatIsNoDateIsLeftOut(text: MarkedText) {
        #expect(found(text, document: "2029-11-18") == [])
    }

    @Test func withoutADocumentDateOnlyWholeDatesAreFound() {
        let text = MarkedText("今年以来，10月26日启动；[2028年3月|2028-03]立项，[5月|2028-05]开工")
        #expect(found(text, document: nil) == text.expected)
    }

    @Test func aReportOfJanuarySpeaksOfTheDecemberBehindIt() {
        let text = MarkedText("[12月28日|2028-12-28]召开会议，[12月底前|2029-12-31|limit]完成")
        #expect(found(text, document: "2029-01-10") == text.expected)
    }

    /// In a document of 18 November 2029 what is demanded lies ahead.
    @Test(
        arguments: [
            "[2028年|2028]建成12处，[12月底前|2029-12-31|limit]开工", "截至[2027年底|2027-12-31]建成12处，其余[年底前|2029-12-31|limit]建成", "[1月10日前|2030-01-10|limit]报送",
            // A limit before it, the year to come, no limit, a limit of months that lie behind.
            "[2028年6月底前|2028-06-30|limit]60%、[9月底前|2028-09-30|limit]80%", "[2030年|2030]建设，[6月底前|2030-06-30|limit]开工", "[2028年|2028]建成，[9月|2028-09]投用",
            "[6月底前|2029-06-30|limit]开工",
        ].map(MarkedText.init))
    func limitsOfDemandsLieAhead(text: MarkedText) {
        let reading = text.reading
        var context = DateContext(documentDate: "2029-11-18")
        context.demands = true
        let dates = DateRecogniser().dates(in: reading, range: 0..<reading.count, context: &context)
        #expect(dates.map { [reading.string($0.range), $0.value.text] + ($0.isLimit ? ["limit"] : []) } == text.expected)
    }

    @Test func headingsLendTheirYearToTheItemsBelow() {
        var context = DateContext(documentDate: "2029-11-18")
        func dates(_ words: String) -> [String] {
            let reading = MarkedText(words).reading
            return DateRecogniser().dates(in: reading, range: 0..<reading.count, context: &context).map(\.value.text)
        }
        _ = dates("2031年工作安排")
        context.lendToItems()
        context.beginItem()
        #expect(dates("2033年立项，5月开工") == ["2033", "2033-05"])
        context.beginItem()
        #expect(dates("5月开工") == ["2031-05"])
    }

    @Test(arguments: ["[11月25日前|2029-11-25|limit]报送，[11月底前|2029-11-30|limit]公布", "[11月底前|2030-11-30|limit]建成", "[6月5日前|2030-06-05|limit]报送", "[11月25日|2030-11-25]起"].map(MarkedText.init))
    func aNoticeOnTheYearToComeAsksForListsThisYear(text: MarkedText) {
        var context = DateContext(documentDate: "2029-11-18")
        let title = MarkedText("关于印发2030年工作要点").reading
        _ = DateRecogniser().dates(in: title, range: 0..<title.count, context: &context)
        context.lendToItems()
        context.beginItem()
        context.demands = true
        let reading = text.reading
        let dates = DateRecogniser().dates(in: reading, range: 0..<reading.count, context: &context)
        #expect(dates.map { [reading.string($0.range), $0.value.text] + ($0.isLimit ? ["limit"] : []) } == text.expected)
    }

    @Test func aTextWithoutADateForgetsNoYear() {
        let reading = MarkedText("2028年立项，3月动员").reading
        var context = DateContext(document: nil)
        _ = DateRecogniser().dates(in: reading, range: 0..<7, context: &context)
        context.beginItem()
        #expect(DateRecogniser().dates(in: reading, range: 8..<reading.count, context: &context).map(\.value.text) == ["2028-03"])
    }

    @Test func anItemForgetsTheYearsOfTheOneBefore() {
        let reading = MarkedText("2026年立项").reading
        let next = MarkedText("5月开工").reading
        var context = DateContext(documentDate: "2029-11-18")
        _ = DateRecogniser().dates(in: reading, range: 0..<reading.count, context: &context)
        context.beginItem()
        let dates = DateRecogniser().dates(in: next, range: 0..<next.count, context: &context)
        #expect(dates.map(\.value.text) == ["2029-05"])
    }

    @Test func namesAreLeftOut() {
        let reading = MarkedText("《2030年行动计划》于2029年印发").reading
        var context = DateContext(documentDate: nil)
        let dates = DateRecogniser().dates(in: reading, range: 0..<reading.count, excluding: [0..<11], context: &context)
        #expect(dates.map { reading.string($0.range) } == ["2029年"])
    }

    @Test func nothingOutsideTheRangeIsRead() {
        let reading = MarkedText("2029年3月5日前").reading
        var context = DateContext(documentDate: nil)
        let dates = DateRecogniser().dates(in: reading, range: 0..<7, context: &context)
        #expect(dates.map(\.value.text) == ["2029-03"])
    }
}
