import Links

/// How good a ranked list of links is against the right ones.
struct Measure: CustomStringConvertible {
    var averagePrecision = 0.0
    var right = 0
    var strongFound = 0
    var extra = 0
    var strongWanted = 0
    /// Strong ones that are linked as strong; and links held strong that are none at all.
    var heldStrong = 0
    var wronglyStrong = 0

    var precision: Double { strongFound + extra > 0 ? Double(strongFound) / Double(strongFound + extra) : 0 }
    var recall: Double { strongWanted > 0 ? Double(strongFound) / Double(strongWanted) : 0 }
    var f1: Double { precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0 }

    /// - Parameter gold: for each right pair (`requirement>evidence`) whether it is strong.
    init(_ links: [Link], gold: [String: Bool]) {
        var sum = 0.0
        for (rank, link) in links.sorted(by: { $0.strength > $1.strength }).enumerated() {
            switch gold[link.requirement.element + ">" + link.evidence.element] {
            case let isStrong?:
                right += 1
                sum += Double(right) / Double(rank + 1)
                if isStrong {
                    strongFound += 1
                    if link.isStrong { heldStrong += 1 }
                }
            case nil:
                extra += 1
                if link.isStrong { wronglyStrong += 1 }
            }
        }
        averagePrecision = gold.isEmpty ? 0 : sum / Double(gold.count)
        strongWanted = gold.values.count { $0 }
    }

    var description: String {
        func rounded(_ value: Double) -> Double { (value * 1000).rounded() / 1000 }
        return "AP \(rounded(averagePrecision)) F1 \(rounded(f1)) P \(rounded(precision)) R \(rounded(recall)) right \(right) extra \(extra) held strong \(heldStrong)/\(strongWanted), wrongly \(wronglyStrong)"
    }
}
