/// A name with places for division, stem and suffix (名称模板): `{division}人民政府{stem}{suffix}`. `{short}` is the division's
/// short name (国家统计局云南调查总队); in a name to be read it stands for any name of the division, as `{division}` does.
struct NameTemplate: Hashable, Sendable {
    enum Piece: Hashable, Sendable {
        case text(String)
        case division, short, stem, suffix
    }

    let pieces: [Piece]

    static let plain = NameTemplate("{division}{stem}{suffix}")

    init(_ template: String) {
        var pieces: [Piece] = []
        var rest = template[...]
        while let open = rest.utf8.firstIndex(of: UInt8(ascii: "{")) {
            guard let close = rest[open...].utf8.firstIndex(of: UInt8(ascii: "}")) else { break }
            if open > rest.startIndex { pieces.append(.text(String(rest[..<open]))) }
            let after = rest.utf8.index(after: close)
            switch rest[open..<after] {
            case "{division}": pieces.append(.division)
            case "{short}": pieces.append(.short)
            case "{stem}": pieces.append(.stem)
            case "{suffix}": pieces.append(.suffix)
            default: pieces.append(.text(String(rest[open..<after])))
            }
            rest = rest[after...]
        }
        if !rest.isEmpty { pieces.append(.text(String(rest))) }
        self.pieces = pieces
    }

    private init(pieces: [Piece]) { self.pieces = pieces }

    var hasStem: Bool { pieces.contains(.stem) }
    var hasSuffix: Bool { pieces.contains(.suffix) }

    /// The committee of an autonomous region is its 党委, since 区委 is a district's; nil where this is no organ of a committee.
    var ofAutonomousRegion: NameTemplate? {
        guard pieces.count > 2, pieces[0] == .text("中共"), pieces[1] == .division, case .text(let organ) = pieces[2], organ.hasPrefix("委"),
            !organ.hasPrefix("委员会")
        else { return nil }
        return NameTemplate(pieces: [pieces[0], pieces[1], .text("党" + organ)] + pieces[3...])
    }

    func filled(division: String, short: String, stem: String, suffix: String) -> String {
        Self.text(pieces[...], division: division, short: short, stem: stem, suffix: suffix)
    }

    /// What stands before and behind the division, stem and suffix filled in; nil where the template holds no division.
    func around(stem: String, suffix: String) -> (before: String, after: String)? {
        guard let slot = pieces.firstIndex(where: { $0 == .division || $0 == .short }) else { return nil }
        return (
            Self.text(pieces[..<slot], division: "", short: "", stem: stem, suffix: suffix),
            Self.text(pieces[(slot + 1)...], division: "", short: "", stem: stem, suffix: suffix)
        )
    }

    private static func text(_ pieces: ArraySlice<Piece>, division: String, short: String, stem: String, suffix: String) -> String {
        var name = ""
        // Most names fit, so that the string grows once.
        name.reserveCapacity(72)
        for piece in pieces {
            switch piece {
            case .text(let text): name += text
            case .division: name += division
            case .short: name += short
            case .stem: name += stem
            case .suffix: name += suffix
            }
        }
        return name
    }
}
