/// Words that name who owes a clause (责任表述): a bracket, a line or a sentence, cut into lists of bodies with their roles.
struct DutyStatement: Sendable {
    struct Part: Sendable {
        var role: Role
        /// The list of names, without labels and verbs; indices of the reading text.
        var names: Range<Int>
    }

    /// The whole statement, brackets included.
    var range: Range<Int>
    var parts: [Part] = []
    /// What stands behind 完成时限：, or before 完成: a day in it is a limit.
    var limits: [Range<Int>] = []
    /// The first-named body of each list leads, from here on.
    var firstLeads = false
    /// Where no lead is named, those responsible lead, from here on.
    var responsibleLead = false
    /// Bodies that owe every clause from here on: 各县区均需落实，不再单独列出.
    var everywhere: [Range<Int>] = []
    /// The words that name the bodies are part of the demand: 县教育局负责新建幼儿园 in a section 责任分工.
    var standsInDemand = false

    var isEmpty: Bool { parts.isEmpty && limits.isEmpty && everywhere.isEmpty && !firstLeads && !responsibleLead }
}
