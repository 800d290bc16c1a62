import Vocabulary

/// Documents of the genre by rule and seed, for measuring (生成语料): one opinion of numbered clauses to nine bulletins that
/// report on the same subjects. Subjects follow a Zipf law over the labels of the thesaurus and made-up compounds, so that
/// links are neither everywhere nor nowhere.
struct GeneratedDocuments {
    private var state: UInt64
    private let subjects: [String]
    private static let places = ["云南省", "昆明市", "曲靖市", "楚雄州", "大理州", "怒江州", "德宏州", "玉溪市", "保山市", "普洱市"]
    private static let bodies = ["人力资源社会保障厅", "总工会", "工业和信息化厅", "教育厅", "财政厅", "国资委", "发展改革委", "科技厅", "住房城乡建设厅", "卫生健康委"]
    private static let verbs = ["推进", "加强", "完善", "深化", "健全", "落实", "扩大", "规范", "提升", "优化"]
    private static let objects = ["机制", "体系", "平台", "服务", "行动", "试点", "制度", "能力", "基地", "项目"]

    init(thesaurus: Thesaurus, seed: UInt64 = 20_221_118) {
        state = seed
        var subjects = thesaurus.concepts.flatMap { [$0.prefLabel] + $0.altLabels }
        // Compounds of two labels' first words widen the vocabulary to some twenty thousand.
        let heads = subjects.prefix(150).map { String($0.prefix(3)) }
        for left in heads { for right in heads where left != right { subjects.append(left + right) } }
        self.subjects = subjects
    }

    /// SplitMix64 (Steele, Lea, Flood 2014): small, and the same everywhere.
    private mutating func next(_ bound: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return Int((mixed ^ mixed >> 31) % UInt64(bound))
    }

    private mutating func pick(_ list: [String]) -> String { list[next(list.count)] }

    /// Rank r with a chance that falls as 1/r: the inverse of a uniform draw on the logarithm.
    private mutating func subject() -> String {
        var rank = subjects.count
        while rank > 1, next(4) != 0 { rank = max(1, next(rank) + 1) }
        return subjects[rank - 1]
    }

    /// The text and file name of the document with this number.
    mutating func document(_ index: Int) -> (name: String, text: String) {
        index % 10 == 0 ? opinion(index) : bulletin(index)
    }

    private mutating func opinion(_ index: Int) -> (String, String) {
        let place = pick(Self.places)
        let year = 2020 + next(3)
        var text = "\(place)人民政府办公厅\n关于推进\(subject())工作的实施意见\n云政办发〔\(year)〕\(index + 1)号\n\n各州、市人民政府，省直各部门：\n"
        text += "为深入贯彻党中央、国务院决策部署，推动\(subject())高质量发展，结合实际，提出如下意见。\n"
        for part in 0..<4 {
            text += "\(["一", "二", "三", "四"][part])、\(pick(Self.verbs))\(subject())\(pick(Self.objects))\n"
            for clause in 0..<5 {
                let number = ["一", "二", "三", "四", "五"][clause]
                text += "（\(number)）\(pick(Self.verbs))\(subject())。要\(pick(Self.verbs))\(subject())\(pick(Self.objects))，支持企业开展\(subject())。"
                text += "到\(year + 2)年底，\(subject())覆盖率达到\(60 + next(40))%以上，培训不少于\(1 + next(30))万人次。"
                text += "（省\(pick(Self.bodies))牵头，省\(pick(Self.bodies))、\(pick(Self.bodies))配合）\n"
            }
        }
        text += "\(place)人民政府办公厅\n\(year)年\(1 + next(12))月\(1 + next(28))日\n（此件公开发布）\n"
        return ("opinion-\(index).txt", text)
    }

    private mutating func bulletin(_ index: Int) -> (String, String) {
        let year = 2022 + next(3)
        let month = 1 + next(12)
        var text = "工作简报\n第\(index + 1)期\n\(pick(Self.places))协调领导小组办公室    \(year)年\(month)月\(1 + next(28))日\n"
        for _ in 0..<6 {
            let place = pick(Self.places)
            let topic = subject()
            text += "\(place)\(pick(Self.verbs))\(topic)\(pick(Self.objects))  \(month)月\(1 + next(28))日，\(place)\(pick(Self.bodies))举办\(topic)活动，"
            text += "\(100 + next(4000))余名职工参加。截至目前，列入计划的\(50 + next(100))个项目，已完成\(10 + next(40))个，\(subject())率达到\(30 + next(60)).\(next(10))%。"
            text += "\(next(5) == 0 ? "部分县区进展缓慢，\(subject())尚未启动。" : "围绕\(subject())，先后建成\(subject())平台\(2 + next(30))个，服务\(1 + next(9))万人次。")"
            text += "下一步，将继续\(pick(Self.verbs))\(subject())。\n"
        }
        text += "报：省委办公厅，省政府办公厅。\n送：各州、市人民政府，各成员单位。\n"
        return ("bulletin-\(index).txt", text)
    }
}
