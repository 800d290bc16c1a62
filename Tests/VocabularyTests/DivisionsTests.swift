import Testing

@testable import Vocabulary

@Suite struct DivisionsTests {
    private let divisions = Divisions(
        [
            Region(code: "530000", level: .province, name: "云南省", shortNames: ["云南"]),
            Region(code: "530100", level: .prefecture, name: "昆明市", shortNames: ["昆明"]),
            Region(code: "530102", level: .county, name: "五华区"),
            Region(code: "533100", level: .prefecture, name: "德宏傣族景颇族自治州", shortNames: ["德宏州"]),
            Region(code: "533103", level: .county, name: "芒市"),
            Region(code: "429004", level: .county, name: "仙桃市"),
            Region(code: "420000", level: .province, name: "湖北省"),
            Region(code: "420100", level: .prefecture, name: "市辖区"),
        ],
        levelWords: [
            LevelWord(ending: "省", level: .province, words: ["省"]), LevelWord(ending: "自治州", level: .prefecture, words: ["州"]),
            LevelWord(ending: "市", level: .prefecture, words: ["市"]), LevelWord(ending: "市", level: .county, words: ["市"]),
            LevelWord(ending: "区", level: .county, words: ["区"]),
        ])

    @Test func idsFollowTheCode() {
        #expect(divisions.regions.map(\.id) == ["CN", "CN-42", "CN-429004", "CN-53", "CN-5301", "CN-530102", "CN-5331", "CN-533103"])
    }

    @Test(arguments: [
        ("CN-530102", ["CN-530102", "CN-5301", "CN-53", "CN"]),
        // Directly under the province: no prefecture has its code.
        ("CN-429004", ["CN-429004", "CN-42", "CN"]),
        ("CN", ["CN"]),
    ])
    func chains(id: String, expected: [String]) throws {
        let index = try #require(divisions.index(of: id))
        #expect(divisions.chain(from: index).map { divisions.regions[$0].id } == expected)
    }

    @Test(arguments: [
        ("市", "CN-530102", "CN-5301"), ("省", "CN-530102", "CN-53"), ("区", "CN-530102", "CN-530102"), ("州", "CN-533103", "CN-5331"),
        ("市", "CN-533103", "CN-533103"), ("州", "CN-5301", nil), ("县", "CN-53", nil),
    ])
    func levelWords(word: String, scope: String, expected: String?) {
        #expect(divisions.region(for: word, in: Scope(issuer: scope)).map { divisions.regions[$0].id } == expected)
    }

    @Test func theItemSpeaksBeforeTheIssuer() {
        let scope = Scope(issuer: "CN-5301", item: "CN-533103")
        #expect(divisions.region(for: "市", in: scope).map { divisions.regions[$0].id } == "CN-533103")
        #expect(divisions.region(for: "州", in: scope).map { divisions.regions[$0].id } == "CN-5331")
    }

    @Test func namesInFullAndShort() {
        #expect(divisions.named("云南")?.id == "CN-53")
        #expect(divisions.named("德宏州")?.id == "CN-5331")
        #expect(divisions.named("大理") == nil)
        #expect(divisions["CN-5301"]?.name == "昆明市")
        #expect(divisions["CN-99"] == nil)
    }
}
