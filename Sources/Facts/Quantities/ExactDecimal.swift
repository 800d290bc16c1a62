/// A decimal number as printed, digit for digit (精确小数): no rounding, however many 万 and 亿 multiply it.
struct ExactDecimal: Hashable {
    /// Digits from the first to the last, without the point.
    private var digits: [UInt8]
    /// How many of them stand behind the point.
    private var scale: Int

    init(digits: [UInt8] = [], scale: Int = 0) {
        self.digits = digits
        self.scale = scale
    }

    init(_ value: Int) {
        self.init(digits: String(value).utf8.map { $0 - 0x30 })
    }

    /// Reads `5.0`; nil where that is no plain decimal.
    init?(_ text: String) {
        var digits: [UInt8] = []
        var scale: Int?
        for byte in text.utf8 {
            if byte == UInt8(ascii: "."), scale == nil, !digits.isEmpty {
                scale = 0
            } else if (0x30...0x39).contains(byte) {
                digits.append(byte - 0x30)
                scale = scale.map { $0 + 1 }
            } else {
                return nil
            }
        }
        guard !digits.isEmpty, scale != 0 else { return nil }
        self.init(digits: digits, scale: scale ?? 0)
    }

    /// Ten to the power of `exponent` times as much.
    func timesTen(to exponent: Int) -> ExactDecimal {
        exponent <= scale
            ? ExactDecimal(digits: digits, scale: scale - exponent)
            : ExactDecimal(digits: digits + Array(repeating: 0, count: exponent - scale), scale: 0)
    }

    /// `141900000000`, `5.0`: without zeros before the first digit, with those behind the point.
    var text: String {
        let whole = digits.dropLast(scale).drop { $0 == 0 }
        var bytes = whole.isEmpty ? [UInt8(ascii: "0")] : whole.map { $0 + 0x30 }
        if scale > 0 {
            bytes.append(UInt8(ascii: "."))
            bytes += Array(repeating: 0x30, count: max(0, scale - digits.count)) + digits.suffix(scale).map { $0 + 0x30 }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The number times 10^`places` as an integer; nil where that is no integer or has more than fifteen digits.
    func scaled(by places: Int) -> Int? {
        guard scale <= places, digits.count + places - scale <= 15 else { return nil }
        return timesTen(to: places).digits.reduce(0) { $0 * 10 + Int($1) }
    }

    var places: Int { scale }
}
