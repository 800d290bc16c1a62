import Provenance

/// Units, words of approximation and numbers that are no figures (计量): what makes a number in a text a figure.
public struct Measures: Hashable, Sendable {
    /// A unit or classifier (量词).
    public struct Unit: Hashable, Sendable {
        /// As printed: 个百分点.
        public var text: String
        /// As the XML prints it: 百分点.
        public var base: String
        /// people, share, money, count, event, time, measure.
        public var kind: String
        /// The smallest number in Chinese characters that counts with it; nil where none does.
        public var smallestChinese: Int?
        /// What may not follow, and what must.
        public var unless: [String]
        public var only: [String]
    }

    /// A word that makes a figure less than exact (约数词).
    public struct Approximation: Hashable, Sendable {
        public enum Place: String, Sendable, CaseIterable { case before, inside, after }

        public var text: String
        public var place: Place
        /// `>`, `<`, `~`, `>=` or `<=`.
        public var comparator: String
        /// What may not stand on its far side: 节 of 约.
        public var unless: [String]
    }

    public internal(set) var units: [Unit] = []
    public internal(set) var approximations: [Approximation] = []
    /// Phrases with numbers that count nothing: 两个维护.
    public internal(set) var exclusions: [String] = []
    /// Words that announce a figure planned, a figure achieved, and what is left over.
    public internal(set) var planned: [String] = []
    public internal(set) var achieved: [String] = []
    public internal(set) var rest: [String] = []

    public init() {}
}

extension Measures {
    /// Adds the entries of a file; a unit or approximation that is there already is replaced.
    mutating func read(_ part: OntologyElement) throws(Fault) {
        for group in part.children("units") {
            let kind = try group.required("kind")
            for entry in group.children("unit") where !entry.text.isEmpty {
                var smallest: Int?
                if let value = entry.attribute("chinese") {
                    guard let number = Int(value), number > 0 else { throw entry.bad("chinese", value) }
                    smallest = number
                }
                let unit = Unit(
                    text: entry.text, base: entry.attribute("base") ?? entry.text, kind: kind, smallestChinese: smallest,
                    unless: entry.list("unless"), only: entry.list("only"))
                units.removeAll { $0.text == unit.text }
                units.append(unit)
            }
        }
        for group in part.children("approximations") {
            for entry in group.children("approximation") where !entry.text.isEmpty {
                let place = try entry.required("place")
                guard let place = Approximation.Place(rawValue: place) else { throw entry.bad("place", place) }
                let comparator = try entry.required("comparator")
                guard [">", "<", "~", ">=", "<="].contains(comparator) else { throw entry.bad("comparator", comparator) }
                let word = Approximation(text: entry.text, place: place, comparator: comparator, unless: entry.list("unless"))
                approximations.removeAll { $0.text == word.text && $0.place == word.place }
                approximations.append(word)
            }
        }
        for group in part.children("exclusions") { exclusions = exclusions.union(group.texts("phrase")) }
        for group in part.children("rates") {
            planned = planned.union(group.texts("planned"))
            achieved = achieved.union(group.texts("achieved"))
            rest = rest.union(group.texts("rest"))
        }
    }
}
