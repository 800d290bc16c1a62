import Testing

@testable import Provenance

@Test func severitiesRiseFromNoteToCritical() {
    #expect(Severity.allCases.reversed().sorted() == [.note, .warning, .error, .critical])
}
