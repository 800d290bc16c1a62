import Provenance

/// Hits and misses of every kind of fact over all marked clauses, each miss with its file and line.
struct ClauseScore {
    enum Kind: String, CaseIterable {
        case lead, responsible, support, open, deadline, target, requirement, modality, action, plan, problem, finding
    }

    private(set) var tallies: [Kind: Tally] = [:]

    mutating func add(_ expected: MarkedClauses.Piece, _ found: ClauseFacts, file: String) {
        let place = "\(file):\(expected.line)"
        for kind in [Kind.lead, .responsible, .support] {
            let prefix = kind.rawValue + " "
            compare(kind, expected.facts.duties.filter { $0.hasPrefix(prefix) }, found.duties.filter { $0.hasPrefix(prefix) }, place)
        }
        compare(.open, expected.facts.open, found.open, place)
        compare(.deadline, expected.facts.deadlines, found.deadlines, place)
        compare(.target, expected.facts.targets, found.targets, place)
        // A name that the ontology lacks is told wherever it stands; it is expected only where a clause is about that.
        let isAboutFindings = !expected.facts.findings.isEmpty
        compare(.finding, expected.facts.findings, found.findings.filter { isAboutFindings || $0 != Message.bodyUnknown("").key }, place)
        units(expected, found, place)
    }

    private mutating func units(_ expected: MarkedClauses.Piece, _ found: ClauseFacts, _ place: String) {
        var rest = found.units
        for unit in expected.facts.units {
            let kind = Self.kind(unit)
            guard let index = rest.firstIndex(where: { Self.kind($0) == kind && $0.words.hasPrefix(unit.words) }) else {
                miss(kind, "- \(unit.kind) \(unit.words)", place)
                continue
            }
            tallies[kind, default: Tally()].right += 1
            if unit.isDemand { compare(.modality, [unit.kind], [rest[index].kind], place) }
            if unit.kind != rest[index].kind, !unit.isDemand { tallies[kind]?.errors.append("\(place) \(unit.kind), not \(rest[index].kind)") }
            rest.remove(at: index)
        }
        // Where demands and actions are not given, problems and plans are still none.
        for unit in rest where expected.tellsUnits || unit.kind == "plan" || unit.kind == "problem" {
            extra(Self.kind(unit), "+ \(unit.kind) \(unit.words)", place)
        }
    }

    private static func kind(_ unit: ClauseFacts.Unit) -> Kind {
        switch unit.kind {
        case "action", "ongoing": .action
        case "plan": .plan
        case "problem": .problem
        default: .requirement
        }
    }

    private mutating func compare(_ kind: Kind, _ expected: [String], _ found: [String], _ place: String) {
        var rest = found
        for item in expected {
            if let index = rest.firstIndex(of: item) {
                rest.remove(at: index)
                tallies[kind, default: Tally()].right += 1
            } else {
                miss(kind, "- \(item)", place)
            }
        }
        for item in rest { extra(kind, "+ \(item)", place) }
    }

    private mutating func miss(_ kind: Kind, _ words: String, _ place: String) {
        tallies[kind, default: Tally()].missing += 1
        tallies[kind]?.errors.append("\(place) \(words)")
    }

    private mutating func extra(_ kind: Kind, _ words: String, _ place: String) {
        tallies[kind, default: Tally()].extra += 1
        tallies[kind]?.errors.append("\(place) \(words)")
    }

    /// One line a kind: F1, right, extra, missing; then every miss.
    var report: String {
        var lines: [String] = []
        for kind in Kind.allCases {
            let tally = tallies[kind] ?? Tally()
            lines.append("\(kind.rawValue)\tF1 \(Double(Int(tally.f1 * 1000 + 0.5)) / 1000)\tright \(tally.right)\textra \(tally.extra)\tmissing \(tally.missing)")
        }
        for kind in Kind.allCases { lines += (tallies[kind]?.errors ?? []).map { "\(kind.rawValue)\t\($0)" } }
        return lines.joined(separator: "\n")
    }
}
