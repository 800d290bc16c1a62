extension LinkIndex {
    /// How a requirement stands to a seeker, by both places. Nil where the one cannot answer the other, whatever their words.
    func standing(_ place: Int32, _ number: Int32) -> NearDocument.Standing? {
        let requirement = requirements[Int(place)]
        let seeker = seekers[Int(number)]
        let (high, low) = (Int(requirement.document), Int(seeker.document))
        let isOwn = high == low
        if !isOwn, documents[high].work == documents[low].work { return nil }
        switch seeker.kind {
        case .restating:
            return !isOwn && !requirement.isReported && isCited(requirement, by: number) ? .open : nil
        case .deriving:
            return !isOwn && !requirement.isReported && descends(seeker.document, from: requirement.document) ? .open : nil
        case .evidence:
            // What a directive says of its own past is background; what it says in one row is linked whatever it says.
            if isOwn { return requirement.isReported && !(seeker.hasRows && rows[number]?.contains(place) == true) ? .named : nil }
            let relation = relation(owing: requirement.scope, acting: seeker.scopes)
            if relation == .apart { return nil }
            if seeker.cites, isCited(requirement, by: number) { return .named }
            let isEarlier = !requirement.isReported && (documents[high].firstDay.flatMap { start in seeker.day.map { $0 < start } } ?? false)
            // What was done elsewhere before there was a duty is no evidence of anything.
            if relation == .wider, isEarlier { return nil }
            return relation == .wider || isEarlier ? .weak : .open
        }
    }

    private func isCited(_ requirement: Requirement, by seeker: Int32) -> Bool {
        guard let cited = cited[seeker] else { return false }
        if requirement.isReported { return requirement.of.map(cited.contains) ?? false }
        return documents[Int(requirement.document)].names.contains(where: cited.contains)
    }

    /// The nearest relation that one of a seeker's sets of regions has.
    private func relation(owing: Int32, acting: Int32) -> RegionRelation {
        let (owing, acting) = (Int(owing), Int(acting))
        if acting < relations.count, owing < relations[acting].count, let known = relations[acting][owing] { return known }
        var nearest = RegionRelation.apart
        for scope in scopeSets[acting] {
            let relation = RegionRelation(owing: scopes[owing], acting: scopes[Int(scope)])
            if relation == .inside || nearest == .apart { nearest = relation }
        }
        if acting >= relations.count { relations += [[RegionRelation?]](repeating: [], count: scopeSets.count - relations.count) }
        if owing >= relations[acting].count { relations[acting] += [RegionRelation?](repeating: nil, count: scopes.count - relations[acting].count) }
        relations[acting][owing] = nearest
        return nearest
    }

    /// A document derives from another where its bodies are those of a region inside the other's, or where its title names the
    /// other's, and where it is not older.
    private func descends(_ low: Int32, from high: Int32) -> Bool {
        let (below, above) = (Int(low), Int(high))
        guard documents[below].kind == .directive || documents[below].kind == .table,
            documents[above].kind == .directive || documents[above].kind == .regulation
        else { return false }
        if let first = documents[above].firstDay, let then = documents[below].lastDay, then < first { return false }
        if descending.low == low {
            switch descending.known[above] {
            case 0: break
            case let known: return known == 2
            }
            let descends = isBelow(below, above)
            descending.known[above] = descends ? 2 : 1
            return descends
        }
        let pair = UInt64(UInt32(bitPattern: low)) << 32 | UInt64(UInt32(bitPattern: high))
        if let known = descents[pair] { return known }
        // All pairs would be more than all postings.
        if descents.count > 1 << 16 { descents.removeAll(keepingCapacity: true) }
        let descends = isBelow(below, above)
        descents[pair] = descends
        return descends
    }

    /// Before many questions about one document.
    func prepareDescents(of low: Int32) {
        if descending.low != low { descending = (low, [UInt8](repeating: 0, count: documents.count)) }
    }

    private func isBelow(_ low: Int, _ high: Int) -> Bool {
        isBelow(scopes[Int(documents[low].issuers)], scopes[Int(documents[high].issuers)]) || isNamed(documents[high].title, in: documents[low].title)
    }

    private func isBelow(_ low: [String], _ high: [String]) -> Bool {
        !high.isEmpty && !low.isEmpty && low.allSatisfy { one in high.contains { $0 != one && DivisionScope.isWithin(one, $0) } }
    }

    private func isNamed(_ title: [UInt8]?, in own: [UInt8]?) -> Bool {
        // Seven Chinese characters and more: a shorter title (实施方案) names no document.
        guard let title, title.count >= 3 * 7, let own, own.count > title.count else { return false }
        return (0...own.count - title.count).contains { start in
            own[start] == title[0] && own[start..<start + title.count].elementsEqual(title)
        }
    }
}
