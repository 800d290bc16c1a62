import Facts
import Links
import Provenance
import Store
import Synchronization
import Vocabulary

/// The base as of a day: the documents of that day or before, of each work the latest version alone.
struct View {
    let reader: Reader
    let today: Today
    /// In order of date, then id.
    let documents: DocumentSet
    private let names: LazyNames
    let officials: [String: String]
    let rules: StateRules
    let memory: Memory
    let thesaurus: Thesaurus
    let revision: Int

    init(_ reader: Reader, asOf: CalendarDay?, _ inquiry: Inquiry) throws {
        rules = try inquiry.rules.get()
        self.reader = try asOf.map { try reader.asOf($0) } ?? reader
        memory = inquiry.memory
        thesaurus = inquiry.ontology.thesaurus
        revision = try reader.revision()
        if let known = memory.recall(revision, asOf: asOf) {
            (today, documents, officials) = (known.today, known.documents, known.officials)
            names = known.names
            return
        }
        let all = try memory.documents(reader, revision)
        today = Today(day: asOf ?? all.compactMap(\.day).max(), isGiven: asOf != nil)
        let seen = all.filter { document in
            guard let asOf, let day = document.day else { return true }
            return day <= asOf
        }
        var latest: [String: Int] = [:]
        for document in seen { latest[document.context.work] = max(latest[document.context.work] ?? 0, document.version) }
        documents = DocumentSet(seen.filter { latest[$0.context.work] == $0.version })
        officials = try reader.officialNames()
        names = LazyNames(documents)
        memory.keep(Memory.Known(revision: revision, asOf: asOf, today: today, all: all, documents: documents, officials: officials, names: names))
    }

    /// The documents by the names that others cite them by.
    var held: HeldDocuments { names.held }

    /// The divisions of those that issued documents, each once, in order.
    var divisions: [String] { names.divisions }

    subscript(id: String) -> StoredDocument? { documents[id: id] }

    // MARK: Rows

    func label(_ document: StoredDocument) -> DocumentLabel {
        documents.place(ofKey: document.key).map { names.labels[$0] } ?? Self.label(document)
    }

    /// The labels of some documents, in their order.
    fileprivate static func label(_ document: StoredDocument) -> DocumentLabel {
        let context = document.context
        return DocumentLabel(
            id: context.id, title: context.title ?? document.source.name, number: context.number, date: context.date,
            kind: context.kind, file: document.source.name)
    }

    private func label(_ context: DocumentContext) -> DocumentLabel {
        if let place = documents.place(ofID: context.id) { return names.labels[place] }
        return DocumentLabel(
            id: context.id, title: context.title ?? context.id, number: context.number, date: context.date, kind: context.kind,
            file: context.id)
    }

    func row(_ stored: StoredRequirement) -> RequirementRow {
        let requirement = stored.requirement
        return RequirementRow(
            id: requirement.id.description,
            place: place(requirement.id, requirement.span, stored.position, requirement.document),
            directive: requirement.directive, number: requirement.number, headings: requirement.headings,
            text: requirement.text, modality: requirement.modality, isReported: requirement.isReported,
            reportedOf: requirement.of,
            reportedDocument: requirement.of.flatMap { names.held.resolve($0) }.flatMap { documents[id: $0] }.map(label), owners: owners(stored),
            isOpenList: requirement.assignments.contains(where: \.isOpen),
            deadlines: Set(requirement.deadlines.map(\.when)).sorted(), targets: requirement.targets)
    }

    func owners(_ stored: StoredRequirement) -> [Owner] { owners(stored.requirement.assignments, classes: stored.classes) }

    /// Lead first, then responsible, then support; each in printed order, each body once in a role.
    /// - Parameter classes: the names that are of classes of bodies.
    func owners(_ assignments: [Assignment], classes: Set<String>) -> [Owner] {
        var owners: [Owner] = []
        for role in Role.allCases {
            for assignment in assignments where assignment.role == role {
                let owner = owner(assignment, classes)
                if !owners.contains(owner) { owners.append(owner) }
            }
        }
        return owners
    }

