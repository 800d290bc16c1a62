import ArgumentParser
import Exports
import Facts
import Ingest
import Provenance

struct ConvertCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "convert", abstract: "Reads one document and prints it as XML (urn:suyuan:policy:1, or Akoma Ntoso with --to akn).")

    @Argument(help: "A document: DOCX, XLSX, PDF, OFD, HTML, text …")
    var file: String

    @Option(help: "The vocabulary: suyuan's own, or Akoma Ntoso 3.0.")
    var to: Vocabulary = .suyuan

    enum Vocabulary: String, ExpressibleByArgument, CaseIterable { case suyuan, akn }

    @Flag(help: "Print the text that no fact claims instead, with line and column.")
    var residue = false

    @Flag(help: "Read a document marked 秘密 and above too.")
    var allowClassified = false

    @OptionGroup var reading: ReadingFlags
    @OptionGroup var common: CommonOptions

    func run() async throws {
        let console = common.console
        try await console.guarding {
            let converter = Converter(ontology: try common.loadOntology(), allowsClassified: allowClassified, options: reading.options)
            let conversion = try converter.convert(path: file)
            console.print(residue ? Residue.text(of: conversion) : to == .akn ? AkomaWriter.bytes(of: conversion.document) : conversion.xml)
            return 0
        }
    }
}
