/// An error: something could not be done. It says what, where, and what to do about it. What is wrong *in* a document that
/// could be read is no fault but a `Finding`.
public struct Fault: Error, Hashable, Sendable {
    public let what: Message
    public let place: Place?
    public let advice: Message?

    public init(_ what: Message, at place: Place? = nil, advice: Message? = nil) {
        self.what = what
        self.place = place
        self.advice = advice
    }

    public func text(_ language: Language) -> String {
        var lines = [(place.map { $0.description + ": " } ?? "") + what.text(language)]
        if let caret = place?.caret { lines.append(caret) }
        if let advice { lines.append(advice.text(language)) }
        return lines.joined(separator: "\n")
    }
}
