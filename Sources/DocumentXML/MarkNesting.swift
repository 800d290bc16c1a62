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
        let isNested = withUnsafeTemporaryAllocation(of: Int.self, capacity: block.marks.count) { ends in
            var open = 0
            var last = 0
            for index in block.marks.indices {
                let range = block.marks[index].range
                guard range.lowerBound >= last, isBorder(range.lowerBound), isBorder(range.upperBound) else { return false }
                last = range.lowerBound
                while open > 0, ends[open - 1] <= range.lowerBound { open -= 1 }
                if open > 0, ends[open - 1] < range.upperBound { return false }
                ends[open] = range.upperBound
                open += 1
            }
            return true
        }
        guard isNested else { return false }
        var offset = 0
        for char in block.forbidden {
            guard char.offset >= offset, isBorder(char.offset) else { return false }
            offset = char.offset
        }
        return true
    }
}
