import Facts

/// Whether the marks of a block can be elements (嵌套检查).
public enum MarkNesting {
    /// True where all marks and forbidden code points lie within the text, on borders of code points, in order, and the
    /// marks nest or are disjoint.
    public static func isNested(_ block: TextBlock) -> Bool {
        var text = block.text
        return text.withUTF8 { isNested(block, in: $0) }
    }

    static func isNested(_ block: TextBlock, in utf8: UnsafeBufferPointer<UInt8>) -> Bool {
        func isBorder(_ offset: Int) -> Bool {
            offset == utf8.count || (offset >= 0 && offset < utf8.count && utf8[offset] & 0xC0 != 0x80)
        }
        var ends: [Int] = []
        var last = 0
        for mark in block.marks {
            let range = mark.range
            guard range.lowerBound >= last, isBorder(range.lowerBound), isBorder(range.upperBound) else { return false }
            last = range.lowerBound
            while let end = ends.last, end <= range.lowerBound { ends.removeLast() }
            if let end = ends.last, end < range.upperBound { return false }
            ends.append(range.upperBound)
        }
        var offset = 0
        for char in block.forbidden {
            guard char.offset >= offset, isBorder(char.offset) else { return false }
            offset = char.offset
        }
        return true
    }
}
