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
    /// What is forbidden was done.
    var breaches = false
}

/// What a piece of evidence shows whatever it is compared with, worked out once.
struct EvidenceTraits: Sendable {
    /// It looks back over years.
    let looksBack: Bool
    /// A document was issued.
    let issues: Bool
    /// It tells of something done that ought not to be (引发火灾, 被责令退回).
    let isBreach: Bool
    let figures: [MeasuredFigure]
    /// Of each citation the names, as compared.
    let cited: [[[Unicode.Scalar]]]
}

/// What a document can be cited by (题名、文号), as compared.
struct DocumentNames: Sendable {
    let all: [[Unicode.Scalar]]

    init(_ document: DocumentContext) {
        let names = [document.id, document.title, document.number, document.work].compactMap { $0 }.filter { !$0.isEmpty }
        all = (names.map(PlainText.scalars) + Self.carried(document.title)).filter { !$0.isEmpty }
    }

    /// What a notice carries (印发《…》的通知) is cited by its own title.
    private static func carried(_ title: String?) -> [[Unicode.Scalar]] {
        let title = PlainText.scalars(title ?? "")
        guard let open = title.firstIndex(of: "《"), let close = title.lastIndex(of: "》"), open < close else { return [] }
        return [Array(title[(open + 1)..<close])]
    }
}

struct CircumstanceReader: Sendable {
    private let retrospective: PhraseSet
    private let issuing: PhraseSet
    private let breaches: PhraseSet
    private let averted: PhraseSet
    private let targets: TargetReader

    init(_ ontology: Ontology) {
        let markers = ontology.markers
        targets = TargetReader(ontology, ContentWords(ontology))
        retrospective = PhraseSet(markers.group("linking.retrospective"))
        issuing = PhraseSet(markers.group("linking.issuing"))
        breaches = PhraseSet(markers.group("linking.breach"))
        averted = PhraseSet(markers.group("linking.averted"))
    }

    /// What a piece of evidence shows whatever it is compared with.
    func traits(_ evidence: Evidence) -> EvidenceTraits {
        let text = PlainText.scalars(evidence.text)
        return EvidenceTraits(
            looksBack: retrospective.contains(text, in: text.indices), issues: issuing.contains(text, in: text.indices),
            isBreach: breaches.contains(text, in: text.indices) && !averted.contains(text, in: text.indices), figures: targets.figures.read(evidence.quantities, in: text),
            cited: evidence.citations.map { [$0.title, $0.ref ?? ""].filter { !$0.isEmpty }.map(PlainText.scalars) })
    }

    /// Nil where the one cannot answer the other, whatever their words.
    func read(_ requirement: Requirement, _ names: DocumentNames, _ evidence: Evidence, _ traits: EvidenceTraits) -> Circumstance? {
        // A question tells nothing.
        if evidence.text.unicodeScalars.last == "？" || evidence.text.unicodeScalars.last == "?" { return nil }
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
        switch RegionRelation(owing: requirement.scope, acting: evidence.scope) {
        case .inside: break
        case .wider: found.isElsewhere = true
        case .apart: return nil
        }
        found.issues = traits.issues
        found.breaches = traits.isBreach && requirement.modality == .mustNot
        for (citation, cited) in zip(evidence.citations, traits.cited) where Self.names(cited, requirement, names) {
            // That a document was issued is no evidence for what it demands.
            if found.issues { return nil }
            found.citation = citation.title
            if let number = requirement.number, evidence.text.contains(citation.title + "》" + number) { found.isSameClause = true }
        }
        found.isEarlier = isEarlier(requirement, evidence, traits)
        for assignment in requirement.assignments where found.body == nil {
            for actor in evidence.actors where BodyRelation(actor, owes: assignment) != nil {
                found.body = (assignment.name, actor.name)
                break
            }
        }
        let checks = targets.checks(requirement, evidence, traits.figures)
        found.target = checks.first { $0.outcome == .missed } ?? checks.first
        return found
    }

    private func isEarlier(_ requirement: Requirement, _ evidence: Evidence, _ traits: EvidenceTraits) -> Bool {
        let start = requirement.isReported ? nil : requirement.document.date.flatMap { CalendarDay(iso: $0) }
        guard let day = evidence.day else { return false }
        if let start, day < start { return true }
        guard traits.looksBack else { return false }
        // Years after the requirement, even a look back speaks of what came after it.
        if let start, day.ordinal - start.ordinal > 365 { return false }
        return true
    }

    private static func names(_ cited: [[Unicode.Scalar]], _ requirement: Requirement, _ names: DocumentNames) -> Bool {
        if requirement.isReported { return requirement.of.map { cited.contains(PlainText.scalars($0)) } ?? false }
        return cited.contains { names.all.contains($0) }
    }
}
