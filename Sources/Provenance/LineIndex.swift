/// Where the lines of a source text begin, so that the place of any code point is found in logarithmic time:
/// `SourceText.position(of:)` for a whole document.
public struct LineIndex: Sendable {
    /// The first code point of each line, ascending; the first is 0.
    private let starts: [Int]

    public init(_ source: SourceText) {
        var starts = [0]
        let scalars = source.scalars
        for index in scalars.indices {
            let next = index + 1 < scalars.count ? scalars[index + 1] : nil
            if scalars[index] == "\n" || (scalars[index] == "\r" && next != "\n") { starts.append(index + 1) }
        }
        self.starts = starts
    }

    /// Line and column, both from 1, the column in code points.
    public func position(of offset: Int) -> (line: Int, column: Int) {
        var low = 0
        var high = starts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if starts[middle] <= offset { low = middle } else { high = middle }
        }
        return (low + 1, offset - starts[low] + 1)
    }
}
