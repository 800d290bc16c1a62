import Provenance

/// Reads Markdown (标记文本): marks of headings, emphasis, links and quotes are taken out, tables by bars are tables. Nothing but its name
/// tells Markdown from a text, so the name decides; what bears another is read as text, where `#` and bars are understood too.
enum MarkdownReader {
    static let mediaType = "text/markdown"

    static func isMarkdown(_ name: String) -> Bool {
        let name = name.lowercased()
        return name.hasSuffix(".md") || name.hasSuffix(".markdown")
    }

    static func read(_ scalars: [Unicode.Scalar], encoding: String) -> Extraction {
        var text = TextAssembler()
        var rows: [(line: Int, cells: [String])] = []
        var tables = 0
        var isFenced = false
        var isComment = false
        func close() {
            guard !rows.isEmpty else { return }
            tables += 1
            var grid = TableGrid()
            for (row, found) in rows.enumerated() {
                for (column, cell) in found.cells.enumerated() { grid.add(.init(text: cell, row: row, column: column, label: "\(row + 1).\(column + 1)")) }
            }
            TableLayout(grid).append(to: &text, unit: .table, name: String(tables))
            rows = []
        }
        for (index, raw) in lines(scalars).enumerated() {
            let line = raw[...].trimmed
            if line.starts(with: "```".unicodeScalars) || line.starts(with: "~~~".unicodeScalars) {
                isFenced.toggle()
                continue
            }
            if !isFenced, line.first == "|", line.count > 1 {
                let cells = cells(line)
                // |---|:---:| parts the labels from the rows.
                if !cells.allSatisfy({ !$0.isEmpty && $0.unicodeScalars.allSatisfy { $0 == "-" || $0 == ":" } }) { rows.append((index + 1, cells)) }
                continue
            }
            close()
            if !isFenced, isComment || line.starts(with: "<!--".unicodeScalars) {
                isComment = !contains(line, "-->")
                continue
            }
            let words = isFenced ? Array(raw) : plain(line, indent: raw.prefix { $0 == "\u{3000}" }.count)
            if words.isEmpty {
                text.blankLine()
            } else {
                text.locate(.line, label: String(index + 1))
                text.line(words)
            }
        }
        close()
        return text.finished(encoding: encoding)
    }

    private static func lines(_ scalars: [Unicode.Scalar]) -> [ArraySlice<Unicode.Scalar>] {
        scalars.split(separator: "\n", omittingEmptySubsequences: false).map { $0.last == "\r" ? $0.dropLast() : $0 }
    }

    private static func contains(_ line: ArraySlice<Unicode.Scalar>, _ words: String) -> Bool {
        line.indices.contains { line[$0...].starts(with: words.unicodeScalars) }
    }

    private static func cells(_ line: ArraySlice<Unicode.Scalar>) -> [String] {
        var inner = line.dropFirst()
        if inner.last == "|" { inner = inner.dropLast() }
        return inner.split(separator: "|", omittingEmptySubsequences: false).map { String(scalars: inline($0.trimmed)) }
    }

    /// A line without the marks at its head; rules have nothing else.
    private static func plain(_ line: ArraySlice<Unicode.Scalar>, indent: Int) -> [Unicode.Scalar] {
        var line = line
        while line.first == ">" { line = line.dropFirst().trimmed }
        let hashes = line.prefix { $0 == "#" }.count
        if (1...6).contains(hashes), line.dropFirst(hashes).first.map({ $0 == " " }) ?? true {
            line = line.dropFirst(hashes).trimmed
            while line.last == "#" { line = line.dropLast() }
            line = line.trimmed
        }
        if line.count >= 3, let first = line.first, "-*_=".unicodeScalars.contains(first), line.allSatisfy({ $0 == first || $0 == " " }) { return [] }
        if let first = line.first, "-*+".unicodeScalars.contains(first), line.dropFirst().first == " " { line = line.dropFirst(2).trimmed }
        let words = inline(line)
        return words.isEmpty ? [] : [Unicode.Scalar](repeating: "\u{3000}", count: indent) + words
    }

    /// Without emphasis, code marks and the targets of links; a mark behind a back slash is meant.
    private static func inline(_ line: ArraySlice<Unicode.Scalar>) -> [Unicode.Scalar] {
        var words: [Unicode.Scalar] = []
        var index = line.startIndex
        while index < line.endIndex {
            let scalar = line[index]
            let next = index + 1 < line.endIndex ? line[index + 1] : " "
            switch scalar {
            case "\\" where next.isASCII && !next.properties.isAlphabetic && next != " ":
                words.append(next)
                index += 2
                continue
            case "*" where next == "*", "_" where next == "_", "~" where next == "~":
                index += 2
                continue
            case "`": index += 1
                continue
            case "*" where words.last.map({ !$0.isASCII }) ?? true || !next.isASCII: index += 1
                continue
            case "!" where next == "[": index += 1
                continue
            case "[":
                if let close = line[index...].firstIndex(of: "]"), close + 1 < line.endIndex, line[close + 1] == "(",
                    let end = line[close...].firstIndex(of: ")")
                {
                    words += line[(index + 1)..<close]
                    index = end + 1
                    continue
                }
            default: break
            }
            words.append(scalar)
            index += 1
        }
        return words
    }
}

extension ArraySlice<Unicode.Scalar> {
    fileprivate var trimmed: ArraySlice<Unicode.Scalar> {
        var slice = drop { $0.isWhite }
        while let last = slice.last, last.isWhite { slice = slice.dropLast() }
        return slice
    }
}
