import Foundation
import Testing

/// The README shows what the program prints: its tour is run in order, and each output compared line by line.
struct ReadmeTests {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    struct Step {
        let arguments: [String]
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
                steps.append(Step(arguments: line.dropFirst("$ suyuan ".count).split(separator: " ").map(String.init), expected: []))
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
        for step in steps {
            let result = try Program.run(step.arguments, in: folder)
            var expected = step.expected
            while expected.last?.isEmpty == true { expected.removeLast() }
            let output = result.output.components(separatedBy: "\n")
            #expect(
                Self.matches(output[...], expected[...]),
                "suyuan \(step.arguments.joined(separator: " "))\n--- README\n\(expected.joined(separator: "\n"))\n--- program\n\(result.output)\(result.errors)")
        }
    }

    @Test func anEllipsisStandsForLinesAndNothingElse() {
        #expect(Self.matches(["a", "b", "c"], ["a", "…", "c"]))
        #expect(Self.matches(["a", "b"], ["a", "b"]))
        #expect(!Self.matches(["a", "b"], ["a"]))
        #expect(!Self.matches(["a", "x", "c"], ["a", "b", "c"]))
    }
}
