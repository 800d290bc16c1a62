import Links
import Spreadsheets

/// The look of workbooks (表格样式): the colours of the pages, with the fonts that every office has.
enum SheetLook {
    static let body = CellStyle().with { $0.border = .thin }
    static let centred = body.with { $0.horizontal = .centre }
    static let soft = body.with { $0.ink = 0x6B737C }
    static let small = CellStyle().with {
        $0.size = 8
        $0.ink = 0x7A828B
    }
    static let strong = CellStyle().with { $0.isBold = true }
    static let red = CellStyle().with {
        $0.isBold = true
        $0.ink = 0xA4161A
    }
    static let title = CellStyle().with {
        $0.font = "黑体"
        $0.size = 22
        $0.horizontal = .centre
        $0.vertical = .middle
    }
    static let facts = CellStyle().with {
        $0.ink = 0x4A525B
        $0.horizontal = .centre
        $0.vertical = .middle
    }
    static let legend = CellStyle().with {
        $0.horizontal = .centre
        $0.vertical = .middle
    }
    static let head = CellStyle().with {
        $0.font = "黑体"
        $0.fill = 0xE9EDF1
        $0.border = .thin
        $0.borderInk = 0x8B95A1
        $0.horizontal = .centre
        $0.vertical = .middle
    }
    static let section = CellStyle().with {
        $0.font = "黑体"
        $0.size = 12
        $0.ink = 0xA4161A
        $0.vertical = .middle
        $0.wraps = false
    }
    static let plain = CellStyle()
    static let hidden = CellStyle().with { $0.wraps = false }

    /// The colours of a state, those of the pages, lighter since they fill whole cells; its mark and name stand beside them, for print without colour.
    static func state(_ state: RequirementState) -> CellStyle {
        body.with { style in
            style.horizontal = .centre
            style.isBold = true
            switch state {
            case .noReport: (style.ink, style.fill, style.border) = (0x4B5563, nil, .dashed)
            case .notStarted: (style.ink, style.fill) = (0x374151, 0xDDE1E6)
            case .underWay: (style.ink, style.fill) = (0x1E4E8C, 0xDFEAF7)
            case .done: (style.ink, style.fill) = (0x1F5A3F, 0xD5EBDF)
            case .problem: (style.ink, style.fill) = (0x6D4200, 0xFBE6BD)
            case .overdue: (style.ink, style.fill) = (0xA4161A, 0xF8D9D6)
            case .stale: (style.ink, style.fill) = (0x5C4A8A, 0xECE7F6)
            case .suspect: (style.ink, style.fill, style.border) = (0x7A1F5C, nil, .medium)
            }
        }
    }

    /// The colour that stands for a state where there is no room for a filled cell.
    static func ink(_ state: RequirementState) -> UInt32 {
        switch state {
        case .noReport: 0x8B95A1
        case .notStarted: 0x6B7280
        case .underWay: 0x4F86C6
        case .done: 0x2F6B4F
        case .problem: 0xD69B2D
        case .overdue: 0xA4161A
        case .stale: 0x8F7CC4
        case .suspect: 0xB65A96
        }
    }
}
