import DocumentXML
import Intake
import Facts
import Provenance

/// Holds documents against their sources (来源核验): decodes the source anew and compares every element with its slice.
public struct Verification: Sendable {
    /// What came of one document.
    public enum Outcome: Sendable {
        /// Empty where every element says what the source says.
        case compared([PlacedFinding])
        /// The source is not there, or cannot be read (无法核验).
        case unverifiable(Fault)
    }

    /// Paths of the files in the folders of sources, by name; several where folders hold files of the same name.
    private let files: [String: [String]]

    /// - Parameter folders: where sources are looked for, with all folders below.
    /// - Throws: where one of them cannot be read.
    public init(sources folders: [String]) throws(Fault) {
        var files: [String: [String]] = [:]
        for folder in folders {
            for path in try SourceFolder(path: folder).paths { files[Self.name(path), default: []].append(path) }
        }
        self.files = files
    }

    /// - Parameter path: where the source was read from, where that is known; it is tried last.
    public func verify(_ document: PolicyDocument, path: String? = nil) -> Outcome {
        var found: ReceivedSource?
        var place = ""
        var fault: Fault?
        for candidate in (files[document.source.name] ?? []) + (path.map { [$0] } ?? []) {
            do throws(Fault) {
                // What was read by OCR can be read so again.
                let options = ReadingOptions(ocr: document.source.reader?.hasPrefix("tesseract") ?? false)
                let source = try SourceReader.read(path: candidate, options: options)
                let isSame = source.description.sha256 == document.source.sha256
                if found == nil || isSame { (found, place) = (source, candidate) }
                if isSame { break }
            } catch {
                fault = fault ?? error
            }
        }
        guard let found else {
            let message = Message.commandUnverifiable(document.source.name, because: fault?.what)
            return .unverifiable(Fault(message, at: Place(file: document.id), advice: .commandSourcesAdvice))
        }
        var findings: [PlacedFinding] = []
        if found.description.sha256 != document.source.sha256 {
            let message = Message.commandSourceChanged(expected: document.source.sha256, found: found.description.sha256)
            findings.append(PlacedFinding(.error, message, at: Place(file: place)))
        }
        findings += DocumentVerifier.findings(in: document, against: found.text, file: place)
        return .compared(findings)
    }

    private static func name(_ path: String) -> String { SourceReader.name(path: path) }
}
