import Facts
import Links
import Provenance
import Queries

/// Answers as tables (答复报表).
struct Reports {
    let wording: Wording

    typealias Column = Report.Column
    typealias Section = Report.Section

    func documents(_ rows: [DocumentRow]) -> Report {
        let section = Section(
            "documents",
            columns: [
                Column(wording(.colNumber), isNumber: true), Column(wording(.colID), share: 4), Column(wording(.colTitle), share: 6),
                Column(wording(.colDocNumber), share: 3), Column(wording(.colDate), share: 2), Column(wording(.colKind), share: 1),
                Column(wording(.colIssuer), share: 3), Column(wording(.colRequirements), isNumber: true),
                Column(wording(.colActions), isNumber: true), Column(wording(.colPlans), isNumber: true),
                Column(wording(.colProblemCount), isNumber: true), Column(wording(.colFindings), isNumber: true),
                Column(wording(.colRemarks), share: 2),
            ],
            rows: rows.enumerated().map { index, row in
                [
                    .number(index + 1), .text(row.label.id), .text(row.label.title), .optional(row.label.number),
                    .optional(row.label.date), .text(row.type ?? wording.name(row.label.kind)),
                    .text(row.issuer.map(wording.name) ?? ""), .number(row.requirements), .number(row.actions), .number(row.plans),
                    .number(row.problems), .number(row.findings), .text(row.isSuperseded ? wording(.wordSuperseded) : ""),
                ]
            },
            empty: wording(.documentsEmpty))
        return Report(title: wording(.documentsTitle), facts: [(wording(.colCount), String(rows.count))], sections: [section])
    }

    func summary(_ summary: Summary) -> Report {
        let kinds = summary.kinds.map { wording.name($0.kind) + " \($0.documents)" }
        let states = Section(
            "states", title: wording(.summaryStates),
            columns: [
                Column(wording(.colState), share: 3), Column(wording(.colCount), isNumber: true),
                Column(wording(.colVerifiedCount), isNumber: true),
            ],
            rows: summary.states.map { [.state($0.state), .number($0.claimed), .number($0.verified)] },
            empty: wording(.matrixEmpty))
        return Report(
            title: wording(.summaryTitle),
            facts: [
                (wording(.asOf), wording.asOf(summary.today)),
                (
                    wording(.summaryDocuments),
                    String(summary.documents) + (kinds.isEmpty ? "" : wording.bracketed(wording.list(kinds)))
                ),
                (wording(.summaryDirectives), String(summary.directives)),
                (wording(.summaryRequirements), String(summary.requirements)),
                (wording(.summaryPermissions), String(summary.permissions)),
                (wording(.summaryRestated), String(summary.restated)),
                (wording(.summaryActions), String(summary.actions)), (wording(.summaryProblems), String(summary.problems)),
                (wording(.summaryClaimed), String(summary.claimed)), (wording(.summaryVerified), String(summary.verified)),
                (wording(.summaryBare), String(summary.bare)), (wording(.summaryIndirect), String(summary.indirectOnly)),
            ], sections: [states])
    }

    func search(_ report: SearchReport) -> Report {
        let section = Section(
            "hits",
            columns: [
                Column(wording(.colNumber), isNumber: true), Column(wording(.colDocument), share: 3),
                Column(wording(.colHeadings), share: 3), Column(wording(.colText), share: 8), Column(wording(.colPlace), share: 3),
                Column(wording(.colFacts), share: 3),
            ],
            rows: report.hits.enumerated().map { index, hit in
                [
                    .number(index + 1), .text(wording.document(hit.place.document)), .text(hit.headings.joined(separator: " › ")),
                    .text(hit.text), .text(wording.place(hit.place)), .lines(hit.facts),
                ]
            },
            empty: wording(.searchEmpty))
        return Report(
            title: wording(.searchTitle) + " " + wording.quoted(report.query),
            facts: [
                (wording(.asOf), wording.asOf(report.today)),
                (wording(.searchCount), wording(.exportHits(passages: report.passages, occurrences: report.occurrences))),
            ], sections: [section],
            notes: report.passages > report.hits.count ? [wording(.exportMore(report.passages - report.hits.count))] : [])
    }

    func shown(_ shown: ShownDocument) -> Report {
        let row = shown.row
        var facts: [(label: String, value: String)] = [
            (wording(.colID), row.label.id), (wording(.colDocNumber), row.label.number ?? ""),
            (wording(.colDate), row.label.date ?? ""), (wording(.colKind), row.type ?? wording.name(row.label.kind)),
            (wording(.colIssuer), row.issuer.map(wording.name) ?? ""),
            (wording(.colFile), "\(row.source.name) · \(row.source.encoding) · SHA-256 \(row.source.sha256)"),
        ]
        facts.removeAll { $0.value.isEmpty }
        if let element = shown.element {
            facts += [(wording(.colElement), element.id + " <\(element.name)>")]
            if !element.headings.isEmpty { facts += [(wording(.colHeadings), element.headings.joined(separator: " › "))] }
            if let place = element.place { facts += [(wording(.colPlace), wording.exactPlace(place))] }
            facts += [(wording(.colText), element.text)]
            return Report(title: row.label.title, facts: facts, sections: [])
        }
        let passages = Section(
            "passages", title: wording(.showTitle),
            columns: [
                Column(wording(.colElement), share: 2), Column(wording(.colText), share: 10), Column(wording(.colFacts), share: 2),
                Column(wording(.colPlace), share: 2),
            ],
            rows: DocumentPassage.all(of: shown.document).map { passage in
                [
                    .text(passage.role), .text(passage.text), .lines(passage.units.map(unit)),
                    .text("\(passage.span.start)–\(passage.span.end)"),
                ]
            },
            empty: wording(.matrixEmpty))
        let findings = Section(
            "findings", title: wording(.findingsTitle),
            columns: [Column(wording(.colKind)), Column(wording(.colText), share: 10), Column(wording(.colPlace), share: 2)],
            rows: shown.document.findings.map { finding in
                [
                    .text(finding.severity.rawValue), .text(wording(finding.message)),
                    .text(finding.span.map { "\($0.start)–\($0.end)" } ?? finding.element ?? ""),
                ]
            },
            empty: wording(.gapsEmpty))
        return Report(
            title: row.label.title, facts: facts,
            sections: shown.document.findings.isEmpty ? [passages] : [passages, findings])
    }

    private func unit(_ mark: Mark) -> String {
        switch mark.fact {
        case .requirement(let modality): wording(.traceRequirement) + wording.bracketed(wording.name(modality))
        case .action: wording(.evidenceAction)
        case .plan: wording(.evidencePlan)
        case .problem: wording(.evidenceProblem)
        case .body, .date, .quantity, .cite: ""
        }
    }
}
