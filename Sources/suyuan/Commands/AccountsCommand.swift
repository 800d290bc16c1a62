import ArgumentParser
import Glibc
import Provenance
import Web

/// Where the accounts of the web pages are kept.
struct AccountsOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The file of accounts. Default: the knowledge base's name with .accounts behind it.", valueName: "file"))
    var accounts: String?

    func path(_ base: BaseOptions) -> String { accounts ?? base.kb + ".accounts" }
}

extension AccessRole: ExpressibleByArgument {}

struct AccountsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "accounts", abstract: "Manages who may log in to the web pages.", subcommands: [Add.self, List.self, Remove.self])

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "add", abstract: "Makes an account, or gives one a new role and password. The password is read from standard input.")

        @Argument(help: "The user name.")
        var name: String

        @Option(help: "What the account may do: read, review or administer.")
        var role: AccessRole = .read

        @OptionGroup var file: AccountsOptions
        @OptionGroup var base: BaseOptions
        @OptionGroup var common: CommonOptions

        func run() async throws {
            let console = common.console
            try await console.guarding {
                let path = file.path(base)
                let book = try AccountBook(path: path)
                try book.set(name, role: role, password: Self.password(console, common.lang))
                console.print(Message.webAccountKept(name, path).text(common.lang))
                return 0
            }
        }

        /// Where somebody types it, nobody sees it.
        private static func password(_ console: Console, _ language: Language) -> String {
            guard isatty(STDIN_FILENO) == 1 else { return readLine() ?? "" }
            var before = termios()
            tcgetattr(STDIN_FILENO, &before)
            var silent = before
            silent.c_lflag &= ~tcflag_t(ECHO)
            tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent)
            defer { tcsetattr(STDIN_FILENO, TCSAFLUSH, &before) }
            console.report(Message.webPassword)
            return readLine() ?? ""
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(commandName: "list", abstract: "Lists the accounts and their roles.")

        @OptionGroup var file: AccountsOptions
        @OptionGroup var base: BaseOptions
        @OptionGroup var common: CommonOptions

        func run() async throws {
            let console = common.console
            try await console.guarding {
                for account in try AccountBook(path: file.path(base)).all { console.print(account.name + "\t" + account.role.rawValue) }
                return 0
            }
        }
    }

    struct Remove: AsyncParsableCommand {
        static let configuration = CommandConfiguration(commandName: "remove", abstract: "Removes an account; the last one that administers stays.")

        @Argument(help: "The user name.")
        var name: String

        @OptionGroup var file: AccountsOptions
        @OptionGroup var base: BaseOptions
        @OptionGroup var common: CommonOptions

        func run() async throws {
            let console = common.console
            try await console.guarding {
                try AccountBook(path: file.path(base)).remove(name)
                return 0
            }
        }
    }
}
