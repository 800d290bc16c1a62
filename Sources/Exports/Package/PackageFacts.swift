import Facts
import Links
import Provenance

/// The facts of a package that links may be about (包内事实): their kinds by a hash of their ids, since a package has a million of them.
public struct PackageFacts {
    public enum Kind: UInt8, Sendable, CustomStringConvertible {
        case requirement, action, plan, problem

        /// As the element is called.
        public var description: String {
            switch self {
            case .requirement: "requirement"
            case .action: "action"
            case .plan: "plan"
            case .problem: "problem"
            }
        }
    }

    private var index = HashIndex()
    private var kinds: [Kind] = []

    public init() {}

    /// Adds the facts of a document, and tells of the bodies that it names.
    public mutating func add(_ document: PolicyDocument, bodies: (String) -> Void = { _ in }) {
        for passage in DocumentPassage.all(of: document) {
            for mark in passage.marks {
                let kind: Kind
                switch mark.fact {
                case .requirement: kind = .requirement
                case .action: kind = .action
                case .plan: kind = .plan
                case .problem: kind = .problem
                case .body(let body):
                    if let ref = body.ref { bodies(ref) }
                    continue
                case .date, .quantity, .cite: continue
                }
                guard let element = mark.id else { continue }
                let hash = Self.hash(Array((document.id + "#" + element).utf8)[...])
                if index.number(of: hash, where: { _ in true }) == nil {
                    index.append(hash)
                    kinds.append(kind)
                }
            }
        }
    }

    /// The kind of the fact of an id, `docId#elementId` in UTF-8.
    public subscript(id: ArraySlice<UInt8>) -> Kind? {
        index.number(of: Self.hash(id)) { _ in true }.map { kinds[$0] }
    }

    private static func hash(_ id: ArraySlice<UInt8>) -> UInt64 {
        var mixer = ByteMixer()
        id.withUnsafeBytes { mixer.mix($0) }
        return mixer.hash
    }

    /// What is wrong with the facts that a trace refers to.
    public func findings(_ reference: TraceReader.Reference) -> [PlacedFinding] {
        var findings: [PlacedFinding] = []
        func check(_ attribute: String, _ id: ArraySlice<UInt8>, in kinds: Set<Kind>) {
            guard let kind = self[id] else {
                findings.append(PlacedFinding(.error, .traceRefersNowhere(attribute, String(decoding: id, as: UTF8.self)), at: reference.place))
                return
            }
            guard !kinds.contains(kind) else { return }
            findings.append(PlacedFinding(.error, .traceRefersToOther(attribute, String(decoding: id, as: UTF8.self), is: kind.description), at: reference.place))
        }
        check("requirement", reference.requirement, in: Self.requirement)
        guard reference.isLink else { return findings }
        check("evidence", reference.evidence, in: reference.relation == .derives || reference.relation == .restates ? Self.requirement : Self.evidence)
        return findings
    }

    private static let requirement: Set<Kind> = [.requirement]
    private static let evidence: Set<Kind> = [.action, .problem, .plan]
}
