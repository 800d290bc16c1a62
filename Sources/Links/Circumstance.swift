import Facts
import Provenance
import Vocabulary

/// What, beside the words, brings a requirement and a piece of evidence together or holds them apart: document, region, time,
/// bodies, indicator, citation.
struct Circumstance: Sendable {
    /// It is older than the requirement, or looks back over years.
    var isEarlier = false
    /// It comes from a wider region than the one that owes the requirement.
    var isElsewhere = false
    /// Both stand in one clause or row, or the clause is cited.
    var isSameClause = false
    /// Words of a citation of the requirement's document.
    var citation: String?
    /// The assigned body that acted, and its name in the evidence.
    var body: (owing: String, acting: String)?
    var target: TargetCheck?
    /// A document was issued.
    var issues = false
}

struct CircumstanceReader: Sendable {
    private let retrospective: PhraseSet
    private let issuing: PhraseSet
    private let missed: PhraseSet

    init(_ markers: Markers) {
        retrospective = PhraseSet(markers.group("linking.retrospective"))
        issuing = PhraseSet(markers.group("linking.issuing"))
        missed = PhraseSet(markers.group("linking.missed"))
    }

    /// Nil where the one cannot answer the other, whatever their words.
    func read(_ requirement: Requirement, _ evidence: Evidence) -> Circumstance? {
        var found = Circumstance()
        let isSameDocument = requirement.document.id == evidence.document.id
        if isSameDocument, let directive = requirement.directive, directive == evidence.directive {
            // The progress column of a ledger's row. Running text names no row: that a meeting was held is no progress on its demands.
            found.isSameClause = true
        } else if isSameDocument, !requirement.isReported {
            // What a directive says of its own past is background.
            return nil
        }
        if requirement.directive == nil, requirement.document.kind == .bulletin || requirement.document.kind == .report {
            // The words of a leader outside of every clause bind nobody in particular.
            return nil
        }
        switch Region(requirement.scope, evidence.scope) {
        case .inside: break
        case .wider: found.isElsewhere = true
        case .apart: return nil
        }
        let text = PlainText.scalars(evidence.text)
        found.issues = issuing.contains(text, in: text.indices)
        for citation in evidence.citations where names(citation, requirement) {
            // That a document was issued is no evidence for what it demands.
            if found.issues { return nil }
            found.citation = citation.title
            if let number = requirement.number, evidence.text.contains(citation.title + "》" + number) { found.isSameClause = true }
        }
        found.isEarlier = isEarlier(requirement, evidence, text)
        for assignment in requirement.assignments where found.body == nil {
            for actor in evidence.actors where BodyRelation(actor, owes: assignment) != nil {
                found.body = (assignment.name, actor.name)
                break
            }
        }
        found.target = TargetCheck(requirement, evidence, saysMissed: missed.contains(text, in: text.indices))
        return found
    }

    private func isEarlier(_ requirement: Requirement, _ evidence: Evidence, _ text: [Unicode.Scalar]) -> Bool {
        let start = requirement.isReported ? nil : requirement.document.date.flatMap { CalendarDay(iso: $0) }
        guard let day = evidence.day else { return false }
        if let start, day < start { return true }
        guard retrospective.contains(text, in: text.indices) else { return false }
        // Years after the requirement, even a look back speaks of what came after it.
        if let start, day.ordinal - start.ordinal > 365 { return false }
        return true
    }

    private func names(_ citation: Citation, _ requirement: Requirement) -> Bool {
        let context = requirement.document
        let names = requirement.isReported ? [requirement.of] : [context.id, context.title, context.number, context.work]
        for case let name? in names where !name.isEmpty {
            for case let cited? in [citation.title, citation.ref] where PlainText.scalars(cited) == PlainText.scalars(name) { return true }
        }
        return false
    }

    private enum Region {
        case inside, wider, apart

        init(_ owing: [String], _ acting: [String]) {
            if owing.isEmpty || acting.isEmpty || acting.contains(where: { one in owing.contains { DivisionScope.isWithin(one, $0) } }) {
                self = .inside
            } else if acting.contains(where: { one in owing.contains { DivisionScope.isWithin($0, one) } }) {
                self = .wider
            } else {
                self = .apart
            }
        }
    }
}
