import Provenance
import SuyuanTesting
import Vocabulary

/// What an office gets over the years, made by rule and seed (生成收文): three documents a day, three opinions of forty demands to
/// twenty bulletins that report on eighteen deeds or problems, so that there are three reports to a demand. Subjects follow Zipf's law
/// over some 25,000 terms: the labels of the thesaurus, and compounds of ordinary words, which the thesaurus does not know. The words
/// around them follow it too, and are as many as in real bulletins and plans, where an element with a place (a passage or a fact) comes
/// every 40 to 50 bytes.
struct GeneratedOffice {
    private var random: SeededGenerator
    private var subjects: ZipfWords
    private var words: ZipfWords
    private static let places = ["云南省", "昆明市", "曲靖市", "楚雄州", "大理州", "怒江州", "德宏州", "玉溪市", "保山市", "普洱市"]
    private static let bodies = [
        "人力资源社会保障厅", "总工会", "工业和信息化厅", "教育厅", "财政厅", "国资委", "发展改革委", "科技厅", "住房城乡建设厅", "卫生健康委",
    ]
    private static let verbs = ["推进", "加强", "完善", "深化", "健全", "落实", "扩大", "规范", "提升", "优化"]
    private static let objects = ["机制", "体系", "平台", "服务", "行动", "试点", "制度", "能力", "基地", "项目"]
    private static let numerals = ["一", "二", "三", "四", "五"]

    init(_ ontology: Ontology, seed: UInt64 = 20_221_118) {
        var random = SeededGenerator(seed: seed)
        // Listed words from the common to the rare, as the ontology ranks them.
        let listed = ontology.linking.wordRarity.filter { !ontology.linking.boilerplate.contains($0.key) }
            .sorted { $0.value != $1.value ? $0.value < $1.value : $0.key < $1.key }
            .map { String(scalars: [$0.key >> 16, $0.key & 0xFFFF].compactMap { Unicode.Scalar($0) }) }
        words = ZipfWords(listed)
        let labels = ontology.thesaurus.concepts.flatMap { [$0.prefLabel] + $0.altLabels }
        var terms: [String] = []
        for rank in 0..<25_000 {
            // The thesaurus goes field by field, an office speaks of all fields.
            let label = rank % 8 == 0 && rank / 8 < labels.count ? labels[rank / 8 * 37 % labels.count] : nil
            terms.append(label ?? random.pick(listed) + random.pick(listed))
        }
        subjects = ZipfWords(terms)
        self.random = random
    }

    /// The text and file name of the document with this number.
    mutating func document(_ index: Int) -> (name: String, text: String) {
        let day = CalendarDay(ordinal: 18_262 + index / 3)?.description ?? "2020-01-01"
        let parts = day.split(separator: "-").compactMap { Int($0) }
        return index % 23 % 8 == 0 ? opinion(index, day, parts[0], parts[1], parts[2]) : bulletin(index, day, parts[0], parts[1], parts[2])
    }

    /// Told by the name of its file; anything else is a bulletin.
    static func isOpinion(_ name: String) -> Bool { name.contains("-opinion-") }

    /// How many terms and words there are to draw from, and how many were drawn.
    var vocabulary: (all: Int, drawn: Int) { (subjects.count + words.count, subjects.drawn + words.drawn) }

    private mutating func number(_ range: Range<Int>) -> Int { Int.random(in: range, using: &random) }
    private mutating func subject() -> String { subjects.next(&random) }
    private mutating func word() -> String { words.next(&random) }
    private mutating func verb() -> String { random.pick(Self.verbs) }
    private mutating func object() -> String { random.pick(Self.objects) }
    private mutating func body() -> String { random.pick(Self.bodies) }

    /// A sentence that states nothing to be marked.
    private mutating func prose() -> String {
        "\(word())\(word())\(word())\(word())，\(word())\(word())\(word())\(word())\(word())，\(word())\(word())\(word())\(word())。"
    }

