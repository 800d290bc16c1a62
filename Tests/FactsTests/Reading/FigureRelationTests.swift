import SuyuanTesting
import Testing

@testable import Facts

/// What each figure of a sentence counts, where the sentence says so at another place (分别, 其中).
@Suite struct FigureRelationTests {
    static let sentences: [(text: String, counted: [String])] = [
        ("浏阳市、宁乡市、长沙县分别建成驿站12个、8个、6个。", ["12 个 浏阳市", "8 个 宁乡市", "6 个 长沙县"]),
        ("男、女职工分别为4100人和4500人。", ["4100 人 男", "4500 人 女职工"]),
        ("城镇、农村居民人均可支配收入分别达到4.2万元、1.9万元，同比分别增长4.5%和6.8%。", ["42000 元 城镇", "19000 元 农村居民人均可支配收入", "4.5 % 城镇", "6.8 % 农村居民人均可支配收入"]),
        ("图书馆和文化馆分别接待36万人次和21万人次。", ["360000 人次 图书馆", "210000 人次 文化馆"]),
        // Three names for two figures pair nothing.
        ("甲、乙、丙三地分别补贴12万元、8万元。", []),
        ("全市共举办招聘会320场，其中线上210场、线下110场。", ["210 场 线上", "110 场 线下"]),
        ("评出示范企业30家，其中12家民营企业。", ["12 家 民营企业"]),
        ("全年安排资金1.2亿元，其中：省级资金7000万元，市级资金5000万元。", ["70000000 元 省级资金", "50000000 元 市级资金"]),
        // A share is no part by itself.
        ("全年培训8600人，其中女性占45%。", []),
        ("全年培训8600人。", []),
    ]

    @Test(arguments: sentences) func figuresAreCounted(_ text: String, _ counted: [String]) throws {
        let document = try TestOntology.read("长沙市人民政府关于2031年工作情况的报告\n省人民政府：\n　　一、主要工作\n　　\(text)\n长沙市人民政府\n2031年12月20日\n")
        var found: [String] = []
        var body = document.body
        body.forEachTextBlock { block in
            for mark in block.marks {
                if case .quantity(let quantity) = mark.fact, let of = quantity.of { found.append("\(quantity.value) \(quantity.unit) \(of)") }
            }
        }
        #expect(found == counted)
    }
}
