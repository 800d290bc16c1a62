import Testing
import Vocabulary

/// Official names that the shipped functions give to printed ones.
@Suite struct OfficialNameTests {
    static let ontology = Result { try Ontology.load() }

    /// Printed name, official name, id; read from a province in the south-west and its capital.
    @Test(arguments: [
        // Stems that are official in their own right are kept, short ones are not.
        ("遵义市教体局", "遵义市教育体育局", "CN-5203/education-sports"),
        ("遵义市教育和体育局", "遵义市教育和体育局", "CN-5203/education-sports"),
        ("贵阳市资规局", "贵阳市自然资源和规划局", "CN-5201/natural-resources-planning"),
        // Short names of divisions in official names.
        ("国家统计局贵州调查总队", "国家统计局贵州调查总队", "CN-52/survey-team"),
        ("贵州证监局", "中国证券监督管理委员会贵州监管局", "CN-52/csrc"),
        // The printed suffix counts, the short one stands for the long one.
        ("黔东南州卫健委", "黔东南苗族侗族自治州卫生健康委员会", "CN-5226/health"),
        ("黔东南州卫健局", "黔东南苗族侗族自治州卫生健康局", "CN-5226/health"),
        ("天津市人社局", "天津市人力资源和社会保障局", "CN-12/hrss"),
        ("天津市教委", "天津市教育委员会", "CN-12/education"),
        // Party, congress, mass organisations, bodies run from the centre.
        ("中共贵州省委社会工作部", "中共贵州省委社会工作部", "CN-52/social-work"),
        ("凯里市委", "中国共产党凯里市委员会", "CN-522601/party"),
        ("共青团贵州省委", "中国共产主义青年团贵州省委员会", "CN-52/youth-league"),
        ("政协贵州省委员会", "中国人民政治协商会议贵州省委员会", "CN-52/cppcc"),
        ("贵州省税务局", "国家税务总局贵州省税务局", "CN-52/taxation"),
        ("大兴安岭地区行署", "大兴安岭地区行政公署", "CN-2327/gov"),
        // Before the reform of 2018.
        ("贵州省环保厅", "贵州省环境保护厅", "CN-52/environmental-protection"),
        ("国家卫生计生委", "中华人民共和国国家卫生和计划生育委员会", "CN/health-family-planning"),
    ])
    func officialName(printed: String, official: String, id: String) throws {
        let body = try #require(try Self.ontology.get().resolve(printed))
        #expect(body.official == official)
        #expect(body.id == id)
    }

    @Test(arguments: ["贵州省数据厅局", "遵义市委员", "贵州省", "政府", "总工会"])
    func isNoBody(printed: String) throws {
        let body = try Self.ontology.get().resolve(printed)
        #expect(body?.function == nil)
    }
}
