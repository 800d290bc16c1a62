import Facts
import Links
import Testing
import Vocabulary

@Suite("Quality of links")
struct LinkQualityTests {
    @Test("Pairs of documents of several fields, with the thesaurus and without it", arguments: FieldPair.all, [true, false])
    func fields(_ pair: FieldPair, _ hasThesaurus: Bool) throws {
        let ontology = try Ontology.load()
        let linker = try Linker(hasThesaurus ? ontology : ontology.withoutConcepts())
        let measure = Measure(try linker.links(from: pair.reporting, to: pair.demanding), gold: pair.gold)
        print("links of \(pair) \(hasThesaurus ? "with" : "without") thesaurus: \(measure)")
        #expect(measure.averagePrecision >= 0.75)
        if hasThesaurus { #expect(measure.f1 >= 0.8) }
    }

    @Test("Pairs of whole documents as they arrive", arguments: TextPair.all)
    func texts(_ pair: TextPair) throws {
        let ontology = try Ontology.load()
        let read = try pair.read(PolicyReader(ontology), Linker(ontology))
        let measure = Measure(read.links, gold: read.gold.mapValues(\.isStrong))
        let contradictions = read.links.filter { read.gold["\($0.requirement.element)>\($0.evidence.element)"]?.contradicts == true }
        let wanted = read.gold.values.count { $0.contradicts }
        print("links of \(pair): \(measure), contradictions \(contradictions.count { $0.verdict == .contradicts })/\(wanted)")
        #expect(!read.gold.isEmpty)
        #expect(measure.averagePrecision >= 0.7)
        #expect(measure.f1 >= 0.7)
        #expect(Double(contradictions.count { $0.verdict == .contradicts }) >= 0.5 * Double(wanted))
    }

    @Test("The founding bulletin, by its gold")
    func bulletin() throws {
        guard let bulletin = GoldBulletin() else {
            print("skipped: \(GoldBulletin.folder)/gold is not there")
            return
        }
        let gold = Dictionary(uniqueKeysWithValues: bulletin.gold.map { ("\($0.key.requirement)>\($0.key.evidence)", $0.value) })
        let ontology = try Ontology.load()
        let links = try Linker(ontology).links(from: bulletin.facts, to: bulletin.facts)
        let measure = Measure(links, gold: gold)
        print("links of the bulletin: \(measure)")
        #expect(measure.averagePrecision >= 0.72)
        #expect(measure.f1 >= 0.7)
        let bare = Measure(try Linker(ontology.withoutConcepts()).links(from: bulletin.facts, to: bulletin.facts), gold: gold)
        print("links of the bulletin without thesaurus: \(bare)")
        #expect(bare.averagePrecision >= 0.6)
    }
}
