import Archives
import Links
import Provenance
import Queries
import Spreadsheets
import Testing
import XMLTree

@testable import Exports

@Suite struct WorkbookTests {
    static func bytes(_ answer: Answer = .matrix(Samples.matrix, Samples.gaps, Samples.documents), isPublic: Bool = false) throws -> [UInt8] {
        try AnswerPrinter(Samples.zh, isPublic: isPublic).print(answer, as: .xlsx)
    }

    static func parts(_ bytes: [UInt8]) throws -> [String: String] {
        var parts: [String: String] = [:]
        try ZipReader.read(bytes, file: "book.xlsx") { name, bytes in parts[name] = String(decoding: bytes, as: UTF8.self) }
        return parts
    }

    @Test func everyViewHasASheet() throws {
        let book = try #require(try Self.parts(Self.bytes())["xl/workbook.xml"])
        let root = try XMLNode.parse(Array(book.utf8), file: "workbook.xml")
        #expect(root.first("sheets")?.elements.compactMap { $0["name"] } == ["全表", "未见进展", "逾期与滞后", "按单位", "按地区", "统计", "说明"])
        #expect(book.contains("_xlnm.Print_Titles"))
        #expect(book.contains("_xlnm._FilterDatabase"))
    }

    @Test func theTableHasItsColumnsAndIsPrintedOnA3() throws {
        let parts = try Self.parts(Self.bytes())
        let strings = try #require(parts["xl/sharedStrings.xml"])
        for title in ["序号", "文件", "条款", "重点任务", "牵头单位", "责任/配合单位", "完成时限", "目标", "进展情况", "状态", "核实", "存在问题", "备注"] {
            #expect(strings.contains("<t>\(title)</t>"), "\(title)")
        }
        let sheet = try #require(parts["xl/worksheets/sheet1.xml"])
        #expect(sheet.contains("paperSize=\"8\""))
        #expect(sheet.contains("orientation=\"landscape\""))
        #expect(sheet.contains("fitToHeight=\"0\""))
        #expect(sheet.contains("state=\"frozen\""))
        #expect(sheet.contains("<dataValidation "))
        #expect(sheet.contains("&amp;P / &amp;N"))
        // The two requirements of one clause share its cells; the title goes over all columns.
        #expect(sheet.contains("<mergeCell ref=\"A1:M1\"/>"))
        #expect(sheet.contains("<mergeCell ref=\"C5:C7\"/>"))
        // Ids are there and hidden.
        #expect(strings.contains("opinion-1a2b3c#s2.3.r1"))
        #expect(sheet.contains("hidden=\"1\""))
        // Every state is told in words and by its letter, not by colour alone.
        #expect(strings.contains("【推】"))
        #expect(strings.contains("推算值 89.1%（82个 / 92个）"))
    }

    /// In inches, as spreadsheets reckon widths: seven pixels a digit and five beside.
    @Test(arguments: [true, false]) func everySheetFitsA3AsItIs(isPublic: Bool) {
        let book = MatrixBook(
            Samples.matrix, documents: Samples.documents, Samples.zh, BodyDirectory(), isPublic: isPublic
        ).workbook()
        for sheet in book.sheets {
            let width = sheet.columns.filter { !$0.isHidden }.reduce(0) { $0 + ($1.width * 7 + 5) / 96 }
            #expect(width <= 16.54 - 0.8, "\(sheet.name)")
            #expect(width > 14, "\(sheet.name)")
        }
    }

    @Test func theSameAnswerGivesTheSameBytes() throws {
        #expect(try Self.bytes() == Self.bytes())
        let core = try #require(try Self.parts(Self.bytes())["docProps/core.xml"])
        #expect(core.contains("2031-06-30T12:00:00Z"))
    }

    @Test func thePublicOneHoldsNothingInternal() throws {
        let all = try Self.parts(Self.bytes()).values.joined()
        let published = try Self.parts(Self.bytes(isPublic: true)).values.joined()
        for inner in ["opinion.txt", "bulletin.txt", "opinion-1a2b3c#", "填报办法"] {
            #expect(all.contains(inner))
            #expect(!published.contains(inner), "\(inner)")
        }
        #expect(published.contains("支持企业建设培训中心"))
    }

    /// What a cell needs more than a row can give goes over several rows, and no row is higher than spreadsheets allow.
    @Test func longTextsAreNotCut() throws {
        var row = Samples.underWay
        row.requirement.text = String(repeating: "支持企业建设培训中心。", count: 200)
        let matrix = Matrix(today: Samples.today, rows: [row], summary: Samples.summary)
        let sheet = MatrixBook(matrix, documents: [], Samples.zh, BodyDirectory(), isPublic: false).workbook().sheets[0]
        let rows = sheet.rows.dropFirst(MatrixSheet.headRows)
        #expect(rows.count > 1)
        #expect(sheet.rows.allSatisfy { $0.height <= Worksheet.heightLimit })
        #expect(sheet.merged.contains { $0.columns == 3...3 && $0.rows == 4...(3 + rows.count) })
        let needed = SheetMetrics.height(rows.first!.cells[3], width: sheet.columns[3].width)
        #expect(rows.reduce(0) { $0 + $1.height } >= needed)
    }

    @Test(arguments: Samples.answers.indices)
    func everyAnswerHasAWorkbook(_ index: Int) throws {
        #expect(try Self.parts(Self.bytes(Samples.answers[index]))["xl/worksheets/sheet1.xml"] != nil)
    }

    @Test func textBeyondTheLimitSaysThatItIsCut() throws {
        var sheet = Worksheet(name: "x", columns: [.init(width: 10)])
        sheet.rows = [.init(height: 20, cells: [.init(.text(String(repeating: "长", count: 40_000)), CellStyle())])]
        let strings = try #require(try Self.parts(Workbook(title: "x", created: 1, sheets: [sheet]).bytes())["xl/sharedStrings.xml"])
        #expect(strings.contains("长…</t>"))
    }
}
