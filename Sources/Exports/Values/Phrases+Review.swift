import Links
import Provenance
import Queries

/// Phrases on reviews and problems (核实用语).
extension Wording {
    package func name(_ decision: Review.Decision) -> String { self(message(decision)) }

    /// What a decision is called.
    public func message(_ decision: Review.Decision) -> Message {
        switch decision {
        case .confirm: .decisionConfirm
        case .reject: .decisionReject
        case .add: .decisionAdd
        case .clear: .decisionClear
        case .withdraw: .decisionWithdraw
        case .note: .decisionNote
        }
    }

    package func changes(_ changes: [TextChange]) -> String { list(changes.map { self($0.message) }) }

    package func look(_ look: Look) -> String {
        switch look {
        case .changed(let changes):
            self(.lookChanged(zh: changes.map(\.message.zh).joined(separator: "、"), en: changes.map(\.message.en).joined(separator: ", ")))
        case .uncertain: self(.lookUncertain)
        case .decides(let state): self(.lookDecides(label(state)))
        case .contradicts: self(.lookContradicts)
        case .binding: self(.lookBinding)
        case .overdue: self(.lookOverdue)
        case .manyBodies(let count): self(.lookManyBodies(count))
        }
    }

    /// `2030-10-01 审核员 核实：见附件`.
    package func review(_ logged: LoggedReview) -> String {
        let review = logged.review
        let note = review.note.map { self(.labelColon) + $0 } ?? ""
        return review.at + " " + review.by + " " + name(review.decision) + note
    }

    package func name(_ stage: ProblemStage) -> String {
        switch stage {
        case .raised: self(.stageRaised)
        case .passedOn: self(.stagePassedOn)
        case .answered: self(.stageAnswered)
        case .closed: self(.stageClosed)
        }
    }

    package func name(_ basis: ProblemRow.Basis) -> String {
        switch basis {
        case .stated: self(.basisStated)
        case .owner: self(.basisOwner)
        case .actor: self(.basisActor)
        case .none: self(.problemsNobody)
        }
    }

    /// `2030-10-01 已答复：「…」 [bulletin.txt:12:5]`.
    package func step(_ step: ProblemStep) -> String {
        let said = step.words.isEmpty ? self(.problemRequirementDone(nil)) + " " : ""
        return day(step.evidence) + " " + name(step.stage) + self(.labelColon) + said + quoted(step.evidence.text) + " ["
            + place(step.evidence.place) + "]"
    }
}

extension TextChange {
    var message: Message {
        switch self {
        case .wording: .changeWording
        case .deadline: .changeDeadline
        case .target: .changeTarget
        case .body: .changeBody
        case .number: .changeNumber
        }
    }
}
