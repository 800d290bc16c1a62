import Provenance

/// `eId`s by the naming convention of Akoma Ntoso (标识命名): the path of abbreviated names with their numbers, `sec_1__subsec_2`.
/// The numbers are those that are printed, Chinese ones made Arabic; what has none is counted in its place.
struct AkomaIdentifier {
    private var used: Set<String> = []
    private var counts: [String: Int] = [:]

    /// - Parameters:
    ///   - name: the abbreviation: `sec`, `subsec`, `art`.
    ///   - number: as printed; nil: its place among those of its name below its parent.
    mutating func make(_ name: String, in parent: String, number: String? = nil) -> String {
        let start = (parent.isEmpty ? "" : parent + "__") + name + "_"
        counts[start, default: 0] += 1
        var id = start + (number.flatMap(Self.value).map(String.init) ?? String(counts[start] ?? 1))
        // Two clauses of one number are told apart by their order.
        var more = 2
        while used.contains(id) {
            id = start + (number.flatMap(Self.value).map(String.init) ?? String(counts[start] ?? 1)) + "-\(more)"
            more += 1
        }
        used.insert(id)
        return id
    }

    /// For what a parent has one of: `sec_1__content`.
    mutating func only(_ name: String, in parent: String) -> String {
        let id = (parent.isEmpty ? "" : parent + "__") + name
        guard used.contains(id) else {
            used.insert(id)
            return id
        }
        return make(name, in: parent)
    }

    /// The number in `（三）`, `第十二条`, `5.`, `①`; nil where there is none.
    static func value(_ printed: String) -> Int? {
        let scalars = Array(printed.unicodeScalars)
        var digits = 0
        var hasDigits = false
        var total = 0
        var digit: Int?
        var hasNumerals = false
        for scalar in scalars {
            let value = scalar.value
            if let one = (0x30...0x39).contains(value) ? Int(value) - 0x30 : (0xFF10...0xFF19).contains(value) ? Int(value) - 0xFF10 : nil {
                guard !hasNumerals, digits < 100_000 else { break }
                digits = digits * 10 + one
                hasDigits = true
            } else if hasDigits {
                break
            } else if (0x2460...0x2473).contains(value) {
                return Int(value) - 0x245F
            } else if let one = numerals[scalar] {
                digit = one
                hasNumerals = true
            } else if let unit = units[scalar] {
                total += (digit ?? 1) * unit
                digit = nil
                hasNumerals = true
            } else if hasNumerals {
                break
            }
        }
        if hasDigits { return digits }
        return hasNumerals ? total + (digit ?? 0) : nil
    }

    private static let numerals: [Unicode.Scalar: Int] = [
        "零": 0, "〇": 0, "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
    ]
    private static let units: [Unicode.Scalar: Int] = ["十": 10, "百": 100, "千": 1_000]
}
