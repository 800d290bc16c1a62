import ArgumentParser
import FoundationEssentials
import Provenance
import Store
import Web

struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Serves the knowledge base as web pages.",
        discussion: """
            On this machine (127.0.0.1) for one person, without login. Where accounts were made (suyuan accounts add) everybody logs in; only \
            then other addresses are served with --host. There is no encryption here: between machines put a server in front that ends TLS, \
            and give --behind-tls. Ends with Ctrl+C.
            """)

    @Option(help: "The port; 0 takes any that is free.")
    var port = 8360

    @Option(help: ArgumentHelp("The address to listen on; other than this machine's own only with accounts.", valueName: "address"))
    var host = "127.0.0.1"

    @Option(help: ArgumentHelp("Who decides in reviews where nobody logs in. Default: the name of this login.", valueName: "name"))
    var by: String?

    @Flag(name: .customLong("behind-tls"), help: "A server in front ends TLS: cookies are sent over TLS only.")
    var isBehindTLS = false

    @OptionGroup var file: AccountsOptions
    @OptionGroup var base: BaseOptions
    @OptionGroup var common: CommonOptions

    func validate() throws {
        if !(0...65_535).contains(port) { throw ValidationError("--port takes 0 to 65535") }
    }

    func run() async throws {
        let console = common.console
        try await console.guarding {
            let book = try AccountBook(path: file.path(base))
            let isOwn = ["127.0.0.1", "::1", "localhost"].contains(host)
            guard isOwn || book.hasAdministrator else { throw Fault(.webNeedsAccounts, advice: .webNeedsAccountsAdvice) }
            let ontology = try common.loadOntology()
            let kept = try base.open()
            let user = by ?? ProcessInfo.processInfo.environment["USER"] ?? "local"
            var settings = SiteSettings(
                localUser: user, accounts: book.isEmpty ? nil : book, language: common.lang, day: { MachineDay.today?.description ?? "" },
                moment: { MachineDay.moment })
            if !isOwn || isBehindTLS { settings.hosts = nil }
            settings.isSecure = isBehindTLS
            settings.version = Suyuan.version
            let server = WebServer(Site(kept, ontology: ontology, settings: settings), host: host, port: port)
            let shown = host.contains(":") ? "[\(host)]" : host
            try await server.run { port in console.print(Message.webServing("http://\(shown):\(port)/").text(common.lang)) }
            return 0
        }
    }
}
