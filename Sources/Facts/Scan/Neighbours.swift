/// Words of which one stands right behind a place, or right before it.
struct Neighbours: Sendable {
    private let words: [[Unicode.Scalar]]
    private let isBefore: Bool
    /// One bit for each scalar beside the place, by its low bits: most are told off by it.
    private let bits: UInt64

    init(_ words: [String], isBefore: Bool = false) {
        self.words = words.map { Array($0.unicodeScalars) }.filter { !$0.isEmpty }
        self.isBefore = isBefore
        bits = self.words.reduce(0) { $0 | Self.bit(isBefore ? $1[$1.count - 1] : $1[0]) }
    }

    var isEmpty: Bool { words.isEmpty }

    @inline(__always)
    private static func bit(_ scalar: Unicode.Scalar) -> UInt64 { 1 << UInt64(scalar.value & 63) }

    @inline(__always)
    func stand(at place: Int, in text: TextWindow) -> Bool {
        guard bits & Self.bit(text.at(isBefore ? place - 1 : place)) != 0 else { return false }
        return words.contains { text.has($0, at: isBefore ? place - $0.count : place) }
    }
}
