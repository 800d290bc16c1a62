import Facts
import Provenance
import Vocabulary

/// Which regions a reported sentence speaks of (所述地区), by the names at the beginnings of its clauses: 楚雄州新发展4210人. A region
/// is no body, so that no actor tells of it.
struct RegionReader: Sendable {
    let divisions: Divisions
    /// Regions by name, by the first two characters.
    private let names: [UInt64: [(name: [Unicode.Scalar], region: Int)]]
    private let levels: [Unicode.Scalar: String]
    private let centre: PhraseSet
    let ascribed: PhraseSet
    let awarded: PhraseSet
    private let neighbours: PhraseSet
    private let ranks: PhraseSet
    private let outsiders: PhraseSet
    private let ordinary: PhraseSet
    private let home: PhraseSet
    private let continuing: PhraseSet
    private let many: PhraseSet

    init(_ divisions: Divisions, _ markers: Markers) {
        centre = PhraseSet(markers.group("linking.centre"))
        ascribed = PhraseSet(markers.group("linking.ascribed"))
        awarded = PhraseSet(markers.group("linking.awarded"))
        neighbours = PhraseSet(markers.group("region.neighbour"))
        ranks = PhraseSet(markers.group("region.rank"))
        outsiders = PhraseSet(markers.group("region.outsider"))
        ordinary = PhraseSet(markers.group("region.ordinary"))
        home = PhraseSet(markers.group("region.home"))
        continuing = PhraseSet(markers.group("region.continues"))
        many = PhraseSet(markers.group("region.many"))
        self.divisions = divisions
        var names: [UInt64: [(name: [Unicode.Scalar], region: Int)]] = [:]
        for (index, region) in divisions.regions.enumerated() where index > 0 && region.validUntil == nil {
            for name in [region.name] + region.shortNames {
                let scalars = Array(name.unicodeScalars)
                if scalars.count > 1 { names[Self.key(scalars[0], scalars[1]), default: []].append((scalars, index)) }
            }
        }
        self.names = names.mapValues { $0.sorted { $0.name.count != $1.name.count ? $0.name.count > $1.name.count : $0.region < $1.region } }
        levels = ["省": "省", "市": "市", "州": "州", "县": "县", "区": "区", "盟": "盟", "旗": "旗"]
    }

    /// The divisions of those that issued a document. A body that the ontology does not know, as a leading group, tells its own by its
    /// name: 云南省…领导小组, 国家…银行云南省分行; 全国…协调小组 is of the whole country.
    func divisions(of issuers: [BodyMention]) -> [String] {
        let known = DivisionScope.of(issuers)
        return known.isEmpty ? Set(issuers.compactMap { division(named: PlainText.scalars($0.name)) }).sorted() : known
    }

    private func division(named name: [Unicode.Scalar]) -> String? {
        for index in name.indices {
            // Inside a name 和平 or 海南 may be a word: only a name with its level (云南省) counts there.
            if let (region, length) = region(at: index, of: name, .unknown, near: nil), index == 0 || levels[name[index + length - 1]] != nil {
                return divisions.regions[region].id
            }
        }
        return centre.length(at: 0, in: name, limit: name.count) == nil ? nil : "CN"
    }

    /// A region at the beginning of a clause.
    struct Named {
        /// Its id.
        let region: String
        /// It is what the clause speaks of, and no part of another name (宁波市某某公司), of a rank (全省首个) or of a word (东方).
        let isSubject: Bool
        /// Where the clause that it stands in begins.
        let clause: Int
    }

