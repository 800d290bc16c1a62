/// Where the extracted text of a source stands in the original (来源定位表): printed pages, and paragraphs, cells or lines. A text
/// file needs none: its own lines and columns say it. Offsets are code points of the extracted text.
public struct SourceMap: Hashable, Sendable {
    /// The first code point of a page.
    public struct Page: Hashable, Sendable {
        public let start: Int
        /// From 1, in the order of the file.
        public let number: Int
    }

    /// The first code point of a paragraph, cell or line.
    public struct Mark: Hashable, Sendable {
        public let start: Int
        /// Of a paragraph, line, note or box its number from 1; of a sheet's cell its name, `C12`; of a table's cell `2.3`, row and
        /// column from 1. Never holds white space or `=`.
        public let label: String

        public init(start: Int, label: String) {
            self.start = start
            self.label = label
        }
    }

    /// Marks of one unit that follow each other.
    public struct Stretch: Hashable, Sendable {
        public let unit: SourceLocator.Unit
        /// The sheet's name, or the table's number.
        public let name: String?
        public fileprivate(set) var marks: [Mark]

        public init(unit: SourceLocator.Unit, name: String?, marks: [Mark]) {
            self.unit = unit
            self.name = name
            self.marks = marks
        }
    }

    /// Ascending by `start`.
    public private(set) var pages: [Page] = []
    /// Ascending by the first of their marks.
    public private(set) var stretches: [Stretch] = []

    public init() {}

    public var isEmpty: Bool { pages.isEmpty && stretches.isEmpty }

    /// A page begins; must not lie before the last one.
    public mutating func add(page number: Int, at start: Int) {
        if pages.last?.start == start { pages.removeLast() }
        pages.append(Page(start: start, number: number))
    }

    /// A place begins; must not lie before the last one. Of two that begin at one place the later stands: the first was empty.
    public mutating func add(_ unit: SourceLocator.Unit, name: String? = nil, label: String, at start: Int) {
        if let last = stretches.last, last.marks.last?.start == start {
            stretches[stretches.count - 1].marks.removeLast()
            if last.marks.count == 1 { stretches.removeLast() }
        }
        if let last = stretches.last, last.unit == unit, last.name == name {
            stretches[stretches.count - 1].marks.append(Mark(start: start, label: label))
        } else {
            stretches.append(Stretch(unit: unit, name: name, marks: [Mark(start: start, label: label)]))
        }
    }

    /// The page on which a code point stands.
    public func page(at offset: Int) -> Int? {
        let index = Self.last(pages, offset, \.start)
        return index.map { pages[$0].number }
    }

    /// The paragraph, cell or line in which a code point stands.
    public func locator(at offset: Int) -> SourceLocator? {
        guard let stretch = Self.last(stretches, offset, { $0.marks.first?.start ?? .max }).map({ stretches[$0] }),
            let mark = Self.last(stretch.marks, offset, \.start).map({ stretch.marks[$0] })
        else { return nil }
        return SourceLocator(unit: stretch.unit, name: stretch.name, label: mark.label)
    }

    /// The last element that does not begin behind an offset.
    private static func last<Element>(_ elements: [Element], _ offset: Int, _ start: (Element) -> Int) -> Int? {
        var low = 0
        var high = elements.count
        while low < high {
            let middle = (low + high) / 2
            if start(elements[middle]) <= offset { low = middle + 1 } else { high = middle }
        }
        return low > 0 ? low - 1 : nil
    }
}

// MARK: As text

extension SourceMap {
    /// One line of the map as the XML has it: a unit, its name, and `start=label` for each mark, parted by spaces.
    public struct Line: Hashable, Sendable {
        /// `page`, or a unit's name.
        public let unit: String
        public let name: String?
        public let marks: String

        public init(unit: String, name: String?, marks: String) {
            self.unit = unit
            self.name = name
            self.marks = marks
        }
    }

    public var lines: [Line] {
        var lines: [Line] = []
        if !pages.isEmpty {
            lines.append(Line(unit: "page", name: nil, marks: pages.map { "\($0.start)=\($0.number)" }.joined(separator: " ")))
        }
        for stretch in stretches {
            let marks = stretch.marks.map { "\($0.start)=\($0.label)" }.joined(separator: " ")
            lines.append(Line(unit: stretch.unit.rawValue, name: stretch.name, marks: marks))
        }
        return lines
    }

    /// Nil where the lines are none of a map: an unknown unit, or offsets that do not ascend.
    public init?(_ lines: [Line]) {
        for line in lines {
            let unit = SourceLocator.Unit(rawValue: line.unit)
            guard unit != nil || line.unit == "page" else { return nil }
            var marks: [Mark] = []
            for word in line.marks.split(whereSeparator: { $0 == " " || $0 == "\n" || $0 == "\t" || $0 == "\r" }) {
                guard let sign = word.firstIndex(of: "="), let start = Int(word[..<sign]), start > marks.last?.start ?? -1 else { return nil }
                marks.append(Mark(start: start, label: String(word[word.index(after: sign)...])))
            }
            guard !marks.isEmpty else { return nil }
            if let unit {
                guard marks[0].start > stretches.last?.marks.last?.start ?? -1 else { return nil }
                stretches.append(Stretch(unit: unit, name: line.name, marks: marks))
            } else {
                for mark in marks {
                    guard let number = Int(mark.label), mark.start > pages.last?.start ?? -1 else { return nil }
                    pages.append(Page(start: mark.start, number: number))
                }
            }
        }
    }
}
