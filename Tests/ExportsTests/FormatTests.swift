import FoundationEssentials
import Provenance
import Queries
import Testing
import XMLTree

@testable import Exports

@Suite struct FormatTests {
    @Test(arguments: ReportFormat.allCases)
    func sameAnswerGivesSameBytes(_ format: ReportFormat) throws {
        for answer in Samples.answers {
            #expect(try Samples.print(answer, format) == Samples.print(answer, format))
            #expect(try !Samples.print(answer, format).isEmpty)
        }
    }

    @Test func xmlIsWellFormed() throws {
        for answer in Samples.answers {
            let root = try XMLNode.parse(Array(try Samples.print(answer, .xml).utf8), file: "answer.xml")
            #expect(root.name == "answer")
            #expect(root.namespace == "urn:suyuan:answer:1")
        }
    }

    @Test func jsonKeepsItsKeysInOrder() throws {
        let json = try Samples.print(.gaps(Samples.gaps), .json)
        #expect(
            json.hasPrefix(
                """
                {
                  "asOf": {
                    "day": "2031-06-30",
                    "given": false
                  },
                  "asked": 4,
                  "bare": [
                    {
                      "requirement": {
                        "id": "opinion-1a2b3c#s2.4.r1",

                """))
    }

    @Test func jsonEscapes() throws {
        let datum = Datum.record([.init("a", .text("\"\\\n\t\u{1}\u{2028}</script>")), .init("b", .decimal("0.50")), .init("c", .null)])
        #expect(
            String(decoding: JSONPrinter.print(datum), as: UTF8.self) == """
                {
                  "a": "\\"\\\\\\n\\t\\u0001\\u2028\\u003c/script>",
                  "b": 0.50,
                  "c": null
                }

                """)
    }

    @Test func csvOfGaps() throws {
        let csv = try Samples.print(.gaps(Samples.gaps), .csv)
        let lines = csv.split(separator: "\r\n", omittingEmptySubsequences: false)
        #expect(Array(csv.utf8.prefix(3)) == [0xEF, 0xBB, 0xBF])
        #expect(
            lines[0] == "\u{FEFF}\"序号\",\"责任单位\",\"责任角色\",\"空白类型\",\"文件\",\"条款\",\"重点任务\",\"完成时限\",\"状态\",\"状态依据\",\"间接材料\",\"出处\",\"标识\"")
        #expect(
            lines[1] == """
                "1","省财政厅","牵头","无任何材料","关于办好技能培训的意见 · 甲工发〔2030〕3号 · 2030-03-01","二、提升技能 › （三）办好培训。",\
                "落实税前扣除政策。","","无报送","","","opinion.txt:3:12（第 2 页、字符 90–99）","opinion-1a2b3c#s2.4.r1"
                """)
        #expect(lines.count == 4)
        #expect(lines[3] == "")
    }

    /// Every row of a table has a cell for each column, whatever the answer.
    @Test func csvIsRectangular() throws {
        for answer in Samples.answers {
            let rows = try Samples.print(answer, .csv).split(separator: "\r\n").map { $0.components(separatedBy: "\",\"").count }
            #expect(Set(rows).count == 1)
        }
    }

    @Test(arguments: [
        ("=1+1", "'=1+1"), ("+cmd", "'+cmd"), ("-2+3", "'-2+3"), ("@SUM(A1)", "'@SUM(A1)"), (" =1", "' =1"), ("\t=1", "'\t=1"),
        ("＝1", "'＝1"), ("-5", "-5"), ("+3.5", "+3.5"), ("say \"yes\"", "say \"\"yes\"\""), ("a\r\nb", "a\nb"), ("一是", "一是"),
    ])
    func csvCellsAreHarmless(_ text: String, _ expected: String) throws {
        let section = Report.Section("s", columns: [.init("c")], rows: [[.text(text)]], empty: "")
        #expect(String(decoding: CSVPrinter.print(section, Samples.zh), as: UTF8.self) == "\u{FEFF}\"c\"\r\n\"\(expected)\"\r\n")
    }

    @Test func traceTellsAllThatALinkRestsOn() throws {
        let text = try Samples.print(.trace(Samples.trace), .table)
        for part in [
            "追溯 「培训」 · 截至日期 2031-06-30（取库中最新文件日期）", "■ 支持企业建设培训中心", "opinion.txt:3:12（第 2 页、字符 17–45）",
            "牵头 省人力资源社会保障厅；配合 省财政厅 等（名单未列尽）", "2030-12-31", "培训 ≥ 20000人次", "【推进中】 最近一次报送在2031-06",
            "2031-06　强 0.83 · 相符 · 系统建议", "「全省计划的92个培训中心，目前已建成82个。」", "推算值 89.1%（82个 / 92个）",
            "同一概念 +0.50：培训 ↔ 培训中心", "弱 0.31", "下级承接 0.70", "另有 3 条符合",
        ] {
            #expect(text.contains(part), "\(part)")
        }
    }

    /// Both sides with their places, and why.
    @Test func whatIsHandedDownIsToldWithBothSides() throws {
        let text = try Samples.print(.cascade(Samples.cascade), .table)
        for part in ["承接情况", "弱化", "未承接", "支持建设培训中心。", "没有完成时限", "opinion.txt:3:12", "承接2/4条要求"] {
            #expect(text.contains(part), "\(part)")
        }
        let lines = try Samples.print(.cascade(Samples.cascade), .csv).split(separator: "\r\n")
        #expect(lines.count == 3 && lines[1].contains("opinion-1a2b3c#s2.3.r1") && lines[1].contains("opinion-1a2b3c#r7"))
        let json = try Samples.print(.cascade(Samples.cascade), .json)
        #expect(json.contains("\"kind\": \"weakened\"") && json.contains("\"key\": \"cascade.deadline\""))
    }

    /// In every format a cell names what it rests on and where that stands.
    @Test(arguments: [ReportFormat.table, .csv, .json, .xml, .html])
    func cellsLeadBackToTheirEvidence(_ format: ReportFormat) throws {
        let text = try Samples.print(.grid(Samples.grid), format, width: 300)
        #expect(text.contains("省人力资源社会保障厅") && text.contains("bulletin.txt"))
        if format != .table, format != .html { #expect(text.contains("l123") && text.contains("opinion-1a2b3c#s2.3.r1")) }
    }

    /// In pieces or whole, the bytes are the same.
    @Test(arguments: [ReportFormat.csv, .json, .xml, .html], [0, 1, 2, 5])
    func streamsWhatItPrints(_ format: ReportFormat, _ rows: Int) throws {
        var matrix = Samples.matrix
        let row = try #require(matrix.rows.first)
        matrix.rows = (0..<rows).map { number in
            var row = row
            row.requirement.id += "-\(number)"
            row.requirement.place.document.id += "-\(number / 2)"
            return row
        }
        for isPublic in [false, true] {
            let printer = AnswerPrinter(Samples.zh, isPublic: isPublic)
            let whole = try printer.print(.matrix(matrix, Samples.gaps, Samples.documents), as: format)
            for size in [1, 2, 3] {
                let made = try MatrixStream(printer, as: format, matrix.summary) { () throws(Fault) in (MatrixOutline(matrix), Samples.gaps) }
                let stream = try #require(made)
                var bytes = stream.head
                for start in stride(from: 0, to: rows, by: size) { bytes += stream.rows(Array(matrix.rows[start..<min(start + size, rows)]), from: start) }
                bytes += stream.end(isEmpty: rows == 0)
                #expect(bytes == whole)
            }
        }
    }

    @Test func englishHasNoChineseLabels() throws {
        let text = try Samples.print(.summary(Samples.summary), .table, Samples.en)
        #expect(text.contains("Under way"))
        #expect(!text.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) })
    }

    @Test func weakLinkNeverPrintsAsStrong() throws {
        #expect(Decimals.strength(0.4999) == "0.49")
        #expect(Decimals.strength(0.5) == "0.50")
        #expect(Decimals.twoPlaces(-0.1) == "-0.10")
        #expect(Decimals.twoPlaces(1) == "1.00")
        #expect(Decimals.twoPlaces(.nan) == "0.00")
    }
}
