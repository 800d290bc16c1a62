import Foundation
import SuyuanTesting

/// A file of `Documents`: short documents, each with the structure that a reader sees in it.
///
///     @ document what is special about it
///     its text, line by line
///     @ sketch
///     the sketch of its outline
struct MarkedDocument: CustomStringConvertible, Sendable {
    struct Refusal: Error, CustomStringConvertible {
        let description: String
    }

    /// File and line, and what is special about it.
    let description: String
    private(set) var text: [String] = []
    private(set) var sketch: [String] = []

    /// - Throws: `Refusal` where a part is missing or unknown.
    static func read(_ text: String, file: String) throws -> [MarkedDocument] {
        var found: [MarkedDocument] = []
        var isSketch = false
        for (index, whole) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let line = String(whole)
            if line.hasPrefix("@ document ") {
                guard found.last?.sketch.isEmpty != true else { throw Refusal(description: "\(file):\(index + 1): the document before has no sketch") }
                found.append(MarkedDocument(description: "\(file):\(index + 1) \(line.dropFirst(11))"))
                isSketch = false
            } else if line == "@ sketch" {
                guard !isSketch, found.last?.text.isEmpty == false else { throw Refusal(description: "\(file):\(index + 1): a sketch without text") }
                isSketch = true
            } else if line.hasPrefix("@") {
                throw Refusal(description: "\(file):\(index + 1): no such part: \(line)")
            } else if found.isEmpty {
                guard line.isEmpty || line.hasPrefix("#") else { throw Refusal(description: "\(file):\(index + 1): text before the first document") }
            } else if !isSketch {
                found[found.count - 1].text.append(line)
            } else if !line.isEmpty {
                found[found.count - 1].sketch.append(line)
            }
        }
        guard found.last?.sketch.isEmpty == false else { throw Refusal(description: "\(file): the last document has no sketch") }
        return found
    }

    private init(description: String) { self.description = description }

    static let folder = "/" + #filePath.split(separator: "/").dropLast().joined(separator: "/") + "/Documents"

    static let all: Result<[MarkedDocument], any Error> = Result {
        try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".txt") }.sorted()
            .flatMap { try read(String(contentsOfFile: folder + "/" + $0, encoding: .utf8), file: $0) }
    }
}
