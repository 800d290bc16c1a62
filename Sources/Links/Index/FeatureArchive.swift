import Provenance

/// The weighed words of a document's facts as bytes (特征存档), so that a pair can be compared without reading either document
/// anew. Facts are read one by one.
struct FeatureArchive: Sendable {
    let bytes: [UInt8]
    /// How many sentences each item has, in printed order.
    let items: [Int]
    let requirements: Int
    private let demanded: Set<Int32>
    /// Where each fact begins, requirements first.
    private let offsets: [Int]

    init(requirements: [FactFeatures], evidence: [FactFeatures], items: [Int]) {
        var facts = BinaryWriter()
        var offsets: [Int] = []
        for features in requirements + evidence {
            offsets.append(facts.bytes.count)
            facts.put(features)
        }
        var head = BinaryWriter()
        head.put(requirements.count)
        head.put(items.count)
        for count in items { head.put(count) }
        let demanded = requirements.first?.demanded ?? []
        head.put(demanded.count)
        for concept in demanded.sorted() { head.put(Int(concept)) }
        head.put(offsets.count)
        var last = 0
        for offset in offsets {
            head.put(offset - last)
            last = offset
        }
        self.items = items
        self.requirements = requirements.count
        self.demanded = demanded
        self.offsets = offsets.map { $0 + head.bytes.count }
        bytes = head.bytes + facts.bytes
    }

    /// - Throws: where the bytes are no archive's.
    init(decoding bytes: [UInt8]) throws(Fault) {
        var reader = BinaryReader(bytes)
        let requirements = try reader.int()
        var items: [Int] = []
        for _ in 0..<(try reader.count()) { items.append(try reader.int()) }
        var demanded: Set<Int32> = []
        for _ in 0..<(try reader.count()) { demanded.insert(Int32(truncatingIfNeeded: try reader.int())) }
        var offsets: [Int] = []
        var last = 0
        for _ in 0..<(try reader.count()) {
            last &+= try reader.int()
            offsets.append(last)
        }
        guard requirements >= 0, items.allSatisfy({ $0 > 0 }), requirements + items.reduce(0, &+) == offsets.count else { throw BinaryReader.broken }
        self.bytes = bytes
        self.items = items
        self.requirements = requirements
        self.demanded = demanded
        let start = reader.position
        self.offsets = offsets.map { $0 &+ start }
    }

    var evidence: Int { offsets.count - requirements }

    func requirement(_ number: Int) throws(Fault) -> FactFeatures {
        var features = try features(number)
        features.demanded = demanded
        return features
    }

    func evidence(_ number: Int) throws(Fault) -> FactFeatures { try features(requirements + number) }

    private func features(_ fact: Int) throws(Fault) -> FactFeatures {
        guard offsets.indices.contains(fact) else { throw BinaryReader.broken }
        var reader = BinaryReader(bytes, at: offsets[fact])
        return try reader.features()
    }
}

extension BinaryWriter {
    fileprivate mutating func put(_ features: FactFeatures) {
        put(features.terms.count)
        var last: UInt32 = 0
        for (index, term) in features.terms.enumerated() {
            put(Int(term &- last) << 1 | (features.tells[index] ? 1 : 0))
            put(UInt16((features.weights[index] * FactFeatures.unit).rounded()))
            last = term
        }
        put(features.figures.sorted())
        put(features.concepts.count)
        for one in features.concepts {
            put(Int(one.concept))
            put(Float(one.weight))
            put(Float(one.nearness))
            put(Int(one.origin))
            put(one.isGeneral)
            put(one.words)
        }
        put(features.families.count)
        for one in features.families {
            put(Int(one.family))
            put(Float(one.weight))
            put(one.words)
        }
        put(Float(features.conceptNorm))
        put(Float(features.familyNorm))
        put(features.cites)
    }
}

extension BinaryReader {
    fileprivate mutating func features() throws(Fault) -> FactFeatures {
        var features = FactFeatures()
        let terms = try count()
        features.terms.reserveCapacity(terms)
        features.weights.reserveCapacity(terms)
        var last: UInt32 = 0
        features.tells.reserveCapacity(terms)
        for _ in 0..<terms {
            let step = try int()
            last &+= UInt32(truncatingIfNeeded: step >> 1)
            features.terms.append(last)
            features.tells.append(step & 1 == 1)
            features.weights.append(Double(try short()) / FactFeatures.unit)
        }
        features.figures = Set(try texts())
        for _ in 0..<(try count()) {
            features.concepts.append(
                .init(
                    concept: Int32(truncatingIfNeeded: try int()), weight: Double(try float()), words: "", nearness: Double(try float()),
                    origin: Int32(truncatingIfNeeded: try int()), isGeneral: try bool()))
            features.concepts[features.concepts.count - 1].words = try text()
        }
        for _ in 0..<(try count()) {
            features.families.append(.init(family: Int32(truncatingIfNeeded: try int()), weight: Double(try float()), words: try text()))
        }
        features.conceptNorm = Double(try float())
        features.familyNorm = Double(try float())
        features.cites = try bool()
        return features
    }
}
