import GRDB
import Links
import Provenance

extension Writer {
    /// Keeps what later documents are linked to this one by.
    public func keep(_ entry: LinkEntry, archive: [UInt8], of document: AddedDocument) throws {
        if try reader.covered() >= document.key { try forgetSegments() }
        try run("INSERT OR REPLACE INTO entry VALUES (?, ?, ?)", [document.key, document.firstFact, entry.encoded])
        try run("INSERT OR REPLACE INTO archive VALUES (?, ?)", [document.key, archive])
    }

    /// Links that a person has decided on stay as they are.
    public func apply(_ changes: LinkChanges) throws {
        for list in changes.lists {
            try run("INSERT OR REPLACE INTO nearest VALUES (?, ?, ?)", [list.document, list.seeker, list.bytes])
        }
        for dropped in changes.dropped {
            // By the evidence, which has some links; a requirement may have thousands. The sign keeps its index out.
            try run(
                "DELETE FROM link WHERE evidence BETWEEN ? AND ? AND +requirement BETWEEN ? AND ? AND status = 'proposed'",
                [
                    dropped.evidence.lowerBound, dropped.evidence.upperBound, dropped.requirements.lowerBound,
                    dropped.requirements.upperBound,
                ])
        }
        var names = LinkNames()
        for found in changes.found {
            try insert(found.link, from: found.evidence, to: found.requirement)
            names.add(found.link.requirement, found.link.evidence, found.requirement, found.evidence)
        }
        try keep(names)
    }

    public func forgetProposedLinks() throws {
        try Changes(database: database).touchEverything()
        try run("DELETE FROM link WHERE status = 'proposed'", [])
        try nameLinksAgain()
    }

    public func set(_ name: Reader.Setting, to value: String) throws {
        try run("INSERT OR REPLACE INTO setting VALUES (?, ?)", [name.rawValue, value])
    }
}
