import Queries

extension Wording {
    /// A clause of the centre may be carried out by every county: pages and terminals show so many levels, data all of them.
    static let levelsShown = 200

    /// A level of a chain in one line: its states, what was reported, and where it stands.
    func level(_ row: ChainRow) -> String {
        var states = "【" + label(row.state) + "】"
        if row.deep != row.state { states += self(.traceDeep) + "【" + label(row.deep) + "】" }
        if row.isInRing { states += self(.traceRing) }
        return [states, document(row.requirement.place.document), counts(row.counts), row.latest?.description ?? ""]
            .filter { !$0.isEmpty }.joined(separator: " · ")
    }
}
