import DocumentXML
import Facts
import Links
import Provenance
import Queries
import XMLTree

/// The functions that an XPath expression may call beside those of XPath (查询函数): `s:state(.)`, `s:evidence(.)`,
/// `s:responsible(.)`, `s:text(.)`.
public final class QueryFunctions {
    /// States and evidence by `docId#elementId`.
    private var states: [String: String] = [:]
    private var evidence: [String: [String]] = [:]
    private var document: PolicyDocument?
    private var id = ""
    private var owners: [String: [String]]?

    public init() {}

    /// By the matrix of a base.
    public convenience init(_ matrix: Matrix) {
        self.init()
        for row in matrix.rows {
            states[row.requirement.id] = row.state.rawValue
            evidence[row.requirement.id] = (row.progress + row.problems).map(\.evidence.id)
        }
    }

    /// By the trace of a package.
    public convenience init(trace bytes: [UInt8], file: String) throws(Fault) {
        self.init()
        let events = try XMLEvents.parse(bytes, file: file)
        for event in events.items where event.kind == .start {
            let name = events.names[Int(event.name)].local
            guard name == "link" || name == "coverage" else { continue }
            var values: [String: String] = [:]
            for attribute in events.attributes(of: event) { values[events.attributeNames[Int(attribute.name)].local] = events.value(of: attribute) }
            guard let requirement = values["requirement"] else { continue }
            if name == "coverage" {
                states[requirement] = values["state"]
            } else if let other = values["evidence"], let strength = Double(values["strength"] ?? ""), strength >= Link.strong, values["status"] != "rejected",
                values["relation"] == "reports" || values["relation"] == "implements"
            {
                evidence[requirement, default: []].append(other)
            }
        }
    }

    /// Sets the document that is asked next.
    public func begin(_ bytes: [UInt8], id: String) {
        self.id = id
        document = try? DocumentParser.parse(bytes, file: id)
        owners = nil
    }

    public var functions: [String: XPathQuery.Function] {
        [
            "state": { [unowned self] in first($0) { self.states[$0] } ?? "" },
            "evidence": { [unowned self] in (first($0) { self.evidence[$0] } ?? []).joined(separator: " ") },
            "responsible": { [unowned self] in responsible($0) },
            // What an element says, without the white space of its formatting.
            "text": { arguments in
                String(scalars: (arguments.first?.text ?? "").unicodeScalars.filter { !$0.isWhite })
            },
        ]
    }

    private func first<Found>(_ arguments: [XPathQuery.Argument], _ look: (String) -> Found?) -> Found? {
        for element in arguments.first?.ids ?? [] {
            if let found = look(id + "#" + element) { return found }
        }
        return nil
    }

    private func responsible(_ arguments: [XPathQuery.Argument]) -> String {
        if owners == nil {
            var found: [String: [String]] = [:]
            document?.body.forEach { Self.collect($0, &found) }
            owners = found
        }
        for element in arguments.first?.ids ?? [] {
            if let names = owners?[element] { return names.joined(separator: " ") }
        }
        return ""
    }

    private static func collect(_ block: Block, _ found: inout [String: [String]]) {
        func add(_ directive: Directive) { found[directive.id] = directive.assignments.map(\.name) }
        switch block {
        case .division(let division): division.blocks.forEach { collect($0, &found) }
        case .directive(let directive):
            add(directive)
            directive.blocks.forEach { collect($0, &found) }
        case .table(let table): for row in table.rows { if let directive = row.directive { add(directive) } }
        case .paragraph, .closing, .furniture: break
        }
    }
}
