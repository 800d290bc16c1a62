import Facts
import Provenance

/// SplitMix64: the same numbers on every machine.
struct Seeded: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }
}

/// A made-up document together with the source that it was read from: all kinds of blocks, nested marks, forbidden and
/// astral code points, furniture inside paragraphs, empty blocks.
struct RandomDocument {
    let source: SourceText
    let document: PolicyDocument

    init(seed: UInt64, blocks: Int = 12) {
        var maker = Maker(random: Seeded(state: seed))
        let front = (0..<Int.random(in: 0...3, using: &maker.random)).map { _ in maker.field() }
        let body = (0..<blocks).flatMap { _ in maker.block(depth: 0) }
        let back = (0..<Int.random(in: 0...2, using: &maker.random)).map { _ in maker.field() }
        source = SourceText(scalars: maker.scalars)
        let description = SourceDescription(
            name: "样\"本&<\(seed)>.txt", mediaType: "text/plain", encoding: "UTF-8", sha256: String(repeating: "0a", count: 32),
            bytes: maker.scalars.count * 3, characters: maker.scalars.count, pages: maker.flip() ? 3 : nil,
            reader: maker.flip() ? "pdftotext 1 & 2" : nil, map: maker.flip() ? maker.map() : nil)
        let findings = (0..<Int.random(in: 0...2, using: &maker.random)).map { index in
            Finding(
                .warning, Message("test.\(index)", zh: "发现 & <\(index)>\n", en: "finding"), element: maker.ids.first,
                span: maker.flip() ? Span(1, 4) : nil)
        }
        document = PolicyDocument(
            id: "sample-\(seed)", work: "云发〔2030〕1号", kind: DocumentKind.allCases[Int(seed % 7)], type: maker.flip() ? "意见" : nil,
            source: description, date: maker.flip() ? "2030-02-28" : nil, front: front, body: body, back: back, findings: findings)
    }
}

private struct Maker {
    var random: Seeded
    var scalars: [Unicode.Scalar] = []
    /// Ids of marks made so far.
    var ids: [String] = []
    private var counter = 0

    private static let letters = Array("云南省人社厅要办好培训，。（）《》2030 &<>\"']]>\t\r\u{3000}\u{20000}\u{1F600}\u{FEFF}\u{200B}\u{E000}é".unicodeScalars)
    private static let forbidden = Array("\u{1}\u{8}\u{1F}\u{FFFE}\u{FFFF}".unicodeScalars)

    init(random: Seeded) { self.random = random }

    mutating func flip(_ one: Int = 2) -> Bool { Int.random(in: 0..<one, using: &random) == 0 }
    private mutating func pick<Element>(_ values: [Element]) -> Element { values[Int.random(in: 0..<values.count, using: &random)] }

    /// A map of the text so far.
    mutating func map() -> SourceMap {
        var map = SourceMap()
        var start = 0
        for index in 1...Int.random(in: 1...9, using: &random) {
            if flip() { map.add(page: index, at: start) }
            let unit = pick(SourceLocator.Unit.allCases)
            map.add(unit, name: unit == .sheet ? "表 <\(index)>" : nil, label: unit == .sheet ? "B\(index)" : "\(index)", at: start)
            start += Int.random(in: 1...30, using: &random)
        }
        return map
    }

    private mutating func id(_ prefix: String) -> String {
        counter += 1
        return "\(prefix)\(counter)"
    }

    /// White space between blocks, as sources have it.
    private mutating func gap() {
        scalars += Array(pick(["", "\n", "\r\n\u{3000}\u{3000}", "\n\n\u{C}", " "]).unicodeScalars)
    }

    // MARK: Text

    /// - Parameter furniture: whether a folio may cut the text; it comes back beside the block.
    mutating func text(furniture: Bool = false) -> (TextBlock, Furniture?) {
        gap()
        let start = scalars.count
        var text = ""
        var cuts: [(offset: Int, place: Int)] = []
        var chars: [ForbiddenScalar] = []
        var folio: Furniture?
        let length = flip(6) ? 0 : Int.random(in: 1...40, using: &random)
        for _ in 0..<length {
            if furniture, folio == nil, flip(20) {
                let from = scalars.count
                scalars += Array("\n— 7 —\n".unicodeScalars)
                folio = Furniture(span: Span(from, scalars.count), text: "— 7 —")
            }
            if flip(15) {
                let char = pick(Self.forbidden)
                chars.append(ForbiddenScalar(start: scalars.count, offset: text.utf8.count, code: char.value))
                scalars.append(char)
            }
            cuts.append((text.utf8.count, scalars.count))
            let letter = pick(Self.letters)
            scalars.append(letter)
            text.unicodeScalars.append(letter)
            if flip(12) { scalars.append("\n") }
        }
        let block = TextBlock(
            id: id("p"), span: Span(start, scalars.count), page: flip() ? 2 : nil, text: text,
            marks: marks(cuts + [(text.utf8.count, scalars.count)], 0..<cuts.count, depth: 0), forbidden: chars)
        return (block, folio)
    }

