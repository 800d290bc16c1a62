import Provenance

/// A printed page as its words stand on it (版面). Lengths are in points or millimetres, whatever the format has; nothing depends on which.
struct PrintedPage {
    /// Words that stand side by side without much room between them.
    struct Segment {
        var left: Double
        var right: Double
        var top: Double
        var bottom: Double
        var text: [Unicode.Scalar]
        /// Number of the part that the file itself says it belongs to (标引), where it says so.
        var part: Int?
        /// Number of the table that stands here instead of words.
        var table: Int?

        var height: Double { bottom - top }
        var middle: Double { (top + bottom) / 2 }
    }

    /// A line as the eye reads it: one segment, or several with room between them.
    struct Line {
        var segments: [Segment]

        var left: Double { segments.first?.left ?? 0 }
        var right: Double { segments.last?.right ?? 0 }
        var top: Double { segments.map(\.top).min() ?? 0 }
        var bottom: Double { segments.map(\.bottom).max() ?? 0 }
        var height: Double { segments.map(\.height).max() ?? 0 }

        /// The words, with spaces as wide as the room between them.
        var text: [Unicode.Scalar] {
            var text: [Unicode.Scalar] = []
            for (index, segment) in segments.enumerated() {
                if index > 0 {
                    let room = (segment.left - segments[index - 1].right) / max(1e-6, segment.height)
                    text += [Unicode.Scalar](repeating: "\u{3000}", count: room.isFinite ? Int(max(1, min(8, room + 0.5))) : 1)
                }
                text += segment.text
            }
            return text
        }
    }

    /// From 1.
    var number: Int
    var width: Double
    var height: Double
    var segments: [Segment]
    var rules: [PrintedRule] = []

    /// The words of some segments as they are read: line by line.
    static func words(_ segments: [Segment]) -> [Unicode.Scalar] {
        var words: [Unicode.Scalar] = []
        for line in lines(segments) {
            if let last = words.last, let next = line.text.first, last.isLatinLetter, next.isLatinLetter { words.append(" ") }
            words += line.text
        }
        return words
    }

    /// The lines in reading order, one run for each column or band of the page.
    var columns: [[Line]] {
        guard let gutter else { return [Self.lines(segments)] }
        // What goes over the gutter parts the page into bands, each read left, then right.
        var runs: [[Line]] = []
        let across = Self.lines(segments.filter { $0.left < gutter && $0.right > gutter })
        var top = -Double.infinity
        for line in across + [Line(segments: [])] {
            let bottom = line.segments.isEmpty ? Double.infinity : line.top
            let band = segments.filter { ($0.right <= gutter || $0.left >= gutter) && $0.middle >= top && $0.middle < bottom }
            for column in [band.filter { $0.right <= gutter }, band.filter { $0.left >= gutter }] where !column.isEmpty { runs.append(Self.lines(column)) }
            if !line.segments.isEmpty { runs.append([line]) }
            top = bottom
        }
        return runs
    }

    /// Where two columns of running text part; nil of a page with one, or with a table.
    private var gutter: Double? {
        guard segments.count >= 12 else { return nil }
        var best: (x: Double, across: Int)?
        for step in 0...20 {
            let x = width * (0.4 + 0.01 * Double(step))
            let left = segments.filter { $0.right <= x }
            let right = segments.filter { $0.left >= x }
            let across = segments.count - left.count - right.count
            guard left.count >= 6, right.count >= 6, across * 4 <= segments.count else { continue }
            // Lines of text fill their column; cells do not.
            func fill(_ part: [Segment], _ from: Double, _ to: Double) -> Bool {
                let edge = part.map(\.left).min() ?? from, end = part.map(\.right).max() ?? to
                return part.count { $0.right - $0.left > (end - edge) * 0.75 } * 2 > part.count && end - edge > width * 0.25
            }
            guard fill(left, 0, x), fill(right, x, width) else { continue }
            if best.map({ across < $0.across }) ?? true { best = (x, across) }
        }
        return best?.x
    }

    /// Segments of one height on the page are a line.
    private static func lines(_ segments: [Segment]) -> [Line] {
        var lines: [Line] = []
        for segment in segments.sorted(by: { ($0.middle, $0.left) < ($1.middle, $1.left) }) {
            if let last = lines.last {
                // What is printed twice to look bold.
                let isTwice = last.segments.contains {
                    abs($0.left - segment.left) < segment.height * 0.2 && abs($0.middle - segment.middle) < segment.height * 0.2 && $0.text == segment.text
                }
                if isTwice { continue }
                let shared = min(last.bottom, segment.bottom) - max(last.top, segment.top)
                let isBeside = last.segments.allSatisfy { $0.right <= segment.left + 1e-3 || $0.left >= segment.right - 1e-3 }
                if shared > min(last.height, segment.height) * 0.55, isBeside {
                    lines[lines.count - 1].segments.append(segment)
                    continue
                }
            }
            lines.append(Line(segments: [segment]))
        }
        return lines.map { Line(segments: joined($0.segments.sorted { $0.left < $1.left })) }
    }

    /// Room, in characters, that parts the words of a line: less is how programs set digits beside characters.
    static let room = 0.9

    /// Segments without room between them are one.
    private static func joined(_ segments: [Segment]) -> [Segment] {
        var joined: [Segment] = []
        for segment in segments {
            guard var last = joined.last else {
                joined.append(segment)
                continue
            }
            let size = max(1e-6, min(last.height, segment.height))
            guard segment.left - last.right <= size * room else {
                joined.append(segment)
                continue
            }
            if segment.left - last.right > size * (last.text.last.map(\.isLatinLetter) == true ? 0.1 : 0.4) { last.text.append(" ") }
            last.text += segment.text
            last.right = max(last.right, segment.right)
            (last.top, last.bottom) = (min(last.top, segment.top), max(last.bottom, segment.bottom))
            joined[joined.count - 1] = last
        }
        return joined
    }
}

extension Unicode.Scalar {
    /// Latin words are parted by narrow spaces; digits stand beside characters without one.
    var isLatinLetter: Bool { value < 0x80 && properties.isAlphabetic }
}
