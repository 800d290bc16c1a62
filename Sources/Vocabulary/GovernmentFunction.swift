/// A function of government (职能): what a body is for, whatever its level. A body is a division and a function, so that
/// `CN-53/hrss` is 云南省人力资源和社会保障厅 and no list of bodies is needed.
public struct GovernmentFunction: Hashable, Sendable {
    /// To whom the body belongs; it settles how names are composed (省委组织部, 省财政厅).
    public enum Branch: String, Sendable, CaseIterable {
        case government, party, congress, cppcc, court, procuratorate, supervision, mass, managed, commission
    }

    public let id: String
    public let branch: Branch
    public let label: String
    /// What stands before the suffix; the first is the official one.
    public let stems: [String]
    /// Stems beside the first that are official in their own right (教育和体育 beside 教育体育): kept where they are printed.
    public let fullStems: Set<String>
    public let forms: [Form]
    /// Years between which bodies of this function exist; nil where open.
    public let validFrom: Int?
    public let validUntil: Int?
    /// Functions that took over when this one ended.
    public let successors: [String]
    /// Whether a name without division or level word means such a body (财政厅); not so for 政府.
    public let standsBare: Bool

    /// How the body is called at one level.
    public struct Form: Hashable, Sendable {
        public let level: Level
        /// 部, 厅, 局 …; the first is the official one. An empty one where the stem is the whole name.
        public let suffixes: [String]
        /// Template with `{division}`, `{stem}`, `{suffix}`; nil for `{division}{stem}{suffix}`.
        public let official: String?
        /// Whole names in use at this level that do not compose (人民银行). `{division}` stands for the division.
        public let names: [String]
        /// The suffix in a 直辖市, where it is another (北京市教育委员会).
        public let municipalitySuffix: String?
        /// The template in a 地区 or 盟, where it is another (行政公署).
        public let leagueOfficial: String?
        /// The templates of official names, read once.
        private let template, leagueTemplate, autonomousTemplate: NameTemplate

        public init(
            level: Level, suffixes: [String], official: String? = nil, names: [String] = [], municipalitySuffix: String? = nil,
            leagueOfficial: String? = nil
        ) {
            self.level = level
            self.suffixes = suffixes
            self.official = official
            self.names = names
            self.municipalitySuffix = municipalitySuffix
            self.leagueOfficial = leagueOfficial
            template = official.map(NameTemplate.init) ?? .plain
            leagueTemplate = leagueOfficial.map(NameTemplate.init) ?? template
            autonomousTemplate = template.ofAutonomousRegion ?? template
        }

        /// The suffix that a printed one is short for: 委员会 for 委, 办公室 for 办; itself where it is short for none.
        public func fullSuffix(_ printed: String) -> String {
            suffixes.first { $0.utf8.count > printed.utf8.count && $0.utf8.starts(with: printed.utf8) && !printed.isEmpty } ?? printed
        }

        /// The official name of this form's body in a division.
        public func officialName(in region: Region, stem: String, suffix: String) -> String {
            let template = region.isLeague ? leagueTemplate : region.isAutonomousRegion ? autonomousTemplate : template
            return template.filled(
                division: region.level == .centre ? "" : region.name, short: region.shortNames.first ?? region.name, stem: stem, suffix: suffix)
        }
    }

    public init(
        id: String, branch: Branch, label: String, stems: [String], fullStems: Set<String> = [], forms: [Form], validFrom: Int? = nil, validUntil: Int? = nil,
        successors: [String] = [], standsBare: Bool = true
    ) {
        self.id = id
        self.branch = branch
        self.label = label
        self.stems = stems
        self.fullStems = fullStems
        self.forms = forms
        self.validFrom = validFrom
        self.validUntil = validUntil
        self.successors = successors
        self.standsBare = standsBare
    }

    public func form(at level: Level) -> Form? {
        for index in forms.indices where forms[index].level == level { return forms[index] }
        return nil
    }
}
