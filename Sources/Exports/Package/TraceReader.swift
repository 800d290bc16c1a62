import Links
import Provenance
import Store
import XMLTree

/// Reads a `trace.xml` that was received (来包关联), as `TraceXML` wrote it, link by link: it may be as long as all documents together and
/// is never in memory as a whole.
public struct TraceReader {
    /// A link, or the state of a requirement, as far as it refers to facts: in UTF-8, since there are millions of them.
    public struct Reference {
        public let isLink: Bool
        /// `docId#elementId`.
        public let requirement: ArraySlice<UInt8>
        /// Empty of a state.
        public let evidence: ArraySlice<UInt8>
        public let id: ArraySlice<UInt8>
        public let relation: Link.Relation
        public let place: Place
    }

    /// A link with all that is told of it.
    public struct Entry: Sendable {
        public var link: Link
        public var reviews: [Review]
        /// As the file gives it.
        public var id: String
    }

    private let files: PackageFiles
    private let name: String

    /// - Parameter name: of the file in the package.
    public init(_ files: PackageFiles, name: String = "trace.xml") {
        self.files = files
        self.name = name
    }

    /// - Returns: what violates the schema, and what this version cannot read.
    /// - Throws: where the file is no well-formed XML.
    public func references(
        validating schema: XMLSchema, _ body: (Reference) throws(Fault) -> Void
    ) throws(Fault) -> [PlacedFinding] {
        var unknown: [PlacedFinding] = []
        let findings = try portions(validating: schema) { events, names throws(Fault) in
            for event in events.items where event.kind == .start {
                let element = names.elements[Int(event.name)]
                guard element == .link || element == .coverage || element == .because else { continue }
                let values = TraceValues(of: event, events, names)
                if element == .because {
                    if unknown.count < 100, !values.isReason { unknown.append(PlacedFinding(.warning, .packageHasUnknown(values.text(.feature)), at: events.place(of: event))) }
                    continue
                }
                try body(
                    Reference(
                        isLink: element == .link, requirement: values[.requirement], evidence: values[.evidence], id: values[.id],
                        relation: Link.Relation(rawValue: values.text(.relation)) ?? .reports, place: events.place(of: event)))
            }
        }
        return findings + unknown
    }

    /// Every link in the order of the file.
    public func entries(_ body: (Entry) throws(Fault) -> Void) throws(Fault) {
        _ = try portions(validating: nil) { events, names throws(Fault) in
            var entry: Entry?
            var isNote = false
            for event in events.items {
                switch event.kind {
                case .start:
                    let values = TraceValues(of: event, events, names)
                    switch names.elements[Int(event.name)] {
                    case .link: entry = values.entry
                    case .because: if let reason = values.reason { entry?.link.reasons.append(reason) }
                    case .review: if let review = entry.flatMap({ values.review(of: $0.link) }) { entry?.reviews.append(review) }
                    case .note: isNote = true
                    case .coverage, .other: break
                    }
                case .end:
                    switch names.elements[Int(event.name)] {
                    case .link:
                        if let entry { try body(entry) }
                        entry = nil
                    case .note: isNote = false
                    default: break
                    }
                case .text:
                    guard isNote, var review = entry?.reviews.popLast() else { continue }
                    review.note = (review.note ?? "") + events.text(of: event)
                    entry?.reviews.append(review)
                }
            }
        }
    }

    private func portions(
        validating schema: XMLSchema?, _ body: (XMLEvents, TraceNames) throws(Fault) -> Void
    ) throws(Fault) -> [PlacedFinding] {
        var names = TraceNames()
        return try files.read(name) { read throws(Fault) in
            try XMLEvents.stream(file: files.path + "/" + name, validating: schema, reading: read) { events throws(Fault) in
                names.learn(events)
                try body(events, names)
            }
        }
    }
}

/// The names of a trace by the numbers that a run of the parser gives them.
private struct TraceNames {
    enum Element: String { case link, because, review, note, coverage, other }
    enum Attribute: Int {
        case requirement, evidence, id, strength, status, verdict, relation, feature, weight, requirementWords, evidenceWords, by, at, decision
    }

    private static let attributeNames = [
        "requirement", "evidence", "id", "strength", "status", "verdict", "relation", "feature", "weight", "requirementWords", "evidenceWords",
        "by", "at", "decision",
    ]

    private(set) var elements: [Element] = []
    /// Places in `Attribute`.
    private(set) var attributes: [Int?] = []

    mutating func learn(_ events: XMLEvents) {
        for name in events.names[elements.count...] { elements.append(Element(rawValue: name.local) ?? .other) }
        for name in events.attributeNames[attributes.count...] { attributes.append(Self.attributeNames.firstIndex(of: name.local)) }
    }
}

/// The attributes of one element of a trace.
private struct TraceValues {
    private let events: XMLEvents
    /// By place in `Attribute`; a negative number stands for none.
    private var found = InlineArray<14, Int>(repeating: -1)
    private let attributes: ArraySlice<XMLEvents.Attribute>

    init(of event: XMLEvents.Event, _ events: XMLEvents, _ names: TraceNames) {
        self.events = events
        attributes = events.attributes(of: event)
        for place in attributes.indices {
            if let kind = names.attributes[Int(attributes[place].name)] { found[kind] = place }
        }
    }

    subscript(name: TraceNames.Attribute) -> ArraySlice<UInt8> {
        let place = found[name.rawValue]
        return place < 0 ? [] : events.utf8(of: attributes[place])
    }

    func text(_ name: TraceNames.Attribute) -> String { String(decoding: self[name], as: UTF8.self) }

    var isReason: Bool { Reason.Feature(rawValue: text(.feature)) != nil && Double(text(.weight)) != nil }

    var reason: Reason? {
        guard let feature = Reason.Feature(rawValue: text(.feature)), let weight = Double(text(.weight)) else { return nil }
        return Reason(feature, weight: weight, requirementWords: text(.requirementWords), evidenceWords: text(.evidenceWords))
    }

    func review(of link: Link) -> Review? {
        Review.Decision(inTrace: text(.decision)).map {
            Review(requirement: link.requirement, evidence: link.evidence, decision: $0, by: text(.by), at: text(.at))
        }
    }

    var entry: TraceReader.Entry? {
        guard let requirement = FactID(text(.requirement)), let evidence = FactID(text(.evidence)),
            let strength = Double(text(.strength)), let status = Link.Status(rawValue: text(.status)),
            let verdict = Link.Verdict(rawValue: text(.verdict)), let relation = Link.Relation(rawValue: text(.relation))
        else { return nil }
        let link = Link(requirement: requirement, evidence: evidence, strength: strength, status: status, verdict: verdict, relation: relation)
        return TraceReader.Entry(link: link, reviews: [], id: text(.id))
    }
}
