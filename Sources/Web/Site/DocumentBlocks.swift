import Facts

/// Every stretch of running text of a document, in printed order (段落).
enum DocumentBlocks {
    static func all(of document: PolicyDocument) -> [TextBlock] {
        document.front.map(\.content) + document.body.flatMap(blocks) + document.back.map(\.content)
    }

    private static func blocks(_ block: Block) -> [TextBlock] {
        switch block {
        case .division(let division): (division.heading.map { [$0] } ?? []) + division.blocks.flatMap(blocks)
        case .directive(let directive): (directive.heading.map { [$0] } ?? []) + directive.blocks.flatMap(blocks)
        case .paragraph(let text): [text]
        case .table(let table): table.rows.flatMap(\.cells)
        case .closing(let fields): fields.map(\.content)
        case .furniture: []
        }
    }
}
