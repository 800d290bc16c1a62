/// Documents from a small grammar of the genre (文体语法), and the noise that converters add: for tests that must hold for any
/// text. The same seed gives the same text.
public struct PolicyText {
    private var random: SeededGenerator

    public init(seed: UInt64) { random = SeededGenerator(seed: seed) }

    private static let places = ["滨河区", "云岭县", "全市", "各区县", "石桥街道", "江西省", "省"]
    private static let bodies = ["市教育局", "省财政厅", "住房城乡建设部", "市大数据局", "各县（市、区）人民政府", "团省委", "省总工会", "有关部门", "某某有限公司", "领导小组办公室"]
    private static let objects = ["老旧小区改造", "智慧停车平台", "托育服务", "供水管网", "校车安全", "数据共享（含政务数据）", "“一网通办”", "《节水条例》", "体育公园"]
    private static let verbs = ["推进", "完善", "不得擅自调整", "要建立", "鼓励发展", "探索", "已完成", "将启动", "尚未启动", "允许开放", "累计建成"]
    private static let figures = ["，新增12.5万个", "，完成率达到95%以上", "，同比增长8.3个百分点", "，不少于3000人次", "，占比36.4%", "，其中线上210场、线下90场", "，甲、乙分别完成3项、5项", "，计划50个，已建成40个，完成率91%", "，由45%提高到65%，提高30个百分点", "，共计１２项", ""]
    private static let times = ["2032年6月底前，", "截至4月30日，", "到2035年，", "“十六五”期间，", "今年以来，", "", "", "二〇三一年三月，"]
    private static let ends = ["。", "。", "。", "；", "！", "", "：", "。”", "）。"]
    private static let duties = ["（市教育局牵头，市财政局配合）", "（责任单位：市住建局、财政局等；完成时限：年底前）", "由市民政局牵头，市卫健委配合。", "市水务局、市应急局要配合。", "（国务院第五次全国经济普查领导小组办公室统筹推进）", "（甲局、乙局按职责分工负责）", "（试行）", ""]
    private static let fronts = ["000123", "机密★3年", "特急", "青河市人民政府文件", "青政发〔2031〕9号", "签发人：何远", "关于加强城市供水的通知", "工作简报", "第3期（总第9期）", "目录", "各区县：", "青河市数据局 2031年4月9日", "（2031年3月1日通过）"]
    private static let backs = ["青河市水务局", "2031年6月1日", "二〇三一年六月一日", "（此件公开发布）", "附件：1.申请表", "2.流程图", "附件1", "抄送：市政协。", "报：省政府。", "共印30份", "青河市水务局办公室 2031年6月2日印发"]
    private static let people = ["组长：张某某　副市长", "副组长：李　某　市水务局局长", "王某某　市财政局副局长", "成员：", "成员单位：市教育局、市财政局", "现将名单公布如下：", "阿不都·买买提　县长", "成员名单"]
    private static let numbers = ["1 总则\n1.1 ", "1.1", "2.1.1 ", "1.2.3.4、", "1.5万人", "3 月", "一、", "二、", "（一）", "（二）", "1.", "2．", "3、", "（1）", "(2)", "①", "第一章 ", "第二条 ", "第三节 ", "一是", "", ""]

    private mutating func sentence() -> String {
        random.pick(Self.times) + random.pick(Self.places) + random.pick(Self.verbs) + random.pick(Self.objects) + random.pick(Self.figures)
            + random.pick(Self.ends)
    }

    private mutating func paragraph() -> String {
        var text = random.pick(Self.numbers)
        if random.once(in: 3) { text += random.pick(Self.objects) + random.pick(["。", "  ", "\u{3000}", "\n"]) }
        for _ in 0..<Int.random(in: 1...5, using: &random) { text += sentence() }
        if random.once(in: 3) { text += random.pick(Self.duties) }
        return text
    }

