import Provenance
import Testing

@testable import Facts

/// How well the hand-made gold is met; where it is absent the tests say so and check nothing.
@Suite struct SampleGoldTests {
    private static func squeezed(_ text: String) -> String { String(text.filter { !$0.isWhitespace && $0 != "\u{200B}" }) }

    private static func trimmed(_ text: String, _ marks: String) -> String {
        var rest = Self.squeezed(text)[...]
        while let first = rest.first, marks.contains(first) { rest.removeFirst() }
        while let last = rest.last, marks.contains(last) { rest.removeLast() }
        return String(rest)
    }

    private static let numberMarks = "（）().．、第条款项"

    @Test func structureIsMet() throws {
        var tally = Tally()
        let documents = try SampleGold.documents("structure")
        guard !documents.isEmpty else { return }
        for (document, rows) in documents {
            var found = document.headings.map { unit -> String in
                let heading = Self.squeezed(unit.heading)
                let number = Self.squeezed(unit.number ?? "")
                let rest = heading.hasPrefix(number) ? String(heading.dropFirst(number.count)) : heading
                return Self.trimmed(number, Self.numberMarks) + "|" + Self.trimmed(rest, "。：:")
            }
            for row in rows {
                let want = Self.trimmed(row["number"] ?? "", Self.numberMarks) + "|" + Self.trimmed(row["heading"] ?? "", "。：:")
                if let index = found.firstIndex(of: want) {
                    found.remove(at: index)
                    tally.right += 1
                } else {
                    tally.missing += 1
                    tally.errors.append("missing " + want)
                }
            }
            tally.extra += found.count
            tally.errors += found.map { "extra " + $0 }
        }
        #expect(tally.f1 >= 0.98, "\(tally.errors.joined(separator: "\n"))")
    }

    @Test func unitsAreMet() throws {
        let documents = try SampleGold.documents("units")
        guard !documents.isEmpty else { return }
        var tallies = ["requirement": Tally(), "action": Tally(), "plan": Tally(), "problem": Tally()]
        var modality = Tally()
        for (document, rows) in documents {
            let units = document.units
            var touched: Set<Int> = []
            for row in rows {
                let gold = Span(Int(row["start"] ?? "") ?? 0, Int(row["end"] ?? "") ?? 0)
                var shares: [String: Int] = [:]
                var modalities: [String] = []
                for (index, unit) in units.enumerated() where unit.span.overlaps(gold) {
                    touched.insert(index)
                    shares[unit.name, default: 0] += min(unit.span.end, gold.end) - max(unit.span.start, gold.start)
                    if let modality = unit.modality { modalities.append(modality) }
                }
                let best = shares.sorted { ($0.value, $1.key) > ($1.value, $0.key) }.first
                let got = best.map { $0.value * 2 >= gold.length ? $0.key : "other" } ?? "other"
                let want = row["class"] ?? ""
                for name in tallies.keys.sorted() {
                    if want == name && got == name { tallies[name]?.right += 1 }
                    else if want == name { tallies[name]?.missing += 1 }
                    else if got == name { tallies[name]?.extra += 1 }
                }
                let place = "\(document.source.name) \(gold.start): \(row["head"] ?? "")"
                if want != got { tallies[tallies[want] == nil ? got : want]?.errors.append("\(place) gold \(want) got \(got)") }
                if want == "requirement", got == want, let expected = row["modality"], !expected.isEmpty {
                    if modalities.first == expected { modality.right += 1 } else {
                        modality.extra += 1
                        modality.missing += 1
                        modality.errors.append("\(place) gold \(expected) got \(modalities)")
                    }
                }
            }
            for (index, unit) in units.enumerated() where !touched.contains(index) {
                tallies[unit.name]?.extra += 1
                tallies[unit.name]?.errors.append("\(document.source.name) \(unit.span.start) \(unit.name) where gold has no unit")
            }
        }
        let requirement = tallies["requirement"] ?? Tally()
        let action = tallies["action"] ?? Tally()
        #expect(requirement.f1 >= 0.95, "\(requirement.errors.joined(separator: "\n"))")
        #expect(action.f1 >= 0.92, "\(action.errors.joined(separator: "\n"))")
        #expect(modality.f1 >= 0.92, "\(modality.errors.joined(separator: "\n"))")
    }
}
