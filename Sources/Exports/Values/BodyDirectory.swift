import Links
import Provenance
import Queries
import Vocabulary

/// What the ontology says of the bodies in an answer (机构名录): their region, and the order in which offices list them.
public struct BodyDirectory: Sendable {
    private let regions: [String: String]
    private let functions: [String: Int]

    /// Knows nothing: bodies come in order of their names.
    public init() {
        regions = [:]
        functions = [:]
    }

    public init(_ ontology: Ontology) {
        regions = Dictionary(ontology.divisions.regions.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
        // Party, congress, government, consultative conference, supervision, courts, then mass organisations: the protocol order
        // (机构排序) of directories of offices; within a branch the order of the ontology's file.
        let ranked = ontology.functions.enumerated().sorted {
            (Self.rank($0.element.branch), $0.offset) < (Self.rank($1.element.branch), $1.offset)
        }
        functions = Dictionary(ranked.enumerated().map { ($0.element.element.id, $0.offset) }, uniquingKeysWith: { first, _ in first })
    }

    private static func rank(_ branch: GovernmentFunction.Branch) -> Int {
        let order: [GovernmentFunction.Branch] = [
            .party, .congress, .government, .commission, .cppcc, .supervision, .court, .procuratorate, .managed, .mass,
        ]
        return order.firstIndex(of: branch) ?? order.count
    }

    /// Id of the division that a body belongs to; nil where that is unknown, as of a class of bodies.
    package func division(of body: BodyName) -> String? { body.id.flatMap(DivisionScope.division(of:)) }

    /// The name of a division.
    package func name(of division: String) -> String { regions[division] ?? division }

    /// Where a body stands among others: the centre first, then by code; in a division by protocol order, then by name.
    package func place(of body: BodyName) -> BodyPlace {
        let division = division(of: body)
        let function = body.id.flatMap { id in id.lastIndex(of: "/").map { String(id[id.index(after: $0)...]) } }
        return BodyPlace(
            isNamed: division == nil, division: division ?? "", function: function.flatMap { functions[$0] } ?? Int.max,
            name: body.name.isEmpty ? body.official ?? "" : body.name)
    }
}

/// The place of a body in the order of a list (排序).
package struct BodyPlace: Comparable {
    let isNamed: Bool
    let division: String
    let function: Int
    let name: String

    package static func < (left: BodyPlace, right: BodyPlace) -> Bool {
        if left.isNamed != right.isNamed { return right.isNamed }
        // By code, a division before those that lie in it.
        if left.division != right.division { return left.division < right.division }
        if left.function != right.function { return left.function < right.function }
        return left.name < right.name
    }
}
