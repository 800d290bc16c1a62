import Facts
import Links
import Provenance
import Queries

extension Reports {
    /// The columns of 台账 and 落实情况对照表 as offices keep them.
    func matrix(_ matrix: Matrix) -> Report {
        let screen = Section(
            "matrix",
            columns: [
                Column(wording(.colNumber), isNumber: true), Column(wording(.colClause), share: 3),
                Column(wording(.colTask), share: 6), Column(wording(.colBody), share: 3), Column(wording(.colDeadline), share: 2),
                Column(wording(.colState), share: 2), Column(wording(.colProgress), share: 6),
            ],
            rows: matrix.rows.enumerated().map { index, row in
                [
                    .number(index + 1), .text(wording.clause(row.requirement)), .text(row.requirement.text),
                    .text(wording.owners(row.requirement)), .lines(row.requirement.deadlines), .state(row.state),
                    .lines(progress(row, limit: 1)),
                ]
            },
            empty: wording(.matrixEmpty))
        return Report(
            title: wording(.matrixTitle),
            facts: [
                (wording(.asOf), wording.asOf(matrix.today)),
                (wording(.summaryRequirements), String(matrix.rows.count)),
            ], sections: [screen], ledger: ledger(matrix.rows))
    }

    /// - Parameter first: how many rows stand before these.
    func ledger(_ rows: [MatrixRow], from first: Int = 0) -> Section {
        Section(
            "matrix",
            columns: [
                .colNumber, .colDocument, .colClause, .colTask, .colLead, .colOthers, .colDeadline, .colTarget, .colProgress,
                .colState, .colVerified, .colProblems, .colRemarks, .colWhy, .colPace, .colIndirect, .colPlace, .colID,
            ].map { (message: Message) in Column(wording(message)) },
            rows: rows.enumerated().map { index, row in
                let requirement = row.requirement
                return [
                    .number(first + index + 1), .text(wording.document(requirement.place.document)), .text(wording.clause(requirement)),
                    .text(requirement.text), .text(wording.owners(requirement, [.lead])),
                    .text(wording.owners(requirement, [.responsible, .support])), .lines(requirement.deadlines),
                    .lines(requirement.targets.map(wording.target)), .lines(evidence(row.progress, omitted: row.omitted.progress)),
                    .state(row.state), .text(wording.counts(row.counts)), .lines(evidence(row.problems, omitted: row.omitted.problems)),
                    .lines(remarks(row)), .text(wording.why(row.why)), .lines(row.paces.map(wording.pace)), .lines(evidence(row.indirect, omitted: row.omitted.indirect)),
                    .text(wording.exactPlace(requirement.place)), .text(requirement.id),
                ]
            },
            empty: wording(.matrixEmpty))
    }

    /// What is given, and how much more there is.
    private func evidence(_ links: [LinkRow], omitted: Int) -> [String] {
        links.map(wording.evidence) + (omitted > 0 ? [wording(.exportOmitted(omitted))] : [])
    }

    func progress(_ row: MatrixRow, limit: Int) -> [String] {
        var lines = (row.progress + row.problems).prefix(limit).map(wording.evidence)
        let rest = row.progressCount + row.problemsCount - lines.count
        if rest > 0 { lines.append(wording(.exportShown(rest + lines.count))) }
        return lines
    }

    /// What a reader of the row has to know besides: open lists, second-hand clauses, permissions.
    func remarks(_ row: MatrixRow) -> [String] {
        var remarks: [String] = []
        let requirement = row.requirement
        if requirement.isReported {
            remarks.append(wording(.wordReportedClause) + ((requirement.reportedDocument?.title ?? requirement.reportedOf).map(wording.bracketed) ?? ""))
        }
        if requirement.isOpenList { remarks.append(wording(.wordOpenList)) }
        if row.gap != .none { remarks.append(wording.name(row.gap)) }
        if requirement.modality != .must { remarks.append(wording.name(requirement.modality)) }
        return remarks + row.notes
    }

    func gaps(_ report: GapReport) -> Report {
        var sections: [Section] = []
        for (index, body) in report.bodies.enumerated() where !body.bare.isEmpty || !body.notByThisBody.isEmpty {
            let name = body.body.map(wording.name) ?? wording(.gapsNobody)
            let counts = wording(
                .exportBodyGaps(bare: body.bare.count, indirect: body.indirectOnly.count, others: body.notByThisBody.count))
            sections.append(
                Section(
                    "body-\(index + 1)", title: name + "　" + counts, columns: gapColumns,
                    rows: rows(body.bare, wording(.gapsBare)) + rows(body.notByThisBody, wording(.gapsNotByThisBody)),
                    empty: wording(.gapsEmpty)))
        }
        if sections.isEmpty {
            sections = [
                Section("bare", title: wording(.gapsBare), columns: gapColumns, rows: rows(report.bare, wording(.gapsBare)), empty: wording(.gapsEmpty))
            ]
        }
        sections.append(
            Section(
                "indirect", title: wording(.gapsIndirect) + "　\(report.indirectOnly.count)",
                columns: [
                    Column(wording(.colClause), share: 3), Column(wording(.colTask), share: 6), Column(wording(.colBody), share: 3),
                    Column(wording(.colIndirect), share: 6), Column(wording(.colPlace), share: 3),
                ],
                rows: report.indirectOnly.map { row in
                    [
                        .text(wording.clause(row.requirement)), .text(row.requirement.text), .text(wording.owners(row.requirement)),
                        .lines(row.indirect.prefix(2).map(wording.evidence)), .text(wording.place(row.requirement.place)),
                    ]
                },
                empty: wording(.gapsEmpty)))
        return Report(
            title: wording(.gapsTitle),
            facts: [
                (wording(.asOf), wording.asOf(report.today)), (wording(.gapsAsked), String(report.asked)),
                (wording(.gapsBare), String(report.bare.count)), (wording(.gapsIndirect), String(report.indirectOnly.count)),
            ], sections: sections, ledger: ledger(report), notes: [wording(.gapsPermissions), wording(.gapsIndirectNote)])
    }

