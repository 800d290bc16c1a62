import Facts
import Vocabulary

/// Whom a lower document speaks for (承接单位): what duties of an upper document are its own.
struct Addressee: Sendable {
    /// Divisions of its issuers; empty where unknown.
    let regions: [String]
    let level: Level?
    /// Ids of the bodies that issued it.
    let issuers: Set<String>
    /// Functions of those that issued it; nil where it is of every subject, or where one of them is not known.
    let functions: Set<String>?
    /// It is of the same region as the upper document: a body of that region carries out what the region demands.
    let isSameRegion: Bool

    init(_ lower: LinkableFacts, under upper: LinkableFacts, _ reader: RegionReader, _ divisions: Divisions, general: Set<String>) {
        regions = reader.divisions(of: lower.document.issuers)
        level = regions.compactMap { divisions[$0]?.level }.max()
        issuers = Set(lower.document.issuers.compactMap(\.ref))
        let known = lower.document.issuers.map { $0.ref.flatMap(Self.function) }
        let isGeneral = known.isEmpty || known.contains { $0.map(general.contains) ?? true }
        functions = isGeneral ? nil : Set(known.compactMap(\.self))
        isSameRegion = !regions.isEmpty && regions == reader.divisions(of: upper.document.issuers)
    }

    /// What a composed body is for: `hrss` of `CN-53/hrss`.
    static func function(of body: String) -> String? {
        guard let slash = body.utf8.firstIndex(of: UInt8(ascii: "/")), DivisionScope.division(of: body) != nil else { return nil }
        return String(body[body.index(after: slash)...])
    }

    /// A merged bureau does the work of both: 教育体育局 that of 教育厅.
    static func isLike(_ one: String, _ other: String) -> Bool {
        one == other || one.hasPrefix(other + "-") || other.hasPrefix(one + "-")
    }
}

/// Tells which duties of an upper document are those of a lower one, by the words of `Ontology/cascade.xml`.
struct AddressReader: Sendable {
    private let levels: [Level: PhraseSet]
    private let everywhere: PhraseSet
    /// Levels at which there are bodies of a function.
    private let forms: [String: Set<Level>]

    init(_ ontology: Ontology) {
        let markers = ontology.markers
        levels = [
            .province: PhraseSet(markers.group("cascade.province")), .prefecture: PhraseSet(markers.group("cascade.prefecture")),
            .county: PhraseSet(markers.group("cascade.county")),
        ]
        everywhere = PhraseSet(markers.group("cascade.any"))
        forms = Dictionary(ontology.functions.map { ($0.id, Set($0.forms.map(\.level))) }, uniquingKeysWith: { $0.union($1) })
    }

    /// Nil where it is a duty of others, or where nothing tells whose it is.
    func address(of requirement: Requirement, to lower: Addressee) -> CascadeFinding.Address? {
        let owners = requirement.assignments
        if lower.isSameRegion { return owners.contains { $0.body.map(lower.issuers.contains) ?? false } ? .stated : nil }
        if RegionRelation(owing: requirement.scope, acting: lower.regions) == .apart { return nil }
        // 全国…办公室要…: the subject is a body of the upper level.
        if let subject = requirement.bodies.first(where: { !$0.isClass && requirement.text.hasPrefix($0.name) }),
            subject.ref.flatMap(DivisionScope.division(of:)).map({ !isBelow($0, lower) }) ?? true
        {
            return nil
        }
        if owners.contains(where: { $0.body.flatMap(DivisionScope.division(of:)).map { isBelow($0, lower) } ?? false }) { return .stated }
        if owners.contains(where: { $0.body == nil && names(lower.level, PlainText.scalars($0.name), anywhere: true) }) { return .stated }
        let text = PlainText.scalars(requirement.text)
        if names(lower.level, text, anywhere: false) { return .stated }
        // What another region's bodies owe is none of its own.
        let above = owners.compactMap(\.body).filter { body in
            DivisionScope.division(of: body).map { owing in lower.regions.contains { DivisionScope.isWithin($0, owing) } } ?? false
        }
        let functions = above.compactMap(Addressee.function)
        return functions.contains { isDone($0, at: lower) } ? .implied : nil
    }

    /// Whether a function is one of those that a document of the lower level speaks for.
    func isDone(_ function: String, at lower: Addressee) -> Bool {
        guard let level = lower.level, forms[function]?.contains(level) ?? false else { return false }
        return lower.functions.map { $0.contains { Addressee.isLike($0, function) } } ?? true
    }

    private func isBelow(_ division: String, _ lower: Addressee) -> Bool { lower.regions.contains { DivisionScope.isWithin(division, $0) } }

    /// - Parameter anywhere: else at the head of a clause or as so many of them: 各州（市）要…, 16个州（市）.
    private func names(_ level: Level?, _ text: [Unicode.Scalar], anywhere: Bool) -> Bool {
        for set in [level.flatMap { levels[$0] }, everywhere].compactMap(\.self) {
            var from = 0
            while let found = set.first(in: from..<text.count, of: text) {
                if anywhere || found.lowerBound == 0 || Self.isHead(text[found.lowerBound - 1]) { return true }
                from = found.lowerBound + 1
            }
        }
        return false
    }

    private static func isHead(_ before: Unicode.Scalar) -> Bool {
        if PlainText.endsClause(before) || PlainText.isDigit(before) { return true }
        switch before {
        case "、", "和", "及", "由", "每", "）", ")": return true
        default: return false
        }
    }
}
