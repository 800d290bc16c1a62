/// How much of its evidence a row of the matrix gives (列示范围): of each sort the latest or strongest few in any case.
public enum MatrixExtent: Sendable {
    /// Actors, figures, and the words that links rest on.
    case full
    /// As ledgers and workbooks print it: words, day, place, and of the figures those that are computed.
    case printed
    /// No more than a page shows in a table.
    case brief
}

extension RowMaker.Extent {
    init(_ extent: MatrixExtent, isForAll: Bool) {
        self.isForAll = isForAll
        switch extent {
        case .full: reasons = true
        case .printed: isBrief = true
        case .brief: (isBrief, most, isIndirectForGaps) = (true, 2, true)
        }
    }
}