    private mutating func opinion(_ index: Int, _ date: String, _ year: Int, _ month: Int, _ day: Int) -> (String, String) {
        let place = random.pick(Self.places)
        var text = "\(place)人民政府办公厅\n关于推进\(subject())工作的实施意见\n云政办发〔\(year)〕\(index + 1)号\n\n各州、市人民政府，省直各部门：\n"
        text += "为深入贯彻党中央、国务院决策部署，推动\(subject())高质量发展，\(prose())\(prose())\(prose())\(prose())结合实际，提出如下意见。\n"
        for part in 0..<4 {
            text += "\(Self.numerals[part])、\(verb())\(subject())\(object())\n"
            for clause in 0..<5 {
                text += "（\(Self.numerals[clause])）\(verb())\(subject())。要\(verb())\(subject())\(object())，支持\(word())\(word())开展\(subject())，"
                text += "对\(word())\(word())的\(word())\(word())予以\(word())，\(prose())到\(year + 2)年底，\(subject())覆盖率达到\(number(60..<100))%以上，"
                text += "\(word())\(word())不少于\(number(1..<30))万人次，\(verb())\(word())\(word())\(word())\(object())。"
                text += "（省\(body())牵头，省\(body())、\(body())配合）\n"
            }
        }
        text += "\(place)人民政府办公厅\n\(year)年\(month)月\(day)日\n（此件公开发布）\n"
        return ("\(date)-opinion-\(index).txt", text)
    }

    private mutating func bulletin(_ index: Int, _ date: String, _ year: Int, _ month: Int, _ day: Int) -> (String, String) {
        var text = "工作简报\n第\(index + 1)期\n\(random.pick(Self.places))协调领导小组办公室    \(year)年\(month)月\(day)日\n"
        for _ in 0..<6 {
            let place = random.pick(Self.places)
            let topic = subject()
            text += "\(place)\(verb())\(topic)\(object())  \(month)月\(number(1..<29))日，\(place)\(body())举办\(topic)活动，"
            text += "\(word())\(word())\(number(100..<4_000))余名\(word())参加，\(word())\(word())。"
            let planned = number(50..<150)
            let done = number(10..<50)
            let rate = (done * 1000 + planned / 2) / planned
            text += prose() + prose()
            text += "截至目前，列入\(word())的\(planned)个\(word())，已完成\(done)个，完成率达到\(rate / 10).\(rate % 10)%。"
            text += prose() + prose()
            text +=
                random.once(in: 5)
                ? "部分县区\(word())\(word())进展缓慢，\(subject())尚未启动。"
                : "围绕\(subject())，先后建成\(subject())平台\(number(2..<30))个，\(word())\(word())\(number(1..<9))万人次。"
            text += "下一步，将继续\(verb())\(subject())。\n"
        }
        text += "报：省委办公厅，省政府办公厅。\n送：各州、市人民政府，各成员单位。\n"
        return ("\(date)-bulletin-\(index).txt", text)
    }
}

/// Words of which the one of rank r is drawn with a chance of 1/r (齐夫定律).
private struct ZipfWords {
    private let words: [String]
    /// Sums of the chances up to each rank.
    private let sums: [Double]
    private var isDrawn: [Bool]
    private(set) var drawn = 0

    var count: Int { words.count }

    init(_ words: [String]) {
        self.words = words
        isDrawn = [Bool](repeating: false, count: words.count)
        var sum = 0.0
        sums = words.indices.map { rank in
            sum += 1 / Double(rank + 1)
            return sum
        }
    }

    mutating func next(_ random: inout SeededGenerator) -> String {
        let chance = Double.random(in: 0..<(sums.last ?? 1), using: &random)
        var (low, high) = (0, sums.count - 1)
        while low < high {
            let middle = (low + high) / 2
            if sums[middle] <= chance { low = middle + 1 } else { high = middle }
        }
        if !isDrawn[low] {
            isDrawn[low] = true
            drawn += 1
        }
        return words[low]
    }
}
