/// A small number for each scalar (字类): what a pass over the text asks first, since most scalars concern no rule.
///
/// One byte for each scalar of the basic plane, so that the question costs one load.
struct SignTable: Sendable {
    private var signs = [UInt8](repeating: 0, count: 0x10000)
    /// Of all scalars beyond the basic plane together.
    private var rest: UInt8 = 0

    /// Adds bits to what is known of each scalar.
    mutating func mark(_ scalars: some Sequence<Unicode.Scalar>, _ bits: UInt8) {
        for scalar in scalars {
            if scalar.value < 0x10000 { signs[Int(scalar.value)] |= bits } else { rest |= bits }
        }
    }

    /// The first place of a range at which a scalar has one of the bits; the range's end where none has.
    func first(_ bits: UInt8, in text: [Unicode.Scalar], _ range: Range<Int>) -> Int {
        precondition(range.lowerBound >= 0 && range.upperBound <= text.count)
        return text.withUnsafeBufferPointer { text in
            signs.withUnsafeBufferPointer { signs in
                var index = range.lowerBound
                while index < range.upperBound {
                    let value = Int(text[index].value)
                    if (value < signs.count ? signs[value] : rest) & bits != 0 { break }
                    index += 1
                }
                return index
            }
        }
    }

    @inline(__always)
    subscript(_ scalar: Unicode.Scalar) -> UInt8 { scalar.value < 0x10000 ? signs[Int(scalar.value)] : rest }
}
