import Vocabulary

/// The words that name the roles of bodies (责任用语), from the groups `role.*` of `Ontology/markers.xml`.
final class DutyWords: Sendable {
    let labels: [(role: Role?, words: PhraseSet)]
    let verbs: [(role: Role, words: PhraseSet)]
    let anyVerb: PhraseSet
    let anyLabel: PhraseSet
    let connectors: PhraseSet
    let firstLeads: PhraseSet
    let responsibleLeads: PhraseSet
    let openLists: PhraseSet
    /// Column labels of tables and the role that a column gives.
    let columns: [String: Column]

    enum Column: Sendable { case number, task, measure, lead, responsible, support, deadline, progress, problem, other }

    init(_ markers: Markers) {
        func words(_ id: String) -> [String] { markers.group(id) }
        labels = [
            (.lead, PhraseSet(words("role.lead.label"))), (.responsible, PhraseSet(words("role.responsible.label"))),
            (.support, PhraseSet(words("role.support.label"))), (nil, PhraseSet(words("role.other.label"))),
        ]
        verbs = [
            (.lead, PhraseSet(words("role.lead.verb"))), (.support, PhraseSet(words("role.support.verb"))),
            (.responsible, PhraseSet(words("role.responsible.verb"))),
        ]
        anyVerb = PhraseSet(words("role.lead.verb") + words("role.responsible.verb") + words("role.support.verb"))
        anyLabel = PhraseSet(
            words("role.lead.label") + words("role.responsible.label") + words("role.support.label") + words("role.other.label"))
        connectors = PhraseSet(words("role.connector"))
        firstLeads = PhraseSet(words("role.rule.firstLeads"))
        responsibleLeads = PhraseSet(words("role.rule.allResponsibleLead"))
        openLists = PhraseSet(words("list.open"))
        var columns: [String: Column] = [:]
        let kinds: [(String, Column)] = [
            ("number", .number), ("task", .task), ("measure", .measure), ("lead", .lead), ("responsible", .responsible),
            ("support", .support), ("deadline", .deadline), ("progress", .progress), ("problem", .problem), ("other", .other),
        ]
        for (id, column) in kinds { for label in words("column.\(id)") { columns[label] = column } }
        self.columns = columns
    }
}
