/// Makes the parts of names that functions give: stems with suffixes, and what templates leave when the division is cut out.
struct CoreComposer {
    private(set) var cores: [BodyLexicon.Core] = []
    private(set) var texts: [String] = []
    private(set) var frames: [String] = []
    private(set) var wholes: [(String, BodyLexicon.Whole)] = []
    private var frameIndex: [String: Int] = [:]

    private struct Draft {
        var levels: [Level] = []
        var suffix: String?
        var isTemplate = false
        var frame: String?
    }

    static let slot = "{division}"

    mutating func add(_ function: GovernmentFunction, _ index: Int) {
        var drafts: [String: Draft] = [:]
        var order: [String] = []
        func note(_ text: String, _ level: Level, suffix: String?, frame: String? = nil) {
            guard !text.isEmpty else { return }
            let key = (frame ?? "") + "\u{0}" + text
            if drafts[key] == nil { order.append(key) }
            var draft = drafts[key] ?? Draft(suffix: suffix, isTemplate: suffix == nil, frame: frame)
            if !draft.levels.contains(level) { draft.levels.append(level) }
            drafts[key] = draft
        }
        for form in function.forms {
            for stem in function.stems {
                for suffix in form.suffixes where Self.composes(stem, suffix) {
                    note(stem + suffix, form.level, suffix: suffix)
                }
            }
            let templates = [form.official, form.leagueOfficial].compactMap { $0 } + form.names
            for template in templates {
                for stem in function.stems.isEmpty ? [""] : function.stems where !template.contains("{stem}") || stem.unicodeScalars.count > 1 {
                    for suffix in template.contains("{suffix}") ? form.suffixes : [""] {
                        let text = template.replacing("{stem}", with: stem).replacing("{suffix}", with: suffix)
                        guard let (before, after) = Self.cut(text) else {
                            if !wholes.contains(where: { $0.0 == text && $0.1.function == index }) {
                                wholes.append((text, BodyLexicon.Whole(function: index, level: form.level)))
                            }
                            continue
                        }
                        if before.isEmpty {
                            note(after, form.level, suffix: suffix.isEmpty ? nil : suffix)
                        } else {
                            note(after, form.level, suffix: suffix.isEmpty ? nil : suffix, frame: before)
                            // 中共云南省委组织部 is 云南省委组织部 as well.
                            if before == "中共" { note(after, form.level, suffix: suffix.isEmpty ? nil : suffix) }
                        }
                    }
                }
            }
        }
        for key in order {
            guard let draft = drafts[key] else { continue }
            let text = String(key.drop { $0 != "\u{0}" }.dropFirst())
            if let frame = draft.frame, frameIndex[frame] == nil {
                frameIndex[frame] = frames.count
                frames.append(frame)
            }
            texts.append(text)
            cores.append(
                BodyLexicon.Core(
                    function: index, levels: draft.levels.sorted(), suffix: draft.suffix,
                    needsDivision: !function.standsBare || text.unicodeScalars.count < 3 || draft.isTemplate, frame: draft.frame))
        }
    }

    /// A stem of one character makes names only where the suffix leaves no doubt: 民委, 编办, but no 民局.
    private static func composes(_ stem: String, _ suffix: String) -> Bool {
        stem.unicodeScalars.count > 1 || ["委", "办", ""].contains(suffix)
    }

    /// What stands before and behind the division in a template; nil where it holds none.
    private static func cut(_ template: String) -> (String, String)? {
        guard let slot = template.firstRange(of: slot) else { return nil }
        return (String(template[..<slot.lowerBound]), String(template[slot.upperBound...]))
    }
}
