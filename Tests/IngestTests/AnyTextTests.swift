import DocumentXML
import Facts
import Foundation
import Ingest
import Intake
import Provenance
import SuyuanTesting
import Testing
import Vocabulary

/// Whatever the text, it converts: no crash, nothing lost, XML that the schema takes, and as much of it as there is text.
@Suite struct AnyTextTests {
    private static let converter = Result { Converter(ontology: try TestOntology.shared(), allowsClassified: true) }
    private static let schema = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Ontology/schema/policy.xsd").path
    private static let validator = Result { try DocumentValidator(schemaPath: schema) }

    /// Texts that a seed stands for.
    private static let batch: UInt64 = 100

    private func convert(_ text: String) throws -> Conversion {
        try Self.converter.get().convert(SourceReader.read(Array(text.utf8), path: "sample.txt"), path: "sample.txt")
    }

    private func check(_ text: String, seed: UInt64) throws {
        let conversion: Conversion
        do { conversion = try convert(text) } catch let fault as Fault {
            // Empty sources and such as are no text are refused, and say so.
            #expect(fault.what.key.hasPrefix("intake."), "seed \(seed): \(fault.what.en)")
            return
        }
        let findings = try Self.validator.get().findings(in: conversion.xml, file: "sample.xml")
        #expect(findings.isEmpty, "seed \(seed): \(findings.first.map(\.message.en) ?? "") in \(text.debugDescription.prefix(1500))")
        let faults = Losslessness(conversion.document, of: conversion.source).faults
        #expect(faults.isEmpty, "seed \(seed): \(faults.prefix(3)) in \(text.debugDescription.prefix(1500))")
    }

    @Test(arguments: 1_000..<1_012 as Range<UInt64>)
    func documentsOfTheGenreAreValid(_ seed: UInt64) throws {
        for number in 0..<Self.batch {
            var grammar = PolicyText(seed: seed * Self.batch + number)
            try check(grammar.document(), seed: seed * Self.batch + number)
        }
    }

    @Test(arguments: 1_100..<1_116 as Range<UInt64>)
    func noisyDocumentsAreValid(_ seed: UInt64) throws {
        for number in 0..<Self.batch {
            var grammar = PolicyText(seed: seed * Self.batch + number)
            let text = grammar.document()
            try check(grammar.noisy(text), seed: seed * Self.batch + number)
        }
    }

    @Test(arguments: 1_200..<1_210 as Range<UInt64>)
    func arbitraryTextIsValid(_ seed: UInt64) throws {
        for number in 0..<Self.batch {
            var grammar = PolicyText(seed: seed * Self.batch + number)
            try check(grammar.arbitrary(), seed: seed * Self.batch + number)
        }
    }

    /// Twice the text gives about twice the XML: nothing refers to everything before it. Ids and offsets get a digit longer here and there.
    @Test(arguments: [1, 2, 3] as [UInt64])
    func whatIsWrittenGrowsWithTheText(_ seed: UInt64) throws {
        var grammar = PolicyText(seed: 9_000 + seed)
        let part = (0..<6).map { _ in grammar.document(paragraphs: 6) }.joined(separator: "\n")
        let (once, twice) = (
            try convert(Array(repeating: part, count: 10).joined(separator: "\n")), try convert(Array(repeating: part, count: 20).joined(separator: "\n"))
        )
        #expect(Double(twice.xml.count) <= Double(once.xml.count) * 2.1)
        #expect(twice.document.findings.count <= once.document.findings.count * 2 + 4)
    }
}
