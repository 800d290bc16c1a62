import Structure
import SuyuanTesting
import Vocabulary

@testable import Facts

/// A paragraph read in a given voice, in a document of 20 May 2031 of 青河 (a city that no list of divisions has).
struct UnitReading {
    let result: PassageReader.Result
    let reading: ReadingText

    init(_ text: String, voice: Voice, topic: SentenceUnit.Topic = .open) throws {
        let passages = PassageReader(ontology: try TestOntology.shared())
        let text = ScannedText(text, scanner: passages.words)
        var context = PassageContext(bodies: passages.bodies.scope(), dates: DateContext(documentDate: "2031-05-20"))
        result = passages.paragraph(
            in: text, range: 0..<text.scalars.count, from: 0, voice: voice, topic: topic, context: &context)
        reading = text.reading
    }

    /// `must`, `encourage` … of requirements, else the name of the class; sentences that are none of the four are left out.
    var classes: [String] {
        result.units.map { mark in
            switch mark.fact {
            case .requirement(let modality): modality.rawValue
            case .action(let action): action.state == .done ? "action" : "ongoing"
            case .plan: "plan"
            case .problem: "problem"
            default: "other"
            }
        }
    }

    /// The class of a text of one sentence.
    static func classify(_ text: String, voice: Voice, topic: SentenceUnit.Topic = .open) throws -> String {
        try UnitReading(text, voice: voice, topic: topic).classes.first ?? "other"
    }
}
