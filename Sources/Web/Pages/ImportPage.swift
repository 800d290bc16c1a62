import Exports
import Provenance

/// 导入: send documents or a package, see what was read, then decide.
struct ImportPage {
    let frame: PageFrame
    let batches: [ImportDesk.Batch]
    let limits: UploadLimits

    func render() -> [UInt8] {
        let wording = frame.wording
        return frame.page(wording(.webImport), in: .importing) { html in
            frame.title(wording(.webImport), to: &html)
            html.raw("<form class=\"upload\" method=\"post\" action=\"/import\" enctype=\"multipart/form-data\">")
            // Before the files: it is compared before the first of them is taken.
            frame.token(to: &html)
            html.raw("<label class=\"drop\" data-drop>")
            html.element("b", text: wording(.webChooseFiles))
            html.element("span", [.class("js")], text: wording(.webDropHere))
            html.raw("<input type=\"file\" name=\"files\" multiple required></label>")
            html.element("p", [.class("note")], text: wording(.webUploadNote(files: limits.files, megabytes: limits.totalBytes >> 20)))
            html.element("button", [.class("main")], text: wording(.webPreview))
            html.raw("</form>\n")
            guard !batches.isEmpty else { return }
            html.element("h2", text: wording(.webBatches))
            html.raw("<ul class=\"list\">")
            for batch in batches {
                html.raw("<li>")
                html.element("span", [.class("when")], text: wording(Self.title(batch.stage)))
                html.element("a", [.init("href", Address.importing + "/" + batch.id)], text: batch.preview.items.prefix(3).map(\.name).joined(separator: "、"))
                html.element("span", [.class("at")], text: wording(.webFilesBy(batch.preview.items.count, batch.user)))
                html.raw("</li>")
            }
            html.raw("</ul>\n")
        }
    }

    static func title(_ stage: ImportDesk.Stage) -> Message {
        switch stage {
        case .previewed: .webWaitsForWord
        case .running: .webRunning
        case .finished: .webFinished
        }
    }
}

/// One batch: what was read, how far it is, or what came of it.
struct BatchPage {
    let frame: PageFrame
    let batch: ImportDesk.Batch

    func render() -> [UInt8] {
        let wording = frame.wording
        return frame.page(wording(ImportPage.title(batch.stage)), in: .importing) { html in
            frame.title(wording(.webImport) + " · " + wording(ImportPage.title(batch.stage)), facts: [(wording(.colCount), String(batch.preview.items.count))], to: &html)
            switch batch.stage {
            case .previewed: decide(to: &html)
            case .running(let done, let total):
                html.raw("<div class=\"notice\" role=\"status\">")
                html.element("p", text: wording(.webProgress(done, total)))
                html.open("progress", [.init("value", String(done)), .init("max", String(max(1, total)))])
                html.raw("</progress></div>\n")
                return
            case .finished(let report):
                finished(report, to: &html)
                return
            }
            for item in batch.preview.items { write(item, to: &html) }
        }
    }

    private func decide(to html: inout HTMLWriter) {
        let wording = frame.wording
        html.raw("<div class=\"notice\"><p>")
        html.text(wording(batch.preview.canBeKept ? .webPreviewNote : .webNothingToKeep))
        html.raw("</p><div class=\"row\">")
        for (action, label, style) in [("keep", Message.webKeep, "main"), ("drop", .webDrop, "")] where action == "drop" || batch.preview.canBeKept {
            html.open("form", [.init("method", "post"), .init("action", Address.importing + "/" + batch.id + "/" + action)])
            frame.token(to: &html)
            html.element("button", style.isEmpty ? [] : [.class(style)], text: wording(label))
            html.raw("</form>")
        }
        html.raw("</div></div>\n")
    }

    private func write(_ item: ImportPreview.Item, to html: inout HTMLWriter) {
        let wording = frame.wording
        html.raw("<article class=\"preview\">")
        html.element("h3") { html in
            html.text(item.name)
            html.element("span", [.class("badge " + (item.canBeKept ? "good" : "bad"))], text: fate(item))
        }
        switch item.kind {
        case .document(let read, _):
            html.element("p", [.class("words")], text: [read.title, read.number, read.date].compactMap(\.self).joined(separator: " · "))
            html.raw("<p>")
            html.element("span", [.class("badge")], text: wording.name(read.kind))
            for kind in FactKind.allCases {
                if let count = read.counts[kind], count > 0 { html.element("span", [.class("badge")], text: wording(kind.title) + " \(count)") }
            }
            html.raw("</p>")
        case .package(let documents, _): html.element("p", text: wording(.webPackageOf(documents)))
        case .sheet(let changes): html.element("p", text: wording(.webSheetOf(changes)))
        case .unreadable(let fault): html.element("p", [.class("mark")], text: fault.text(wording.language))
        }
        if !item.findings.isEmpty {
            html.raw("<details>")
            html.element("summary", text: wording(.findingsTitle) + wording.bracketed(String(item.findings.count)))
            html.raw("<ul>")
            for finding in item.findings.prefix(200) { html.element("li", text: wording(finding.severity.label) + " " + wording(finding.message)) }
            html.raw("</ul></details>")
        }
        html.raw("</article>\n")
    }

    private func fate(_ item: ImportPreview.Item) -> String {
        let wording = frame.wording
        return switch item.kind {
        case .document(_, .new): wording(.webNewDocument)
        case .document(_, .version(let number)): wording(.webNewVersion) + " \(number)"
        case .document(_, .known): wording(.webKnownDocument)
        case .package, .sheet: wording(item.canBeKept ? .webCanBeTaken : .webCannotBeTaken)
        case .unreadable: wording(.webCannotBeTaken)
        }
    }

    private func finished(_ report: ImportReport, to html: inout HTMLWriter) {
        let wording = frame.wording
        html.raw("<div class=\"notice good\" role=\"status\">")
        html.element("p", text: wording(.webGapsClosed(report.closed.count, before: report.gapsBefore, after: report.gapsAfter)))
        html.raw("</div>\n<ul class=\"list\">")
        for line in report.lines {
            html.raw("<li>")
            html.element("span", [.class("badge " + (line.isGood ? "good" : "bad"))], text: line.text)
            if let document = line.document {
                html.element("a", [.init("href", Address.document(document))], text: line.name)
            } else {
                html.text(line.name)
            }
            html.raw("</li>")
        }
        html.raw("</ul>\n")
        guard !report.closed.isEmpty else { return }
        html.element("h2", text: wording(.webClosedGaps))
        html.raw("<ol class=\"list closed\">")
        for row in report.closed.prefix(500) {
            html.raw("<li>")
            html.element("a", [.init("href", Address.trace(row.id))], text: row.text)
            html.element("span", [.class("at")], text: wording.document(row.place.document) + " · " + wording.owners(row))
            html.raw("</li>")
        }
        html.raw("</ol>\n")
    }
}
