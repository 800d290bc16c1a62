/// Questions to ranges in ascending order (升序区间), each answered in logarithmic time: a paragraph may hold a whole book.
extension RandomAccessCollection where Index == Int {
    /// The first index whose element is not before what is asked for; elements that are come first.
    func firstIndex(notBefore isBefore: (Element) -> Bool) -> Int {
        var low = startIndex
        var high = endIndex
        while low < high {
            let middle = low + (high - low) / 2
            if isBefore(self[middle]) { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

extension RandomAccessCollection<Range<Int>> where Index == Int {
    /// Of ascending, disjoint ranges those that overlap another.
    func overlapping(_ range: Range<Int>) -> SubSequence {
        let start = firstIndex(notBefore: { $0.upperBound <= range.lowerBound })
        return self[start...].prefix { $0.lowerBound < range.upperBound }
    }
}

extension [DraftMark] {
    /// Of marks ascending by where they begin the indices of those that begin in a range.
    func beginning(in range: Range<Int>) -> Range<Int> {
        let start = firstIndex(notBefore: { $0.range.lowerBound < range.lowerBound })
        let end = self[start...].firstIndex(notBefore: { $0.range.lowerBound < range.upperBound })
        return start..<Swift.max(start, end)
    }
}
