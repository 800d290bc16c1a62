import Links
import Provenance
import Queries

extension Wording {
    package func name(_ kind: CascadeFinding.Kind) -> String {
        switch kind {
        case .dropped: self(.cascadeDropped)
        case .weakened: self(.cascadeWeakened)
        case .added: self(.cascadeAdded)
        }
    }

    /// What is dropped, weakened or added, where, and why, in one line; the clauses of the other side follow by themselves.
    func difference(_ row: CascadeRow, beside id: String) -> String {
        let others = (row.upper + row.lower).filter { $0.id != id }.map { quoted($0.text) + " [" + place($0.place) + "]" }
        let document = row.upper.contains { $0.id == id } ? row.lowerDocument : row.upperDocument
        return ["【" + name(row.kind) + "】" + self.document(document), clauses(row.why.map { self($0) }), others.joined(separator: " ")]
            .filter { !$0.isEmpty }.joined(separator: " · ")
    }

    /// A clause of the centre may be carried out by every county: pages and terminals show so many levels, data all of them.
    package static let levelsShown = 200

    /// A level of a chain in one line: its states, what was reported, and where it stands.
    package func level(_ row: ChainRow) -> String {
        var states = "【" + label(row.state) + "】"
        if row.deep != row.state { states += self(.traceDeep) + "【" + label(row.deep) + "】" }
        if row.isInRing { states += self(.traceRing) }
        return [states, document(row.requirement.place.document), counts(row.counts), row.latest?.description ?? ""]
            .filter { !$0.isEmpty }.joined(separator: " · ")
    }
}
