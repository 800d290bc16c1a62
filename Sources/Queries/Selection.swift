import Facts
import Links
import Provenance
import Store
import Vocabulary

/// A filter made out against the base and the ontology: which documents and requirements are asked about.
struct Selection {
    /// The documents whose requirements are asked about.
    let documents: [StoredDocument]
    /// They are all of the view.
    let isOfAllDocuments: Bool
    /// Nil: every body.
    let body: BodyMatcher?
    /// Id of a division; nil: everywhere.
    let region: String?
    let states: Set<RequirementState>
    /// Folded; empty: everything.
    let words: [Unicode.Scalar]
    /// Id of a field; nil: all of them.
    let field: String?
    private let thesaurus: Thesaurus

    init(_ filter: Filter, in view: View, ontology: Ontology) throws(Fault) {
        states = Set(filter.states)
        words = Grams.folded(filter.text ?? "")
        thesaurus = ontology.thesaurus
        field = try filter.field.map { name throws(Fault) in try Self.field(name, ontology.thesaurus) }
        documents = try Self.documents(filter.document, in: view)
        isOfAllDocuments = filter.document == nil
        region = try filter.region.map { name throws(Fault) in try Self.region(name, ontology) }
        body = filter.body.map { BodyMatcher($0, in: view, ontology: ontology) }
    }

    /// By id, by the beginning of the id, by the number, or by a part of the title.
    static func documents(_ name: String?, in view: View) throws(Fault) -> [StoredDocument] {
        guard let name else { return view.documents.documents }
        if let exact = view.documents[id: name] { return [exact] }
        let folded = Grams.folded(name)
        let found = view.documents.filter { document in
            document.id.hasPrefix(name) || Grams.folded(document.context.number ?? "") == folded
                || !Grams.matches(of: folded, in: document.context.title ?? "").isEmpty
        }
        if found.isEmpty { throw Fault(.queryNoDocument(name), advice: .queryNoDocumentAdvice) }
        return found
    }

    private static func field(_ name: String, _ thesaurus: Thesaurus) throws(Fault) -> String {
        if let field = thesaurus.field(name) ?? thesaurus.fields.first(where: { $0.label == name }) { return field.id }
        throw Fault(.queryNoField(name), advice: .queryNoFieldAdvice(thesaurus.fields.map(\.label)))
    }

    static func region(_ name: String, _ ontology: Ontology) throws(Fault) -> String {
        if let region = ontology.divisions[name] ?? ontology.divisions.named(name) { return region.id }
        if let region = ontology.divisions.regions.first(where: { $0.code == name }) { return region.id }
        throw Fault(.queryNoRegion(name), advice: .queryNoRegionAdvice)
    }

    /// Whether a requirement's words have to be read to tell if it is asked about.
    var asksWords: Bool { body != nil || region != nil || field != nil || !words.isEmpty }

    /// Nothing is left out.
    var isEverything: Bool { isOfAllDocuments && states.isEmpty && !asksWords }

    /// All but the state, which has to be worked out first.
    func holds(_ stored: StoredRequirement) -> Bool {
        let requirement = stored.requirement
        if let body, !requirement.assignments.contains(where: { body.matches(id: $0.body, name: $0.name) }) { return false }
        if let region, !isIn(region, requirement) { return false }
        if let field, !names(field, requirement) { return false }
        guard !words.isEmpty else { return true }
        return !Grams.matches(of: words, in: requirement.text).isEmpty
            || requirement.headings.contains { !Grams.matches(of: words, in: $0).isEmpty }
    }

    private func names(_ field: String, _ requirement: Requirement) -> Bool {
        ([requirement.text] + requirement.headings.suffix(1)).contains { text in
            thesaurus.concepts(in: text).contains { thesaurus.concepts[$0.concept].field == field }
        }
    }

    /// Owed by a body of the region, or holding for a part of it.
    private func isIn(_ region: String, _ requirement: Requirement) -> Bool {
        let owners = requirement.assignments.compactMap { $0.body.flatMap(DivisionScope.division(of:)) }
        return owners.contains { DivisionScope.isWithin($0, region) }
            || requirement.scope.contains { DivisionScope.isWithin($0, region) }
    }

    /// Whether the states of single bodies are asked about.
    var asksOwners: Bool { body != nil && !states.isEmpty }

    /// The state of the body that was asked about, where one was; else the requirement's.
    func holds(_ coverage: Coverage) -> Bool {
        guard !states.isEmpty else { return true }
        guard let body, !coverage.bodies.isEmpty else { return states.contains(coverage.state) }
        return coverage.bodies.contains { states.contains($0.state) && body.matches(id: $0.assignment.body, name: $0.assignment.name) }
    }

    func holds(_ row: MatrixRow) -> Bool {
        guard !states.isEmpty else { return true }
        guard let body, !row.bodies.isEmpty else { return states.contains(row.state) }
        return row.bodies.contains { states.contains($0.state) && body.matches(id: $0.owner.body.id, name: $0.owner.body.name) }
    }

    func holds(_ state: RequirementState) -> Bool { states.isEmpty || states.contains(state) }

    /// - Parameter owners: where each of those that owe it stands.
    func holds(_ standing: Standing, owners: [Standing], of bodies: [RequirementIndex.Body]) -> Bool {
        guard !states.isEmpty else { return true }
        guard let body, !owners.isEmpty else { return states.contains(standing.state) }
        return zip(bodies, owners).contains { one, owner in states.contains(owner.state) && body.matches(id: one.id, name: one.name) }
    }
}

/// Which bodies a user means by a name: an id of the ontology, a name that resolves to ids in the regions of the base, or a part
/// of printed names.
struct BodyMatcher {
    private let ids: Set<String>
    private let words: [Unicode.Scalar]
    private let officials: [String: String]

    init(_ name: String, in view: View, ontology: Ontology) {
        words = Grams.folded(name)
        officials = view.officials
        var ids: Set<String> = [name]
        for scope in [Scope.unknown] + view.divisions.map({ Scope(issuer: $0) }) {
            if let id = ontology.resolve(name, in: scope)?.id { ids.insert(id) }
        }
        self.ids = ids
    }

    func matches(id: String?, name: String) -> Bool {
        if let id {
            if ids.contains(id) { return true }
            if let official = officials[id], !Grams.matches(of: words, in: official).isEmpty { return true }
        }
        return !Grams.matches(of: words, in: name).isEmpty
    }
}
