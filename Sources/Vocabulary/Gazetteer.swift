import Provenance

/// The names by which divisions are found in a text, each with the divisions that bear it (地名表).
struct Gazetteer {
    /// In order of the divisions' codes, each once.
    private(set) var names: [String] = []
    /// By name the range of `regions` with those meant by it.
    private(set) var places: [Range<Int>] = []
    private(set) var regions: [Int] = []

    init(_ divisions: Divisions) {
        var bearers: [[Int]] = []
        var numbers: [ExactText: Int] = [:]
        numbers.reserveCapacity(divisions.regions.count * 2)
        for (index, region) in divisions.regions.enumerated() where index > 0 {
            // One character (滇, 京) begins too many other words.
            for name in [region.name] + region.shortNames + region.formerNames where name.unicodeScalars.count > 1 {
                if let number = numbers[ExactText(name)] {
                    // A short name may be the full one.
                    if bearers[number].last != index { bearers[number].append(index) }
                } else {
                    numbers[ExactText(name)] = names.count
                    names.append(name)
                    bearers.append([index])
                }
            }
        }
        for (number, name) in names.enumerated() {
            let meant = Self.meant(name, bearers[number], divisions.regions)
            places.append(regions.count..<(regions.count + meant.count))
            regions += meant
        }
    }

    /// Those of today before former ones, those named so in full before short names.
    private static func meant(_ name: String, _ bearers: [Int], _ regions: [Region]) -> [Int] {
        guard bearers.count > 1 else { return bearers }
        let current = bearers.filter { regions[$0].validUntil == nil }
        let named = current.filter { regions[$0].name == name }
        return !named.isEmpty ? named : (current.isEmpty ? bearers : current)
    }
}
