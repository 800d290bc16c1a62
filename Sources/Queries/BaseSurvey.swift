import Facts
import Links
import Provenance
import Store

/// The whole base document by document (逐份调查): for exports that must not hold all of it in memory.
public struct BaseSurvey {
    /// The documents as of the day, of each work the latest version, in order of date, then id.
    public let documents: [StoredDocument]
    public let today: Today
    private let view: View
    private let rows: [Int64: Range<Int>]
    private let survey: Surveyed
    private let maker: RowMaker

    init(_ view: View) throws {
        self.view = view
        documents = view.documents.documents
        today = view.today
        survey = try view.memory.survey(view)
        maker = try RowMaker(view, RowMaker.Extent(evidence: false))
        rows = survey.ranges(view.documents)
    }

    /// The original of a document that came with a package; nil where it was read from a file.
    public func original(of document: StoredDocument) throws -> [UInt8]? { try view.reader.original(sha256: document.source.sha256) }

    public func xml(of document: StoredDocument) throws -> [UInt8]? { try view.reader.xml(of: document.id) }

    /// The links of a document's requirements with their reasons, in order of requirement and evidence.
    public func links(of document: StoredDocument) throws -> [Link] {
        try view.reader.links(of: [document], among: view.documents, reasons: true)
            .sorted { $0.requirement != $1.requirement ? $0.requirement < $1.requirement : $0.evidence < $1.evidence }
    }

    /// The rows of the matrix that a document's requirements have, without evidence.
    public func rows(of document: StoredDocument) throws -> [MatrixRow] {
        try rows[document.key].map { try maker.rows(Array(survey.rows[$0])) } ?? []
    }

    /// What persons decided on the links of a document's requirements, by requirement and evidence, oldest first.
    public func reviews(of document: StoredDocument) throws -> [Review] { try view.reader.reviews(ofDocument: document.id) }
}

extension Inquiry {
    /// Goes through the base as it is at one moment.
    public func survey<Value>(asOf day: CalendarDay? = nil, _ body: (BaseSurvey) throws -> Value) throws(Fault) -> Value {
        try base.read { reader throws in try body(BaseSurvey(View(reader, asOf: day, self))) }
    }
}
