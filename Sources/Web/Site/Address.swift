import Links
import Provenance
import Queries

/// Where things are on the site (站内地址).
enum Address {
    static let overview = "/"
    static let clauses = "/clauses"
    static let matrix = "/matrix"
    static let documents = "/documents"
    static let bodies = "/bodies"
    static let search = "/search"
    static let review = "/review"
    static let importing = "/import"
    static let exporting = "/export"

    static func clauses(_ question: ClauseQuestion) -> String { clauses + QuestionForm(question).values.query }

    /// - Parameter fact: `docId#elementId` of a requirement or of evidence.
    static func trace(_ fact: String) -> String {
        let parts = fact.split(separator: "#", maxSplits: 1).map { PercentCoding.encoded(String($0)) }
        return "/trace/" + parts.joined(separator: "/")
    }

    static func document(_ id: String) -> String { documents + "/" + PercentCoding.encoded(id) }

    /// A permanent link to a span (固定链接): code points of the source, end exclusive; it holds for this version of the document for ever.
    static func span(_ span: Span, of document: String) -> String {
        self.document(document) + "/\(span.start)-\(span.end)#span"
    }

    static func place(_ place: SourcePlace) -> String { span(place.span, of: place.document.id) }

    static func body(_ body: BodyName) -> String { bodies + "/of" + FormValues([("body", body.id ?? body.name)]).query }
}
