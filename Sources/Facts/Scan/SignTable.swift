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

    @inline(__always)
    subscript(_ scalar: Unicode.Scalar) -> UInt8 { scalar.value < 0x10000 ? signs[Int(scalar.value)] : rest }
}
