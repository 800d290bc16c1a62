/// How a cell looks (单元格样式). Colours are `0xRRGGBB`.
public struct CellStyle: Hashable, Sendable {
    public enum Horizontal: Hashable, Sendable { case left, centre, right }
    public enum Vertical: Hashable, Sendable { case top, middle, bottom }
    public enum Border: Hashable, Sendable { case thin, dashed, medium }

    public var font = "宋体"
    /// In points.
    public var size = 10.0
    public var isBold = false
    public var isItalic = false
    public var ink: UInt32 = 0x1C1F23
    public var fill: UInt32?
    public var border: Border?
    public var borderInk: UInt32 = 0xB9C0C7
    public var horizontal = Horizontal.left
    public var vertical = Vertical.top
    public var wraps = true
    /// How a number is printed, in the language of spreadsheets: `0.0%`.
    public var numberFormat: String?

    public init() {}

    public func with(_ change: (inout CellStyle) -> Void) -> CellStyle {
        var style = self
        change(&style)
        return style
    }
}
