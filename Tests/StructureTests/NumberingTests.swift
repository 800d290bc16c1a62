import Testing

@testable import Structure

private func numbering(_ text: String) -> Numbering? {
    Numbering(Glimpse(Pieces(0..<text.unicodeScalars.count), in: Array(text.unicodeScalars)))
}

@Suite struct NumberingTests {
    @Test(
        arguments: [
            ("一、加快老旧小区改造", NumberingStyle.chinese, 1, "一、"), ("十二、强化考核", .chinese, 12, "十二、"), ("二十一、附则", .chinese, 21, "二十一、"),
            ("三.统筹推进", .chinese, 3, "三."), ("（一）完善台账", .bracketedChinese, 1, "（一）"), ("(二)完善台账", .bracketedChinese, 2, "(二)"),
            ("（ 十 ）完善台账", .bracketedChinese, 10, "（十）"), ("1.治理扬尘", .arabic, 1, "1."), ("１．治理扬尘", .arabic, 1, "1."), ("2、治理扬尘", .arabic, 2, "2、"),
            ("12. 治理扬尘", .arabic, 12, "12."), ("（1）布设监测点", .bracketedArabic, 1, "（1）"), ("(3)布设监测点", .bracketedArabic, 3, "(3)"),
            ("4）布设监测点", .bracketedArabic, 4, "4）"), ("①入户登记", .circled, 1, "①"), ("⑳入户登记", .circled, 20, "⑳"),
            ("第一章 总则", .chapter, 1, "第一章"), ("第三节 监督检查", .division, 3, "第三节"), ("第二编 分则", .part, 2, "第二编"),
            ("第十五条 供水单位应当公示水质。", .article, 15, "第十五条"), ("第8条 供水单位应当公示水质。", .article, 8, "第8条"),
            ("第一百零三条 本条例自公布之日起施行。", .article, 103, "第一百零三条"), ("一\u{200B}、加快老旧小区改造", .chinese, 1, "一、"),
            ("　　（三）　清理河道", .bracketedChinese, 3, "（三）"),
        ])
    func numbersAreRead(_ text: String, style: NumberingStyle, ordinal: Int, printed: String) {
        let found = numbering(text)
        #expect(found?.style == style)
        #expect(found?.ordinal == ordinal)
        #expect(found?.length == printed.unicodeScalars.count)
    }

    @Test(arguments: [
        "2030年底前建成", "3.5万户居民", "12.6%的社区", "一是完善制度", "第一，加强领导", "第一产业增加值", "第五条规定的情形除外", "第三条和第四条所列材料", "一、二年级学生免费乘车",
        "（试行）", "（2031年修订）", "（此件公开发布）", "1000.全市", "一体推进", "十四五规划", "三个清单", "《办法》第三条", "", "。", "第", "（", "（一", "100个社区",
    ])
    func otherBeginningsAreNoNumbers(_ text: String) {
        #expect(numbering(text) == nil)
    }
}
