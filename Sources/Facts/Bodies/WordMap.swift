import Structure
import Vocabulary

/// The words of a passage that names are made of, by place (词位表): which words end where, and where no name may begin or end. What
/// names begin with stands in a lattice beside it.
///
/// One map serves all passages of a document: the room of its tables is kept when another passage is read.
struct WordMap: Sendable {
    private(set) var range = 0..<0
    private(set) var scalars: [Unicode.Scalar] = []
    /// Endings and class words in order of their ends.
    private(set) var endings: [BodyLexicon.Word] = []
    private(set) var classWords: [BodyLexicon.Word] = []
    /// Places where a composed name may begin, ascending.
    private(set) var starts: [Int] = []
    /// Some word begins a name or goes on with one.
    private var holdsBeginning = false
    /// Of the range, its end included, and more where a longer passage was read before.
    private var places: [Place] = []

    private struct Marks: OptionSet {
        let rawValue: UInt8
        /// Inside the title of a document or a quoted name.
        static let masked = Marks(rawValue: 1)
        /// Inside a word through which no name may cut.
        static let uncut = Marks(rawValue: 2)
        /// A division, 中央 or 全国 begins here.
        static let region = Marks(rawValue: 4)
        static let levelWord = Marks(rawValue: 8)
        static let start = Marks(rawValue: 16)
    }

    /// What stands at a place, and the lengths of the longest words that end there; 0 for none.
    private struct Place {
        var marks: Marks = []
        var stop: UInt8 = 0
        var within: UInt8 = 0
        var verb: UInt8 = 0
        var modifier: UInt8 = 0
        var pointer: UInt8 = 0
        var open: UInt8 = 0
        /// Of the joining word that begins here.
        var joiner: UInt8 = 0
    }

    /// No word from which a name, a class or an end of a name could be made.
    var isBlank: Bool { !holdsBeginning && endings.isEmpty && classWords.isEmpty }

    // MARK: Reading

    /// Forgets its words; those of another passage follow in order of their ends.
    mutating func begin(_ scalars: [Unicode.Scalar], _ range: Range<Int>) {
        self.range = range
        self.scalars = scalars
        endings.removeAll(keepingCapacity: true)
        classWords.removeAll(keepingCapacity: true)
        starts.removeAll(keepingCapacity: true)
        holdsBeginning = false
        let count = range.count + 1
        if places.count < count {
            places = [Place](repeating: Place(), count: max(count, places.count * 2, 256))
        } else {
            places.withUnsafeMutableBufferPointer { $0[..<count].update(repeating: Place()) }
        }
        for title in TitleSpans(scalars, range) { for place in title { places[place - range.lowerBound].marks.insert(.masked) } }
    }

    /// Whether it is this passage's: the very same storage, which is held here and cannot have become another's.
    func holds(_ other: [Unicode.Scalar], _ range: Range<Int>) -> Bool {
        range == self.range && other.count == scalars.count
            && other.withUnsafeBufferPointer { other in scalars.withUnsafeBufferPointer { $0.baseAddress == other.baseAddress } }
    }

    /// - Parameter hits: of the lexicon's automaton in this passage.
    mutating func note(_ hits: [TermAutomaton.Hit], in lattice: inout WordLattice) {
        // Taken out while it changes, so that each word costs no question who else owns it.
        var places: [Place] = []
        swap(&places, &self.places)
        places.withUnsafeMutableBufferPointer { places in
            for hit in hits { note(BodyLexicon.Word(hit), places, &lattice) }
        }
        swap(&places, &self.places)
    }

