import Links

/// Several texts in one column, for what is only ever read whole. A row for each reason of each link would be most of the base.
enum Joined {
    private static let separator: Character = "\u{1F}"

    static func text(_ parts: [String]) -> String? {
        parts.isEmpty ? nil : parts.joined(separator: String(separator))
    }

    static func parts(_ text: String?) -> [String] {
        text.map { $0.split(separator: separator, omittingEmptySubsequences: false).map(String.init) } ?? []
    }

    /// Four parts a reason: feature, weight, words of the requirement, words of the evidence.
    static func text(reasons: [Reason]) -> String {
        text(reasons.flatMap { [$0.feature.rawValue, String($0.weight), $0.requirementWords, $0.evidenceWords] }) ?? ""
    }

    static func reasons(_ text: String) -> [Reason] {
        let parts = parts(text)
        return stride(from: 0, to: parts.count - 3, by: 4).compactMap { index in
            guard let feature = Reason.Feature(rawValue: parts[index]), let weight = Double(parts[index + 1]) else { return nil }
            return Reason(feature, weight: weight, requirementWords: parts[index + 2], evidenceWords: parts[index + 3])
        }
    }
}
