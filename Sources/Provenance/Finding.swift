/// How much a finding weighs.
public enum Severity: String, Sendable, CaseIterable, Comparable {
    case note, warning, error, critical

    public static func < (left: Severity, right: Severity) -> Bool {
        allCases.firstIndex(of: left)! < allCases.firstIndex(of: right)!
    }
}

/// Something a reader of the document should look at (审读发现): a value with a place, not an error.
public struct Finding: Hashable, Sendable {
    public let severity: Severity
    public let message: Message
    /// Id of the element that it is about, where there is one.
    public let element: String?
    /// Where it stands in the source.
    public let span: Span?

    public init(_ severity: Severity, _ message: Message, element: String? = nil, span: Span? = nil) {
        self.severity = severity
        self.message = message
        self.element = element
        self.span = span
    }
}
