import Foundation
import SuyuanTesting
import Testing

@testable import Facts

/// Documents in traditional characters say what the same documents in simplified ones say, at the same places.
@Suite struct TraditionalScriptTests {
    static let text = """
        云南省人民政府办公厅关于推进养老服务发展的实施意见
        云政办发〔2031〕24号
        各州、市人民政府，省直各部门：
        　　一、扩大服务供给
        　　（一）建设社区食堂。到2033年底，全省建成社区食堂不少于300个。（省民政厅牵头，省财政厅、商务厅配合）
        　　（二）培训护理人员。各地要组织养老机构员工参加职业技能培训，每年培训2万人次以上。（省人力资源社会保障厅负责）
        　　二、报送情况
        　　2031年5月12日，昆明市举办开放日活动，1200余名老人参观了新设备。
        云南省人民政府办公厅
        2031年4月3日
        """

    private static func facts(_ text: String) throws -> (facts: [String], document: PolicyDocument) {
        let document = try TestOntology.read(text)
        var facts: [String] = []
        var visited = document
        visited.forEachBlock { block in
            for mark in block.marks {
                let says =
                    switch mark.fact {
                    case .body(let body): "body \(body.ref ?? "–") \(body.name)"
                    case .date(let date): "date \(date.value.text)"
                    case .quantity(let quantity): "\(quantity.comparator) \(quantity.value) \(quantity.unit)"
                    case .requirement(let modality): "requirement \(modality)"
                    case .action: "action"
                    default: "other"
                    }
                facts.append("\(mark.span.start)–\(mark.span.end) \(says)")
            }
        }
        return (facts, document)
    }

    @Test func sayTheSame() throws {
        let printed = try #require(Self.text.applyingTransform(StringTransform("Hans-Hant"), reverse: false))
        try #require(printed != Self.text && printed.unicodeScalars.count == Self.text.unicodeScalars.count)
        let simplified = try Self.facts(Self.text)
        let traditional = try Self.facts(printed)
        #expect(simplified.facts.count > 15)
        #expect(traditional.facts == simplified.facts)
        #expect(simplified.document.language == "zh-Hans")
        #expect(traditional.document.language == "zh-Hant")
    }

    /// What is printed stays as it is.
    @Test func keepTheirCharacters() throws {
        let printed = try #require(Self.text.applyingTransform(StringTransform("Hans-Hant"), reverse: false))
        let document = try Self.facts(printed).document
        #expect(document.front.first?.content.text == printed.split(separator: "\n").first.map(String.init))
    }

    /// A name quoted in traditional characters makes no traditional document.
    @Test func aQuotedNameIsNoScript() throws {
        let document = try Self.facts(Self.text + "\n　　展览馆复原了“國營雲南紡織廠”的旧门牌。").document
        #expect(document.language == "zh-Hans")
    }
}