    private mutating func table() -> String {
        let separator = random.pick(["\t", "\n", "\n", " | "])
        let isBarred = separator == " | "
        if random.once(in: 4) { return unnumberedTable() }
        var lines = [["序号", "重点任务", "牵头单位", "完成时限"].joined(separator: separator)]
        if isBarred { lines.append("---|:--:|---|---") }
        for row in 1...Int.random(in: 1...4, using: &random) {
            lines.append(["\(row)", sentence(), random.pick(Self.bodies), random.pick(["2031年底", "", "长期"])].joined(separator: separator))
        }
        return (isBarred ? lines.map { "| \($0) |" } : lines).joined(separator: "\n")
    }

    /// One cell a line, under labels without 序号; now and then a cell lacks.
    private mutating func unnumberedTable() -> String {
        var lines = ["重点任务", "责任单位", "完成时限"]
        for _ in 0..<Int.random(in: 1...4, using: &random) {
            lines += [random.pick(Self.verbs) + random.pick(Self.objects), random.pick(Self.bodies)]
            if !random.once(in: 9) { lines.append("2031年底") }
        }
        return lines.joined(separator: "\n")
    }

    /// A whole document: front, paragraphs, tables, closing, tail; each part may lack or come twice.
    public mutating func document(paragraphs: Int? = nil) -> String {
        var lines: [String] = []
        for _ in 0..<Int.random(in: 0...6, using: &random) { lines.append(random.pick(Self.fronts)) }
        for _ in 0..<(paragraphs ?? Int.random(in: 0...10, using: &random)) { lines.append(random.once(in: 12) ? table() : random.once(in: 12) ? random.pick(Self.people) : paragraph()) }
        for _ in 0..<Int.random(in: 0...6, using: &random) { lines.append(random.pick(Self.backs)) }
        return lines.joined(separator: "\n")
    }

    private static let noise: [String] = [
        " ", "\u{3000}", "\t", "\n", "\r\n", "\u{200B}", "\u{FEFF}", "\u{2060}", "\u{0}", "\u{1}", "\u{1F}", "\u{FFFE}", "\u{FFFF}", "😀", "👩‍🔧", "（", "）", "《", "”", "“", "〔", "】",
        "\n— 7 —\n", "\n第3页 共9页\n", "\n\n", "。", "：", "、", "#", "\n# ", "<!-- x -->", "---", "zhèng", "\u{0301}", "\u{85}", "\u{2028}", "\u{AD}", "\u{C}", "等", "2031", "\u{E000}", "𠮷",
    ]

    /// The text with something put in, taken out or doubled at several places.
    public mutating func noisy(_ text: String) -> String {
        var scalars = Array(text.unicodeScalars)
        for _ in 0..<Int.random(in: 1...12, using: &random) {
            let at = Int.random(in: 0...scalars.count, using: &random)
            switch Int.random(in: 0..<5, using: &random) {
            case 0 where at < scalars.count: scalars.remove(at: at)
            case 1 where at < scalars.count:
                let end = min(scalars.count, at + Int.random(in: 1...20, using: &random))
                scalars.insert(contentsOf: scalars[at..<end], at: at)
            default: scalars.insert(contentsOf: random.pick(Self.noise).unicodeScalars, at: at)
            }
        }
        let result = String(String.UnicodeScalarView(scalars))
        guard random.once(in: 3) else { return result }
        return TextVariation.wrapped(
            result, width: Int.random(in: 18...40, using: &random), page: random.once(in: 2) ? 9 : nil, isSpaced: random.once(in: 2))
    }

    /// Any code points at all.
    public mutating func arbitrary() -> String {
        var scalars = String.UnicodeScalarView()
        for _ in 0..<Int.random(in: 0...300, using: &random) {
            let value: UInt32 =
                switch Int.random(in: 0..<6, using: &random) {
                case 0: UInt32.random(in: 0...0x7F, using: &random)
                case 1: UInt32.random(in: 0x4E00...0x9FFF, using: &random)
                case 2: UInt32.random(in: 0x2000...0x206F, using: &random)
                case 3: UInt32.random(in: 0x3000...0x303F, using: &random)
                case 4: UInt32.random(in: 0xFF00...0xFFFF, using: &random)
                default: UInt32.random(in: 0...0x10FFFF, using: &random)
                }
            if let scalar = Unicode.Scalar(value) { scalars.append(scalar) }
        }
        return String(scalars)
    }
}
