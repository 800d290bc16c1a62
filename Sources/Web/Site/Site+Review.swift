import Exports
import Facts
import Links
import Provenance
import Queries
import Store

extension Site {
    /// The one that waits most, and those after it.
    func review(_ visit: Visit) async throws -> WebResponse {
        _ = try visit.allowed(.review)
        let values = visit.request.query
        let question = QuestionForm(values).question
        let skipped = max(0, min(values["skip"].flatMap(Int.init) ?? 0, 10_000))
        let last = values["last"].flatMap(ReviewPage.Last.init)
        return try await Workers.run {
            let queue = try glance.answer("review \(skipped) " + QuestionForm(question).values.query) {
                try inquiry.waiting(question.filter, limit: skipped + ReviewPage.size)
            }
            let row = queue.rows.dropFirst(skipped).first
            var passages: [String: ShownPassage] = [:]
            if let row {
                passages["requirement"] = try passage(row.requirement.place)
                passages["evidence"] = try passage(row.link.evidence.place)
            }
            return .page(
                ReviewPage(
                    frame: visit.frame, queue: queue, skipped: min(skipped, queue.waiting), question: question, passages: passages, last: last
                ).render())
        }
    }

    /// The clause that something stands in.
    func passage(_ place: SourcePlace) throws -> ShownPassage? {
        let document = try inquiry.show(place.document.id).document
        let block = DocumentBlocks.all(of: document).first { $0.span.start <= place.span.start && place.span.end <= $0.span.end }
        return block.map { ShownPassage(block: $0, span: place.span) }
    }

    func decide(_ form: FormValues, _ visit: Visit) async throws -> WebResponse {
        let visitor = try visit.allowed(.review)
        let made = try await record(form, by: visitor, visit)
        let back = form["back"] ?? Address.review
        guard Visit.isOwnAddress(back) else { return .redirect(Address.review) }
        // Back in the queue, the next one comes, and what was decided can be undone.
        if back.hasPrefix(Address.review), let (_, query) = WebRequest.parts(of: String(back.prefix { $0 != "#" })) {
            let last = made.decision == .withdraw || made.decision == .note ? nil : ReviewPage.Last(requirement: made.requirement, evidence: made.evidence, decision: made.decision).text
            return .redirect(Address.review + query.setting("last", last).query)
        }
        return .redirect(back)
    }

    /// Records what somebody decided, in the log of reviews and in that of what users do.
    @discardableResult
    func record(_ form: FormValues, by visitor: Visitor, _ visit: Visit) async throws -> Review {
        guard let requirement = form["requirement"].flatMap({ FactID($0) }), let evidence = form["evidence"].flatMap({ FactID($0) }),
            let decision = form["decision"].flatMap(Review.Decision.init(rawValue:)), decision != .add
        else { throw WebRefusal.malformed }
        let note = form["note"].map { String(String.UnicodeScalarView($0.unicodeScalars.prefix(500))) }
        if decision == .note, note == nil { throw Fault(.webNoteIsEmpty) }
        let review = Review(requirement: requirement, evidence: evidence, decision: decision, by: visitor.name, at: settings.day(), note: note)
        try await Workers.run { try base.record(review) }
        try audit(visitor.name, "review." + decision.rawValue, "\(requirement) \(evidence)", visit)
        return review
    }

    func reviewLog(_ visit: Visit) async throws -> WebResponse {
        let values = visit.request.query
        return try await Workers.run {
            let log = try inquiry.reviewLog(QuestionForm(values).question.filter, by: values["by"])
            return .page(ReviewLogPage(frame: visit.frame, log: log).render())
        }
    }
}
