import Facts
import Provenance
import Structure
import Vocabulary

/// How a name of a body is read, in lines for a person (机构名称释读): whose it is, part by part, what kind of body, at which level, since
/// when and until when, who came before and after; or that it is a class, or a name told by its ending.
struct BodyExplanation {
    private(set) var lines: [Message] = []

    init(name: String, issuer: String?, ontology: Ontology) {
        if let body = ontology.resolve(name, in: Scope(issuer: issuer)) {
            explain(name, body, ontology)
        } else {
            recognise(name, issuer, ontology)
        }
    }

    private mutating func explain(_ name: String, _ body: ResolvedBody, _ ontology: Ontology) {
        lines.append(.explainedName(name, official: body.official, id: body.id))
        for part in body.reading {
            lines.append(part.meaning == "?" ? .explainedUnknownArea(part.text) : .explainedPart(part.text, part.meaning))
        }
        guard let function = ontology.functions.first(where: { $0.id == body.function }) else { return }
        lines.append(.explainedKind(function.branch.rawValue, level: body.level?.rawValue))
        lines.append(.explainedTime(from: function.validFrom, until: function.validUntil))
        let division = body.division.flatMap { ontology.divisions[$0] }
        func names(_ functions: [GovernmentFunction]) -> [String] {
            functions.map { other in
                guard let division, let form = other.form(at: division.level), let stem = other.stems.first else { return other.label }
                return form.officialName(in: division, stem: stem, suffix: form.suffixes.first ?? "")
            }
        }
        let before = ontology.functions.filter { $0.successors.contains(function.id) }
        let after = function.successors.compactMap { id in ontology.functions.first { $0.id == id } }
        if !before.isEmpty { lines.append(.explainedBefore(names(before))) }
        if !after.isEmpty { lines.append(.explainedAfter(names(after))) }
    }

    /// What does not compose: a class of bodies, or a name of an open class.
    private mutating func recognise(_ name: String, _ issuer: String?, _ ontology: Ontology) {
        var reading = ReadingText()
        for (offset, scalar) in name.unicodeScalars.enumerated() { reading.append(scalar, from: offset) }
        let recogniser = BodyRecogniser(ontology: ontology)
        var scope = recogniser.scope(issuer: issuer)
        let found = recogniser.mentions(in: reading, range: 0..<reading.count, scope: &scope)
        guard let body = found.first(where: { $0.range == 0..<reading.count }) else { return }
        if body.body.isClass {
            lines = [.explainedClass(name)]
        } else {
            lines = [.explainedName(name, official: body.body.official, id: body.body.ref)]
            lines.append(.explainedEnding(body.kind, division: body.division.flatMap { ontology.divisions[$0]?.name }))
        }
    }
}
