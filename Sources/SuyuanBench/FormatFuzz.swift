import ArgumentParser
import Foundation
import Intake
import Provenance
import SuyuanTesting

/// Feeds the readers what is nearly a document (变异测试): parts of sound files with bytes changed, pieces doubled, cut out or exchanged, and
/// numbers that reach far. Every input must end with a text or a message; the inputs follow from the seed alone.
struct FormatFuzz {
    enum Reader: String, CaseIterable, ExpressibleByArgument { case text, markdown, word, sheet, open, fixed, page, packed, layout, ocr }

    func run(_ reader: Reader, count: Int, seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let seeds = try Self.seeds(reader)
        var (read, refused) = (0, 0)
        var longest = (seconds: 0.0, input: 0)
        let path = FileManager.default.temporaryDirectory.appending(path: "suyuan-fuzz-\(ProcessInfo.processInfo.processIdentifier)")
        defer { try? FileManager.default.removeItem(at: path) }
        for input in 0..<count {
            var parts = seeds[random.next(below: seeds.count)]
            for _ in 0...random.next(below: 3) {
                let index = random.next(below: parts.count)
                Self.change(&parts[index].content, &random)
            }
            var bytes = parts.count == 1 ? parts[0].content : try PackedFile.bytes(parts)
            if reader == .packed { Self.change(&bytes, &random) }
            // What was read when it broke is there to be read again.
            if input % 64 == 0 || count < 1_000 { try Data(bytes).write(to: path) }
            let seconds = Stopwatch.time {
                do {
                    switch reader {
                    case .layout: _ = try ProgramOutput.text(ofLayout: bytes, file: "fuzz")
                    case .ocr: _ = try ProgramOutput.text(ofTable: bytes, file: "fuzz")
                    default: _ = try SourceReader.read(bytes, path: reader == .markdown ? "fuzz.md" : "fuzz")
                    }
                    read += 1
                } catch { refused += 1 }
            }
            if seconds > longest.seconds { longest = (seconds, input) }
        }
        print("\(reader.rawValue): \(count) inputs from seed \(seed): \(read) read, \(refused) refused, none broke; the slowest took \(String(format: "%.1f", longest.seconds * 1000)) ms (input \(longest.input))")
    }

