import Vocabulary

/// The words by which sentence units are told (句类标志词), from `Ontology/markers.xml`.
final class UnitWords: Sendable {
    let mustNot, must, encourage, may, explore: PhraseSet
    let limitFigures: PhraseSet
    let notModal: PhraseSet
    let adverbialOpening, adverbialClosing, framing, condition: PhraseSet
    let reportVerbs, reporters: PhraseSet
    /// Shows that something has happened: loosely, and beyond doubt.
    let occurred, completed, ongoing: PhraseSet
    let deictic, emphaticMust: PhraseSet
    let future, futureVerbs, intent, plannable, forecast: PhraseSet
    let problem, problemFalse, problemAddressed: PhraseSet
    let definition, validity, significance, praise, aim: PhraseSet
    let principleHeadings, planHeadings, problemHeadings: PhraseSet
    let targetVerbs, reaching, ceiling: PhraseSet
    let indicatorNoise: PhraseSet

    init(_ markers: Markers) {
        func set(_ id: String) -> PhraseSet { PhraseSet(markers.group(id)) }
        mustNot = set("modality.mustNot")
        must = set("modality.must")
        encourage = set("modality.encourage")
        may = set("modality.may")
        explore = set("modality.explore")
        limitFigures = set("modality.figureLimit")
        notModal = set("modality.notModal")
        adverbialOpening = set("clause.adverbialOpening")
        adverbialClosing = set("clause.adverbialClosing")
        framing = set("clause.framing")
        condition = set("clause.condition")
        reportVerbs = set("report.verb")
        reporters = set("report.source")
        occurred = set("action.occurred")
        completed = set("action.completed")
        deictic = set("other.deictic")
        emphaticMust = set("modality.emphatic")
        ongoing = set("action.ongoing")
        future = set("plan.marker")
        futureVerbs = set("plan.future")
        intent = set("plan.intent")
        plannable = set("plan.result")
        forecast = set("plan.forecast")
        problem = set("problem.marker")
        problemFalse = set("problem.not")
        problemAddressed = set("problem.addressed")
        definition = set("other.definition")
        validity = set("other.validity")
        significance = set("other.significance")
        praise = set("other.praise")
        aim = set("other.aim")
        principleHeadings = set("heading.principle")
        planHeadings = set("heading.plan")
        problemHeadings = set("heading.problem")
        targetVerbs = set("target.verb")
        reaching = set("target.reaching")
        ceiling = set("target.ceiling")
        indicatorNoise = set("target.noise")
    }
}
