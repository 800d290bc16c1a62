import ArgumentParser
import FoundationEssentials
import Provenance
import Store
import Web

struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Serves the knowledge base as web pages, on this machine.",
        discussion: "Listens on 127.0.0.1 only. Ends with Ctrl+C.")

    @Option(help: "The port; 0 takes any that is free.")
    var port = 8360

    @Option(help: ArgumentHelp("Who decides in reviews here. Default: the name of this login.", valueName: "name"))
    var by: String?

    @OptionGroup var base: BaseOptions
    @OptionGroup var common: CommonOptions

    func validate() throws {
        if !(0...65_535).contains(port) { throw ValidationError("--port takes 0 to 65535") }
    }

    func run() async throws {
        let console = common.console
        try await console.guarding {
            let ontology = try common.loadOntology()
            let kept = try base.open()
            let user = by ?? ProcessInfo.processInfo.environment["USER"] ?? "local"
            let settings = SiteSettings(localUser: user, language: common.lang) { MachineDay.today?.description ?? "" }
            let server = WebServer(Site(kept, ontology: ontology, settings: settings), host: "127.0.0.1", port: port)
            try await server.run { port in console.print(Message.webServing("http://127.0.0.1:\(port)/").text(common.lang)) }
            return 0
        }
    }
}
