import Facts
import Links
import Provenance
import Store

extension Inquiry {
    /// The documents of the base in order of date, then id, versions that were superseded included.
    /// - Parameter filter: `asOf` and `document` narrow the answer.
    public func documents(_ filter: Filter = Filter()) throws(Fault) -> [DocumentRow] {
        try base.read { reader throws in
            let view = try View(reader, asOf: filter.asOf, self)
            let named = try filter.document.map { name in Set(try Selection.documents(name, in: view).map(\.id)) }
            return try memory.documents(reader, view.revision).compactMap { document in
                if let named, !named.contains(document.id) { return nil }
                if let asOf = filter.asOf, let day = document.day, day > asOf { return nil }
                return row(document, view, isSuperseded: view.documents.place(ofKey: document.key) == nil)
            }
        }
    }

    func row(_ document: StoredDocument, _ view: View, isSuperseded: Bool) -> DocumentRow {
        DocumentRow(
            label: view.label(document), type: document.type,
            issuer: document.context.issuers.first.map { BodyName(id: $0.ref, name: $0.name, official: $0.official) },
            work: document.context.work, version: document.version, isSuperseded: isSuperseded, source: document.source,
            path: document.path, directives: document.directives, requirements: document.requirements,
            actions: document.actions, plans: document.plans, problems: document.problems, findings: document.findings)
    }
}
