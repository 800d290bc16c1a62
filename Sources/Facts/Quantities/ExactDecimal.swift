/// A decimal number as printed, digit for digit (精确小数): no rounding, however many 万 and 亿 multiply it.
struct ExactDecimal: Hashable {
    /// All digits as one integer; 0 where there are too many for that.
    private var mantissa: UInt64 = 0
    /// How many digits there are, zeros before the first included.
    private var count = 0
    /// How many of them stand behind the point.
    private var scale = 0
    /// The digits one by one, where there are more than `longestMantissa`; else empty.
    private var digits: [UInt8] = []

    /// Digits that surely fit into `mantissa`.
    static let longestMantissa = 18

    init() {}

    /// - Parameter count: digits of `mantissa`, zeros before the first included; at most `longestMantissa`.
    init(mantissa: UInt64, count: Int, scale: Int) {
        self.mantissa = mantissa
        self.count = count
        self.scale = scale
    }

    init(_ value: Int) {
        mantissa = UInt64(value.magnitude)
        var rest = mantissa
        repeat {
            count += 1
            rest /= 10
        } while rest > 0
    }

    /// Reads `5.0`; nil where that is no plain decimal.
    init?(_ text: String) {
        var isBehindPoint = false
        for byte in text.utf8 {
            if byte == UInt8(ascii: "."), !isBehindPoint, count > 0 {
                isBehindPoint = true
            } else if (0x30...0x39).contains(byte) {
                append(byte - 0x30, isBehindPoint: isBehindPoint)
            } else {
                return nil
            }
        }
        guard count > 0, !isBehindPoint || scale > 0 else { return nil }
    }

    /// Adds a digit at the end.
    mutating func append(_ digit: UInt8, isBehindPoint: Bool) {
        append(digit)
        if isBehindPoint { scale += 1 }
    }

    private mutating func append(_ digit: UInt8) {
        if count == Self.longestMantissa {
            digits = (0..<count).map { UInt8(mantissa / Self.tenTo(count - 1 - $0) % 10) }
            mantissa = 0
        }
        count += 1
        if count > Self.longestMantissa { digits.append(digit) } else { mantissa = mantissa * 10 + UInt64(digit) }
    }

    /// Ten to the power of `exponent` times as much.
    func timesTen(to exponent: Int) -> ExactDecimal {
        var product = self
        if exponent > scale, count + exponent - scale <= Self.longestMantissa {
            product.mantissa *= Self.tenTo(exponent - scale)
            product.count += exponent - scale
        } else {
            for _ in scale..<max(scale, exponent) { product.append(0) }
        }
        product.scale = max(0, scale - exponent)
        return product
    }

    /// `141900000000`, `5.0`: without zeros before the first digit, with those behind the point.
    var text: String {
        guard digits.isEmpty else { return longText }
        let unit = Self.tenTo(scale)
        var whole = mantissa / unit
        var part = mantissa % unit
        var wholeDigits = 1
        while wholeDigits < Self.longestMantissa, whole >= Self.tenTo(wholeDigits) { wholeDigits += 1 }
        let length = wholeDigits + (scale > 0 ? scale + 1 : 0)
        return String(unsafeUninitializedCapacity: length) { buffer in
            for place in (length - scale..<length).reversed() {
                buffer[place] = 0x30 + UInt8(part % 10)
                part /= 10
            }
            if scale > 0 { buffer[wholeDigits] = UInt8(ascii: ".") }
            for place in (0..<wholeDigits).reversed() {
                buffer[place] = 0x30 + UInt8(whole % 10)
                whole /= 10
            }
            return length
        }
    }

    private var longText: String {
        let whole = digits.dropLast(scale).drop { $0 == 0 }
        var bytes = whole.isEmpty ? [UInt8(ascii: "0")] : whole.map { $0 + 0x30 }
        if scale > 0 {
            bytes.append(UInt8(ascii: "."))
            bytes += digits.suffix(scale).map { $0 + 0x30 }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The number times 10^`places` as an integer; nil where that is no integer or has more than fifteen digits.
    func scaled(by places: Int) -> Int? {
        guard scale <= places, count + places - scale <= 15 else { return nil }
        return Int(mantissa * Self.tenTo(places - scale))
    }

    var places: Int { scale }

    private static func tenTo(_ exponent: Int) -> UInt64 {
        var power: UInt64 = 1
        for _ in 0..<exponent { power *= 10 }
        return power
    }
}
