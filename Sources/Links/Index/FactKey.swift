/// Something telling that a fact can be found by (索引词) — a rare pair of characters, a concept, a family of words — and what it
/// weighs there.
public struct FactKey: Hashable, Sendable {
    /// A pair of characters as `LinkingWeights.pair` numbers it; concepts and families have numbers that no pair of letters has.
    let code: UInt32
    /// In 4096ths, 2 at most: sums of whole numbers are the same in whatever order they are made.
    let weight: UInt16

    /// What a product of two weights is counted in.
    static let unit = 4096.0 * 4096.0

    /// Nil where it weighs too little to count.
    init?(_ code: UInt32, weight: Double) {
        let counted = (weight * 4096).rounded()
        guard counted >= 1 else { return nil }
        self.code = code
        self.weight = UInt16(min(counted, 8_191))
    }

    init(code: UInt32, weight: UInt16) {
        self.code = code
        self.weight = weight
    }

    static func code(concept: Int32) -> UInt32 { 0x1_0000 + UInt32(truncatingIfNeeded: concept) & 0xFFFF }
    static func code(family: Int32) -> UInt32 { 0x2_0000 + UInt32(truncatingIfNeeded: family) & 0xFFFF }
}
