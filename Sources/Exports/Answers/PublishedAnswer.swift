import Links
import Provenance
import Queries

extension Answer {
    /// The same for publication (公开版): without indirect material, the working status of links and the names and lines of files;
    /// places give the document alone.
    var published: Answer {
        switch self {
        case .matrix(let matrix, let gaps, let documents):
            var matrix = matrix
            matrix.rows = matrix.rows.map(Self.published)
            return .matrix(matrix, Self.published(gaps), documents.map(Self.published))
        case .gaps(let gaps): return .gaps(Self.published(gaps))
        case .documents(let rows): return .documents(rows.map(Self.published))
        case .grid(var grid):
            for row in grid.rows.indices {
                grid.rows[row].requirement = grid.rows[row].requirement.map(Self.published)
                grid.rows[row].document?.file = ""
                for cell in grid.rows[row].cells.indices {
                    grid.rows[row].cells[cell].counts.indirect = 0
                    grid.rows[row].cells[cell].evidence = grid.rows[row].cells[cell].evidence.filter(\.counts).map { one in
                        var one = one
                        one.place = Self.published(one.place)
                        return one
                    }
                }
            }
            return .grid(grid)
        case .shown, .trace, .search, .summary, .review, .reviewLog, .problems, .missing, .cascade: return self
        }
    }

    /// The day that an answer speaks of.
    var day: CalendarDay? {
        switch self {
        case .documents(let rows): rows.compactMap { $0.label.date.flatMap { CalendarDay(iso: $0, last: true) } }.max()
        case .shown(let shown): shown.row.label.date.flatMap { CalendarDay(iso: $0, last: true) }
        case .trace(let report): report.today.day
        case .gaps(let report): report.today.day
        case .matrix(let matrix, _, _): matrix.today.day
        case .search(let report): report.today.day
        case .summary(let summary): summary.today.day
        case .review(let queue): queue.today.day
        case .reviewLog(let log): log.today.day
        case .problems(let report): report.today.day
        case .missing(let report): report.today.day
        case .cascade(let report): report.today.day
        case .grid(let grid): grid.today.day
        }
    }

    static func published(_ row: MatrixRow) -> MatrixRow {
        var row = row
        row.requirement = published(row.requirement)
        row.progress = row.progress.map(published)
        row.problems = row.problems.map(published)
        row.indirect = []
        row.omitted.indirect = 0
        row.counts.indirect = 0
        row.notes = []
        return row
    }

    static func published(_ report: GapReport) -> GapReport {
        var report = report
        func published(_ rows: [GapRow]) -> [GapRow] {
            rows.map { row in
                GapRow(requirement: Self.published(row.requirement), gap: row.gap, state: row.state, why: row.why, indirect: [])
            }
        }
        report.bare = published(report.bare)
        report.indirectOnly = published(report.indirectOnly)
        report.bodies = report.bodies.map {
            BodyGaps(
                body: $0.body, bare: published($0.bare), indirectOnly: published($0.indirectOnly),
                notByThisBody: published($0.notByThisBody))
        }
        return report
    }

    private static func published(_ row: RequirementRow) -> RequirementRow {
        var row = row
        row.place = published(row.place)
        return row
    }

    private static func published(_ link: LinkRow) -> LinkRow {
        var link = link
        link.evidence.place = published(link.evidence.place)
        link.reasons = []
        return link
    }

    private static func published(_ place: SourcePlace) -> SourcePlace {
        var place = place
        place.document.file = place.document.number ?? place.document.title
        (place.line, place.column, place.locator) = (nil, nil, nil)
        return place
    }

    private static func published(_ row: DocumentRow) -> DocumentRow {
        var row = row
        row.label.file = row.label.number ?? row.label.title
        row.source.name = row.label.file
        row.path = nil
        return row
    }
}
