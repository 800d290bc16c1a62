import Vocabulary

/// Lines above a text that are said again before it begins (页首重复行): a site prints the title for itself, with the number before it or in
/// 《》, over the title that the document has; it prints the number twice.
struct EchoedLines {
    private(set) var indices: Set<Int> = []

    /// - Parameter end: the first line that is of the text, as far as is known.
    init(_ paragraphs: ArraySlice<Paragraph>, before end: Int, words: StructureWords) {
        var lines: [(index: Int, words: ArraySlice<Unicode.Scalar>)] = []
        for index in paragraphs.startIndex..<end where paragraphs[index].isShort { lines.append((index, Self.title(in: paragraphs[index].head.scalars))) }
        for (place, line) in lines.enumerated() {
            if DocumentNumber.end(in: Array(line.words)) == line.words.count {
                if lines[..<place].contains(where: { $0.words == line.words }) { indices.insert(line.index) }
            } else if line.words.count >= 6, words.genre(ofTitle: Array(line.words)) != nil, Self.isSaid(line.words, in: lines[(place + 1)...]) {
                indices.insert(line.index)
            }
        }
    }

    /// The same words on one line, or parted over two or three.
    private static func isSaid(_ title: ArraySlice<Unicode.Scalar>, in lines: ArraySlice<(index: Int, words: ArraySlice<Unicode.Scalar>)>) -> Bool {
        for start in lines.indices {
            var rest = title
            for line in lines[start...].prefix(3) {
                guard !line.words.isEmpty, rest.starts(with: line.words) else { break }
                rest = rest.dropFirst(line.words.count)
                if rest.isEmpty { return true }
            }
        }
        return false
    }

    /// 〈〉 inside 《》 is 《》 where nothing stands around it.
    private static func quote(_ scalar: Unicode.Scalar) -> Unicode.Scalar { scalar == "〈" ? "《" : scalar == "〉" ? "》" : scalar }

    /// A title without the number before it and the marks around it: 青政发〔2031〕4号《…的意见》.
    static func title(in line: [Unicode.Scalar]) -> ArraySlice<Unicode.Scalar> {
        var title = line[...]
        if let end = DocumentNumber.end(in: line), end < line.count { title = line[end...] }
        // 《甲办法》和《乙办法》 begins and ends with them too.
        if title.first == "《", title.firstIndex(of: "》") == title.indices.last { title = title.dropFirst().dropLast() }
        return title
    }
}
