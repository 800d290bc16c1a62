import Facts
import Testing

@Suite struct BodyListsTests {
    /// A list of names, the names that it stands for, and whether it is open.
    @Test(arguments: [
        ("省发展改革委、财政厅、人力资源社会保障厅，省税务局", ["省发展改革委", "省财政厅", "省人力资源社会保障厅", "省税务局"], false),
        // 和 inside a name, between two names, and before a class.
        ("省工业和信息化厅和人力资源和社会保障厅", ["省工业和信息化厅", "省人力资源和社会保障厅"], false),
        ("州财政局及各县（市）人民政府", ["州财政局", "各县（市）人民政府"], false),
        ("国家发展改革委会同有关部门", ["国家发展改革委", "有关部门"], false),
        // Unknown names: separators and the level that the list names once.
        ("省甲委、乙厅、丙厅", ["省甲委", "省乙厅", "省丙厅"], false),
        ("甲乙丙丁、戊己庚辛", ["甲乙丙丁", "戊己庚辛"], false),
        ("甲乙和丙丁", ["甲乙和丙丁"], false),
        // A name with a bracket is one body with two names.
        ("省粮食和储备局（省物资储备局）、省能源局", ["省粮食和储备局（省物资储备局）", "省能源局"], false),
        // Open lists.
        ("州财政局等部门", ["州财政局"], true),
        ("人民银行等", ["人民银行"], true),
        ("州财政局，各有关单位", ["州财政局", "各有关单位"], true),
        // Organs of the party carry their committee.
        ("州委组织部、宣传部、州教育体育局", ["州委组织部", "州委宣传部", "州教育体育局"], false),
        // What is left out behind a row of levels makes classes; a name that the centre has alone goes with the list.
        ("各州（市）党委组织部、国资委、总工会，省税务局", ["各州（市）党委组织部", "各州（市）国资委", "各州（市）总工会", "省税务局"], false),
        ("省发展改革委、国资委、人民银行", ["省发展改革委", "省国资委", "人民银行"], false),
        // A name with the division inside keeps the carry, a centrally managed branch ends it.
        ("省总工会、团省委、妇联", ["省总工会", "团省委", "省妇联"], false),
        ("人民银行昆明中心支行、甲乙局", ["人民银行昆明中心支行", "甲乙局"], false),
        // ； closes a list: nothing is carried over it.
        ("省甲委；乙厅", ["省甲委", "乙厅"], false),
        ("各区、县级市", ["各区、县级市"], false),
        ("", [], false),
        ("、，", [], false),
    ])
    func splits(list: String, names: [String], isOpen: Bool) throws {
        let reading = BodySample.reading(list)
        let recogniser = try BodySample.recogniser()
        var scope = recogniser.scope(issuer: "CN-5323")
        let result = recogniser.splitNames(in: reading, range: 0..<reading.count, scope: &scope)
        #expect(result.names.map(\.body.name) == names)
        #expect(result.isOpen == isOpen)
    }

    @Test func namesStandWhereTheyArePrinted() throws {
        let reading = BodySample.reading("责任：州财政局、总工会。")
        let recogniser = try BodySample.recogniser()
        var scope = recogniser.scope(issuer: "CN-5323")
        let names = recogniser.splitNames(in: reading, range: 3..<11, scope: &scope).names
        #expect(names.map(\.range) == [3..<7, 8..<11])
        #expect(names.map(\.body.ref) == ["CN-5323/finance", "CN-5323/union"])
        #expect(names.map(\.body.isClass) == [false, false])
    }
}
