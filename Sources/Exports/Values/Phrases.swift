import Facts
import Links
import Provenance
import Queries

/// The phrases that several answers share (短语): places, owners, figures, targets as people read them.
extension Wording {
    package func asOf(_ today: Today) -> String {
        guard let day = today.day else { return self(.asOfUnknown) }
        return day.description + bracketed(self(today.isGiven ? .asOfGiven : .asOfLatest))
    }

    /// 《题目》 and number, for a column.
    package func document(_ label: DocumentLabel) -> String {
        [label.title, label.number, label.date].compactMap(\.self).filter { !$0.isEmpty }.joined(separator: " · ")
    }

    /// `plan.txt:12:5`, `plan.docx:第12段`, `ledger.xlsx:任务分解表!C12`.
    private func position(_ place: SourcePlace) -> String {
        [place.document.file, place.line.map(String.init), place.column.map(String.init), place.locator.map { self($0.message) }]
            .compactMap(\.self).joined(separator: ":")
    }

    /// `plan.txt:12:5（第 3 页）`.
    package func place(_ place: SourcePlace) -> String {
        let position = position(place)
        return place.page.map { position + bracketed(self(.exportPage($0))) } ?? position
    }

    /// The same with the offsets, which a program can check.
    package func exactPlace(_ place: SourcePlace) -> String {
        let span = self(.exportSpan(place.span.start, place.span.end))
        let more = place.page.map { [self(.exportPage($0)), span] } ?? [span]
        return position(place) + bracketed(list(more))
    }

    package func name(_ body: BodyName) -> String { body.name.isEmpty ? body.official ?? body.id ?? "" : body.name }

    /// Bodies of some roles, in their order; an open list says so.
    package func owners(_ row: RequirementRow, _ roles: [Role]) -> String {
        list(row.owners.filter { roles.contains($0.role) }.map { name($0.body) })
    }

    package func owners(_ row: RequirementRow) -> String {
        let groups = Role.allCases.compactMap { role -> String? in
            let names = owners(row, [role])
            return names.isEmpty ? nil : name(role) + " " + names
        }
        let all = clauses(groups)
        if all.isEmpty { return self(.wordNoOwner) }
        return row.isOpenList ? all + " " + self(.wordOpenList) : all
    }

    package func clause(_ row: RequirementRow) -> String {
        row.headings.isEmpty ? row.number ?? "" : row.headings.joined(separator: " › ")
    }

    package func target(_ target: Target) -> String {
        let sign = Self.signs[target.comparator] ?? target.comparator
        let figure = target.indicator + " " + sign + " " + (target.reference.map { $0 + " " } ?? "") + target.value + target.unit
        return target.when.map { figure + bracketed($0) } ?? figure
    }

    /// The printed words; a computed figure says that it is one and what it comes from.
    package func figure(_ figure: Figure) -> String {
        guard figure.isComputed else { return figure.words.isEmpty ? figure.value + figure.unit : figure.words }
        let basis = figure.basis.isEmpty ? "" : bracketed(figure.basis.joined(separator: " / "))
        return self(.wordComputed) + " " + figure.value + figure.unit + basis
    }

    /// The day, month or year; both ends of an interval.
    package func day(_ evidence: EvidenceRow) -> String {
        guard let date = evidence.date, !date.isEmpty else { return self(.wordNoDate) }
        return date.split(separator: "/").joined(separator: language == .zh ? " 至 " : " to ")
    }

    package func date(_ evidence: EvidenceRow) -> String {
        day(evidence) + (evidence.isDocumentDate && evidence.date != nil ? bracketed(self(.wordDocumentDate)) : "")
    }

    package func counts(_ counts: Coverage.Counts) -> String {
        self(.exportCounts(claimed: counts.claimed, verified: counts.verified, indirect: counts.indirect))
    }

    /// Evidence in one paragraph: date, words, figures that are computed, place.
    package func evidence(_ link: LinkRow) -> String {
        let computed = link.evidence.figures.filter(\.isComputed).map { figure($0) }
        let more = computed.isEmpty ? "" : " " + bracketed(clauses(computed))
        return date(link.evidence) + " " + quoted(link.evidence.text) + more + " [" + place(link.evidence.place) + "]"
    }

    package func reason(_ reason: Reason) -> String {
        let words =
            reason.requirementWords == reason.evidenceWords
            ? reason.requirementWords : [reason.requirementWords, reason.evidenceWords].filter { !$0.isEmpty }.joined(separator: " ↔ ")
        let weight = (reason.weight < 0 ? "" : "+") + Decimals.twoPlaces(reason.weight)
        return name(reason.feature) + " " + weight + (words.isEmpty ? "" : (language == .zh ? "：" : ": ") + words)
    }

    /// `强 0.83 · 相符 · 系统建议`.
    package func strength(_ link: LinkRow) -> String {
        [self(link.isStrong ? .wordStrong : .wordWeak) + " " + Decimals.strength(link.strength), name(link.verdict), name(link.status)]
            .joined(separator: " · ")
    }

    package func name(_ verdict: Pace.Verdict) -> String {
        switch verdict {
        case .ahead: self(.paceAhead)
        case .behind: self(.paceBehind)
        case .unclear: self(.paceUnclear)
        }
    }

    /// `落后序时进度：推算值 时间已过58.3%，完成41.0%（发展会员 82人，2031-06-30；2030-03-01 至 2031-12-31）`.
    package func pace(_ pace: Pace) -> String {
        func percent(_ share: Double) -> String { Decimals.onePlace(share * 100) + "%" }
        let reported = pace.reported.map { figure in
            [pace.target.indicator, figure.value + figure.unit, pace.day?.description ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
        }
        let between = pace.start.description + (language == .zh ? " 至 " : " to ") + pace.end.description
        return name(pace.verdict) + self(.labelColon) + self(.pace(time: percent(pace.elapsed), done: pace.done.map(percent)))
            + bracketed(clauses([reported ?? pace.target.indicator + " " + self(.paceNoFigure), between]))
    }

    package func why(_ messages: [Message]) -> String { clauses(messages.map { self($0) }) }

    private static let signs = [">=": "≥", "<=": "≤", ">": ">", "<": "<", "=": "=", "~": "≈"]
}
