import Foundation
import Testing

/// The page "What is read" of the documentation is made from the marked clauses and documents, so that it tells what is tested and nothing
/// else. `SUYUAN_RECORD=1 swift test --filter ReadPageTests` records it anew.
@Suite struct ReadPageTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    private static let page = root.appending(path: "Sources/suyuan/Suyuan.docc/WhatIsRead.md")
    private static let clauses = root.appending(path: "Tests/FactsTests/Clauses")
    private static let documents = root.appending(path: "Tests/StructureTests/Documents")
    /// Characters of an example.
    private static let longest = 120

    private static func names(in folder: URL) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".txt") && $0 != "Forms.txt" }.sorted()
    }

    private static func text(_ url: URL) throws -> String { String(decoding: try Data(contentsOf: url), as: UTF8.self) }

    private static func cell(_ text: String) -> String {
        let line = text.split(whereSeparator: \.isNewline).joined(separator: " ⏎ ").replacing("\t", with: " ⇥ ").replacing("|", with: "\\|").replacing("\u{3000}", with: " ")
            .trimmingCharacters(in: .whitespaces)
        let visible = line.unicodeScalars.filter { !$0.properties.isDefaultIgnorableCodePoint }
        return cut(String(String.UnicodeScalarView(visible)))
    }

    private static func cut(_ line: String) -> String {
        line.count > longest ? line.prefix(longest) + "…" : line
    }

    private static func made() throws -> String {
        var examples: [String: (text: String, file: String)] = [:]
        var files: [String: [String]] = [:]
        for name in try names(in: clauses) {
            let marked = try MarkedClauses(text(clauses.appending(path: name)), file: name)
            for piece in marked.blocks.joined() {
                for form in piece.forms {
                    if examples[form] == nil { examples[form] = (piece.text.joined(separator: "\n"), name) }
                    if files[form]?.last != name { files[form, default: []].append(name) }
                }
            }
        }
        var lines = [
            "# What is read", "", "Every form in which facts and layouts are read, each with an example and the test that proves it.", "",
            "## Overview", "",
            "This page is made from the tests: `SUYUAN_RECORD=1 swift test --filter ReadPageTests` records it, and a test holds it against them.",
            "A form of facts is proved by `ClauseFormTests` on the files named beside it, in at least two clauses of unlike words; ⏎ parts lines, ⇥ cells.",
            "A layout is proved by `MarkedDocumentTests`. That whatever text converts without loss and is valid, by `LosslessnessTests` and `AnyTextTests`.",
        ]
        for line in try text(clauses.appending(path: "Forms.txt")).split(separator: "\n").dropFirst() {
            if line.hasPrefix("#") {
                lines += ["", "## " + line.drop { $0 == "#" || $0 == " " }, "", "| Form | Looks like | Example | In |", "|---|---|---|---|"]
                continue
            }
            let name = String(line.prefix { $0 != " " })
            let looks = line.dropFirst(name.count).trimmingCharacters(in: .whitespaces)
            guard let example = examples[name] else { continue }
            lines.append("| `\(name)` | \(cell(looks)) | \(cell(example.text)) | \(files[name, default: []].joined(separator: ", ")) |")
        }
        lines += ["", "## Layouts", "", "| What | Begins | In |", "|---|---|---|"]
        for name in try names(in: documents) {
            for part in try text(documents.appending(path: name)).components(separatedBy: "@ document ").dropFirst() {
                let whole = part.split(separator: "\n", maxSplits: 1).map(String.init)
                guard whole.count == 2 else { continue }
                lines.append("| \(whole[0]) | \(cell(whole[1].components(separatedBy: "@ sketch")[0])) | \(name) |")
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    @Test func thePageTellsWhatIsTested() throws {
        let made = try Self.made()
        if ProcessInfo.processInfo.environment["SUYUAN_RECORD"] == "1" {
            try Data(made.utf8).write(to: Self.page)
            return
        }
        let found = try Self.text(Self.page).components(separatedBy: "\n")
        let expected = made.components(separatedBy: "\n")
        let changed = zip(found, expected).first { $0 != $1 }
        #expect(changed == nil && found.count == expected.count, "recorded \(changed?.0 ?? "\(found.count) lines")\nmade     \(changed?.1 ?? "\(expected.count) lines")")
    }

    /// Every rule says in a comment which form it reads, in the words of the genre.
    @Test func rulesNameTheirForms() throws {
        for folder in ["Facts/Units/Rules", "Facts/Duties", "Facts/Reading", "Facts/Quantities", "Facts/Citations", "Structure"] {
            let url = Self.root.appending(path: "Sources/" + folder)
            for name in try FileManager.default.contentsOfDirectory(atPath: url.path).sorted() where name.hasSuffix(".swift") {
                let comments = try Self.text(url.appending(path: name)).split(separator: "\n").filter { $0.drop { $0 == " " }.hasPrefix("///") }
                let names = comments.contains { $0.unicodeScalars.contains { ("\u{4E00}"..."\u{9FFF}").contains($0) } }
                #expect(names || name == "UnitRule.swift", "\(folder)/\(name)")
            }
        }
    }
}