    func owner(_ assignment: Assignment, of stored: StoredRequirement) -> Owner { owner(assignment, stored.classes) }

    private func owner(_ assignment: Assignment, _ classes: Set<String>) -> Owner {
        Owner(
            body: BodyName(id: assignment.body, name: assignment.name, official: assignment.body.flatMap { officials[$0] }),
            role: assignment.role, isClass: classes.contains(assignment.name))
    }

    func row(_ stored: StoredEvidence) -> EvidenceRow {
        let evidence = stored.evidence
        return EvidenceRow(
            id: evidence.id.description, kind: evidence.kind == .action ? .action : .problem,
            place: place(evidence.id, evidence.span, stored.position, evidence.document), headings: evidence.headings,
            text: evidence.text, date: evidence.time?.text ?? evidence.document.date, isDocumentDate: evidence.time == nil,
            state: evidence.state, actors: evidence.actors.map { BodyName(id: $0.ref, name: $0.name, official: $0.official) },
            figures: figures(stored))
    }

    /// What the sentence prints, then the rate that follows from it.
    private func figures(_ stored: StoredEvidence) -> [Figure] {
        var figures = stored.figures.map(figure)
        if let rate = stored.evidence.rate {
            let basis = [rate.actual, rate.planned].compactMap { id in stored.figures.first { $0.element == id }?.words }
            figures.append(Figure(value: rate.percent, unit: "%", words: "", isComputed: true, basis: basis))
        }
        return figures
    }

    func row(_ stored: StoredPlan) -> EvidenceRow {
        EvidenceRow(
            id: stored.id.description, kind: .plan, place: place(stored.id, stored.span, stored.position, stored.document),
            headings: stored.headings, text: stored.text, date: stored.document.date, isDocumentDate: true, state: nil, actors: [],
            figures: stored.figures.map(figure))
    }

    private func figure(_ stored: StoredFigure) -> Figure {
        Figure(
            value: stored.mention.value, unit: stored.mention.unit, comparator: stored.mention.comparator, of: stored.mention.of,
            words: stored.words)
    }

    private func place(_ id: FactID, _ span: Span, _ position: StoredPosition, _ context: DocumentContext) -> SourcePlace {
        SourcePlace(
            document: label(context), element: id.element, span: span, line: position.line, column: position.column,
            page: position.page, locator: position.locator)
    }

    func row(_ link: Link, _ evidence: StoredEvidence) -> LinkRow { row(link, SharedValue(row(evidence))) }

    func row(_ link: Link, _ evidence: SharedValue<EvidenceRow>) -> LinkRow {
        LinkRow(
            id: link.id, requirement: link.requirement, sharing: evidence, relation: link.relation, strength: link.strength, isStrong: link.isStrong,
            status: link.status, verdict: link.verdict, reasons: link.reasons)
    }
}

/// Names are gathered when the first is asked for, and once for all questions to an unchanged base: few questions need them.
final class LazyNames: Sendable {
    private let documents: DocumentSet
    private let gathered = Mutex<HeldDocuments?>(nil)
    private let issuing = Mutex<[String]?>(nil)
    private let labelled = Mutex<[DocumentLabel]?>(nil)

    init(_ documents: DocumentSet) { self.documents = documents }

    var labels: [DocumentLabel] {
        labelled.withLock { known in
            if let known { return known }
            let made = documents.documents.map(View.label)
            known = made
            return made
        }
    }

    var divisions: [String] {
        issuing.withLock { known in
            if let known { return known }
            var found: Set<String> = []
            for document in documents.documents {
                for issuer in document.context.issuers { if let division = issuer.ref.flatMap(DivisionScope.division(of:)) { found.insert(division) } }
            }
            let made = found.sorted()
            known = made
            return made
        }
    }

    var held: HeldDocuments {
        gathered.withLock { known in
            if let known { return known }
            let made = HeldDocuments(documents.documents)
            known = made
            return made
        }
    }
}
