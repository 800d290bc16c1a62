/// Names and values as a form sends them (表单值), in their order.
struct FormValues: Sendable, Equatable {
    private(set) var pairs: [(name: String, value: String)] = []

    /// More than a form of ours has.
    static let most = 2_000

    init(_ pairs: [(name: String, value: String)] = []) {
        self.pairs = pairs
    }

    /// Nil where an escape is broken, or where there are too many pairs.
    init?(decoding text: Substring) {
        for part in text.split(separator: "&") {
            guard pairs.count < Self.most else { return nil }
            let sides = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = PercentCoding.decoded(sides[0], isForm: true),
                let value = PercentCoding.decoded(sides.count > 1 ? sides[1] : "", isForm: true)
            else { return nil }
            pairs.append((name, value))
        }
    }

    /// The first value of a name without the white space around it; nil where there is none or nothing in it.
    subscript(_ name: String) -> String? {
        guard let value = pairs.first(where: { $0.name == name })?.value else { return nil }
        let scalars = value.unicodeScalars
        guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
            let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
        else { return nil }
        return String(scalars[first...last])
    }

    func all(_ name: String) -> [String] { pairs.filter { $0.name == name && !$0.value.isEmpty }.map(\.value) }

    /// With a value set to this one alone; nil takes the name out.
    func setting(_ name: String, _ value: String?) -> FormValues {
        var kept = pairs.filter { $0.name != name }
        if let value { kept.append((name, value)) }
        return FormValues(kept)
    }

    /// `?a=1&b=2`; empty where there is nothing.
    var query: String {
        let parts = pairs.filter { !$0.value.isEmpty }.map { PercentCoding.encoded($0.name) + "=" + PercentCoding.encoded($0.value) }
        return parts.isEmpty ? "" : "?" + parts.joined(separator: "&")
    }

    static func == (left: FormValues, right: FormValues) -> Bool {
        left.pairs.count == right.pairs.count && zip(left.pairs, right.pairs).allSatisfy { $0 == $1 }
    }
}
