import ArgumentParser
import Exports
import Queries

struct ShowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Shows a document of the knowledge base, or one element of it.",
        discussion: "With --format xml a document is printed as the XML that was stored.")

    @Argument(help: "Id of a document, the beginning of one, or a part of a title; with # and an element's id, that element.")
    var id: String

    @OptionGroup var base: BaseOptions
    @OptionGroup var format: FormatOptions
    @OptionGroup var common: CommonOptions

    func run() async throws {
        try await Questioning(common: common, base: base, format: format).run { inquiry in
            let shown = try inquiry.show(id)
            return (.shown(shown), !shown.document.findings.isEmpty)
        }
    }
}