    /// - Parameter cuts: borders of code points, in the text and in the source.
    private mutating func marks(_ cuts: [(offset: Int, place: Int)], _ range: Range<Int>, depth: Int) -> [Mark] {
        var result: [Mark] = []
        var from = range.lowerBound
        while from < range.upperBound, depth < 3 {
            from += Int.random(in: 0...6, using: &random)
            let to = min(range.upperBound, from + Int.random(in: 0...12, using: &random))
            guard from < to else { continue }
            // The source span ends with the last code point itself, before white space that the text leaves out.
            let span = Span(cuts[from].place, cuts[to - 1].place + 1)
            let name: String? = flip() ? id("m") : nil
            if let name { ids.append(name) }
            result.append(Mark(id: name, span: span, range: cuts[from].offset..<cuts[to].offset, fact: fact()))
            result += marks(cuts, from..<to, depth: depth + 1)
            from = to
        }
        return result
    }

    private mutating func time() -> DateValue {
        flip() ? .point(pick(["2030", "2030-06", "2028-02-29"])) : .interval(from: "2030-01-01", to: "2030-12")
    }

    private mutating func fact() -> Fact {
        switch Int.random(in: 0..<8, using: &random) {
        case 0: return .requirement(pick(Modality.allCases))
        case 1:
            let rate: ComputedRate? = ids.isEmpty ? nil : ComputedRate(percent: "89.1", actual: pick(ids), planned: pick(ids))
            return .action(ActionFact(time: flip() ? time() : nil, state: flip() ? .done : .ongoing, rate: rate))
        case 2: return .plan(PlanFact(time: flip() ? time() : nil))
        case 3: return .problem(ProblemFact(time: flip() ? time() : nil))
        case 4:
            return .body(
                BodyMention(ref: flip() ? "CN-53/hrss" : nil, name: "省\"人社\"厅", official: flip() ? "云南省…" : nil, isClass: flip()))
        case 5: return .date(DateMention(time(), isDeadline: flip()))
        case 6:
            return .quantity(
                QuantityMention(value: "5.0", unit: pick(["", "人次"]), comparator: pick(["", ">", "<", "~", ">=", "<="]), of: flip() ? "培训" : nil))
        default: return .cite(Citation(title: "意见&", ref: flip() ? "关于…的意见" : nil))
        }
    }

    // MARK: Structure

    mutating func field() -> Field {
        Field(
            pick(Field.Name.allCases), text().0, when: flip(3) ? "2030-01-02" : nil, ref: flip(3) ? "CN-53" : nil,
            direction: flip(4) ? "报" : nil)
    }

    mutating func block(depth: Int) -> [Block] {
        switch Int.random(in: 0..<(depth < 5 ? 7 : 4), using: &random) {
        case 0, 1, 2:
            let (paragraph, folio) = text(furniture: true)
            return [.paragraph(paragraph)] + (folio.map { [.furniture($0)] } ?? [])
        case 3: return [.closing((0..<Int.random(in: 0...3, using: &random)).map { _ in field() })]
        case 4:
            let heading = flip() ? text().0 : nil
            let blocks = (0..<Int.random(in: 0...3, using: &random)).flatMap { _ in block(depth: depth + 1) }
            return [
                .division(
                    Division(
                        pick([.part, .section, .item]), id: id("s"), number: flip() ? "一、" : nil, level: depth + 1, heading: heading,
                        blocks: blocks))
            ]
        case 5:
            var directive = directive(depth)
            directive.blocks = (0..<Int.random(in: 0...3, using: &random)).flatMap { _ in block(depth: depth + 1) }
            return [.directive(directive)]
        default:
            let rows = (0..<Int.random(in: 0...3, using: &random)).map { _ in
                let directive: Directive? = flip() ? directive(depth) : nil
                return Row(directive: directive, cells: (0..<Int.random(in: 0...3, using: &random)).map { _ in text().0 })
            }
            return [.table(Table(id: id("t"), rows: rows))]
        }
    }

    private mutating func directive(_ depth: Int) -> Directive {
        let heading = flip() ? text().0 : nil
        let basis: String? = ids.isEmpty ? nil : pick(ids)
        return Directive(
            id: id("d"), number: flip() ? "（三）" : nil, level: depth + 1, reported: flip(), of: flip() ? "《意见》" : nil, heading: heading,
            assignments: flip()
                ? [
                    Assignment(body: "CN-53/finance", name: "省财政厅", role: pick(Role.allCases), basis: basis, isOpen: flip()),
                    Assignment(name: "各地", role: .support),
                ] : [],
            deadlines: flip() ? [Deadline(when: "2030-12-31", basis: basis)] : [],
            targets: flip() ? [Target(indicator: "培训", value: "20000", unit: "人次", comparator: ">=", when: "2030", reference: flip() ? "上年" : nil, basis: basis)] : [])
    }
}
