/// A punctuation mark of the text that parts or brackets it (标点).
struct Punctuation: Sendable {
    let position: Int32
    let kind: Kind

    @inline(__always)
    var index: Int { Int(position) }

    /// What a mark does. Both marks of a pair of brackets have the same low bits.
    struct Kind: Hashable, Sendable {
        let rawValue: UInt8

        /// 。！？
        static let stop = Kind(rawValue: 1)
        static let semicolon = Kind(rawValue: 2)
        static let comma = Kind(rawValue: 4)
        static let colon = Kind(rawValue: 8)
        /// A bracket that is none of Chinese print: it holds numbers of documents only.
        static let foreign = Kind(rawValue: 15)

        private static let opening: UInt8 = 0x10
        private static let closing: UInt8 = 0x20

        @inline(__always)
        var isOpening: Bool { rawValue & Self.opening != 0 }
        @inline(__always)
        var isClosing: Bool { rawValue & Self.closing != 0 }
        /// The same for （ and ）, at most 15.
        @inline(__always)
        var pair: Int { Int(rawValue & 0x0F) }

        /// Whether it is one of 。！？ ； ， ：, given as the bits of those asked for.
        @inline(__always)
        func isOne(of kinds: UInt8) -> Bool { rawValue < 0x0F && rawValue & kinds != 0 }

        private static let openings: [Unicode.Scalar] = ["（", "《", "“", "‘", "〔", "【", "〈", "「", "『"]
        private static let closings: [Unicode.Scalar] = ["）", "》", "”", "’", "〕", "】", "〉", "」", "』"]

        /// All marks; of the basic plane.
        static let marks: [(mark: Unicode.Scalar, kind: Kind)] =
            [
                ("。", stop), ("！", stop), ("？", stop), ("；", semicolon), ("，", comma), ("：", colon), ("[", foreign), ("(", foreign),
                ("﹝", foreign),
            ] + openings.enumerated().map { ($1, Kind(rawValue: opening | UInt8($0))) }
            + closings.enumerated().map { ($1, Kind(rawValue: closing | UInt8($0))) }

        static let table: SignTable = {
            var table = SignTable()
            for (mark, kind) in marks { table.mark(CollectionOfOne(mark), kind.rawValue) }
            return table
        }()
    }
}

/// Which brackets and quotation marks of a stretch belong together. One without its partner counts as none, so that a lost
/// mark never swallows the rest of a paragraph.
struct BracketPairs {
    /// The marks of the stretch, as indices into those of the text.
    let marks: Range<Int>
    /// For each mark its partner, counted from the first; negative where it has none. Empty where nothing opens.
    private var partners: [Int32] = []

    private static let none: Int32 = -1

    init(in text: ScannedText, range: Range<Int>) {
        marks = text.marks(in: range)
        guard let start = marks.first(where: { text.marks[$0].kind.isOpening }) else { return }
        partners = [Int32](unsafeUninitializedCapacity: marks.count) { buffer, count in
            buffer.initialize(repeating: Self.none)
            count = marks.count
        }
        // Marks that are open hold where the one around them stands, below -1.
        var innermost = -1
        // How many of each kind are open: a closing mark without a partner looks through none of them.
        var waiting = SIMD16<Int32>(repeating: 0)
        for mark in start..<marks.upperBound {
            let kind = text.marks[mark].kind
            let place = mark - marks.lowerBound
            if kind.isOpening {
                partners[place] = Int32(-3 - innermost)
                innermost = place
                waiting[kind.pair] += 1
            } else if kind.isClosing, waiting[kind.pair] > 0 {
                var open = innermost
                while true {
                    let opened = text.marks[marks.lowerBound + open].kind.pair
                    waiting[opened] -= 1
                    innermost = -3 - Int(partners[open])
                    if opened == kind.pair { break }
                    partners[open] = Self.none
                    open = innermost
                }
                partners[open] = Int32(place)
                partners[place] = Int32(open)
            }
        }
        while innermost >= 0 {
            let around = -3 - Int(partners[innermost])
            partners[innermost] = Self.none
            innermost = around
        }
    }

    /// The mark that closes what another opens.
    @inline(__always)
    func close(of mark: Int) -> Int? {
        guard !partners.isEmpty else { return nil }
        let place = mark - marks.lowerBound
        let partner = Int(partners[place])
        return partner > place ? marks.lowerBound + partner : nil
    }

    @inline(__always)
    func isUnmatched(_ mark: Int) -> Bool { partners.isEmpty || partners[mark - marks.lowerBound] < 0 }
}
