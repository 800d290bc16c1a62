import Links
import Provenance
import Store
import XMLTree

/// The links of a `trace.xml` that was received (来包关联), read back as `TraceXML` wrote them.
public struct ReceivedTrace {
    public struct Entry: Sendable {
        public var link: Link
        public var reviews: [Review]
        public var place: Place
        /// As the file gives it.
        public var id: String
    }

    public var entries: [Entry] = []
    /// The requirements whose states are told, with their lines.
    public var covered: [(requirement: FactID, place: Place)] = []
    /// What this version cannot read.
    public var findings: [PlacedFinding] = []

    /// - Throws: where the bytes are no well-formed XML.
    public init(_ bytes: [UInt8], file: String) throws(Fault) {
        let events = try XMLEvents.parse(bytes, file: file)
        var walk = Walk(events)
        for event in events.items { walk.take(event) }
        entries = walk.entries
        covered = walk.covered
        findings = walk.findings
    }

    private struct Walk {
        let events: XMLEvents
        var entries: [Entry] = []
        var covered: [(requirement: FactID, place: Place)] = []
        var findings: [PlacedFinding] = []
        private var entry: Entry?
        private var isNote = false

        init(_ events: XMLEvents) { self.events = events }

        private func name(_ event: XMLEvents.Event) -> String { event.name < 0 ? "" : events.names[Int(event.name)].local }

        private func values(_ event: XMLEvents.Event) -> [String: String] {
            var values: [String: String] = [:]
            for attribute in events.attributes(of: event) { values[events.attributeNames[Int(attribute.name)].local] = events.value(of: attribute) }
            return values
        }

        mutating func take(_ event: XMLEvents.Event) {
            switch event.kind {
            case .start: start(event)
            case .end:
                switch name(event) {
                case "link":
                    if let entry { entries.append(entry) }
                    entry = nil
                case "note": isNote = false
                default: break
                }
            case .text:
                guard isNote, var review = entry?.reviews.popLast() else { return }
                review.note = (review.note ?? "") + events.text(of: event)
                entry?.reviews.append(review)
            }
        }

        private mutating func start(_ event: XMLEvents.Event) {
            switch name(event) {
            case "link": begin(values(event), event)
            case "because":
                let values = values(event)
                guard let feature = Reason.Feature(rawValue: values["feature"] ?? ""), let weight = Double(values["weight"] ?? "") else {
                    findings.append(PlacedFinding(.warning, .packageHasUnknown(values["feature"] ?? ""), at: events.place(of: event)))
                    return
                }
                entry?.link.reasons.append(
                    Reason(
                        feature, weight: weight, requirementWords: values["requirementWords"] ?? "", evidenceWords: values["evidenceWords"] ?? ""))
            case "review":
                let values = values(event)
                guard let link = entry?.link, let decision = Review.Decision(inTrace: values["decision"] ?? "") else { return }
                entry?.reviews.append(
                    Review(requirement: link.requirement, evidence: link.evidence, decision: decision, by: values["by"] ?? "", at: values["at"] ?? ""))
            case "note": isNote = true
            case "coverage":
                guard let id = FactID(values(event)["requirement"] ?? "") else { return }
                covered.append((id, events.place(of: event)))
            default: break
            }
        }

        private mutating func begin(_ values: [String: String], _ event: XMLEvents.Event) {
            guard let requirement = FactID(values["requirement"] ?? ""), let evidence = FactID(values["evidence"] ?? ""),
                let strength = Double(values["strength"] ?? ""), let status = Link.Status(rawValue: values["status"] ?? ""),
                let verdict = Link.Verdict(rawValue: values["verdict"] ?? ""), let relation = Link.Relation(rawValue: values["relation"] ?? "")
            else { return }
            entry = Entry(
                link: Link(
                    requirement: requirement, evidence: evidence, strength: strength, status: status, verdict: verdict, relation: relation),
                reviews: [], place: events.place(of: event), id: values["id"] ?? "")
        }
    }
}
