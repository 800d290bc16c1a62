import Links
import Provenance
import Store
import Testing

@testable import Queries

@Suite("Tables by two sides")
struct GridTests {
    private func grid(_ rows: Grid.Rows, _ columns: Grid.Columns, _ filter: Filter = Filter(), _ period: Grid.Period = .quarter) throws -> Grid {
        try SampleBase.inquiry().grid(filter, rows: rows, columns: columns, period: period)
    }

    /// `r1: 省财政厅 overdue []`, cell by cell.
    private func told(_ grid: Grid) -> [String] {
        grid.rows.flatMap { row in
            row.cells.map { cell in
                let row = row.requirement?.place.element ?? row.id
                return "\(row) \(grid.columns[cell.column].name) \(cell.state.rawValue) " + cell.evidence.map(\.place.element).joined(separator: ",")
            }
        }
    }

    /// What one body reported the other has not.
    @Test func eachBodyHasTheStateOfItsOwnReports() throws {
        let grid = try grid(.requirements, .bodies, Filter(asOf: CalendarDay(2030, 5, 1)))
        #expect(
            told(grid) == [
                "r1 云南省人力资源和社会保障厅 underWay a1", "r1 省财政厅 noReport ", "r2 省财政厅 noReport ", "r3 各州（市）人民政府 noReport ",
            ].sorted { Self.order($0) < Self.order($1) })
        #expect(grid.rows.map { $0.requirement?.place.element } == ["r1", "r2", "r3", "r4", "r5"])
    }

    private static func order(_ line: String) -> String { String(line.prefix(2)) + (line.contains("财政") ? "a" : "b") }

    @Test func aCellLeadsBackToWhereItIsWritten() throws {
        let grid = try grid(.requirements, .bodies, Filter(asOf: CalendarDay(2030, 5, 1)))
        let evidence = try #require(grid.rows[0].cells.flatMap(\.evidence).first)
        #expect(evidence.id == "bulletin-spring#a1")
        #expect(evidence.link == SampleBase.link("opinion-000001#r1", "bulletin-spring#a1", 0.9).id)
        #expect(evidence.place.line != nil && evidence.counts)
        #expect(evidence.day == CalendarDay(2030, 4, 15))
    }

    /// A region that owes it and reported nothing stands beside one that reported.
    @Test func regionsAreThoseThatOweOrReport() throws {
        let grid = try grid(.requirements, .regions)
        #expect(grid.columns.map(\.id) == ["CN-53"])
        #expect(grid.columns.first?.name == "云南省")
        #expect(told(grid).first?.hasPrefix("r1 云南省 overdue") == true)
        #expect(try self.grid(.requirements, .regions, Filter(region: "昆明市")).rows.isEmpty)
    }

    /// At the end of each period by what was known then; before the document there was nothing.
    @Test func periodsTellHowItStoodThen() throws {
        let grid = try grid(.requirements, .periods)
        #expect(grid.columns.map(\.name) == ["2030Q1", "2030Q2", "2030Q3", "2030Q4", "2031Q1"])
        let states = grid.rows[0].cells.map(\.state)
        #expect(states == [.noReport, .underWay, .underWay, .stale, .overdue] || states == [.noReport, .underWay, .underWay, .underWay, .overdue])
        #expect(grid.rows[0].cells.map { $0.evidence.map(\.place.element) } == [[], ["a1"], [], [], ["x1"]])
        #expect(try self.grid(.requirements, .periods, Filter(), .year).columns.map(\.name) == ["2030", "2031"])
        #expect(try self.grid(.requirements, .periods, Filter(asOf: CalendarDay(2030, 3, 5)), .month).columns.map(\.name) == ["2030-01", "2030-02", "2030-03"])
    }

    @Test func bodiesByStateCountRequirements() throws {
        let grid = try grid(.bodies, .states, Filter(asOf: CalendarDay(2030, 5, 1)))
        let counts = Dictionary(uniqueKeysWithValues: grid.rows.map { row in
            (row.id, Dictionary(uniqueKeysWithValues: row.cells.map { ($0.state, $0.requirements.map(\.element)) }))
        })
        #expect(counts["CN-53/hrss"] == [.underWay: ["r1"]])
        #expect(counts["CN-53/finance"] == [.noReport: ["r1", "r2"]])
        #expect(grid.columns.map(\.id) == RequirementState.allCases.map(\.rawValue))
    }

    @Test func directivesAndDocumentsHaveTheWorstState() throws {
        let directives = try grid(.directives, .states)
        #expect(directives.rows.map(\.requirements) == [1, 1, 1, 1, 1])
        #expect(directives.rows.first?.name == "办好培训。")
        let documents = try grid(.documents, .states)
        #expect(documents.rows.map(\.id) == ["opinion-000001"])
        #expect(documents.rows.first?.state == .overdue)
        #expect(documents.rows.first?.requirements == 5)
    }

    @Test func filtersNarrowRowsAndColumns() throws {
        let grid = try grid(.requirements, .bodies, Filter(body: "省财政厅"))
        #expect(grid.rows.map { $0.requirement?.place.element } == ["r1", "r2"])
        #expect(grid.columns.map(\.id) == ["CN-53/finance"])
        #expect(try self.grid(.requirements, .states, Filter(states: [.overdue])).rows.map { $0.requirement?.place.element } == ["r1"])
    }

    /// A field is named by a concept of the thesaurus in the requirement or in the heading of its clause.
    @Test func requirementsAreAskedForByField() throws {
        let inquiry = try SampleBase.inquiry()
        let thesaurus = inquiry.ontology.thesaurus
        let named = try #require(thesaurus.concepts(in: "各地要建立培训中心。").first)
        let field = try #require(thesaurus.field(thesaurus.concepts[named.concept].field))
        for name in [field.id, field.label] {
            let elements = try inquiry.matrix(Filter(field: name)).rows.map(\.requirement.place.element)
            #expect(elements.contains("r1") && !elements.contains("r5"), "\(name): \(elements)")
        }
        #expect { try inquiry.gaps(Filter(field: "没有的领域")) } throws: { ($0 as? Fault)?.what.key == "query.noField" }
    }

    /// What many requirements are asked by in one pass is what few are asked by one by one.
    @Test func manyAreAskedAsFewAre() throws {
        let base = try KnowledgeBase.inMemory()
        let count = 45
        for number in 0..<count {
            try base.add(SampleBase.opinion("opinion-\(number)", date: "2030-01-10", first: "各地要建立培训中心\(number)。", work: "文件\(number)"))
        }
        let inquiry = Inquiry(base, ontology: try SampleBase.ontology.get())
        let whole = try inquiry.grid(rows: .bodies, columns: .states)
        let finance = try #require(whole.rows.first { $0.id == "CN-53/finance" })
        #expect(finance.requirements == 2 * count)
        #expect(try inquiry.grid(Filter(document: "opinion-7"), rows: .bodies, columns: .states).rows.first { $0.id == "CN-53/finance" }?.requirements == 2)
    }
}
