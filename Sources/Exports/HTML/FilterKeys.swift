import Links
import Provenance
import Queries

/// Short keys for the documents and bodies of a page (筛选项), by which its script hides rows.
struct FilterKeys: Sendable {
    let documents: [(key: String, label: String)]
    let bodies: [(key: String, label: String)]
    private let documentKeys: [String: String]
    private let bodyKeys: [String: String]

    /// Documents in the order of the rows; bodies by how many requirements they owe, then by name.
    init(_ outline: MatrixOutline, _ gaps: GapReport, _ wording: Wording) {
        var documents: [(key: String, label: String)] = []
        var documentKeys: [String: String] = [:]
        var counts: [String: (body: BodyName, count: Int)] = [:]
        func add(_ label: DocumentLabel, _ owners: [Owner]) {
            if documentKeys[label.id] == nil {
                documentKeys[label.id] = "d\(documents.count + 1)"
                documents.append(("d\(documents.count + 1)", wording.document(label)))
            }
            for owner in owners { counts[Self.identity(owner.body), default: (owner.body, 0)].count += 1 }
        }
        for row in outline.rows { add(outline.documents[row.document], row.owners) }
        for gap in gaps.bare + gaps.indirectOnly { add(gap.requirement.place.document, gap.requirement.owners) }
        let ordered = counts.sorted { left, right in
            left.value.count != right.value.count ? left.value.count > right.value.count : left.key < right.key
        }
        self.documents = documents
        self.documentKeys = documentKeys
        bodies = ordered.enumerated().map { ("b\($0.offset + 1)", wording.name($0.element.value.body)) }
        bodyKeys = Dictionary(uniqueKeysWithValues: ordered.enumerated().map { ($0.element.key, "b\($0.offset + 1)") })
    }

    func attributes(_ requirement: RequirementRow, _ state: RequirementState, body: BodyName? = nil) -> [HTMLWriter.Attribute] {
        let owners = body.map { [$0] } ?? requirement.owners.map(\.body)
        return [
            .init("data-doc", documentKeys[requirement.place.document.id] ?? ""),
            .init("data-body", owners.compactMap { bodyKeys[Self.identity($0)] }.joined(separator: " ")),
            .init("data-state", state.rawValue),
        ]
    }

    func key(of label: DocumentLabel) -> String { documentKeys[label.id] ?? "" }

    private static func identity(_ body: BodyName) -> String { body.id ?? body.name }
}
