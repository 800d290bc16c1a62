/// Words that name who owes a clause (责任表述): a bracket, a line or a sentence, cut into lists of bodies with their roles.
struct DutyStatement: Sendable {
    struct Part: Sendable {
        var role: Role
        /// The list of names, without labels and verbs; indices of the reading text.
        var names: Range<Int>
    }

    /// The whole statement, brackets included.
    var range: Range<Int>
    var parts: [Part]
    /// The first-named body of each list leads, from here on.
    var firstLeads = false
    /// Where no lead is named, those responsible lead, from here on.
    var responsibleLead = false
}
