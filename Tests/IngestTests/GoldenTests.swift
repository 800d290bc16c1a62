import Facts
import Foundation
import Ingest
import Testing
import Vocabulary

/// The XML of the corpus, byte for byte (基准文件). `SUYUAN_RECORD=1 swift test --filter GoldenTests` records it anew; the
/// difference is then read like any other change.
struct GoldenTests {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    static let corpus = folder.deletingLastPathComponent().deletingLastPathComponent().appending(path: "Corpus")

    static let names: [String] = {
        let files = (try? FileManager.default.contentsOfDirectory(atPath: corpus.path)) ?? []
        return files.filter { $0.hasSuffix(".txt") }.sorted()
    }()

    static let ontology = Result { try Ontology.load() }

    @Test func theCorpusIsThere() {
        #expect(Self.names.count >= 8)
    }

    @Test(arguments: names)
    func conversionGivesTheGoldenXML(_ name: String) throws {
        let converter = Converter(ontology: try Self.ontology.get())
        let conversion = try converter.convert(path: Self.corpus.appending(path: name).path)
        let again = try converter.convert(path: Self.corpus.appending(path: name).path)
        #expect(conversion.xml == again.xml)
        let golden = Self.folder.appending(path: "Golden/\(name.dropLast(4)).xml")
        if ProcessInfo.processInfo.environment["SUYUAN_RECORD"] == "1" {
            try FileManager.default.createDirectory(at: golden.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(conversion.xml).write(to: golden)
            return
        }
        let expected = String(decoding: try Data(contentsOf: golden), as: UTF8.self).components(separatedBy: "\n")
        let found = String(decoding: conversion.xml, as: UTF8.self).components(separatedBy: "\n")
        for (number, (left, right)) in zip(expected, found).enumerated() where left != right {
            Issue.record("\(name), line \(number + 1)\n- \(left)\n+ \(right)")
            return
        }
        #expect(expected.count == found.count)
    }
}
