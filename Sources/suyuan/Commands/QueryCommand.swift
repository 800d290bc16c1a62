import ArgumentParser
import Exports
import Provenance
import Queries
import XMLTree

struct QueryCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "query",
        abstract: "Puts an XPath 1.0 expression to documents: XML files, packages, or the knowledge base.",
        discussion: """
            Names of documents have the prefix p: //p:requirement[@modality='must']. Functions: s:state(.), s:evidence(.), \
            s:responsible(.), s:text(.). An expression reaches no file and no network, and ends after a limited number of steps. The \
            context is the root of each document in turn.
            """)

    @Argument(help: "The expression: //p:directive[starts-with(p:deadline/@when, '2023')]")
    var expression: String

    @Argument(help: "XML documents, or packages; none: the knowledge base.")
    var files: [String] = []

    @Option(help: "How the results are printed.")
    var format: QueryAnswer.Format = .text

    @Option(help: ArgumentHelp("Stop with an error after so many seconds.", valueName: "seconds"))
    var timeLimit = 60

    @Flag(help: "End with exit code 1 where nothing is found.")
    var strict = false

    @OptionGroup var base: BaseOptions
    @OptionGroup var common: CommonOptions

    func run() async throws {
        let console = common.console
        try await console.guarding {
            var asking = Asking(expression: expression, limit: .seconds(timeLimit))
            if files.isEmpty { try askBase(&asking) }
            for path in files { try ask(path, &asking) }
            console.print(asking.answer.print(format))
            return strict && asking.answer.isEmpty ? 1 : 0
        }
    }

    private func askBase(_ asking: inout Asking) throws {
        let inquiry = Inquiry(try base.open(), ontology: try common.loadOntology())
        // States cost a pass over the base: only where they are asked for.
        let asksStates = expression.contains("s:state") || expression.contains("s:evidence")
        let functions = asksStates ? QueryFunctions(try inquiry.wholeMatrix(reasons: false)) : QueryFunctions()
        var inner = asking
        try inquiry.survey { survey throws in
            for stored in survey.documents {
                guard let xml = try survey.xml(of: stored) else { continue }
                try inner.ask(xml, stored.id, file: stored.id + ".xml", functions)
            }
        }
        asking = inner
    }

    private func ask(_ path: String, _ asking: inout Asking) throws {
        guard LocalFiles.isFolder(path) || path.hasSuffix(".zip") else {
            return try asking.ask(try LocalFiles.bytes(path), path, file: path, QueryFunctions())
        }
        let files = try PackageFiles(path: path)
        let functions =
            files.names.contains("trace.xml")
            ? try QueryFunctions(trace: files.bytes("trace.xml"), file: path + "/trace.xml") : QueryFunctions()
        for name in files.names where name.hasPrefix("documents/") && name.hasSuffix(".xml") {
            try asking.ask(try files.bytes(name), String(name.dropFirst(10).dropLast(4)), file: path + "/" + name, functions)
        }
    }

    /// An expression on its way through documents.
    private struct Asking {
        let expression: String
        let limit: Duration
        var answer = QueryAnswer()
        private let start = ContinuousClock.now
        private var query: XPathQuery?
        private var functions: QueryFunctions?

        init(expression: String, limit: Duration) {
            self.expression = expression
            self.limit = limit
        }

        mutating func ask(_ xml: [UInt8], _ id: String, file: String, _ functions: QueryFunctions) throws {
            if query == nil || self.functions !== functions {
                query = try XPathQuery(expression, namespaces: [("p", "urn:suyuan:policy:1")], functions: functions.functions)
                self.functions = functions
            }
            guard ContinuousClock.now - start < limit else { throw Fault(.queryTookTooLong("\(limit.components.seconds)"), advice: .xpathAdvice) }
            functions.begin(xml, id: id)
            if let value = try query?.evaluate(xml, file: file) { answer.add(value, of: id) }
        }
    }
}

extension QueryAnswer.Format: ExpressibleByArgument {}
