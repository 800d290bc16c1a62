import Links
import Provenance
import Store

/// Finds the documents of the base by the names that others cite them by (被引文件): number, title, the title of what a notice carries,
/// with or without the issuer before it.
struct HeldDocuments: Sendable {
    /// A name that begins or ends otherwise needs so many code points in common: 关于印发实施方案的通知 is many documents' name.
    private static let leastPart = 10

    private var exact: [[Unicode.Scalar]: String] = [:]
    /// By the last code points.
    private var endings: [[Unicode.Scalar]: [(name: [Unicode.Scalar], id: String)]] = [:]

    init(_ documents: [StoredDocument]) {
        for document in documents {
            let context = document.context
            for name in [context.title, context.number, context.work, Self.carried(context.title)].compactMap({ $0 }) {
                for form in Self.forms(name) where exact[form] == nil {
                    exact[form] = document.id
                    if form.count >= Self.leastPart { endings[Array(form.suffix(Self.leastPart)), default: []].append((form, document.id)) }
                }
            }
        }
    }

    /// Id of the document that is cited so; nil where the base holds none.
    func resolve(_ name: String) -> String? {
        let forms = Self.forms(name)
        for form in forms { if let id = exact[form] { return id } }
        guard let form = forms.first else { return nil }
        if form.count >= Self.leastPart, let found = endings[Array(form.suffix(Self.leastPart))] {
            // 国务院办公厅关于… and 关于…; of several the nearest in length.
            let near = found.filter { $0.name.count > form.count ? $0.name.ends(with: form) : form.ends(with: $0.name) }
            if let best = near.min(by: { ($0.name.count - form.count).magnitude < ($1.name.count - form.count).magnitude }) { return best.id }
        }
        // Words that ran into a number: 落实云工发〔2030〕1号.
        if let open = form.lastIndex(where: Self.opensYear) {
            for start in stride(from: 1, to: open, by: 1) { if let id = exact[Array(form[start...])] { return id } }
        }
        return nil
    }

    static func isNumber(_ name: String) -> Bool {
        let scalars = Array(name.unicodeScalars)
        return scalars.last == "号" && scalars.contains(where: opensYear)
    }

    static func opensYear(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "〔", "[", "［", "(", "（": true
        default: false
        }
    }

    /// As compared, and without 《》 and a bracket at its end (（试行）).
    static func forms(_ name: String) -> [[Unicode.Scalar]] {
        let folded = Grams.folded(name).filter { $0 != "《" && $0 != "》" && $0 != "〈" && $0 != "〉" }
        guard !folded.isEmpty else { return [] }
        let plain = withoutBracket(folded)
        return plain.count == folded.count || plain.count < 4 ? [folded] : [folded, plain]
    }

    static func withoutBracket(_ name: [Unicode.Scalar]) -> [Unicode.Scalar] {
        guard name.last == ")" || name.last == "）", let open = name.lastIndex(where: { $0 == "(" || $0 == "（" }), open > 0 else { return name }
        return Array(name[..<open])
    }

    /// What a notice carries (印发《…》的通知) is cited by its own title.
    private static func carried(_ title: String?) -> String? {
        guard let title else { return nil }
        let scalars = Array(title.unicodeScalars)
        guard let open = scalars.firstIndex(of: "《"), let close = scalars.lastIndex(of: "》"), open + 1 < close else { return nil }
        return String(scalars: Array(scalars[(open + 1)..<close]))
    }
}

extension Array where Element == Unicode.Scalar {
    fileprivate func ends(with other: [Unicode.Scalar]) -> Bool { count >= other.count && suffix(other.count).elementsEqual(other) }
}
