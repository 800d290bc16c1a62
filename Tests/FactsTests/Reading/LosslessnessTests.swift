import Facts
import Provenance
import SuyuanTesting
import Testing

/// Odd texts and long ones are read without loss, and twice alike; generated ones are converted as a whole in `AnyTextTests`.
@Suite struct LosslessnessTests {
    private func check(_ text: String, seed: UInt64) throws {
        let source = SourceText(text)
        let document = try TestOntology.read(source)
        let faults = Losslessness(document, of: source).faults
        #expect(faults.isEmpty, "seed \(seed): \(faults.prefix(3)) in \(String(text.prefix(2000)).debugDescription)")
    }

    @Test(arguments: [
        "", " ", "\n\n", "\u{FEFF}", "\u{200B}\n\u{200B}", "\u{0}", "\u{1}\u{2}\n\u{3}", "。", "一、", "（", "）", "— 1 —", "— 1 —\n— 2 —", "# ", "---", "<!-- -->", "《", "\r", "\r\n\r", "附件", "附件：", "报：", "抄送：",
        "第一条", "序号\n重点任务\n责任单位\n1", "序号\t任务\t责任单位\n", "目录\n甲\n甲", "【】", "【甲】\n【甲】", "\t\t\t", "甲\u{0}乙", "\u{200B}甲\u{200B}\n\u{2060}乙", "#\u{200B}", "— 1 —\u{200B}",
    ])
    func smallAndOddTexts(_ text: String) throws { try check(text, seed: 0) }

    /// Texts that a reader with a quadratic spot would not finish in the patience of a test run.
    @Test(arguments: [
        String(repeating: "（", count: 20_000) + String(repeating: "”", count: 20_000), String(repeating: "（《“", count: 10_000), String(repeating: "新增公园12个，江西省财政厅、", count: 2_000),
        "（" + String(repeating: "江西省财政厅、", count: 3_000) + "负责）", String(repeating: "1", count: 40_000), String(repeating: "\u{200B}\n", count: 20_000) + "甲",
        String(repeating: "一、甲\n", count: 3_000), String(repeating: "— 1 —\n", count: 10_000), String(repeating: "2032年6月底前，各地要建成泵站3座。（市水务局负责）", count: 500),
    ])
    func longAndRepetitiveTexts(_ text: String) throws { try check(text, seed: 0) }

    @Test func readingTwiceGivesTheSame() throws {
        for seed in 500..<540 as Range<UInt64> {
            var grammar = PolicyText(seed: seed)
            let text = grammar.noisy(grammar.document())
            #expect(try TestOntology.read(text) == TestOntology.read(text))
        }
    }

    /// The check itself must see what is wrong.
    @Test func lossIsSeen() throws {
        let source = SourceText("各地要更新管网。\n各县要报送台账。")
        var document = try TestOntology.read(source)
        #expect(Losslessness(document, of: source).faults.isEmpty)
        #expect(!Losslessness(document, of: SourceText("各地要更新管网。\n各县要报送台账。。")).faults.isEmpty)
        #expect(!Losslessness(document, of: SourceText("各地要更新管道。\n各县要报送台账。")).faults.isEmpty)
        document.body.append(contentsOf: document.body)
        #expect(!Losslessness(document, of: source).faults.isEmpty)
    }
}
