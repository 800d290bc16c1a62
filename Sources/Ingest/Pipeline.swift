import Facts
import FoundationEssentials
import Intake
import Links
import Provenance
import Store
import Vocabulary

/// From files to the knowledge base (入库流水线): bytes → text → document → facts → links → base. Sources are converted side by
/// side, and written one after the other in the order of their paths, so that a run gives the same base on any machine.
public struct Pipeline: Sendable {
    private let converter: Converter
    private let linking: Linking
    private let options: ReadingOptions
    /// How many sources may be read ahead of the one that is written.
    private let ahead: Int

    /// - Parameters:
    ///   - allowsClassified: see `Converter`.
    ///   - options: how files are read.
    public init(
        ontology: Ontology, allowsClassified: Bool = false, options: ReadingOptions = ReadingOptions(), workers: Int = ProcessInfo.processInfo.activeProcessorCount
    ) {
        self.init(ontology: ontology, allowsClassified: allowsClassified, options: options, workers: workers, linking: Linking(ontology: ontology))
    }

    init(ontology: Ontology, allowsClassified: Bool, options: ReadingOptions, workers: Int, linking: Linking) {
        converter = Converter(ontology: ontology, allowsClassified: allowsClassified)
        self.linking = linking
        self.options = options
        ahead = max(1, workers) * 4
    }

    /// Adds every document below the paths, each in a transaction of its own, links included. What cannot be read is reported
    /// and stops nothing else; where the base itself fails, the run ends.
    /// - Parameter done: told of each source as soon as it is settled, in order.
    public func add(
        _ paths: [String], to base: KnowledgeBase, done: (IngestReport.Entry) -> Void = { _ in }
    ) async -> IngestReport {
        let session = Result { () throws(Fault) in try linking.session() }
        var report = await run(paths, base, done: done) { addition, facts throws(Fault) in
            let session = try session.get()
            do throws(Fault) {
                try session.bringUpToDate(base)
                return try base.add(addition) { writer, place in try session.link(facts, at: place, in: writer) }
            } catch {
                session.reset()
                throw error
            }
        }
        report.notices += (try? session.get())?.notices ?? []
        return report
    }

    /// The same for a base that is filled once and thrown away: links are made at the end, for all documents together.
    public func fill(
        _ base: KnowledgeBase, with paths: [String], done: (IngestReport.Entry) -> Void = { _ in }
    ) async throws(Fault) -> IngestReport {
        let report = await run(paths, base, done: done) { addition, _ throws(Fault) in try base.add(addition) }
        try linking.linkAnew(base)
        return report
    }

    /// Reads the documents that the base has from these paths anew, by the ontology and the program of today, adds those that it has
    /// not, and makes all links anew. What persons decided is kept.
    public func renew(
        _ base: KnowledgeBase, with paths: [String], done: (IngestReport.Entry) -> Void = { _ in }
    ) async throws(Fault) -> IngestReport {
        let report = await run(paths, base, again: true, done: done) { addition, _ throws(Fault) in
            try base.replace(addition) ? .readAgain : try base.add(addition)
        }
        try linking.linkAnew(base)
        return report
    }

    private func run(
        _ paths: [String], _ base: KnowledgeBase, again: Bool = false, done: (IngestReport.Entry) -> Void,
        write: (Addition, PreparedFacts) throws(Fault) -> KnowledgeBase.Outcome
    ) async -> IngestReport {
        var report = IngestReport()
        let sources = list(paths, &report)
        await withTaskGroup(of: (Int, Result<Prepared, Fault>).self) { group in
            var next = 0
            func begin() {
                guard next < sources.count else { return }
                let (index, path) = (next, sources[next])
                next += 1
                group.addTask { (index, self.prepare(path, base, again: again)) }
            }
            for _ in 0..<ahead { begin() }
            var waiting: [Int: Result<Prepared, Fault>] = [:]
            for index in sources.indices {
                while waiting[index] == nil, let (finished, result) = await group.next() { waiting[finished] = result }
                guard let result = waiting.removeValue(forKey: index) else { break }
                begin()
                let (entry, isEnd) = settle(sources[index], result, write)
                report.entries.append(entry)
                done(entry)
                if isEnd {
                    report.untried = Array(sources[(index + 1)...])
                    group.cancelAll()
                    break
                }
            }
        }
        return report
    }

    /// Each path once, though it may be given twice or lie below two of them.
    private func list(_ paths: [String], _ report: inout IngestReport) -> [String] {
        var sources: [String] = []
        var seen: Set<String> = []
        for path in paths {
            do throws(Fault) {
                let folder = try SourceFolder(path: path)
                sources += folder.paths.filter { seen.insert($0).inserted }
                report.skipped += folder.skipped
                report.folders += folder.faults
            } catch {
                report.folders.append(error)
            }
        }
        return sources
    }

    private enum Prepared: Sendable {
        case addition(Addition, PreparedFacts)
        case known(id: String)
    }

    private func prepare(_ path: String, _ base: KnowledgeBase, again: Bool) -> Result<Prepared, Fault> {
        Result { () throws(Fault) in
            let source = try SourceReader.read(path: path, options: options)
            if !again, let id = try base.read({ reader throws in try reader.id(ofBytes: source.description.sha256) }) { return .known(id: id) }
            let conversion = try converter.convert(source, path: path)
            let facts = try linking.prepared(LinkableFacts(conversion.document))
            let addition = Addition(
                document: conversion.document, xml: conversion.xml, path: absolute(path), facts: facts.facts,
                lines: source.description.isExtracted ? nil : LineIndex(source.text))
            return .addition(addition, facts)
        }
    }

    /// - Returns: what became of a source, and whether the base failed with it, so that the next one need not be tried.
    private func settle(
        _ path: String, _ result: Result<Prepared, Fault>,
        _ write: (Addition, PreparedFacts) throws(Fault) -> KnowledgeBase.Outcome
    ) -> (entry: IngestReport.Entry, isEnd: Bool) {
        func failed(_ fault: Fault) -> IngestReport.Entry { IngestReport.Entry(path: path, document: nil, outcome: nil, fault: fault) }
        switch result {
        case .failure(let fault): return (failed(fault), false)
        case .success(.known(let id)): return (IngestReport.Entry(path: path, document: id, outcome: .unchanged(id: id), fault: nil), false)
        case .success(.addition(let addition, let facts)):
            do throws(Fault) {
                let outcome = try write(addition, facts)
                var id = addition.document.id
                if case .unchanged(let known) = outcome { id = known }
                return (IngestReport.Entry(path: path, document: id, outcome: outcome, fault: nil), false)
            } catch {
                return (failed(error), !error.isOfDocument)
            }
        }
    }

    private func absolute(_ path: String) -> String {
        path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path
    }
}
