import Links
import Testing

@Suite("Cascade")
struct CascadeTests {
    struct Case: CustomTestStringConvertible {
        let name: String
        let pairs: [(upper: Int, lower: Int)]
        let own: [RequirementState]
        let deep: [RequirementState]
        var rings: [[Int]] = []
        var testDescription: String { name }
    }

    @Test(arguments: [
        Case(name: "nothing carried out", pairs: [], own: [.done, .noReport], deep: [.done, .noReport]),
        Case(name: "a chain hands its worst up", pairs: [(0, 1), (1, 2)], own: [.done, .underWay, .overdue], deep: [.overdue, .overdue, .overdue]),
        Case(name: "nothing goes down", pairs: [(0, 1)], own: [.problem, .done], deep: [.problem, .done]),
        Case(name: "one below two", pairs: [(0, 2), (1, 2)], own: [.done, .underWay, .noReport], deep: [.noReport, .noReport, .noReport]),
        Case(
            name: "a ring is found and shares its worst", pairs: [(0, 1), (1, 2), (2, 1), (2, 3)], own: [.done, .done, .stale, .underWay],
            deep: [.stale, .stale, .stale, .underWay], rings: [[1, 2]]),
        Case(name: "a ring of one", pairs: [(0, 0)], own: [.done], deep: [.done], rings: [[0]]),
        Case(name: "all in one ring", pairs: [(0, 1), (1, 2), (2, 0)], own: [.done, .problem, .done], deep: [.problem, .problem, .problem], rings: [[0, 1, 2]]),
    ])
    func worstStateWins(_ one: Case) {
        let cascade = Cascade(count: one.own.count, pairs: one.pairs)
        #expect(cascade.deep(one.own) == one.deep)
        #expect(cascade.rings == one.rings)
    }

    /// No stack is as deep as a base is large.
    @Test func aChainMayBeLong() {
        let count = 200_000
        let cascade = Cascade(count: count, pairs: (1..<count).map { ($0 - 1, $0) })
        var own = [RequirementState](repeating: .done, count: count)
        own[count - 1] = .noReport
        #expect(cascade.deep(own).allSatisfy { $0 == .noReport })
        #expect(cascade.rings.isEmpty)
    }
}
