/// Makes web pages for tests (测试用网页).
public enum PageFile {
    /// A page as government sites have them: menu, crumbs, metadata, heading, text, footer.
    public static func site(title: String, metadata: [(String, String)] = [], content: String) -> String {
        let rows = metadata.map { "<tr><td>\(PackedFile.escaped($0.0))：</td><td>\(PackedFile.escaped($0.1))</td></tr>" }.joined()
        return """
            <!DOCTYPE html><html><head><meta charset="utf-8"><title>\(PackedFile.escaped(title))_某市人民政府</title><script>var a = "正文。正文。正文。";</script></head>
            <body><div class="head"><ul>\(String(repeating: "<li><a href=\"/x\">政务公开</a></li>", count: 20))</ul></div>
            <div class="wrap"><div>您的位置：<a href="/">首页</a></div>\(rows.isEmpty ? "" : "<table>\(rows)</table>")
            <div class="art"><h1>\(PackedFile.escaped(title))</h1><div>来源：某市总工会　字号：大 中 小</div>
            <div id="zoom">\(content)</div><div>分享到：</div></div></div>
            <div class="foot">主办：某市人民政府　备案号：某ICP备000号</div></body></html>
            """
    }

    /// A text's lines as paragraphs, its tables by tabs as tables; lines with a blank one between them alike.
    public static func paragraphs(_ text: String) -> String {
        var html = ""
        var rows: [String] = []
        func close() {
            guard !rows.isEmpty else { return }
            html += "<table>\(rows.joined())</table>\n"
            rows = []
        }
        for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            if line.isEmpty {
                close()
                html += "<p>&nbsp;</p>\n"
                continue
            }
            if line.contains("\t") {
                rows.append("<tr>" + line.split(separator: "\t", omittingEmptySubsequences: false).map { "<td>\(PackedFile.escaped(String($0)))</td>" }.joined() + "</tr>")
                continue
            }
            close()
            html += "<p>\(PackedFile.escaped(String(line)))</p>\n"
        }
        close()
        return html
    }

    /// A text as Markdown: its first line and those numbered 一、 with marks of headings, tables by tabs with bars.
    public static func markdown(_ text: String) -> String {
        var lines: [String] = []
        var isInTable = false
        for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(String.init) {
            guard line.contains("\t") else {
                isInTable = false
                let isFirst = !line.isEmpty && lines.allSatisfy(\.isEmpty)
                let isSection = line.prefix(4).contains("、") && line.prefix { "一二三四五六七八九十".contains($0) }.count > 0
                lines.append((isFirst ? "# " : isSection ? "## " : "") + line)
                continue
            }
            let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map { $0.replacing("|", with: "\\|") }
            lines.append("| " + cells.joined(separator: " | ") + " |")
            if !isInTable { lines.append("|" + cells.map { _ in "---|" }.joined()) }
            isInTable = true
        }
        return lines.joined(separator: "\n")
    }
}
