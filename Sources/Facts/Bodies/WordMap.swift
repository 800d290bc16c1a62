import Structure
import Vocabulary

/// The words of a paragraph that names are made of, by place (词位表): what begins where, which words end where, and where no name
/// may begin or end.
///
/// A class, since every finder holds it and it holds much.
final class WordMap {
    let range: Range<Int>
    let scalars: [Unicode.Scalar]
    let lattice: WordLattice
    /// Endings and class words in order of their ends.
    let endings: [BodyLexicon.Word]
    let classWords: [BodyLexicon.Word]
    /// Places where a composed name may begin, ascending.
    let starts: [Int]
    private let marks: [Mark]
    private let lengths: [Lengths]

    struct Mark: OptionSet {
        let rawValue: UInt8
        /// Inside the title of a document or a quoted name.
        static let masked = Mark(rawValue: 1)
        /// Inside a word through which no name may cut.
        static let uncut = Mark(rawValue: 2)
        static let region = Mark(rawValue: 4)
        static let levelWord = Mark(rawValue: 8)
        static let start = Mark(rawValue: 16)
    }

    /// Lengths of the longest words that end at a place; 0 for none.
    private struct Lengths {
        var stop: UInt8 = 0
        var verb: UInt8 = 0
        var modifier: UInt8 = 0
        var pointer: UInt8 = 0
        var open: UInt8 = 0
        /// Of the joining word that begins here.
        var joiner: UInt8 = 0
    }

    init(_ scalars: [Unicode.Scalar], _ range: Range<Int>, lexicon: BodyLexicon) {
        var builder = Builder(scalars, range)
        lexicon.forEachWord(in: scalars, range) { builder.note($0) }
        self.range = range
        self.scalars = scalars
        lattice = builder.lattice
        endings = builder.endings
        classWords = builder.classWords
        starts = builder.marks.indices.filter { builder.marks[$0].contains(.start) }.map { $0 + range.lowerBound }
        marks = builder.marks
        lengths = builder.lengths
    }

    /// The class words that end at a place.
    func classWords(endingAt place: Int) -> ArraySlice<BodyLexicon.Word> {
        var (low, high) = (0, classWords.count)
        while low < high {
            let middle = (low + high) / 2
            if classWords[middle].range.upperBound < place { low = middle + 1 } else { high = middle }
        }
        return classWords[low...].prefix { $0.range.upperBound == place }
    }

    /// A name may begin or end here.
    func mayCut(_ place: Int) -> Bool { !marks[place - range.lowerBound].contains(.uncut) }
    func isMasked(_ place: Int) -> Bool { marks[place - range.lowerBound].contains(.masked) }
    func beginsRegion(_ place: Int) -> Bool { marks[place - range.lowerBound].contains(.region) }
    func beginsLevelWord(_ place: Int) -> Bool { marks[place - range.lowerBound].contains(.levelWord) }
    /// Lengths of words that end here and cut through no other.
    func stop(endingAt place: Int) -> Int { word(place, Int(lengths[place - range.lowerBound].stop)) }
    func verb(endingAt place: Int) -> Int { word(place, Int(lengths[place - range.lowerBound].verb)) }
    func modifier(endingAt place: Int) -> Int { word(place, Int(lengths[place - range.lowerBound].modifier)) }
    func pointer(endingAt place: Int) -> Int { word(place, Int(lengths[place - range.lowerBound].pointer)) }

    /// Length of 等, 等部门 that ends here; nil for none.
    func open(endingAt place: Int) -> Int? {
        let length = Int(lengths[place - range.lowerBound].open)
        return length > 0 ? length : nil
    }

    /// Length of 和, 会同 that begins here; nil for none or inside another word.
    func joiner(at place: Int) -> Int? {
        let length = Int(lengths[place - range.lowerBound].joiner)
        return length > 0 && mayCut(place) && mayCut(place + length) ? length : nil
    }

    func string(_ range: Range<Int>) -> String { String(scalars: scalars[range]) }

