/// A value of an answer for programs (数据): JSON and XML are two ways to print it. Keys are constants and keep their order.
package indirect enum Datum: Sendable {
    case null
    case flag(Bool)
    case integer(Int)
    /// A decimal number in its printed form: `0.83`.
    case decimal(String)
    case text(String)
    /// `of` names one item, for XML.
    case list(of: StaticString, [Datum])
    case record([Entry])
    /// With names that are no constants, each once.
    case named([(name: String, value: Datum)])

    package struct Entry: Sendable {
        package let key: StaticString
        package let value: Datum

        package init(_ key: StaticString, _ value: Datum) {
            self.key = key
            self.value = value
        }
    }

    package static func optional(_ text: String?) -> Datum { text.map(Datum.text) ?? .null }
    package static func optional(_ number: Int?) -> Datum { number.map(Datum.integer) ?? .null }
    package static func texts(of item: StaticString, _ texts: [String]) -> Datum { .list(of: item, texts.map(Datum.text)) }

    /// A share or strength with two decimal places, the same in every locale.
    package static func share(_ value: Double) -> Datum { .decimal(Decimals.twoPlaces(value)) }
    package static func strength(_ value: Double) -> Datum { .decimal(Decimals.strength(value)) }
}

/// Numbers in the form in which they are printed.
package enum Decimals {
    /// Rounded half away from zero: `0.83`, `-0.10`. What is no number prints as 0.00.
    package static func twoPlaces(_ value: Double) -> String {
        guard value.isFinite, value.magnitude < 1e12 else { return "0.00" }
        let hundredths = Int((value.magnitude * 100).rounded())
        let rest = hundredths % 100
        return (value < 0 && hundredths > 0 ? "-" : "") + "\(hundredths / 100)." + (rest < 10 ? "0\(rest)" : "\(rest)")
    }
}

extension Decimals {
    /// Rounded half away from zero: `58.3`.
    static func onePlace(_ value: Double) -> String {
        guard value.isFinite, value.magnitude < 1e12 else { return "0.0" }
        let tenths = Int((value.magnitude * 10).rounded())
        return (value < 0 && tenths > 0 ? "-" : "") + "\(tenths / 10).\(tenths % 10)"
    }

    /// A strength with two decimal places. Rounding never lifts a weak link over the threshold.
    package static func strength(_ value: Double) -> String {
        let text = twoPlaces(value)
        return value < 0.5 && text == "0.50" ? "0.49" : text
    }
}

extension Decimals {
    /// `exact` of a whole number of thousandths.
    static func exact(thousandths value: Int) -> String {
        let parts = value.magnitude
        var text = (value < 0 ? "-" : "") + "\(parts / 1000)."
        let digits = parts % 1000
        text += "\(digits / 100)\(digits / 10 % 10)"
        return digits % 10 == 0 ? text : text + "\(digits % 10)"
    }

    /// Every digit that a value has, at least two: what reads it back has the same value. Values of the linker have three.
    package static func exact(_ value: Double) -> String {
        guard value.isFinite else { return "0.00" }
        let text = value.description
        let bytes = text.utf8
        guard !bytes.contains(0x65) else { return twoPlaces(value) }
        let places = bytes.lastIndex(of: 0x2E).map { bytes.distance(from: $0, to: bytes.endIndex) - 1 } ?? bytes.count
        return places < 2 ? text + "0" : text
    }
}
