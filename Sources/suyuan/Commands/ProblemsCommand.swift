import ArgumentParser
import Exports
import Queries

struct ProblemsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "problems", abstract: "Lists the problems that were reported, by the body that is to deal with them.",
        discussion: """
            A problem is addressed to the body that the text hands it to, else to those that owe the requirement it bears on, else to \
            those that it names. Its stage (raised, passedOn, answered, closed) follows from its own words and from what was reported \
            later; closed ones are left out unless --all or --state is given.
            """)

    @Flag(help: "Closed ones too.")
    var all = false

    @Option(parsing: .upToNextOption, help: ArgumentHelp("Only problems in these stages.", valueName: "stage"))
    var state: [ProblemStage] = []

    @OptionGroup var base: BaseOptions
    @OptionGroup var scope: ScopeOptions
    @OptionGroup var format: FormatOptions
    @OptionGroup var common: CommonOptions

    func run() async throws {
        let stages: Set<ProblemStage>? = !state.isEmpty ? Set(state) : all ? Set(ProblemStage.allCases) : nil
        try await Questioning(common: common, base: base, format: format).run { inquiry in
            let report = try inquiry.problems(scope.filter, stages: stages)
            return (.problems(report), report.open > 0)
        }
    }
}
