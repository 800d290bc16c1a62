import SuyuanTesting
import Testing
import Vocabulary

@testable import Facts

/// Documents named in the text, and what an abbreviation stands for.
@Suite struct CitationTests {
    private func cited(_ text: String) throws -> [String] {
        var memory = CitationRecogniser.Memory()
        let text = ScannedText(text, scanner: WordScanner(try TestOntology.shared().markers, Measures()))
        return CitationRecogniser().citations(in: text, range: 0..<text.scalars.count, memory: &memory)
            .map { $0.citation.title + ($0.citation.ref.map { " = " + $0 } ?? "") }
    }

    @Test(
        arguments: [
            ("按照《青河市供水条例》执行。", ["青河市供水条例"]), ("《甲办法》和《乙细则》同时废止。", ["甲办法", "乙细则"]),
            ("《关于加强供水的意见》（以下简称《意见》）印发后，《意见》提出目标。", ["关于加强供水的意见", "意见 = 关于加强供水的意见", "意见 = 关于加强供水的意见"]),
            ("《关于加强供水的意见》（以下简称“《意见》”），《意见》提出目标。", ["关于加强供水的意见", "意见 = 关于加强供水的意见", "意见 = 关于加强供水的意见"]),
            ("《青河市供水条例》（以下简称为《条例》）。", ["青河市供水条例", "条例 = 青河市供水条例"]),
            ("《关于印发〈供水办法〉的通知》", ["关于印发〈供水办法〉的通知"]), ("《关于印发《供水办法》的通知》已下发", ["关于印发《供水办法》的通知"]), ("没有引用。", []), ("《没有结束的书名", []),
            ("〔2031〕17号", []), ("》《", []), ("2031年〔注〕", []),
        ])
    func citationsAreFound(_ text: String, titles: [String]) throws {
        #expect(try cited(text) == titles)
    }

    /// The 机关代字 takes no word of the sentence with it.
    @Test(
        arguments: [
            ("《关于供水的通知》（青政办发〔2031〕17号）", "青政办发〔2031〕17号"), ("（青水〔2031〕8号）", "青水〔2031〕8号"), ("，青水[2031]8号", "青水[2031]8号"),
            ("各单位落实青政办发〔2031〕17号情况", "青政办发〔2031〕17号"), ("督查组按照青水〔2031〕8号要求", "青水〔2031〕8号"), ("现印发青办字〔2031〕8号", "青办字〔2031〕8号"),
        ])
    func numbersAreFound(_ text: String, number: String) throws { #expect(try cited(text).last == number) }
}