    private var gapColumns: [Column] {
        [
            Column(wording(.colClause), share: 3), Column(wording(.colTask), share: 7), Column(wording(.colDeadline), share: 2),
            Column(wording(.colState), share: 2), Column(wording(.colGap), share: 3), Column(wording(.colPlace), share: 3),
        ]
    }

    private func rows(_ gaps: [GapRow], _ kind: String) -> [[Report.Cell]] {
        gaps.map { row in
            [
                .text(wording.clause(row.requirement)), .text(row.requirement.text), .lines(row.requirement.deadlines),
                .state(row.state), .text(kind), .text(wording.place(row.requirement.place)),
            ]
        }
    }

    /// One row for each body and gap: what a coordinator filters and sends out.
    private func ledger(_ report: GapReport) -> Section {
        var rows: [[Report.Cell]] = []
        for body in report.bodies {
            let groups: [(Message, [GapRow])] = [
                (.gapsBare, body.bare), (.gapsIndirect, body.indirectOnly), (.gapsNotByThisBody, body.notByThisBody),
            ]
            for (kind, gaps) in groups {
                for gap in gaps { rows.append(ledgerRow(gap, body.body, wording(kind), number: rows.count + 1)) }
            }
        }
        return Section(
            "gaps",
            columns: [
                .colNumber, .colBody, .colRole, .colGap, .colDocument, .colClause, .colTask, .colDeadline, .colState, .colWhy,
                .colIndirect, .colPlace, .colID,
            ].map { (message: Message) in Column(wording(message)) },
            rows: rows, empty: wording(.gapsEmpty))
    }

    private func ledgerRow(_ gap: GapRow, _ body: BodyName?, _ kind: String, number: Int) -> [Report.Cell] {
        let requirement = gap.requirement
        let roles = Role.allCases.filter { role in requirement.owners.contains { $0.body == body && $0.role == role } }
        return [
            .number(number), .text(body.map(wording.name) ?? wording(.gapsNobody)), .text(wording.list(roles.map(wording.name))),
            .text(kind), .text(wording.document(requirement.place.document)), .text(wording.clause(requirement)),
            .text(requirement.text), .lines(requirement.deadlines), .state(gap.state), .text(wording.why(gap.why)),
            .lines(evidence(gap.indirect, omitted: gap.omitted)), .text(wording.exactPlace(requirement.place)), .text(requirement.id),
        ]
    }

    /// A trace as one table, for spreadsheets: one row for each link, and one for a requirement without any.
    func trace(_ report: TraceReport) -> Section {
        var rows: [[Report.Cell]] = []
        for trace in report.requirements {
            let links = trace.row.progress + trace.row.problems + trace.row.indirect
            if links.isEmpty { rows.append(requirementCells(trace.row.requirement, trace.row.state) + linkCells(nil)) }
            for link in links { rows.append(requirementCells(trace.row.requirement, trace.row.state) + linkCells(link)) }
        }
        for trace in report.evidence {
            for answer in trace.answers { rows.append(requirementCells(answer.requirement, nil) + linkCells(answer.link)) }
        }
        return Section(
            "trace",
            columns: [
                .traceRequirement, .colClause, .colDocument, .traceOwners, .colDeadline, .colState, .colPlace, .colEvidence,
                .colDate, .colActors, .colFigures, .colPlace, .colRelation, .colStrength, .colStrong, .colVerdict, .colStatus,
                .colReasons, .colID, .colID, .colChange, .colReview, .colLink,
            ].map { (message: Message) in Column(wording(message)) },
            rows: rows, empty: wording(.traceEmpty))
    }

    private func requirementCells(_ row: RequirementRow, _ state: RequirementState?) -> [Report.Cell] {
        [
            .text(row.text), .text(wording.clause(row)), .text(wording.document(row.place.document)), .text(wording.owners(row)),
            .lines(row.deadlines), state.map(Report.Cell.state) ?? .text(""), .text(wording.exactPlace(row.place)),
        ]
    }

    private func linkCells(_ link: LinkRow?) -> [Report.Cell] {
        guard let link else { return Array(repeating: .text(""), count: 16) }
        let evidence = link.evidence
        return [
            .text(evidence.text), .text(evidence.date ?? ""), .text(wording.list(evidence.actors.map(wording.name))),
            .lines(evidence.figures.map(wording.figure)), .text(wording.exactPlace(evidence.place)),
            .text(wording.name(link.relation)), .text(Decimals.strength(link.strength)),
            .text(wording(link.isStrong ? .wordStrong : .wordWeak)), .text(wording.name(link.verdict)), .text(wording.name(link.status)),
            .lines(link.reasons.map(wording.reason)), .text(evidence.id), .text(link.requirement?.description ?? ""),
            .text(wording.changes(link.changes)), .lines(link.reviews.map(wording.review)), .text(link.id),
        ]
    }
}
