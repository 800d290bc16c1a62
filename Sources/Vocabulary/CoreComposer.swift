import Provenance

/// Makes the parts of names that functions give: stems with suffixes, and what templates leave when the division is cut out.
struct CoreComposer {
    private(set) var cores: [BodyLexicon.Core] = []
    private(set) var texts: [String] = []
    private(set) var frames: [String] = []
    private(set) var wholes: [(String, BodyLexicon.Whole)] = []
    private var frameIndex: [String: Int] = [:]
    private var wholeKeys: Set<String> = []

    private struct DraftKey: Hashable {
        let frame: ExactText?
        let text: ExactText
    }

    private struct Draft {
        let text: String
        var levels: LevelSet
        let suffix: String?
        let stem: String?
        let isTemplate: Bool
        let frame: String?
    }

    mutating func add(_ function: GovernmentFunction, _ index: Int) {
        var drafts: [Draft] = []
        var places: [DraftKey: Int] = [:]
        func note(_ text: String, _ level: Level, suffix: String?, stem: String? = nil, frame: String? = nil) {
            guard !text.isEmpty else { return }
            let key = DraftKey(frame: frame.map(ExactText.init), text: ExactText(text))
            if let place = places[key] {
                drafts[place].levels.insert(LevelSet(level))
            } else {
                places[key] = drafts.count
                drafts.append(Draft(text: text, levels: LevelSet(level), suffix: suffix, stem: stem, isTemplate: suffix == nil, frame: frame))
            }
        }
        for form in function.forms {
            for stem in function.stems {
                for suffix in form.suffixes where Self.composes(stem, suffix) {
                    note(stem + suffix, form.level, suffix: suffix, stem: function.fullStems.contains(stem) ? stem : nil)
                }
            }
            let templates = [form.official, form.leagueOfficial].compactMap { $0 } + form.names
            for template in templates.map(NameTemplate.init) {
                for stem in template.hasStem ? function.stems.filter({ $0.unicodeScalars.count > 1 }) : [""] {
                    for suffix in template.hasSuffix ? form.suffixes : [""] {
                        guard let (before, after) = template.around(stem: stem, suffix: suffix) else {
                            addWhole(template.filled(division: "", short: "", stem: stem, suffix: suffix), index, form.level)
                            continue
                        }
                        let printed = suffix.isEmpty ? nil : suffix
                        note(after, form.level, suffix: printed, frame: before.isEmpty ? nil : before)
                        // 中共云南省委组织部 is 云南省委组织部 as well.
                        if before == "中共" { note(after, form.level, suffix: printed) }
                    }
                }
            }
        }
        for draft in drafts {
            let text = draft.text
            if let frame = draft.frame, frameIndex[frame] == nil {
                frameIndex[frame] = frames.count
                frames.append(frame)
            }
            texts.append(text)
            cores.append(
                BodyLexicon.Core(
                    function: index, levels: draft.levels, suffix: draft.suffix, stem: draft.stem,
                    needsDivision: !function.standsBare || text.unicodeScalars.count < 3 || draft.isTemplate, frame: draft.frame.flatMap { frameIndex[$0] }))
        }
    }

    private mutating func addWhole(_ text: String, _ function: Int, _ level: Level) {
        guard wholeKeys.insert("\(function)\u{0}\(text)").inserted else { return }
        wholes.append((text, BodyLexicon.Whole(function: function, level: level)))
    }

    /// A stem of one character makes names only where the suffix leaves no doubt: 民委, 编办, but no 民局.
    private static func composes(_ stem: String, _ suffix: String) -> Bool {
        stem.unicodeScalars.count > 1 || ["委", "办", ""].contains(suffix)
    }
}
