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
    private let shown: [String: String]

    /// - Parameters:
    ///   - folders: where sources are looked for, with all folders below.
    ///   - shown: what messages call some of these folders.
    /// - Throws: where one of them cannot be read.
    public init(sources folders: [String], shown: [String: String] = [:]) throws(Fault) {
        self.shown = shown
        var files: [String: [String]] = [:]
        for folder in folders {
            for path in try SourceFolder(path: folder).paths { files[Self.name(path), default: []].append(path) }
        }
        self.files = files
    }

    /// - Parameters:
    ///   - path: where the source was read from, where that is known; it is tried after the folders.
    ///   - original: the bytes that a package brought along (随包原件); asked for where no file is the one that was read.
    public func verify(
        _ document: PolicyDocument, path: String? = nil, original: () throws(Fault) -> [UInt8]? = { () throws(Fault) in nil }
    ) -> Outcome {
        var found: ReceivedSource?
        var place = ""
        var fault: Fault?
        let options = ReadingOptions(readerOf: document.source)
        func isSame(_ source: ReceivedSource?) -> Bool { source?.description.sha256 == document.source.sha256 }
        func attempt(_ name: String, _ read: () throws(Fault) -> ReceivedSource?) {
            do throws(Fault) {
                if let source = try read(), found == nil || isSame(source) { (found, place) = (source, name) }
            } catch {
                fault = fault ?? error
            }
        }
        for candidate in (files[document.source.name] ?? []) + (path.map { [$0] } ?? []) where !isSame(found) {
            attempt(candidate) { () throws(Fault) in try SourceReader.read(path: candidate, options: options) }
        }
        if !isSame(found) {
            attempt(document.source.name) { () throws(Fault) in
                try original().map { bytes throws(Fault) in try SourceReader.read(bytes, path: document.source.name, options: options) }
            }
        }
        guard let found else {
            let message = Message.commandUnverifiable(document.source.name, because: fault?.what)
            return .unverifiable(Fault(message, at: Place(file: document.id), advice: .commandSourcesAdvice))
        }
        var findings: [PlacedFinding] = []
        if found.description.sha256 != document.source.sha256 {
            let message = Message.commandSourceChanged(expected: document.source.sha256, found: found.description.sha256)
            findings.append(PlacedFinding(.error, message, at: Place(file: name(place))))
        }
        findings += DocumentVerifier.findings(in: document, against: found.text, file: name(place))
        return .compared(findings)
    }

    private func name(_ place: String) -> String {
        for (folder, name) in shown where place.hasPrefix(folder) { return name + place.dropFirst(folder.count) }
        return place
    }

    private static func name(_ path: String) -> String { SourceReader.name(path: path) }
}
