import ArgumentParser
import Exports
import Queries

struct ReviewCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "review", abstract: "Decides on links: lists what waits, confirms, rejects, adds and notes, and keeps a log.",
        discussion: """
            Decisions outlive re-linking and new versions of documents. Where a text changes, what was confirmed becomes suspect, with the \
            kind of change; clear says that it still stands. What was rejected is not proposed again.
            """,
        subcommands: [
            ReviewListCommand.self, ReviewConfirmCommand.self, ReviewRejectCommand.self, ReviewAddCommand.self, ReviewNoteCommand.self,
            ReviewClearCommand.self, ReviewWithdrawCommand.self, ReviewLogCommand.self,
        ])
}

struct ReviewListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Lists the links that wait to be reviewed, those most worth looking at first.",
        discussion: """
            First those whose texts have changed since they were reviewed; then those near the threshold, those that a state rests on, \
            contradictions, and links of binding or overdue requirements that many bodies owe. The weights stand in the ontology.
            """)

    @Option(help: "How many are listed.")
    var limit = 20

    @OptionGroup var base: BaseOptions
    @OptionGroup var filter: FilterOptions
    @OptionGroup var format: FormatOptions
    @OptionGroup var common: CommonOptions

    func run() async throws {
        try await Questioning(common: common, base: base, format: format).run { inquiry in
            let queue = try inquiry.waiting(filter.filter, limit: max(1, limit))
            return (.review(queue), queue.changed > 0)
        }
    }
}

struct ReviewLogCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "log", abstract: "Prints every decision in the order in which it was taken, with the texts as they were read then.")

    @Option(help: ArgumentHelp("Only decisions of this person; a part of the name.", valueName: "name"))
    var by: String?

    @Option(help: ArgumentHelp("Only decisions on facts of this document.", valueName: "id"))
    var document: String?

    @OptionGroup var base: BaseOptions
    @OptionGroup var format: FormatOptions
    @OptionGroup var common: CommonOptions

    func run() async throws {
        try await Questioning(common: common, base: base, format: format).run { inquiry in
            (.reviewLog(try inquiry.reviewLog(Filter(document: document), by: by)), false)
        }
    }
}
