import Links
import Provenance
import Queries

/// What waits for review, what was decided, problems and missing documents as tables (核实与问题报表).
extension Reports {
    func review(_ queue: ReviewQueue) -> Report {
        let section = Section(
            "review",
            columns: [
                Column(wording(.colNumber), isNumber: true), Column(wording(.colLink), share: 2), Column(wording(.colLook), share: 3),
                Column(wording(.traceRequirement), share: 5), Column(wording(.colEvidence), share: 5), Column(wording(.colStrength), share: 2),
                Column(wording(.colReasons), share: 3),
            ],
            rows: queue.rows.enumerated().map { index, row in
                [
                    .number(index + 1), .text(row.link.id), .lines(row.looks.map(wording.look)),
                    .lines([row.requirement.text, wording.owners(row.requirement), "[" + wording.place(row.requirement.place) + "]"]),
                    .lines([wording.day(row.link.evidence) + " " + row.link.evidence.text, "[" + wording.place(row.link.evidence.place) + "]"]),
                    .text(wording.strength(row.link)), .lines(row.link.reasons.map(wording.reason)),
                ]
            },
            empty: wording(.reviewEmpty))
        return Report(
            title: wording(.reviewTitle),
            facts: [
                (wording(.asOf), wording.asOf(queue.today)), (wording(.reviewWaiting), String(queue.waiting)),
                (wording(.reviewChanged), String(queue.changed)),
            ], sections: [section], ledger: ledger(queue),
            notes: queue.waiting > queue.rows.count ? [wording(.exportMore(queue.waiting - queue.rows.count))] : [])
    }

    private func ledger(_ queue: ReviewQueue) -> Section {
        Section(
            "review",
            columns: [
                .colNumber, .colLink, .colLook, .traceRequirement, .colBody, .colDeadline, .colState, .colDocument, .colPlace, .colEvidence,
                .colDate, .colPlace, .colStrength, .colVerdict, .colStatus, .colChange, .colReasons, .colReview, .colID, .colID,
            ].map { (message: Message) in Column(wording(message)) },
            rows: queue.rows.enumerated().map { index, row in
                let (requirement, link) = (row.requirement, row.link)
                return [
                    .number(index + 1), .text(link.id), .lines(row.looks.map(wording.look)), .text(requirement.text),
                    .text(wording.owners(requirement)), .lines(requirement.deadlines), .state(row.state),
                    .text(wording.document(requirement.place.document)), .text(wording.exactPlace(requirement.place)),
                    .text(link.evidence.text), .text(link.evidence.date ?? ""), .text(wording.exactPlace(link.evidence.place)),
                    .text(Decimals.strength(link.strength)), .text(wording.name(link.verdict)), .text(wording.name(link.status)),
                    .text(wording.changes(link.changes)), .lines(link.reasons.map(wording.reason)), .lines(link.reviews.map(wording.review)),
                    .text(requirement.id), .text(link.evidence.id),
                ]
            },
            empty: wording(.reviewEmpty))
    }

    func reviewLog(_ log: ReviewLog) -> Report {
        let section = Section(
            "reviews",
            columns: [
                Column(wording(.colNumber), isNumber: true), Column(wording(.colDate), share: 2), Column(wording(.colBy), share: 2),
                Column(wording(.colDecision), share: 2), Column(wording(.traceRequirement), share: 6), Column(wording(.colEvidence), share: 6),
                Column(wording(.colNote), share: 3), Column(wording(.colStands), share: 2),
            ],
            rows: log.entries.map { entry in
                let review = entry.logged.review
                return [
                    .number(entry.logged.number), .text(review.at), .text(review.by), .text(wording.name(review.decision)),
                    .lines([entry.logged.requirementText, "[" + review.requirement.description + "]"]),
                    .lines([entry.logged.evidenceText, "[" + review.evidence.description + "]"]), .text(review.note ?? ""),
                    .text(entry.status.map(wording.name) ?? ""),
                ]
            },
            empty: wording(.reviewLogEmpty))
        return Report(title: wording(.reviewLogTitle), facts: [(wording(.colCount), String(log.entries.count))], sections: [section])
    }

    // MARK: Problems

    func problems(_ report: ProblemReport) -> Report {
        let columns = [
            Column(wording(.colDate), share: 2), Column(wording(.colProblem), share: 6), Column(wording(.colState), share: 2),
            Column(wording(.colCourse), share: 4), Column(wording(.traceRequirement), share: 4), Column(wording(.colPlace), share: 3),
        ]
        let sections = report.bodies.enumerated().map { index, body in
            Section(
                "body-\(index + 1)", title: (body.body.map(wording.name) ?? wording(.problemsNobody)) + "　\(body.problems.count)",
                columns: columns,
                rows: body.problems.map { row in
                    [
                        .text(wording.day(row.problem)), .lines([row.problem.text, wording.bracketed(wording.name(row.basis))]),
                        .text(wording.name(row.stage)), .lines(row.course.map(wording.step)), .text(row.requirement?.text ?? ""),
                        .text(wording.place(row.problem.place)),
                    ]
                },
                empty: wording(.problemsEmpty))
        }
        return Report(
            title: wording(.problemsTitle),
            facts: [
                (wording(.asOf), wording.asOf(report.today)), (wording(.problemsOpen), String(report.open)),
                (wording(.problemsClosed), String(report.closed)),
            ],
            sections: sections.isEmpty
                ? [Section("problems", columns: columns, rows: [], empty: wording(.problemsEmpty))] : sections,
            ledger: ledger(report))
    }

    /// One row for each body and problem.
    private func ledger(_ report: ProblemReport) -> Section {
        var rows: [[Report.Cell]] = []
        for body in report.bodies {
            for row in body.problems {
                rows.append([
                    .number(rows.count + 1), .text(body.body.map(wording.name) ?? wording(.problemsNobody)), .text(wording.name(row.basis)),
                    .text(row.problem.date ?? ""), .text(row.problem.text), .text(wording.name(row.stage)),
                    .lines(row.course.map(wording.step)), .text(row.requirement?.text ?? ""),
                    .text(wording.document(row.problem.place.document)), .text(wording.exactPlace(row.problem.place)), .text(row.problem.id),
                    .text(row.requirement?.id ?? ""),
                ])
            }
        }
        return Section(
            "problems",
            columns: [
                .colNumber, .colAddressee, .colBasis, .colDate, .colProblem, .colState, .colCourse, .traceRequirement, .colDocument, .colPlace,
                .colID, .colID,
            ].map { (message: Message) in Column(wording(message)) },
            rows: rows, empty: wording(.problemsEmpty))
    }

    // MARK: Missing documents

    func missing(_ report: MissingReport) -> Report {
        let section = Section(
            "missing",
            columns: [
                Column(wording(.colNumber), isNumber: true), Column(wording(.colTitle), share: 6), Column(wording(.colDocNumber), share: 3),
                Column(wording(.colTimes), isNumber: true), Column(wording(.colCitedIn), share: 6),
            ],
            rows: report.documents.enumerated().map { index, document in
                [
                    .number(index + 1), .text(document.title.isEmpty ? "" : "《" + document.title + "》"), .optional(document.number),
                    .number(document.times), .lines(document.places.map(wording.place)),
                ]
            },
            empty: wording(.missingEmpty))
        return Report(
            title: wording(.missingTitle),
            facts: [(wording(.asOf), wording.asOf(report.today)), (wording(.colCount), String(report.documents.count))], sections: [section])
    }
}
