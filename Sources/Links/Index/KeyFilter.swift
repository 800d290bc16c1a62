/// Some keys among millions (索引词筛选): most others are told apart by one bit.
public struct KeyFilter: Sendable {
    private static let bits = 16

    private var words = [UInt64](repeating: 0, count: 1 << (bits - 6))
    private let codes: Set<UInt32>

    /// In ascending order.
    public var sorted: [UInt32] { codes.sorted() }

    init(_ codes: Set<UInt32>) {
        self.codes = codes
        for code in codes {
            let place = Self.place(of: code)
            words[place >> 6] |= 1 << UInt64(place & 63)
        }
    }

    func contains(_ code: UInt32) -> Bool {
        let place = Self.place(of: code)
        return words[place >> 6] & 1 << UInt64(place & 63) != 0 && codes.contains(code)
    }

    /// Fibonacci hashing: the upper bits of a product with the golden ratio.
    private static func place(of code: UInt32) -> Int { Int((code &* 0x9E37_79B9) >> UInt32(32 - bits)) }
}
