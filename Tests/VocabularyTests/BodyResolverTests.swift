import Provenance
import Testing

@testable import Vocabulary

/// The shipped ontology, loaded once for all tests.
enum Shipped {
    static let result = Result { try Ontology.load() }
    static var ontology: Ontology { get throws { try result.get() } }
}

@Suite struct BodyResolverTests {
    @Test(arguments: [
        // 省 and 市 of the scope: the item's division first, then the issuer's.
        ("省人社厅", "CN-53/hrss", "云南省人力资源和社会保障厅"),
        ("市国资委", "CN-5301/sasac", "昆明市人民政府国有资产监督管理委员会"),
        ("全省总工会", "CN-53/union", "云南省总工会"),
        ("我市工商联", "CN-5301/industry-commerce", "昆明市工商业联合会"),
        // Names that hold the division in the middle.
        ("团市委", "CN-5301/youth-league", "中国共产主义青年团昆明市委员会"),
        ("人民银行昆明中心支行", "CN-5301/pboc", "中国人民银行昆明市分行"),
        // A chain of divisions: the last one counts.
        ("云南省昆明市五华区财政局", "CN-530102/finance", "五华区财政局"),
        // Short names of divisions, by the place nearest to the scope.
        ("红河州妇联", "CN-5325/women", "红河哈尼族彝族自治州妇女联合会"),
        // The centre.
        ("国家发展改革委", "CN/ndrc", "中华人民共和国国家发展和改革委员会"),
        ("中央", "CN/party", "中国共产党中央委员会"),
        ("财政部", "CN/finance", "中华人民共和国财政部"),
        ("广西壮族自治区党委组织部", "CN-45/organization", "中共广西壮族自治区党委组织部"),
        ("云南省第十四届人民代表大会常务委员会", "CN-53/npc-standing", "云南省人民代表大会常务委员会"),
        // Without a division: the scope's widest whose level has such a body.
        ("财政厅", "CN-53/finance", "云南省财政厅"),
        // A bureau of two functions that has no entry of its own.
        ("市水务和林业局", "CN-5301/water-affairs+forestry", "昆明市水务和林业局"),
    ])
    func resolves(name: String, id: String, official: String) throws {
        let body = try Shipped.ontology.resolve(name, in: Scope(issuer: "CN-53", item: "CN-5301"))
        #expect(body?.id == id)
        #expect(body?.official == official)
    }

    @Test func sameNameIsReadNearTheScope() throws {
        let ontology = try Shipped.ontology
        #expect(ontology.resolve("鼓楼区财政局", in: Scope(issuer: "CN-35"))?.division == "CN-350102")
        #expect(ontology.resolve("鼓楼区财政局", in: Scope(issuer: "CN-3203"))?.division == "CN-320302")
        #expect(ontology.resolve("开封市鼓楼区财政局", in: Scope(issuer: "CN-35"))?.division == "CN-410204")
    }

    @Test func levelWordWithoutScopeIsReadButNotPlaced() throws {
        let body = try #require(try Shipped.ontology.resolve("州财政局"))
        #expect(body.id == nil)
        #expect(body.level == .prefecture)
        #expect(body.function == "finance")
    }

    @Test func tellsHowItRead() throws {
        let body = try #require(try Shipped.ontology.resolve("市人社局", in: Scope(item: "CN-5301")))
        #expect(body.reading.map(\.text) == ["市", "人社局"])
        #expect(body.reading.first?.meaning.contains("CN-5301") == true)
        #expect(body.reading.last?.meaning.contains("hrss") == true)
    }

    @Test(arguments: ["", "   ", "人社局", "甲乙丙丁", "省财政厅长", "昆明市财政局财政局", "市民", "委", "省"])
    func doesNotInventBodies(name: String) throws {
        #expect(try Shipped.ontology.resolve(name)?.id?.contains("/") != true)
    }

    @Test func divisionAloneIsTheDivision() throws {
        let body = try Shipped.ontology.resolve("德宏州")
        #expect(body?.id == "CN-5331")
        #expect(body?.official == "德宏傣族景颇族自治州")
    }

    /// Names made of any division, any function that its level has, and any of their long and short forms.
    @Test(arguments: Level.allCases)
    func resolvesGeneratedNames(level: Level) throws {
        let ontology = try Shipped.ontology
        var random = SplitMix(seed: 2026)
        let regions = ontology.divisions.regions.indices.filter {
            ontology.divisions.regions[$0].level == level && ontology.divisions.regions[$0].validUntil == nil
        }
        let functions = ontology.functions.filter { $0.validUntil == nil && $0.form(at: level) != nil && $0.branch != .commission }
        var resolved = 0
        var missed: [String] = []
        for _ in 0..<500 {
            let index = try #require(regions.randomElement(using: &random))
            let function = try #require(functions.randomElement(using: &random))
            guard let (name, scope) = generated(index, function, ontology.divisions, &random) else { continue }
            let expected = ontology.divisions.regions[index].id + "/" + function.id
            if ontology.resolve(name, in: scope)?.id == expected { resolved += 1 } else { missed.append("\(name) → \(expected)") }
        }
        let share = Double(resolved) / Double(resolved + missed.count)
        #expect(resolved + missed.count >= 400)
        #expect(share >= 0.97, "\(share): \(missed.prefix(20))")
    }

    private func generated(
        _ index: Int, _ function: GovernmentFunction, _ divisions: Divisions, _ random: inout SplitMix
    ) -> (String, Scope)? {
        let region = divisions.regions[index]
        guard let form = function.form(at: region.level) else { return nil }
        if region.level == .centre {
            return form.names.randomElement(using: &random).map { ($0, .unknown) }
        }
        // With its parent before it no short name is another's.
        let parent = divisions.parent(of: index)
        let above = parent == 0 ? "" : divisions.regions[parent].name
        let word = divisions.levelWords.first { $0.level == region.level && region.name.hasSuffix($0.ending) }?.words.first ?? ""
        let areas = [(above + region.name, Scope.unknown), (region.name, Scope(issuer: region.id)), (word, Scope(item: region.id))]
            + region.shortNames.filter { $0.unicodeScalars.count > 1 }.map { (above + $0, Scope(issuer: region.id)) }
        guard let (area, scope) = areas.filter({ !$0.0.isEmpty }).randomElement(using: &random) else { return nil }
        var tails: [String] = []
        for stem in function.stems where stem.unicodeScalars.count > 1 {
            for suffix in region.isMunicipality ? [form.municipalitySuffix ?? form.suffixes[0]] : form.suffixes { tails.append(stem + suffix) }
        }
        let names = form.names.filter { $0.contains("{division}") }.map { NameTemplate($0).filled(division: area, short: area, stem: "", suffix: "") }
        let composed = function.branch == .managed || function.branch == .party ? [] : tails.map { area + $0 }
        return (names + composed).randomElement(using: &random).map { ($0, scope) }
    }
}
