import ArgumentParser
import Provenance
import Vocabulary

struct OntologyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ontology", abstract: "Checks the ontology, or explains how a name is read by it.",
        subcommands: [OntologyCheckCommand.self, OntologyExplainCommand.self])
}

struct OntologyExplainCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain", abstract: "Says what a name of a body or a subject stands for, and how it was read.")

    @Argument(help: "A name: 楚雄州人社局, 省总工会, 练赛.")
    var name: String

    @Option(help: ArgumentHelp("The division from which the text speaks, for 省, 州, 我市: id or code.", valueName: "division"))
    var scope: String?

    @OptionGroup var common: CommonOptions

    func run() async throws {
        let console = common.console
        try await console.guarding {
            let ontology = try common.loadOntology()
            let issuer = scope.flatMap { ontology.divisions[$0]?.id ?? ontology.divisions.named($0)?.id }
            let explanation = BodyExplanation(name: name, issuer: issuer, ontology: ontology)
            for line in explanation.lines { console.print(line.text(common.lang)) }
            let concepts = ontology.thesaurus.concepts(in: name).map { ontology.thesaurus.concepts[$0.concept] }
            for concept in concepts { console.print(line(concept, ontology)) }
            guard explanation.lines.isEmpty, concepts.isEmpty else { return 0 }
            console.print(Message.ontologyKnowsNot(name).text(common.lang))
            return 1
        }
    }

    private func line(_ concept: Concept, _ ontology: Ontology) -> String {
        let field = ontology.thesaurus.field(concept.field)?.label
        let wider = concept.broader.compactMap { ontology.thesaurus[$0]?.prefLabel }
        var parts = [concept.prefLabel + " (\(concept.id))"]
        if !concept.altLabels.isEmpty { parts.append("= " + concept.altLabels.joined(separator: "、")) }
        if !wider.isEmpty { parts.append("⊂ " + wider.joined(separator: "、")) }
        if let field { parts.append("[\(field)]") }
        return "  " + parts.joined(separator: " ")
    }
}
