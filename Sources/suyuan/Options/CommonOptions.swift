import ArgumentParser
import Exports
import Links
import Provenance
import Queries
import Store
import Vocabulary

extension ReportFormat: ExpressibleByArgument {}
extension Language: ExpressibleByArgument {}
extension RequirementState: ExpressibleByArgument {}
extension ProblemStage: ExpressibleByArgument {}
extension Grid.Rows: ExpressibleByArgument {}
extension Grid.Columns: ExpressibleByArgument {}
extension Grid.Period: ExpressibleByArgument {}

/// What every command takes.
struct CommonOptions: ParsableArguments {
    @Option(help: "Language of output and messages.")
    var lang: Language = .zh

    @Option(name: .long, help: ArgumentHelp("A folder with an office's own ontology; its entries add to the shipped ones or override them.", valueName: "dir"))
    var ontology: [String] = []

    var console: Console { Console(language: lang) }

    func loadOntology() throws(Fault) -> Ontology { try Ontology.load(adding: ontology) }

    func wording(_ ontology: Ontology) -> Wording { Wording(lang, ontology) }
}

/// Where the knowledge base is.
struct BaseOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The knowledge base.", valueName: "file"))
    var kb = "suyuan.db"

    func open() throws(Fault) -> KnowledgeBase { try KnowledgeBase.open(kb) }
}

/// What narrows any answer.
struct ScopeOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("Answer as of this day (2022-11-18); later documents are not seen. Default: the latest document date.", valueName: "date"),
        transform: day)
    var asOf: CalendarDay?

    @Option(help: ArgumentHelp("Only requirements that this body owes: an id, a name, or a part of a printed name.", valueName: "name"))
    var body: String?

    @Option(help: ArgumentHelp("Only this division: code, id or name.", valueName: "name"))
    var region: String?

    @Option(help: ArgumentHelp("Only this document: its id, the beginning of it, or a part of its title.", valueName: "id"))
    var document: String?

    static func day(_ text: String) throws -> CalendarDay {
        guard text.utf8.count == 10, let day = CalendarDay(iso: text) else {
            throw ValidationError("'\(text)' is no date; write 2022-11-18")
        }
        return day
    }

    var filter: Filter { Filter(asOf: asOf, body: body, region: region, document: document) }
}

/// What narrows an answer on requirements.
struct FilterOptions: ParsableArguments {
    @OptionGroup var scope: ScopeOptions

    @Option(parsing: .upToNextOption, help: ArgumentHelp("Only requirements in these states.", valueName: "state"))
    var state: [RequirementState] = []

    @Option(help: ArgumentHelp("Only requirements of this field of the thesaurus: id or label.", valueName: "name"))
    var field: String?

    var filter: Filter {
        var filter = scope.filter
        filter.states = state
        filter.field = field
        return filter
    }
}

/// How an answer is printed.
struct FormatOptions: ParsableArguments {
    @Option(help: "Format of the answer; xlsx needs --output.")
    var format: ReportFormat = .table

    @Option(name: [.short, .long], help: ArgumentHelp("Write the answer to this file. Default: standard output.", valueName: "file"))
    var output: String?

    @Flag(help: "End with exit code 1 where there are findings: gaps, problems, contradictions, nothing found.")
    var strict = false
}

/// Puts a question to the knowledge base and prints the answer.
struct Questioning {
    let common: CommonOptions
    let base: BaseOptions
    let format: FormatOptions
    /// For publication.
    var isPublic = false

    /// The same for answers that are too large to be held.
    /// - Parameter write: puts the answer out piece by piece, and tells whether it holds findings.
    func stream(_ write: (Inquiry, AnswerPrinter, _ put: @escaping ([UInt8]) throws -> Void) throws -> Bool) async throws {
        let console = common.console
        try await console.guarding {
            let ontology = try common.loadOntology()
            let inquiry = Inquiry(try base.open(), ontology: ontology)
            let printer = AnswerPrinter(
                common.wording(ontology), width: Console.width, directory: BodyDirectory(ontology), isPublic: isPublic)
            var hasFindings = false
            if let path = format.output {
                try FolderWriter.write(to: path) { put in hasFindings = try write(inquiry, printer, put) }
            } else {
                hasFindings = try write(inquiry, printer) { console.print($0) }
            }
            return format.strict && hasFindings ? 1 : 0
        }
    }

    /// - Parameter ask: gives the answer, and whether it holds findings.
    func run(_ ask: (Inquiry) throws -> (answer: Answer, hasFindings: Bool)) async throws {
        let console = common.console
        try await console.guarding {
            let ontology = try common.loadOntology()
            let inquiry = Inquiry(try base.open(), ontology: ontology)
            let (answer, hasFindings) = try ask(inquiry)
            let printer = AnswerPrinter(
                common.wording(ontology), width: Console.width, directory: BodyDirectory(ontology), isPublic: isPublic)
            if format.output == nil, format.format == .xlsx, console.isTerminal { throw Fault(.commandNeedsOutput, advice: .commandNeedsOutputAdvice) }
            let bytes = try printer.print(answer, as: format.format)
            if let path = format.output {
                try FolderWriter.write(bytes, to: path)
            } else {
                console.print(bytes)
            }
            return format.strict && hasFindings ? 1 : 0
        }
    }
}
