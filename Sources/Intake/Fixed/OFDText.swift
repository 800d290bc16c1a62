import Provenance
import XMLTree

/// The text objects of a page (文字对象): each character where `TextCode` puts it, moved by the object's matrix and boundary (GB/T 33190,
/// 11.3).
struct OFDText {
    private(set) var segments: [PrintedPage.Segment] = []
    /// The part that an object belongs to, by its id.
    private let part: (String) -> Int?

    init(part: @escaping (String) -> Int? = { _ in nil }) { self.part = part }

    mutating func take(_ other: OFDText) { segments += other.segments }

    mutating func read(_ node: XMLNode?) {
        guard let node else { return }
        for child in node.elements {
            switch child.name {
            case "TextObject": read(object: child)
            case "Layer", "PageBlock", "Content": read(child)
            default: continue
            }
        }
    }

    private mutating func read(object: XMLNode) {
        if object["Visible"] == "false" { return }
        let part = object["ID"].flatMap(part)
        let box = OFDReader.box(object["Boundary"]) ?? OFDBox(x: 0, y: 0, width: 0, height: 0)
        let matrix = OFDBox.numbers(object["CTM"])
        let (a, b, c, d, e, f) = matrix.count >= 6 ? (matrix[0], matrix[1], matrix[2], matrix[3], matrix[4], matrix[5]) : (1, 0, 0, 1, 0, 0)
        let size = OFDBox.numbers(object["Size"]).first ?? 3.5
        let height = max(0.1, size * max(abs(d), abs(b)))
        let width = max(0.1, size * max(abs(a), abs(c)) * (OFDBox.numbers(object["HScale"]).first ?? 1))
        var (x, y) = (0.0, 0.0)
        for code in object.elements("TextCode") {
            x = OFDBox.numbers(code["X"]).first ?? x
            y = OFDBox.numbers(code["Y"]).first ?? y
            let scalars = Array(code.text.unicodeScalars).filter { $0 != "\n" && $0 != "\r" && $0 != "\t" }
            let right = Self.deltas(code["DeltaX"], count: scalars.count)
            let down = Self.deltas(code["DeltaY"], count: scalars.count)
            var open: PrintedPage.Segment?
            for (index, scalar) in scalars.enumerated() {
                let left = box.x + a * x + c * y + e
                let base = box.y + b * x + d * y + f
                let advance = scalar.value < 0x80 ? width * 0.5 : width
                // Far from any page.
                guard abs(left) < OFDBox.limit, abs(base) < OFDBox.limit else { break }
                if !scalar.isWhite {
                    let top = base - height * 0.88
                    if var current = open, abs(current.top - top) < height * 0.3, left - current.right <= height * PrintedPage.room, left >= current.left {
                        // Digits may be set as wide as characters; they are one number all the same.
                        let areDigits = scalar.isASCIIDigit && current.text.last.map(\.isASCIIDigit) == true
                        if !areDigits, left - current.right > height * (current.text.last.map(\.isLatinLetter) == true ? 0.1 : 0.4) { current.text.append(" ") }
                        current.text.append(scalar)
                        current.right = max(current.right, left + advance)
                        open = current
                    } else {
                        if let open { segments.append(open) }
                        open = PrintedPage.Segment(left: left, right: left + advance, top: top, bottom: top + height, text: [scalar], part: part)
                    }
                }
                // Without deltas each character stands behind the one before it.
                if index < right.count { x += right[index] } else if down.isEmpty { x += scalar.value < 0x80 ? size * 0.5 : size }
                if index < down.count { y += down[index] }
            }
            if let open { segments.append(open) }
        }
    }

    /// `g 5 3.175 2` is five times 3.175, then 2.
    static func deltas(_ text: String?, count: Int) -> [Double] {
        guard let text else { return [] }
        var deltas: [Double] = []
        var words = text.split(whereSeparator: { $0 == " " || $0 == "\n" || $0 == "\t" })[...]
        while let word = words.popFirst(), deltas.count < count {
            if word == "g" {
                guard let times = words.popFirst().flatMap({ Int($0) }), let value = words.popFirst().flatMap({ Double($0) }), value.isFinite else { break }
                // No more than there are characters, whatever it says.
                deltas += [Double](repeating: value, count: max(0, min(times, count - deltas.count)))
            } else if let value = Double(word), value.isFinite {
                deltas.append(value)
            }
        }
        return deltas
    }
}

extension Unicode.Scalar {
    fileprivate var isASCIIDigit: Bool { value >= 0x30 && value <= 0x39 }
}