    private func word(_ place: Int, _ length: Int) -> Int {
        length > 0 && mayCut(place) && mayCut(place - length) ? length : 0
    }

    /// Fills the tables in one pass; they are fixed afterwards.
    private struct Builder {
        /// Scalars; the titles of laws and notices stay well below.
        static let longestTitle = 300

        let range: Range<Int>
        let scalars: [Unicode.Scalar]
        var lattice: WordLattice
        var endings: [BodyLexicon.Word] = []
        var classWords: [BodyLexicon.Word] = []
        var marks: [Mark]
        var lengths: [Lengths]

        init(_ scalars: [Unicode.Scalar], _ range: Range<Int>) {
            self.range = range
            self.scalars = scalars
            lattice = WordLattice(range: range)
            marks = [Mark](repeating: [], count: range.count + 1)
            lengths = [Lengths](repeating: Lengths(), count: range.count + 1)
            maskTitles()
        }

        mutating func note(_ word: BodyLexicon.Word) {
            let start = word.range.lowerBound - range.lowerBound
            let end = word.range.upperBound - range.lowerBound
            guard !marks[start].contains(.masked), !marks[end - 1].contains(.masked) else { return }
            let length = UInt8(truncatingIfNeeded: end - start)
            switch word.kind {
            case .void: for place in (start + 1)..<max(start + 1, end) { marks[place].insert(.uncut) }
            case .stop: lengths[end].stop = max(lengths[end].stop, length)
            case .verb: lengths[end].verb = max(lengths[end].verb, length)
            case .modifier: lengths[end].modifier = max(lengths[end].modifier, length)
            case .open: lengths[end].open = max(lengths[end].open, length)
            case .joiner: lengths[start].joiner = max(lengths[start].joiner, length)
            case .pointer: lengths[end].pointer = max(lengths[end].pointer, length)
            case .ending: endings.append(word)
            case .head, .classWhole: classWords.append(word)
            case .anaphor: break
            case .region, .centre, .opener:
                marks[start].insert(.region)
                begin(word, start)
            case .levelWord:
                marks[start].insert(.levelWord)
                begin(word, start)
            case .core, .frame, .whole, .named: begin(word, start)
            }
        }

        private mutating func begin(_ word: BodyLexicon.Word, _ start: Int) {
            marks[start].insert(.start)
            lattice.insert(word)
        }

        /// Titles in 《》 and short quotations without a full stop (names of campaigns) hold no mentions.
        private mutating func maskTitles() {
            var index = range.lowerBound
            while index < range.upperBound {
                switch scalars[index].value {
                case 0x300A:
                    var depth = 0
                    var end = index
                    while end < range.upperBound, end - index <= Self.longestTitle {
                        if scalars[end].value == 0x300A { depth += 1 }
                        if scalars[end].value == 0x300B {
                            depth -= 1
                            if depth == 0 { break }
                        }
                        end += 1
                    }
                    // An unclosed title ends where its sentence does.
                    if depth > 0 { end = sentenceEnd(from: index) }
                    mask(index + 1, end)
                    index = max(index + 1, end)
                case 0x201C:
                    var end = index + 1
                    while end < range.upperBound, end - index <= 40, scalars[end].value != 0x201D, !Builder.endsSentence(scalars[end]) { end += 1 }
                    if end < range.upperBound, scalars[end].value == 0x201D {
                        mask(index + 1, end)
                        index = end + 1
                    } else {
                        index += 1
                    }
                default: index += 1
                }
            }
        }

        private mutating func mask(_ start: Int, _ end: Int) {
            guard start < end else { return }
            for place in start..<end { marks[place - range.lowerBound].insert(.masked) }
        }

        private func sentenceEnd(from start: Int) -> Int {
            var end = start
            while end < range.upperBound, end - start <= Self.longestTitle, !Builder.endsSentence(scalars[end]) { end += 1 }
            return end
        }

        static func endsSentence(_ scalar: Unicode.Scalar) -> Bool { ["。", "！", "？", "；"].contains(scalar) }
    }
}
