extension TermReader {
    /// The keys of each requirement of one document. What more than a share of its requirements have tells none of them apart,
    /// and is no key. Depends on that document alone.
    func keys(asked requirements: [FactFeatures], knowsConcepts: Bool) -> [[FactKey]] {
        let all = requirements.map { features in
            let family = profile.family / features.familyNorm
            let concept = knowsConcepts ? profile.concept / features.conceptNorm : 0
            return keys(features, family: family) { $0.weight * ($0.isGeneral ? profile.general : 1) * concept }
        }
        let limit = max(2, Int(Double(requirements.count) * profile.candidateShare))
        var counts: [UInt32: Int] = [:]
        for keys in all { for key in keys { counts[key.code, default: 0] += 1 } }
        return all.map { keys in keys.filter { (counts[$0.code] ?? 0) <= limit } }
    }

    /// The keys of facts that look for requirements together, each with the most that it weighs in one of them.
    func keys(given facts: ArraySlice<FactFeatures>) -> [FactKey] {
        var best: [FactKey] = []
        for features in facts { best += keys(features, family: 1) { $0.weight } }
        best.sort { $0.code != $1.code ? $0.code < $1.code : $0.weight > $1.weight }
        var last: UInt32?
        return best.filter { key in
            defer { last = key.code }
            return key.code != last
        }
    }

    private func keys(_ features: FactFeatures, family: Double, concept: (FactFeatures.ConceptFeature) -> Double) -> [FactKey] {
        var keys: [FactKey] = []
        for (index, term) in features.terms.enumerated() where features.tells[index] {
            if let key = FactKey(term, weight: features.weights[index]) { keys.append(key) }
        }
        for one in features.concepts { if let key = FactKey(FactKey.code(concept: one.concept), weight: concept(one)) { keys.append(key) } }
        for one in features.families { if let key = FactKey(FactKey.code(family: one.family), weight: one.weight * family) { keys.append(key) } }
        return keys
    }
}
