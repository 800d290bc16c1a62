import ArgumentParser
import Glibc

@main
struct Suyuan: AsyncParsableCommand {
    static let version = "0.1.0"

    static let configuration = CommandConfiguration(
        commandName: "suyuan",
        abstract: "Traces the requirements of Chinese policy documents to the progress reported on them.",
        discussion: """
            Exit codes: 0 done; 1 there are findings (with --strict, and always of validate, verify and ontology check); \
            2 at least one input could not be read, the rest is done.
            """,
        version: version,
        subcommands: [
            ReportCommand.self, ConvertCommand.self, AddCommand.self, DocumentsCommand.self, ShowCommand.self, TraceCommand.self,
            GapsCommand.self, MatrixCommand.self, SearchCommand.self, QueryCommand.self, ProblemsCommand.self, CascadeCommand.self, ReviewCommand.self, ExportCommand.self,
            ReceiveCommand.self, KeysCommand.self, ServeCommand.self, AccountsCommand.self, ValidateCommand.self, VerifyCommand.self, OntologyCommand.self,
        ])

    static func main() async {
        // A reader that goes away (`| head`) ends the output, not the work.
        signal(SIGPIPE, SIG_IGN)
        do {
            var command = try parseAsRoot()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch {
            exit(withError: error)
        }
    }
}