    /// Hits lie in the range, for which there are places.
    @inline(__always)
    private mutating func note(_ word: BodyLexicon.Word, _ places: UnsafeMutableBufferPointer<Place>, _ lattice: inout WordLattice) {
        let start = Int(word.start) - range.lowerBound
        let end = Int(word.end) - range.lowerBound
        guard !places[start].marks.contains(.masked), !places[end - 1].marks.contains(.masked) else { return }
        let length = UInt8(truncatingIfNeeded: end - start)
        switch word.kind {
        case .void:
            for place in (start + 1)..<max(start + 1, end) { places[place].marks.insert(.uncut) }
            lattice.bar(word)
        case .stop: places[end].stop = max(places[end].stop, length)
        case .within: places[end].within = max(places[end].within, length)
        case .verb: places[end].verb = max(places[end].verb, length)
        case .modifier: places[end].modifier = max(places[end].modifier, length)
        case .open: places[end].open = max(places[end].open, length)
        case .joiner: places[start].joiner = max(places[start].joiner, length)
        case .pointer: places[end].pointer = max(places[end].pointer, length)
        case .ending: endings.append(word)
        case .head, .classWhole: classWords.append(word)
        case .anaphor: lattice.insert(word)
        case .region where isJoined(word):
            break
        case .region, .centre:
            places[start].marks.insert(.region)
            begin(word, &places[start].marks, &lattice)
        case .opener:
            places[start].marks.insert(.region)
            lattice.insert(word)
            holdsBeginning = true
        case .levelWord:
            places[start].marks.insert(.levelWord)
            begin(word, &places[start].marks, &lattice)
        case .core, .frame, .whole, .named: begin(word, &places[start].marks, &lattice)
        case .boundCore:
            lattice.insert(word)
            holdsBeginning = true
        }
    }

    /// 县委的领导和|县人大、县政协的监督, 县甲局会同|县乙局: 和县 and 会同县 are counties only where nothing stands before them that could be joined.
    private func isJoined(_ word: BodyLexicon.Word) -> Bool {
        let start = Int(word.start)
        let isPair = word.end - word.start == 2 && scalars[start] == "和" || word.end - word.start == 3 && scalars[start] == "会" && scalars[start + 1] == "同"
        return isPair && start > range.lowerBound && scalars[start - 1].isHan && scalars[start - 1] != "在" && scalars[start - 1] != "市"
    }

    private mutating func begin(_ word: BodyLexicon.Word, _ marks: inout Marks, _ lattice: inout WordLattice) {
        lattice.insert(word)
        holdsBeginning = true
        guard marks.insert(.start).inserted else { return }
        // Words come by their ends, so that one that begins before others is put back past a few.
        var at = starts.count
        let place = Int(word.start)
        starts.append(place)
        while at > 0, starts[at - 1] > place {
            starts[at] = starts[at - 1]
            at -= 1
        }
        starts[at] = place
    }

    // MARK: Asking

    /// The class words that end at a place.
    func classWords(endingAt place: Int) -> ArraySlice<BodyLexicon.Word> {
        var (low, high) = (0, classWords.count)
        while low < high {
            let middle = (low + high) / 2
            if classWords[middle].end < place { low = middle + 1 } else { high = middle }
        }
        return classWords[low...].prefix { $0.end == place }
    }

    /// A name may begin or end here.
    func mayCut(_ place: Int) -> Bool { !places[place - range.lowerBound].marks.contains(.uncut) }
    func isMasked(_ place: Int) -> Bool { places[place - range.lowerBound].marks.contains(.masked) }
    func beginsRegion(_ place: Int) -> Bool { places[place - range.lowerBound].marks.contains(.region) }
    func beginsLevelWord(_ place: Int) -> Bool { places[place - range.lowerBound].marks.contains(.levelWord) }
    /// Lengths of words that end here and cut through no other.
    func stop(endingAt place: Int) -> Int { word(place, places[place - range.lowerBound].stop) }
    func within(endingAt place: Int) -> Int { word(place, places[place - range.lowerBound].within) }
    func verb(endingAt place: Int) -> Int { word(place, places[place - range.lowerBound].verb) }
    func modifier(endingAt place: Int) -> Int { word(place, places[place - range.lowerBound].modifier) }
    func pointer(endingAt place: Int) -> Int { word(place, places[place - range.lowerBound].pointer) }

    /// Length of 等, 等部门 that ends here; nil for none.
    func open(endingAt place: Int) -> Int? {
        let length = Int(places[place - range.lowerBound].open)
        return length > 0 ? length : nil
    }

    /// Length of 和, 会同 that begins here; nil for none or inside another word.
    func joiner(at place: Int) -> Int? {
        let length = Int(places[place - range.lowerBound].joiner)
        return length > 0 && mayCut(place) && mayCut(place + length) ? length : nil
    }

    private func word(_ place: Int, _ length: UInt8) -> Int {
        length > 0 && mayCut(place) && mayCut(place - Int(length)) ? Int(length) : 0
    }
}
