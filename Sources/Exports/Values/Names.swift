import Facts
import Links
import Provenance
import Queries

/// What the cases of the model are called for people (名称). Only labels of columns and kinds of facts are here; the words of
/// offices are in the ontology.
extension Wording {
    package func name(_ kind: DocumentKind) -> String {
        switch kind {
        case .directive: self(.kindDirective)
        case .bulletin: self(.kindBulletin)
        case .report: self(.kindReport)
        case .letter: self(.kindLetter)
        case .regulation: self(.kindRegulation)
        case .table: self(.kindTable)
        case .other: self(.kindOther)
        }
    }

    package func name(_ role: Role) -> String {
        switch role {
        case .lead: self(.roleLead)
        case .responsible: self(.roleResponsible)
        case .support: self(.roleSupport)
        }
    }

    package func name(_ gap: Coverage.Gap) -> String {
        switch gap {
        case .none: ""
        case .bare: self(.gapsBare)
        case .indirectOnly: self(.gapsIndirect)
        }
    }

    package func name(_ verdict: Link.Verdict) -> String {
        switch verdict {
        case .supports: self(.verdictSupports)
        case .contradicts: self(.verdictContradicts)
        }
    }

    package func name(_ status: Link.Status) -> String {
        switch status {
        case .proposed: self(.statusProposed)
        case .confirmed: self(.statusConfirmed)
        case .rejected: self(.statusRejected)
        case .suspect: self(.statusSuspect)
        }
    }

    package func name(_ relation: Link.Relation) -> String {
        switch relation {
        case .reports: self(.relationReports)
        case .implements: self(.relationImplements)
        case .derives: self(.relationDerives)
        case .restates: self(.relationRestates)
        }
    }

    /// How another requirement stands to the one that is asked about.
    package func relation(_ row: RelatedRow) -> String {
        row.relation == .derives && row.isUpper ? self(.relationUpper) : name(row.relation)
    }

    package func name(_ kind: EvidenceRow.Kind) -> String {
        switch kind {
        case .action: self(.evidenceAction)
        case .plan: self(.evidencePlan)
        case .problem: self(.evidenceProblem)
        }
    }

    package func name(_ modality: Modality) -> String {
        switch modality {
        case .must: self(.modalityMust)
        case .mustNot: self(.modalityMustNot)
        case .encourage: self(.modalityEncourage)
        case .may: self(.modalityMay)
        case .explore: self(.modalityExplore)
        }
    }

    package func name(_ feature: Reason.Feature) -> String {
        switch feature {
        case .concept: self(.featureConcept)
        case .relatedConcept: self(.featureRelatedConcept)
        case .words: self(.featureWords)
        case .heading: self(.featureHeading)
        case .body: self(.featureBody)
        case .indicator: self(.featureIndicator)
        case .citation: self(.featureCitation)
        case .earlier: self(.featureEarlier)
        case .family: self(.featureFamily)
        case .figure: self(.featureFigure)
        case .elsewhere: self(.featureElsewhere)
        case .clause: self(.featureClause)
        case .byHand: self(.featureByHand)
        }
    }
}
