import Foundation
import Testing

/// The README shows what the program prints: its tour is run in order, and each output compared line by line.
/// `SUYUAN_RECORD=1 swift test --filter ReadmeTests` writes the figures of today into it; the difference is to be read.
struct ReadmeTests {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    struct Step {
        let arguments: [String]
        /// The file behind `<`.
        let input: String?
        var expected: [String]
    }

    /// The commands of all console blocks with the lines below each.
    static func steps() throws -> [Step] {
        let readme = try String(contentsOf: root.appending(path: "README.md"), encoding: .utf8)
        var steps: [Step] = []
        var inside = false
        for line in readme.components(separatedBy: "\n") {
            if line.hasPrefix("```") {
                inside = line == "```console"
            } else if inside, line.hasPrefix("$ suyuan ") {
                let sides = line.dropFirst("$ suyuan ".count).split(separator: "<").map { $0.split(separator: " ").map(String.init) }
                steps.append(Step(arguments: sides[0], input: sides.dropFirst().first?.first, expected: []))
            } else if inside, !steps.isEmpty {
                steps[steps.count - 1].expected.append(line)
            }
        }
        return steps
    }

    /// `…` alone on a line stands for any number of lines.
    static func matches(_ output: ArraySlice<String>, _ expected: ArraySlice<String>) -> Bool {
        guard let wanted = expected.first else { return output.allSatisfy { $0.trimmingCharacters(in: .whitespaces).isEmpty } }
        if wanted == "…" {
            return (output.startIndex...output.endIndex).contains { matches(output[$0...], expected.dropFirst()) }
        }
        guard let line = output.first, trimmed(line) == trimmed(wanted) else { return false }
        return matches(output.dropFirst(), expected.dropFirst())
    }

    private static func trimmed(_ line: String) -> String {
        var line = line
        while let last = line.unicodeScalars.last, last == " " || last == "\u{3000}" { line.unicodeScalars.removeLast() }
        return line
    }

    @Test func theTourIsTrue() throws {
        let steps = try Self.steps()
        #expect(steps.count >= 6)
        let folder = try Folder()
        try FileManager.default.createSymbolicLink(at: folder.url("Corpus"), withDestinationURL: Self.root.appending(path: "Corpus"))
        try folder.write("password.txt", "一句只有本人知道的话\n")
        for step in steps {
            // The server runs until somebody ends it.
            let result = try Program.run(step.arguments, in: folder, input: step.input, isInterrupted: step.arguments.first == "serve")
            var expected = step.expected
            while expected.last?.isEmpty == true { expected.removeLast() }
            let output = result.output.components(separatedBy: "\n")
            if ProcessInfo.processInfo.environment["SUYUAN_RECORD"] == "1" {
                try Self.record(Self.renewed(expected, from: output), insteadOf: expected)
                continue
            }
            #expect(
                Self.matches(output[...], expected[...]),
                "suyuan \(step.arguments.joined(separator: " "))\n--- README\n\(expected.joined(separator: "\n"))\n--- program\n\(result.output)\(result.errors)")
        }
    }

    // MARK: Recording

    /// What is shown of an output, with the lines of today: a line that is no longer there gives way to the next that differs from
    /// it in figures only, or that begins like it.
    static func renewed(_ expected: [String], from output: [String]) -> [String] {
        var place = 0
        let lines = expected.map { wanted in
            guard wanted != "…" else { return wanted }
            let left = output[place...]
            let found =
                left.firstIndex { trimmed($0) == trimmed(wanted) } ?? left.firstIndex { key($0) == key(wanted) }
                ?? left.firstIndex { !wanted.isEmpty && $0.prefix(3) == wanted.prefix(3) }
            guard let found else { return wanted }
            place = found + 1
            return trimmed(output[found])
        }
        let isCut = lines.last != "…" && output[place...].contains { !$0.allSatisfy(\.isWhitespace) }
        return isCut ? lines + ["…"] : lines
    }

    private static func key(_ line: String) -> String { line.filter { !$0.isNumber && !"█▌【】 　".contains($0) } }

    private static func record(_ lines: [String], insteadOf expected: [String]) throws {
        guard lines != expected else { return }
        let file = root.appending(path: "README.md")
        let text = try String(contentsOf: file, encoding: .utf8)
        let (old, new) = (expected.joined(separator: "\n"), lines.joined(separator: "\n"))
        try text.replacingOccurrences(of: old, with: new).write(to: file, atomically: true, encoding: .utf8)
    }

    @Test func recordingFollowsTheFigures() {
        let shown = ["行动：89", "…", "  【已】已完成  23  ███", "…"]
        #expect(Self.renewed(shown, from: ["文件：3", "行动：90", "x", "  【未】  1", "  【已】已完成  25  ████", "y"]) == ["行动：90", "…", "  【已】已完成  25  ████", "…"])
    }

    @Test func anEllipsisStandsForLinesAndNothingElse() {
        #expect(Self.matches(["a", "b", "c"], ["a", "…", "c"]))
        #expect(Self.matches(["a", "b"], ["a", "b"]))
        #expect(!Self.matches(["a", "b"], ["a"]))
        #expect(!Self.matches(["a", "x", "c"], ["a", "b", "c"]))
    }
}
