import Provenance
import XMLTree

/// An element of an ontology file with the file that it stands in, so that every fault can say file and line.
struct OntologyElement {
    let node: XMLNode
    let file: String

    var name: String { node.name }
    var place: Place { Place(file: file, line: node.line) }
    var text: String { node.trimmedText }

    func children(_ name: String) -> [OntologyElement] {
        node.elements(name).map { OntologyElement(node: $0, file: file) }
    }

    var children: [OntologyElement] { node.elements.map { OntologyElement(node: $0, file: file) } }

    /// Texts of the children of that name; empty ones are kept, since an empty suffix means something.
    func texts(_ name: String) -> [String] { children(name).map(\.text) }

    func attribute(_ name: String) -> String? { node[name] }

    func required(_ name: String) throws(Fault) -> String {
        guard let value = attribute(name), !value.isEmpty else {
            throw Fault(.ontologyAttributeMissing(name, element: self.name), at: place, advice: .ontologySeeSchema)
        }
        return value
    }

    /// The values of an attribute that lists several, separated by `|`.
    func list(_ name: String) -> [String] {
        guard let value = attribute(name), !value.isEmpty else { return [] }
        return value.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
    }

    /// A year such as 2018; nil where it is left out or empty.
    func year(_ name: String) throws(Fault) -> Int? {
        guard let value = attribute(name), !value.isEmpty else { return nil }
        guard let year = Int(value.prefix(4)), (1...9999).contains(year) else { throw bad(name, value) }
        return year
    }

    func level(_ name: String = "level") throws(Fault) -> Level {
        let value = try required(name)
        guard let level = Level(rawValue: value) else { throw bad(name, value) }
        return level
    }

    func bad(_ attribute: String, _ value: String) -> Fault {
        Fault(.ontologyValueBad(attribute, value, element: name), at: place, advice: .ontologySeeSchema)
    }
}
