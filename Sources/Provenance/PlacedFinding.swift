/// A finding about a file (核查发现), with the line of that file: what validation and verification report.
public struct PlacedFinding: Hashable, Sendable {
    public let severity: Severity
    public let message: Message
    public let place: Place

    public init(_ severity: Severity, _ message: Message, at place: Place) {
        self.severity = severity
        self.message = message
        self.place = place
    }

    /// `file:line:column: message`, then the line with a caret where there is one.
    public func text(_ language: Language) -> String {
        let first = place.description + ": " + message.text(language)
        return place.caret.map { first + "\n" + $0 } ?? first
    }
}
