/// The names of `Ontology/schema/policy.xsd` (公文词汇).
public enum PolicyVocabulary {
    public static let namespace = "urn:suyuan:policy:1"

    /// Elements of a document that are no field of 版头, 署名 or 版记; those bear the names of `Field.Name`.
    enum Tag: String {
        case document, source, map, front, text, back, findings, finding, message
        case part, section, item, directive, heading, assignment, deadline, target
        case p, table, row, cell, closing, furniture, char
        case requirement, action, plan, problem, body, date, quantity, cite
    }

    /// Attributes of a document. Fewer than 64: the parser keeps a set of them in one word.
    enum Key: Int, CaseIterable {
        case id, work, kind, type, lang, date, name, mediaType, encoding, sha256, bytes, characters, pages, reader
        case start, end, page, when, from, to, ref, direction, number, level, reported, of, body, role, basis, open
        case indicator, value, unit, comparator, reference, modality, state, rate, rateActual, ratePlanned
        case official, `class`, deadline, title, code, severity, key, element

        /// As the XML has it: the case's own name.
        var name: String { Self.names[rawValue] }

        /// Asked for by every document: looked up once, since reflection is slow.
        private static let names = allCases.map { String(describing: $0) }
    }
}
