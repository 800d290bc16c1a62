import Links

/// Several texts in one column, for what is only ever read whole. A row for each reason of each link would be most of the base.
enum Joined {
    private static let separator: Character = "\u{1F}"

    static func text(_ parts: [String]) -> String? {
        parts.isEmpty ? nil : parts.joined(separator: String(separator))
    }

    static func parts(_ text: String?) -> [String] {
        guard let text else { return [] }
        var parts: [String] = []
        var rest = text.utf8[...]
        while let end = rest.firstIndex(of: 0x1F) {
            parts.append(String(decoding: rest[..<end], as: UTF8.self))
            rest = rest[text.utf8.index(after: end)...]
        }
        parts.append(String(decoding: rest, as: UTF8.self))
        return parts
    }

    /// Four parts a reason: feature, weight in thousandths, words of the requirement, words of the evidence.
    static func text(reasons: [Reason]) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(48 * reasons.count)
        for reason in reasons {
            if !bytes.isEmpty { bytes.append(0x1F) }
            bytes += reason.feature.rawValue.utf8
            bytes.append(0x1F)
            bytes += String(Int((reason.weight * 1000).rounded())).utf8
            bytes.append(0x1F)
            bytes += reason.requirementWords.utf8
            bytes.append(0x1F)
            bytes += reason.evidenceWords.utf8
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Whether a text says these reasons.
    static func says(_ text: String?, _ reasons: [Reason]) -> Bool { (text ?? "") == Self.text(reasons: reasons) }

    /// The reasons of bytes, without a string for each part; what is no reason is passed over.
    static func eachReason(
        in bytes: UnsafeBufferPointer<UInt8>, _ body: (Reason.Feature, Int, UnsafeBufferPointer<UInt8>, UnsafeBufferPointer<UInt8>) -> Void
    ) {
        var rest = 0
        func part() -> UnsafeBufferPointer<UInt8>? {
            guard rest <= bytes.count else { return nil }
            let start = rest
            var end = start
            while end < bytes.count, bytes[end] != 0x1F { end += 1 }
            rest = end + 1
            return UnsafeBufferPointer(rebasing: bytes[start..<end])
        }
        while let feature = part(), let weight = part(), let requirement = part(), let evidence = part() {
            guard let feature = Reason.Feature(rawValue: String(decoding: feature, as: UTF8.self)), let weight = Int(String(decoding: weight, as: UTF8.self)) else {
                continue
            }
            body(feature, weight, requirement, evidence)
        }
    }

    static func reasons(_ text: String) -> [Reason] {
        let parts = parts(text)
        return stride(from: 0, to: parts.count - 3, by: 4).compactMap { index in
            guard let feature = Reason.Feature(rawValue: parts[index]), let weight = Int(parts[index + 1]) else { return nil }
            return Reason(feature, weight: Double(weight) / 1000, requirementWords: parts[index + 2], evidenceWords: parts[index + 3])
        }
    }
}
