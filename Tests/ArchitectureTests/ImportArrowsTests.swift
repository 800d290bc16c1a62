import Foundation
import Testing

/// SwiftPM lets a target import what it never declared, through its dependencies. These tests hold every import under Sources
/// against the way of the data.
struct ImportArrowsTests {
    /// What each target may import of the project's own.
    static let arrows: [String: Set<String>] = [
        "Provenance": [],
        "CLibXML2": [],
        "CLibXLSXWriter": [],
        "CLibArchive": [],
        "XMLTree": ["CLibXML2", "Provenance"],
        "Vocabulary": ["XMLTree", "Provenance"],
        "Intake": ["Archives", "Spreadsheets", "XMLTree", "Provenance"],
        "Structure": ["Vocabulary", "Provenance"],
        "Facts": ["Structure", "Vocabulary", "Provenance"],
        "DocumentXML": ["Facts", "XMLTree", "Vocabulary", "Provenance"],
        "Links": ["Facts", "Vocabulary", "Provenance"],
        "Store": ["Links", "DocumentXML", "Facts", "Vocabulary", "Provenance"],
        "Archives": ["CLibArchive", "Provenance"],
        "Spreadsheets": ["CLibXLSXWriter", "Archives", "XMLTree", "Provenance"],
        "Queries": ["Store", "Links", "Facts", "Vocabulary", "Provenance"],
        "Exports": [
            "Archives", "Spreadsheets", "Queries", "Store", "Links", "DocumentXML", "Facts", "XMLTree", "Vocabulary", "Provenance",
        ],
        "Ingest": [
            "Intake", "Structure", "Facts", "DocumentXML", "Links", "Store", "Queries", "Exports", "Archives", "Spreadsheets", "XMLTree",
            "Vocabulary", "Provenance",
        ],
        "Web": [
            "Ingest", "Queries", "Exports", "Store", "Links", "DocumentXML", "Facts", "Archives", "Spreadsheets", "Vocabulary", "Provenance",
        ],
        "suyuan": [
            "Web", "Ingest", "Intake", "Queries", "Exports", "Store", "Links", "DocumentXML", "Facts", "Structure", "XMLTree",
            "Vocabulary", "Provenance",
        ],
        "SuyuanFuzz": ["Intake", "Provenance"],
        "SuyuanTesting": ["Archives", "Ingest", "Intake", "DocumentXML", "Facts", "Structure", "Vocabulary", "Provenance", "Links"],
        "SuyuanBench": [
            "SuyuanTesting", "Web", "Ingest", "Intake", "Queries", "Exports", "Store", "Links", "DocumentXML", "Facts", "Structure",
            "XMLTree", "Vocabulary", "Provenance",
        ],
    ]

    /// Libraries, and the only targets that import them: one each, save for what both programs read their arguments with.
    static let gates: [String: Set<String>] = [
        "CLibXML2": ["XMLTree"], "CLibXLSXWriter": ["Spreadsheets"], "CLibArchive": ["Archives"], "GRDB": ["Store"],
        "GRDBSQLite": ["Store"], "Hummingbird": ["Web"], "HummingbirdCore": ["Web"], "ArgumentParser": ["suyuan", "SuyuanBench"],
        "Crypto": ["Provenance", "Web"], "CryptoExtras": ["Web"], "NIOCore": ["Web"], "NIOPosix": ["Web"],
    ]

    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    struct Import: Hashable, CustomStringConvertible {
        let target: String
        let file: String
        let module: String
        var description: String { "\(target)/\(file) imports \(module)" }
    }

    static func imports() throws -> [Import] {
        let sources = root.appendingPathComponent("Sources")
        let files = try #require(FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil))
        var found: [Import] = []
        for case let file as URL in files where file.pathExtension == "swift" {
            let path = file.pathComponents
            let target = try #require(path.firstIndex(of: "Sources").map { path[$0 + 1] })
            for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
                let words = line.split(separator: " ")
                guard let keyword = words.firstIndex(of: "import"), words[..<keyword].allSatisfy({ $0.hasPrefix("@") || $0 == "public" || $0 == "internal" }),
                    keyword + 1 < words.count
                else { continue }
                // `import struct Foundation.URL` names the module behind the kind.
                let kinds: Set<Substring> = ["struct", "class", "enum", "func", "protocol", "typealias", "let", "var"]
                let name = kinds.contains(words[keyword + 1]) && keyword + 2 < words.count ? words[keyword + 2] : words[keyword + 1]
                found.append(Import(target: target, file: file.lastPathComponent, module: String(name.prefix { $0 != "." })))
            }
        }
        return found
    }

    @Test func everyImportFollowsTheArrows() throws {
        let imports = try Self.imports()
        #expect(imports.count > 100)
        let own = Set(Self.arrows.keys)
        for entry in imports where own.contains(entry.module) {
            let allowed = try #require(Self.arrows[entry.target], "\(entry.target) has no arrows: add it to the table")
            #expect(allowed.contains(entry.module), "\(entry)")
        }
    }

    @Test func everyLibraryHasOneGate() throws {
        for entry in try Self.imports() {
            if let gates = Self.gates[entry.module] { #expect(gates.contains(entry.target), "\(entry)") }
        }
    }

    @Test func everyTargetIsInTheTable() throws {
        let folders = try FileManager.default.contentsOfDirectory(atPath: Self.root.appendingPathComponent("Sources").path)
        #expect(Set(folders) == Set(Self.arrows.keys))
    }

    /// One concept a file: past 600 lines it holds more than one.
    @Test func filesStayShort() throws {
        let sources = Self.root.appendingPathComponent("Sources")
        let files = try #require(FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil))
        for case let file as URL in files where file.pathExtension == "swift" {
            let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n", omittingEmptySubsequences: false).count
            #expect(lines <= 600, "\(file.lastPathComponent) has \(lines) lines")
        }
    }

    /// The arrows run one way: no target reaches itself.
    @Test func theArrowsHoldNoRing() {
        func reaches(_ start: String) -> Set<String> {
            var seen: Set<String> = []
            var queue = Array(Self.arrows[start] ?? [])
            while let next = queue.popLast() {
                if seen.insert(next).inserted { queue += Self.arrows[next] ?? [] }
            }
            return seen
        }
        for target in Self.arrows.keys { #expect(!reaches(target).contains(target), "\(target)") }
    }
}
