import Vocabulary

/// The words of `Measures`, found by their first or last scalar: what a recogniser asks at a place of the text.
struct MeasureIndex: Sendable {
    struct Unit: Sendable {
        let scalars: [Unicode.Scalar]
        let measure: Measures.Unit
        let unless: [[Unicode.Scalar]]
        let only: [[Unicode.Scalar]]
    }

    struct Approximation: Sendable {
        let scalars: [Unicode.Scalar]
        let comparator: String
        let unless: [[Unicode.Scalar]]
    }

    private let units: [Unicode.Scalar: [Unit]]
    private let before: [Unicode.Scalar: [Approximation]]
    private let inside: [Unicode.Scalar: [Approximation]]
    private let after: [Unicode.Scalar: [Approximation]]
    private let exclusions: [Unicode.Scalar: [[Unicode.Scalar]]]

    init(_ measures: Measures) {
        func scalars(_ text: String) -> [Unicode.Scalar] { Array(text.unicodeScalars) }
        // Longest first, so that the first that fits is taken.
        units = Dictionary(
            grouping: measures.units.map { unit in
                Unit(scalars: scalars(unit.text), measure: unit, unless: unit.unless.map(scalars), only: unit.only.map(scalars))
            }.sorted { $0.scalars.count > $1.scalars.count }, by: { $0.scalars[0] })
        func words(_ place: Measures.Approximation.Place, by key: (Approximation) -> Unicode.Scalar) -> [Unicode.Scalar: [Approximation]] {
            Dictionary(
                grouping: measures.approximations.filter { $0.place == place }.map {
                    Approximation(scalars: scalars($0.text), comparator: $0.comparator, unless: $0.unless.map(scalars))
                }.sorted { $0.scalars.count > $1.scalars.count }, by: key)
        }
        before = words(.before) { $0.scalars[$0.scalars.count - 1] }
        inside = words(.inside) { $0.scalars[0] }
        after = words(.after) { $0.scalars[0] }
        exclusions = Dictionary(grouping: measures.exclusions.map(scalars).filter { !$0.isEmpty }, by: { $0[0] })
    }

    func unit(at index: Int, in text: TextWindow) -> Unit? {
        guard index < text.end, let candidates = units[text.scalars[index]] else { return nil }
        return candidates.first { unit in
            let next = index + unit.scalars.count
            return text.has(unit.scalars, at: index) && !unit.unless.contains { text.has($0, at: next) }
                && (unit.only.isEmpty || unit.only.contains { text.has($0, at: next) })
        }
    }

    /// The word of approximation that ends before `index`.
    func before(_ index: Int, in text: TextWindow) -> Approximation? {
        guard index > text.start, let candidates = before[text.scalars[index - 1]] else { return nil }
        return candidates.first { word in
            let start = index - word.scalars.count
            return text.has(word.scalars, at: start) && !word.unless.contains { text.has($0, at: start - $0.count) }
        }
    }

    func inside(at index: Int, in text: TextWindow) -> Approximation? { starting(inside, index, text) }
    func after(at index: Int, in text: TextWindow) -> Approximation? { starting(after, index, text) }

    func isExcluded(at index: Int, in text: TextWindow) -> Bool {
        exclusions[text.scalars[index]]?.contains { text.has($0, at: index) } ?? false
    }

    private func starting(_ words: [Unicode.Scalar: [Approximation]], _ index: Int, _ text: TextWindow) -> Approximation? {
        guard index < text.end, let candidates = words[text.scalars[index]] else { return nil }
        return candidates.first { word in
            let next = index + word.scalars.count
            return text.has(word.scalars, at: index) && !word.unless.contains { text.has($0, at: next) }
        }
    }
}

/// A stretch of scalars beyond which nothing is looked at.
struct TextWindow {
    let scalars: [Unicode.Scalar]
    let start: Int
    let end: Int

    @inline(__always)
    func at(_ index: Int) -> Unicode.Scalar { index >= start && index < end ? scalars[index] : "\0" }

    func has(_ word: [Unicode.Scalar], at index: Int) -> Bool {
        guard index >= start, index + word.count <= end else { return false }
        for offset in word.indices where scalars[index + offset] != word[offset] { return false }
        return true
    }
}
