import ArgumentParser
import Exports
import Links
import Provenance
import Queries
import Store

/// What every decision takes.
struct DecisionOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Who decides.", valueName: "name"))
    var by: String

    @Option(
        help: ArgumentHelp(
            "The day of the decision (2022-11-18). Default: the day of SOURCE_DATE_EPOCH, else the calendar day of this machine.", valueName: "date"),
        transform: ScopeOptions.day)
    var at: CalendarDay?

    @OptionGroup var base: BaseOptions
    @OptionGroup var common: CommonOptions

    func validate() throws {
        if by.allSatisfy(\.isWhitespace) { throw ValidationError("--by needs a name") }
    }

    /// Records a decision on each of the links, all or none, and says what was recorded.
    func record(_ decision: Review.Decision, on names: [String], note: String?) async throws {
        let console = common.console
        try await console.guarding {
            let ontology = try common.loadOntology()
            let base = try base.open()
            let inquiry = Inquiry(base, ontology: ontology)
            let pairs = try inquiry.pairs(named: names)
            let day = (at ?? MachineDay.today)?.description ?? ""
            try base.record(
                pairs.map { Review(requirement: $0.requirement, evidence: $0.evidence, decision: decision, by: by, at: day, note: note) })
            let wording = common.wording(ontology)
            for pair in pairs {
                guard let found = try inquiry.link(pair.requirement, pair.evidence) else { continue }
                let link = Link.id(requirement: pair.requirement, evidence: pair.evidence)
                console.print(
                    Message.reviewRecorded(wording.message(decision), link, requirement: found.requirement, evidence: found.evidence)
                        .text(common.lang))
            }
            return 0
        }
    }
}

/// What a decision on links that are there takes.
struct LinkOptions: ParsableArguments {
    @Argument(help: "Ids of links, or pairs of ids of a requirement and its evidence.")
    var links: [String]

    @Option(help: "Words to keep with the decision.")
    var note: String?

    @OptionGroup var decision: DecisionOptions

    func record(_ decision: Review.Decision) async throws { try await self.decision.record(decision, on: links, note: note) }
}

struct ReviewConfirmCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "confirm", abstract: "Says that the evidence answers the requirement.",
        discussion: "Names links by their ids, or by pairs of ids: REQUIREMENT EVIDENCE, of which beginnings do.")

    @OptionGroup var links: LinkOptions

    func run() async throws { try await links.record(.confirm) }
}

struct ReviewRejectCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reject", abstract: "Says that the evidence does not answer the requirement; the pair is not proposed again.",
        discussion: ReviewConfirmCommand.configuration.discussion)

    @OptionGroup var links: LinkOptions

    func run() async throws { try await links.record(.reject) }
}

struct ReviewAddCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Makes a link that the engine did not find: confirmed, strength 1, by hand.")

    @Argument(help: "Id of the requirement, or the beginning of it.")
    var requirement: String

    @Argument(help: "Id of the action or problem that answers it, or of the requirement that carries it out.")
    var evidence: String

    @Option(help: "Words to keep with the decision.")
    var note: String?

    @OptionGroup var decision: DecisionOptions

    func run() async throws {
        guard requirement.contains("#"), evidence.contains("#") else { throw ValidationError("ids have the form document#element") }
        try await decision.record(.add, on: [requirement, evidence], note: note)
    }
}

struct ReviewNoteCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "note", abstract: "Writes words beside a link and decides nothing.")

    @Argument(help: "Id of a link, or the ids of a requirement and its evidence.")
    var links: [String]

    @Option(help: "The words.")
    var text: String

    @OptionGroup var decision: DecisionOptions

    func run() async throws { try await decision.record(.note, on: links, note: text) }
}

struct ReviewClearCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "clear", abstract: "Says that what was decided still stands for the changed texts of a suspect link.",
        discussion: "The link is stamped with the texts as they read now. To take a decision back, use withdraw.")

    @OptionGroup var links: LinkOptions

    func run() async throws { try await links.record(.clear) }
}

struct ReviewWithdrawCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "withdraw", abstract: "Takes a decision back: the link waits again; one made by hand is no more.")

    @OptionGroup var links: LinkOptions

    func run() async throws { try await links.record(.withdraw) }
}