    /// Writes what the changes begin with as `SuyuanFuzz` takes it: names and contents of parts, with zeros between; one file a seed.
    func write(_ reader: Reader, to folder: String) throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        for (index, parts) in try Self.seeds(reader).enumerated() {
            let bytes = reader == .packed ? try PackedFile.bytes(parts) : parts.count == 1 ? parts[0].content : Array(parts.map { Array($0.name.utf8) + [0] + $0.content }.joined(separator: [0]))
            try Data(bytes).write(to: URL(fileURLWithPath: folder).appending(path: "\(reader.rawValue)-\(index)"))
        }
    }

    private typealias Part = (name: String, content: [UInt8])

    private static let text = "关于报送的通知\n\n一、总则\n（一）各县要报送。\n　　1.建站。（责任单位：市总工会）\n序号\t重点任务\t牵头单位\n1\t建站\t市总工会\n2\t管站\t市财政局\n"

    private static func seeds(_ reader: Reader) throws -> [[Part]] {
        func unpacked(_ bytes: [UInt8]) throws -> [Part] { try PackedFile.parts(bytes) }
        switch reader {
        case .text: return [[("text", Array(text.utf8))]]
        case .markdown: return [[("text", Array("# 关于报送的通知\n\n## 一、总则\n\n（一）各县要**报送**。[网](http://x)\n\n1. 建站\n2. 管站\n\n| 序号 | 任务 |\n|---|---|\n| 1 | 建站 |\n\n```\n报\n```\n".utf8))]]
        case .layout:
            let lines = text.split(separator: "\n").enumerated().map { index, line in
                "<block><line xMin=\"72\" yMin=\"\(72 + index * 20)\" xMax=\"500\" yMax=\"\(86 + index * 20)\">"
                    + line.split(separator: "\t").enumerated().map { "<word xMin=\"\(72 + $0 * 100)\" yMin=\"72\" xMax=\"\(160 + $0 * 100)\" yMax=\"86\">\($1)</word>" }.joined() + "</line></block>"
            }
            return [[("layout", Array("<html><body><doc><page width=\"595\" height=\"842\"><flow>\(lines.joined())</flow></page></doc></body></html>".utf8))]]
        case .ocr:
            let rows = text.split(separator: "\n").enumerated().flatMap { index, line in
                ["4\t1\t1\t1\t\(index)\t0\t300\t\(300 + index * 80)\t1800\t60\t-1\t", "5\t1\t1\t1\t\(index)\t1\t300\t\(300 + index * 80)\t1800\t60\t90\t\(line.filter { $0 != "\t" })"]
            }
            return [[("ocr", Array((["level\tpage_num", "1\t1\t0\t0\t0\t0\t0\t0\t2480\t3508\t-1\t"] + rows).joined(separator: "\n").utf8))]]
        case .word: return [try unpacked(WordFile.of(text: text).bytes())]
        case .sheet: return [try unpacked(BookFile.of(text: text, name: "台账").bytes())]
        case .fixed: return [try unpacked(FixedFile.of(text: text).bytes())]
        case .packed: return [try unpacked(WordFile.of(text: text).bytes()), try unpacked(FixedFile.of(text: text).bytes())]
        case .page: return [[("page", Array(PageFile.site(title: "关于报送的通知", metadata: [("索引号", "1"), ("发文字号", "某〔2031〕1号"), ("日期", "2031")], content: PageFile.paragraphs(text)).utf8))]]
        case .open:
            let space = "xmlns:office=\"o\" xmlns:text=\"t\" xmlns:table=\"b\" xmlns:style=\"s\""
            let lists = "<office:automatic-styles><text:list-style style:name=\"L\"><text:list-level-style-number text:level=\"1\" style:num-format=\"一, 二, 三, ...\" style:num-suffix=\"、\"/></text:list-style></office:automatic-styles>"
            let table = "<table:table table:name=\"甲\"><table:table-row><table:table-cell table:number-columns-spanned=\"2\"><text:p>序号</text:p></table:table-cell><table:table-cell table:number-columns-repeated=\"3\"><text:p>任务</text:p></table:table-cell></table:table-row><table:table-row table:number-rows-repeated=\"2\"><table:table-cell><text:p>1</text:p></table:table-cell><table:table-cell><text:p>建站<text:s text:c=\"3\"/></text:p></table:table-cell></table:table-row></table:table>"
            let body = "<text:h text:outline-level=\"1\">通知</text:h><text:list text:style-name=\"L\"><text:list-item text:start-value=\"2\"><text:p>总则<text:note><text:note-body><text:p>注</text:p></text:note-body></text:note></text:p></text:list-item></text:list>"
            func file(_ kind: String, _ content: String) -> [Part] {
                [
                    ("mimetype", Array("application/vnd.oasis.opendocument.\(kind)".utf8)),
                    ("content.xml", Array("<office:document-content \(space)>\(lists)<office:body><office:\(kind)>\(content)</office:\(kind)></office:body></office:document-content>".utf8)),
                ]
            }
            return [file("text", body + table), file("spreadsheet", table)]
        }
    }

    private static let far = ["0", "-1", "1", "255", "65536", "2147483647", "-2147483648", "99999999999999999999", "1e308", "nan", "", "g 999999999 1"]

    /// One change: of a byte, a number in quotes, or a piece.
    private static func change(_ bytes: inout [UInt8], _ random: inout SeededGenerator) {
        guard !bytes.isEmpty else { return }
        switch random.next(below: 8) {
        case 0, 1: bytes[random.next(below: bytes.count)] = UInt8(random.next(below: 256))
        case 2, 3:
            // The value of an attribute.
            let start = random.next(below: bytes.count)
            guard let open = bytes[start...].firstIndex(of: 0x22), let close = bytes[(open + 1)...].firstIndex(of: 0x22) else { return }
            bytes.replaceSubrange(open + 1..<close, with: far[random.next(below: far.count)].utf8)
        case 4:
            let start = random.next(below: bytes.count)
            bytes.removeSubrange(start..<min(bytes.count, start + 1 + random.next(below: 40)))
        case 5, 6:
            // A whole element said again, somewhere between two others.
            let start = random.next(below: bytes.count)
            guard let open = bytes[start...].firstIndex(of: 0x3C) else { return }
            let piece = Array(bytes[open..<min(bytes.count, open + 1 + random.next(below: 400))])
            let place = bytes[random.next(below: bytes.count)...].firstIndex(of: 0x3C) ?? 0
            for _ in 0...random.next(below: 3) { bytes.insert(contentsOf: piece, at: place) }
        default: bytes.removeLast(random.next(below: bytes.count))
        }
    }
}

extension SeededGenerator {
    fileprivate mutating func next(below limit: Int) -> Int { Int.random(in: 0..<max(1, limit), using: &self) }
}
