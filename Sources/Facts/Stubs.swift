// Stand-ins until the recognisers of bodies, dates and figures are there. Whoever lands one deletes its stand-in here and adapts
// the calls in Reading/PassageReader.swift, Duties/AssignmentReader.swift, PolicyReader.swift.
import Structure
import Vocabulary
struct FoundQuantity { var range: Range<Int>; var mention: QuantityMention }
struct QuantityRecogniser: Sendable { init(_ o: Ontology) {}
    func quantities(in t: ReadingText, range: Range<Int>, excluding: [Range<Int>]) -> [FoundQuantity] { [] }
    func rate(in text: [Unicode.Scalar], range: Range<Int>, of: [FoundQuantity]) -> (percent: String, actual: Int, planned: Int)? { nil } }
