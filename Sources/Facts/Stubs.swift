// Stand-ins until the recognisers of bodies, dates and figures are there. Whoever lands one deletes its stand-in here and adapts
// the calls in Reading/PassageReader.swift, Duties/AssignmentReader.swift, PolicyReader.swift.
import Structure
import Vocabulary
struct BodyScope { init() {} }
struct FoundBody: Sendable { var range: Range<Int>; var mention: BodyMention }
struct BodyRecogniser: Sendable {
    init(_ o: Ontology) {}
    func mentions(in t: ReadingText, range: Range<Int>, scope: inout BodyScope) -> [FoundBody] { [] }
    func scope(of outline: Outline, name: String) -> BodyScope { BodyScope() }
    func unify(_ d: inout PolicyDocument) {}
    func splitNames(in t: ReadingText, range: Range<Int>, scope: inout BodyScope) -> (names: [FoundBody], isOpen: Bool) {
        var names: [FoundBody] = []; var start = range.lowerBound
        for i in range { if t.scalars[i] == "、" { if i > start { names.append(FoundBody(range: start..<i, mention: BodyMention(name: t.string(start..<i)))) }; start = i + 1 } }
        if start < range.upperBound { names.append(FoundBody(range: start..<range.upperBound, mention: BodyMention(name: t.string(start..<range.upperBound)))) }
        return (names, false)
    }
}
struct FoundQuantity { var range: Range<Int>; var mention: QuantityMention }
struct QuantityRecogniser: Sendable { init(_ o: Ontology) {}
    func quantities(in t: ReadingText, range: Range<Int>, excluding: [Range<Int>]) -> [FoundQuantity] { [] }
    func rate(in text: [Unicode.Scalar], range: Range<Int>, of: [FoundQuantity]) -> (percent: String, actual: Int, planned: Int)? { nil } }
extension PassageContext { mutating func startItem(_ r: ReadingText, heading: Range<Int>, bodies: BodyRecogniser) { dates.beginItem() } }
