import Links
import Provenance
import Queries

/// A question about requirements as it stands in an address (查询参数), and back.
struct QuestionForm {
    var question: ClauseQuestion

    init(_ question: ClauseQuestion) {
        self.question = question
    }

    /// What is no value of its kind is left out: an address that was cut off still shows something.
    init(_ values: FormValues) {
        var filter = Filter()
        filter.asOf = values["asOf"].flatMap(Self.day)
        filter.body = values["body"]
        filter.region = values["region"]
        filter.document = values["document"]
        filter.text = values["text"]
        filter.states = values.all("state").compactMap(RequirementState.init(rawValue:))
        question = ClauseQuestion(filter)
        question.field = values["field"]
        question.isVerified = switch values["verified"] {
        case "yes": true
        case "no": false
        default: nil
        }
        question.gap = values["gap"].flatMap(Coverage.Gap.init(rawValue:))
        question.dueFrom = values["dueFrom"].flatMap(Self.day)
        question.dueTo = values["dueTo"].flatMap(Self.day)
        question.isOpen = values["open"] == "yes"
        question.order = values["order"].flatMap(ClauseQuestion.Order.init(rawValue:)) ?? .place
        question.isDescending = values["descending"] == "yes"
    }

    var values: FormValues {
        let filter = question.filter
        var pairs: [(name: String, value: String)] = []
        func add(_ name: String, _ value: String?) { if let value, !value.isEmpty { pairs.append((name, value)) } }
        add("document", filter.document)
        add("body", filter.body)
        add("region", filter.region)
        add("field", question.field)
        for state in filter.states { add("state", state.rawValue) }
        add("verified", question.isVerified.map { $0 ? "yes" : "no" })
        add("gap", question.gap?.rawValue)
        add("dueFrom", question.dueFrom?.description)
        add("dueTo", question.dueTo?.description)
        add("open", question.isOpen ? "yes" : nil)
        add("text", filter.text)
        add("asOf", filter.asOf?.description)
        add("order", question.order == .place ? nil : question.order.rawValue)
        add("descending", question.isDescending ? "yes" : nil)
        return FormValues(pairs)
    }

    static func day(_ text: String) -> CalendarDay? { text.utf8.count == 10 ? CalendarDay(iso: text) : nil }
}
