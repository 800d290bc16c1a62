import Foundation

/// A file of `Clauses`: documents of one kind, one for each block of text, with what a reader finds in it.
///
///     @ head
///     the document before the clause
///     @ foot
///     the document after it (may be left out)
///     @ clauses
///
///     （一）办好培训。年底前培训2万人次。（省甲厅牵头，省乙厅等配合）
///     > form: lead-support, open-list
///     > lead: 省甲厅
///     > support: 省乙厅 …
///     > deadline: 2031-12-31
///     > target: 培训 >= 20000 人次 by 2031-12-31
///     > must
///
/// A blank line parts blocks; lines with `>` say what stands in the lines above them, and several such pieces make a block where clauses are
/// read together. Items are parted by `; `, `…` behind the last name tells an open list, ` | ` is a tab. Sentences are told by their first
/// words (`> problem: 两个县`), or by nothing where the piece has one. `> finding:` gives the key of a message. What is not written is not
/// there: only `form` and the classes of demands and actions may be left out.
struct MarkedClauses {
    struct Refusal: Error, CustomStringConvertible {
        let file: String
        let line: Int
        let reason: String
        var description: String { "\(file):\(line): \(reason)" }
    }

    /// Lines of text and what they say.
    struct Piece {
        var line: Int
        var text: [String] = []
        var forms: [String] = []
        var facts = ClauseFacts()
        /// The classes of its sentences are given.
        var tellsUnits = false
    }

    let file: String
    private(set) var head: [String] = []
    private(set) var foot: [String] = []
    private(set) var blocks: [[Piece]] = []

    init(_ text: String, file: String) throws(Refusal) {
        self.file = file
        var part = ""
        var piece: Piece?
        var block: [Piece] = []
        for (index, whole) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let number = index + 1
            let line = String(whole)
            func refuse(_ reason: String) -> Refusal { Refusal(file: file, line: number, reason: reason) }
            if line.hasPrefix("@ ") {
                part = String(line.dropFirst(2))
                guard ["head", "foot", "clauses"].contains(part) else { throw refuse("no such part: \(part)") }
            } else if part == "head" {
                head.append(Self.tabbed(line))
            } else if part == "foot" {
                foot.append(line)
            } else if part != "clauses" {
                guard line.isEmpty || line.hasPrefix("#") else { throw refuse("text before the first part") }
            } else if line.isEmpty {
                if let last = piece { block.append(last) }
                if !block.isEmpty { blocks.append(block) }
                piece = nil
                block = []
            } else if line.hasPrefix(">") {
                guard piece != nil else { throw refuse("facts before their text") }
                do throws(MarkError) { try Self.read(line, into: &piece!) } catch { throw refuse(error.reason) }
            } else {
                if let last = piece, !last.forms.isEmpty {
                    block.append(last)
                    piece = nil
                }
                if piece == nil { piece = Piece(line: number) }
                piece?.text.append(Self.tabbed(line))
            }
        }
        if let piece { block.append(piece) }
        if !block.isEmpty { blocks.append(block) }
        guard !head.isEmpty, !blocks.isEmpty else { throw Refusal(file: file, line: 1, reason: "no head or no clauses") }
        for piece in blocks.joined() where piece.forms.isEmpty { throw Refusal(file: file, line: piece.line, reason: "no form given") }
    }

    private static func tabbed(_ line: String) -> String { line.replacing(" | ", with: "\t").replacing(" |", with: "\t") }

    struct MarkError: Error { let reason: String }

    private static func read(_ line: String, into piece: inout Piece) throws(MarkError) {
        let body = line.dropFirst().trimmingCharacters(in: .whitespaces)
        let colon = body.firstIndex(of: ":")
        let key = String(body[..<(colon ?? body.endIndex)])
        let rest = colon.map { body[body.index(after: $0)...].trimmingCharacters(in: .whitespaces) } ?? ""
        let items = rest.isEmpty ? [] : rest.components(separatedBy: "; ")
        switch key {
        case "form":
            piece.forms = rest.components(separatedBy: ", ").filter { !$0.isEmpty }
            if piece.forms.isEmpty { throw MarkError(reason: "form without a name") }
        case "lead", "support", "responsible":
            if items.isEmpty { throw MarkError(reason: "a role without names") }
            for item in items {
                let isOpen = item.hasSuffix(" …")
                let name = isOpen ? String(item.dropLast(2)) : item
                piece.facts.duties.append("\(key) \(name)")
                if isOpen { piece.facts.open.append("\(key) \(name)") }
            }
        case "deadline":
            for item in items {
                guard item.wholeMatch(of: /\d{4}-\d{2}-\d{2}/) != nil else { throw MarkError(reason: "no day: \(item)") }
            }
            piece.facts.deadlines += items
        case "target":
            for item in items {
                guard item.wholeMatch(of: /[^<>=~]+ (>=|<=|>|<|=|~) \S.*/) != nil else { throw MarkError(reason: "no target: \(item)") }
                piece.facts.targets.append(item)
            }
        case "finding": piece.facts.findings += items
        case "must", "mustNot", "encourage", "may", "explore", "action", "ongoing", "plan", "problem", "other":
            piece.tellsUnits = true
            if key != "other" { piece.facts.units += (items.isEmpty ? [""] : items).map { .init(kind: key, words: $0) } }
        default: throw MarkError(reason: "no such fact: \(key)")
        }
    }
}

/// What is said of a piece of text, as sorted words that two readers can compare.
struct ClauseFacts {
    struct Unit: Hashable {
        /// A modality, or `action`, `ongoing`, `plan`, `problem`.
        var kind: String
        /// Its first words, or all of them.
        var words: String
        var isDemand: Bool { ["must", "mustNot", "encourage", "may", "explore"].contains(kind) }
    }

    var duties: [String] = []
    var open: [String] = []
    var deadlines: [String] = []
    var targets: [String] = []
    var findings: [String] = []
    var units: [Unit] = []
}
