import Links
import Provenance
import Queries

/// Where things stand by two of their sides as data (交叉数据): rows hold the cells that are not empty.
extension Datum {
    static func grid(_ grid: Grid, _ wording: Wording) -> Datum {
        .record([
            today(grid.today), Entry("rowsBy", .text(grid.down.rawValue)), Entry("columnsBy", .text(grid.across.rawValue)),
            Entry(
                "columns",
                .list(
                    of: "column",
                    grid.columns.map { column in
                        .record([Entry("id", .text(column.id)), Entry("name", .text(column.name)), Entry("end", .optional(column.end?.description))])
                    })),
            Entry(
                "rows",
                .list(
                    of: "row",
                    grid.rows.map { row in
                        .record(
                            [
                                Entry("id", .text(row.id)), Entry("name", .text(row.name)), Entry("document", row.document.map(document) ?? .null),
                                Entry("requirement", row.requirement.map(requirement) ?? .null),
                            ] + state(row.state, wording) + [
                                counts(row.counts), Entry("requirements", .integer(row.requirements)),
                                Entry("cells", .list(of: "cell", row.cells.map { cell($0, grid, wording) })),
                            ])
                    })),
        ])
    }

    private static func cell(_ cell: GridCell, _ grid: Grid, _ wording: Wording) -> Datum {
        .record(
            [Entry("column", .text(grid.columns[cell.column].id))] + state(cell.state, wording) + [
                counts(cell.counts), Entry("requirements", .texts(of: "requirement", cell.requirements.map(\.description))),
                Entry(
                    "evidence",
                    .list(
                        of: "evidence",
                        cell.evidence.map { one in
                            .record([
                                Entry("id", .text(one.id)), Entry("link", .text(one.link)), Entry("day", .optional(one.day?.description)),
                                Entry("counts", .flag(one.counts)), Entry("place", place(one.place)),
                            ])
                        })),
            ])
    }
}
