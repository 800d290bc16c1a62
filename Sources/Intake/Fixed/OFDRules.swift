import Provenance
import XMLTree

/// The straight rules of a page (图元路径): what tables are drawn with (GB/T 33190, 9.1).
struct OFDRules {
    private(set) var rules: [PrintedRule] = []
    /// Shorter than this, in millimetres, is a part of a drawing; nearer than this is the same rule.
    private static let shortest = 2.0
    private static let thinnest = 0.8
    private static let limit = 50_000

    mutating func read(_ node: XMLNode?) {
        guard let node else { return }
        for child in node.elements {
            switch child.name {
            case "PathObject": read(path: child)
            case "Layer", "PageBlock", "Content": read(child)
            default: continue
            }
        }
    }

    private mutating func read(path: XMLNode) {
        guard path["Visible"] != "false", rules.count < Self.limit else { return }
        let box = OFDReader.box(path["Boundary"]) ?? OFDBox(x: 0, y: 0, width: 0, height: 0)
        let matrix = OFDBox.numbers(path["CTM"])
        let (a, b, c, d, e, f) = matrix.count >= 6 ? (matrix[0], matrix[1], matrix[2], matrix[3], matrix[4], matrix[5]) : (1, 0, 0, 1, 0, 0)
        func placed(_ x: Double, _ y: Double) -> (x: Double, y: Double) { (box.x + a * x + c * y + e, box.y + b * x + d * y + f) }
        var words = (path.first("AbbreviatedData")?.text ?? "").split(whereSeparator: { $0 == " " || $0 == "\n" || $0 == "\t" }).prefix(20_000)
        var start: (x: Double, y: Double)?
        var here: (x: Double, y: Double)?
        func point() -> (x: Double, y: Double)? {
            guard let x = words.popFirst().flatMap({ Double($0) }), let y = words.popFirst().flatMap({ Double($0) }), x.isFinite, y.isFinite else { return nil }
            return placed(x, y)
        }
        while let word = words.popFirst() {
            switch word {
            case "M", "S":
                here = point()
                start = here
            case "L":
                let next = point()
                if let here, let next { add(here, next) }
                here = next
            case "C":
                if let here, let start { add(here, start) }
                here = start
            // Curves: their points are passed over, and what follows begins at their end.
            case "Q", "B", "A":
                let count = word == "Q" ? 2 : word == "B" ? 6 / 2 : 7
                if word == "A" { for _ in 0..<5 { _ = words.popFirst() } } else { for _ in 1..<count { _ = point() } }
                here = point()
            default: continue
            }
        }
    }

    private mutating func add(_ from: (x: Double, y: Double), _ to: (x: Double, y: Double)) {
        let (width, height) = (abs(to.x - from.x), abs(to.y - from.y))
        guard [from.x, from.y, to.x, to.y].allSatisfy({ abs($0) < OFDBox.limit }) else { return }
        if height <= Self.thinnest, width >= Self.shortest {
            rules.append(PrintedRule(isHorizontal: true, at: (from.y + to.y) / 2, from: min(from.x, to.x), to: max(from.x, to.x)))
        } else if width <= Self.thinnest, height >= Self.shortest {
            rules.append(PrintedRule(isHorizontal: false, at: (from.x + to.x) / 2, from: min(from.y, to.y), to: max(from.y, to.y)))
        }
    }
}