    /// The regions at the beginnings of clauses, each once, as they are printed; of a chain (衡水市景县) the innermost.
    func regions(_ text: [Unicode.Scalar], _ scope: Scope) -> [Named] {
        let near = (scope.item ?? scope.issuer).flatMap(divisions.index(of:))
        var found: [Named] = []
        var index = 0
        var isLead = true
        var clause = 0
        while index < text.count {
            if isLead, let length = neighbours.length(at: index, in: text, limit: text.count) { index += length }
            if isLead, var (region, length) = self.region(at: index, of: text, scope, near: near) {
                var end = index + length
                let isOrdinary = ordinary.length(at: index, in: text, limit: end) == length
                while let (inner, more) = self.region(at: end, of: text, scope, near: region), inner != region, divisions.contains(region, inner) {
                    (region, length) = (inner, more)
                    end += length
                }
                let id = divisions.regions[region].id
                if !found.contains(where: { $0.region == id }) {
                    found.append(Named(region: id, isSubject: !isOrdinary && levels[text[end - 1]] != nil && isSubject(upTo: end, of: text), clause: clause))
                }
                index = end
                // 楚雄州、怒江州总工会: the next name of a list leads as well.
                isLead = index < text.count && (text[index] == "、" || text[index] == "和" || text[index] == "及")
                if isLead { index += 1 }
                continue
            }
            isLead = PlainText.endsClause(text[index]) || text[index] == "中" && index > 0 && text[index - 1] == "其"
            index += 1
            if isLead { clause = index }
        }
        return found
    }

    /// What follows the name of a region makes it no rank and no part of the name of an enterprise.
    private func isSubject(upTo end: Int, of text: [Unicode.Scalar]) -> Bool {
        let clause = text[end...].firstIndex(where: PlainText.endsClause) ?? text.count
        return ranks.length(at: end, in: text, limit: clause) == nil && !outsiders.contains(text, in: end..<min(clause, end + 14))
    }

    /// It speaks of the own region as well (与我市签约).
    func speaksOfHome(_ text: [Unicode.Scalar]) -> Bool { home.contains(text, in: text.indices) }

    /// It goes on with the region before (该市, 其).
    func continuesAbroad(_ text: [Unicode.Scalar]) -> Bool { !text.isEmpty && continuing.length(at: 0, in: text, limit: text.count) != nil }

    /// The regions that it names are not all that owe it (各县, 等县).
    func isOneOfMany(_ text: [Unicode.Scalar]) -> Bool { many.contains(text, in: text.indices) }

    /// The text with a comma in the place of each name of a region: where, not what.
    func blanked(_ text: [Unicode.Scalar]) -> [Unicode.Scalar] {
        var result: [Unicode.Scalar] = []
        result.reserveCapacity(text.count)
        var index = 0
        while index < text.count {
            let length = index + 1 < text.count ? self.length(at: index, of: text) : 0
            result.append(length > 0 ? "，" : text[index])
            index += max(1, length)
        }
        return result
    }

    /// Of the longest name of a region that begins here; 0 where none does.
    private func length(at index: Int, of text: [Unicode.Scalar]) -> Int {
        let candidates = names[Self.key(text[index], text[index + 1])] ?? []
        return candidates.first { index + $0.name.count <= text.count && text[index..<index + $0.name.count].elementsEqual($0.name) }?.name.count ?? 0
    }

    private func region(at index: Int, of text: [Unicode.Scalar], _ scope: Scope, near: Int?) -> (Int, Int)? {
        guard index + 1 < text.count else { return nil }
        if text[index] == "全" || text[index] == "我" || text[index] == "本", let word = levels[text[index + 1]] {
            return divisions.region(for: word, in: scope).map { ($0, 2) }
        }
        guard let candidates = names[Self.key(text[index], text[index + 1])] else { return nil }
        var length = 0
        var regions: [Int] = []
        for candidate in candidates where index + candidate.name.count <= text.count {
            if candidate.name.count < length { break }
            guard text[index..<index + candidate.name.count].elementsEqual(candidate.name) else { continue }
            length = candidate.name.count
            regions.append(candidate.region)
        }
        return divisions.nearest(regions, to: near).map { ($0, length) }
    }

    /// A list of names in the first clause goes on (等12个) with more than are named.
    static func namesSome(_ text: [Unicode.Scalar], of named: Int) -> Bool {
        let clause = text.prefix { !PlainText.endsClause($0) }
        guard let also = clause.lastIndex(of: "等"), clause[..<also].contains("、") else { return false }
        let digits = clause[(also + 1)...].prefix(while: PlainText.isDigit)
        guard let number = Int(String(scalars: Array(digits))) else { return false }
        return number > max(named, clause[..<also].count { $0 == "、" } + 1)
    }

    private static func key(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> UInt64 { UInt64(first.value) << 32 | UInt64(second.value) }
}
