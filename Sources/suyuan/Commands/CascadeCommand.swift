import ArgumentParser
import Exports
import Queries

struct CascadeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cascade", abstract: "Compares lower documents with the upper ones that they carry out: duties dropped, weakened, added.",
        discussion: """
            A document is held against the upper one that it cites, or that a good part of it carries out; where there are several, against \
            those of the nearest level. --document names either of the two, --region where the lower one is from, --body who owes the duty.
            """)

    @OptionGroup var base: BaseOptions
    @OptionGroup var scope: ScopeOptions
    @OptionGroup var format: FormatOptions
    @OptionGroup var common: CommonOptions

    func run() async throws {
        try await Questioning(common: common, base: base, format: format).run { inquiry in
            let report = try inquiry.cascade(scope.filter)
            return (.cascade(report), report.count(.dropped) + report.count(.weakened) > 0)
        }
    }
}
