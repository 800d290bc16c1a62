import Facts
import Provenance
import Vocabulary

extension RegionReader {
    /// The facts of a document, each with the regions that it speaks of beside those of its bodies.
    func located(_ facts: LinkableFacts) -> LinkableFacts {
        var facts = facts
        let issuers = divisions(of: facts.document.issuers)
        for index in facts.requirements.indices where !facts.requirements[index].isReported {
            if facts.requirements[index].scope.isEmpty { facts.requirements[index].scope = issuers }
            facts.requirements[index].scope += named(in: facts.requirements[index])
        }
        for index in facts.evidence.indices where facts.evidence[index].scope.isEmpty { facts.evidence[index].scope = issuers }
        var abroad: (headings: [String], regions: [String])?
        for (index, evidence) in facts.evidence.enumerated() {
            let before = abroad.flatMap { $0.headings == evidence.headings ? $0.regions : nil }
            abroad = nil
            guard let found = scope(of: evidence, issuers, after: before) else { continue }
            facts.evidence[index].scope = found.regions
            if found.isAbroad { abroad = (evidence.headings, found.regions) }
        }
        return facts
    }

    /// The regions that a sentence speaks of; nil where nothing but its bodies tells.
    /// - Parameter before: other regions that the sentence before it speaks of.
    private func scope(of evidence: Evidence, _ issuers: [String], after before: [String]?) -> (regions: [String], isAbroad: Bool)? {
        let issuer = issuers.first
        let text = PlainText.scalars(evidence.text)
        let title = regions(PlainText.scalars(evidence.itemHeading ?? ""), Scope(issuer: issuer)).first?.region
        let acting = evidence.actors.filter { !isAttribute($0, of: evidence, issuers) }
        let bodies = DivisionScope.of(acting)
        let own = regions(text, Scope(issuer: issuer, item: title ?? bodies.first))
        let names = own.map(\.region)
        // 该市…, 其中…: it goes on with the region that the sentence before speaks of.
        if let before, own.isEmpty, continuesAbroad(text) { return (before, true) }
        let home = issuers.isEmpty ? bodies : issuers
        if !own.isEmpty, !home.isEmpty, own.allSatisfy({ one in one.isSubject && home.allSatisfy { !DivisionScope.isWithin(one.region, $0) } }),
            leads(own[0], text), !hasPrinted(acting, in: text, within: home), !speaksOfHome(text)
        {
            // 邻市已建成12座: whatever body the sentences around it tell of.
            return (names.sorted(), true)
        }
        // 陶溪川、万寿宫等12个街区: some are named of all that there are.
        if !own.isEmpty, !(bodies.isEmpty && Self.namesSome(text, of: own.count)) { return (Set(names + bodies).sorted(), false) }
        if own.isEmpty, bodies.isEmpty, let title { return ([title], false) }
        return acting.count < evidence.actors.count ? (bodies.isEmpty ? issuers : bodies, false) : nil
    }

    /// Nothing is told before it: no more than 同期 or 据了解.
    private func leads(_ named: Named, _ text: [Unicode.Scalar]) -> Bool { named.clause <= 10 && !text[..<named.clause].contains(where: PlainText.isDigit) }

    private func hasPrinted(_ bodies: [BodyMention], in text: [Unicode.Scalar], within home: [String]) -> Bool {
        bodies.contains { body in
            guard let division = body.ref.flatMap(DivisionScope.division(of:)), home.contains(division) else { return false }
            return PlainText.place(of: PlainText.scalars(body.name), in: text) != nil
        }
    }

    /// Regions inside of those that owe a duty which its sentence names (云溪县完成3座): no other one answers it.
    private func named(in requirement: Requirement) -> [String] {
        guard let issuer = requirement.scope.first else { return [] }
        let text = PlainText.scalars(requirement.text)
        let found = regions(text, Scope(issuer: issuer))
        guard found.allSatisfy(\.isSubject), !isOneOfMany(text) else { return [] }
        return found.map(\.region).filter { one in requirement.scope.allSatisfy { one != $0 && DivisionScope.isWithin(one, $0) } }
    }

    /// A body of a wider region that only names or judges what others did: 国家…局通报的撤回率, 获批国家…局….
    private func isAttribute(_ body: BodyMention, of evidence: Evidence, _ issuers: [String]) -> Bool {
        guard let division = body.ref.flatMap(DivisionScope.division(of:)), issuers.contains(where: { $0 != division && DivisionScope.isWithin($0, division) }) else {
            return false
        }
        let (text, name) = (PlainText.scalars(evidence.text), PlainText.scalars(body.name))
        guard let start = PlainText.place(of: name, in: text) else {
            // Printed under another name.
            return awarded.contains(text, in: text.indices)
        }
        return ascribed.length(at: start + name.count, in: text, limit: text.count) != nil || awarded.length(endingAt: start, in: text, from: 0) != nil
    }
}
