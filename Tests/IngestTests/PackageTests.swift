import Archives
import Exports
import Foundation
import Links
import Provenance
import Queries
import Store
import SuyuanTesting
import Testing
import Vocabulary
import XMLTree

@testable import Ingest

/// Packages go out, come in, and come in altered.
@Suite("Packages", .serialized)
struct PackageTests {
    static let ontology = Result { () throws(Fault) in try Ontology.load() }
    static let schemas = Result { () throws(Fault) in try PackageSchemas() }
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    static let opinion = """
        云南省人民政府关于办好职工技能培训的意见
        云政发〔2030〕3号
        一、提升技能
        （一）建设培训中心。支持企业建设技能培训中心，2030年底前建成92个。（省人力资源社会保障厅牵头，省财政厅配合）
        （二）落实扣除政策。职工教育经费支出依法在税前扣除。（省税务局负责）
        云南省人民政府
        2030年3月1日
        """
    static let bulletin = """
        云南省职工技能培训工作简报
        第2期
        云南省人力资源和社会保障厅　2031年6月30日
        技能培训中心建设加快
        省人力资源社会保障厅支持企业建设技能培训中心，全省计划的92个技能培训中心，目前已建成82个。
        """

    // MARK: Helpers

    final class Scratch: Sendable {
        let path: String
        init() throws {
            path = FileManager.default.temporaryDirectory.appending(path: "suyuan-\(UUID().uuidString)").path
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        }
        deinit { try? FileManager.default.removeItem(atPath: path) }

        func files(_ name: String) -> [String] {
            (FileManager.default.enumerator(atPath: path + "/" + name)?.compactMap { $0 as? String } ?? []).sorted()
                .filter { name2 in
                    var isFolder: ObjCBool = false
                    return FileManager.default.fileExists(atPath: path + "/" + name + "/" + name2, isDirectory: &isFolder) && !isFolder.boolValue
                }
        }
        func read(_ name: String) throws -> [UInt8] { [UInt8](try Data(contentsOf: URL(filePath: path + "/" + name))) }
        func write(_ name: String, _ bytes: [UInt8]) throws {
            let url = URL(filePath: path + "/" + name)
            try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(bytes).write(to: url)
        }
        func contents(_ name: String) throws -> [String: [UInt8]] {
            try Dictionary(uniqueKeysWithValues: files(name).map { ($0, try read(name + "/" + $0)) })
        }
    }

    static func base(_ texts: [String: String], in scratch: Scratch) async throws -> KnowledgeBase {
        for (name, text) in texts { try scratch.write("in/" + name, Array(text.utf8)) }
        let base = try KnowledgeBase.inMemory()
        let report = await Pipeline(ontology: try ontology.get()).add([scratch.path + "/in"], to: base)
        #expect(report.faults.isEmpty)
        return base
    }

    static func export(_ base: KnowledgeBase, to path: String, signing key: SigningKey? = nil, sources folder: String? = nil) throws {
        let inquiry = Inquiry(base, ontology: try ontology.get())
        let export = PackageExport(inquiry, origin: .init(version: "test")) { document, survey in
            if let folder, let data = FileManager.default.contents(atPath: folder + "/" + document.source.name) { return [UInt8](data) }
            return try survey.original(of: document)
        }
        let sink: any PackageSink = path.hasSuffix(".zip") ? try ZipSink(path: path) : try FolderSink(path: path)
        _ = try export.write(to: sink, signing: key)
    }

    static func inspect(_ path: String, signedBy keys: [VerifyingKey]? = nil, limits: ArchiveLimits = ArchiveLimits()) throws -> PackageInspection {
        PackageInspection(try PackageFiles(path: path, limits: limits), schemas: try schemas.get(), signedBy: keys)
    }

    @discardableResult
    static func receive(_ path: String, into base: KnowledgeBase, signedBy keys: [VerifyingKey]? = nil) throws -> (PackageInspection, PackageReceiver.Outcome) {
        let files = try PackageFiles(path: path)
        let inspection = PackageInspection(files, schemas: try schemas.get(), signedBy: keys)
        return (inspection, try PackageReceiver(base, ontology: try ontology.get()).receive(files, inspection))
    }

    static func isEmpty(_ base: KnowledgeBase) throws -> Bool {
        try base.read { try $0.documents().isEmpty && $0.receptions().isEmpty }
    }

    // MARK: There and back

    @Test(arguments: ["Corpus", "../shared/documents"])
    func receivedAndSentOnItIsTheSame(_ folder: String) async throws {
        let path = Self.root.appending(path: folder).standardized.path
        guard FileManager.default.fileExists(atPath: path) else { return print("skipped: \(folder) is not here") }
        let scratch = try Scratch()
        let ontology = try Self.ontology.get()
        let base = try KnowledgeBase.inMemory()
        _ = await Pipeline(ontology: ontology).add([path], to: base)
        try Self.export(base, to: scratch.path + "/first", sources: path)
        let other = try KnowledgeBase.inMemory()
        let (inspection, outcome) = try Self.receive(scratch.path + "/first", into: other)
        #expect(inspection.findings.isEmpty, "\(inspection.findings.map { $0.text(.en) })")
        #expect(outcome.taken == inspection.documents.count && outcome.taken > 5 && outcome.aside.isEmpty)
        try Self.export(other, to: scratch.path + "/second")
        #expect(try scratch.contents("first") == scratch.contents("second"))
        // A zip file of it holds the same.
        try Self.export(other, to: scratch.path + "/third.zip")
        let third = try KnowledgeBase.inMemory()
        try Self.receive(scratch.path + "/third.zip", into: third)
        try Self.export(third, to: scratch.path + "/third")
        #expect(try scratch.contents("first") == scratch.contents("third"))
        // PROV-XML by the schema of the W3C, where it is at hand.
        let schema = Self.root.appending(path: "../shared/schemas/prov/prov.xsd").standardized.path
        guard FileManager.default.fileExists(atPath: schema) else { return print("skipped: no schema of PROV is here") }
        #expect(try XMLSchema(path: schema).validate(scratch.read("first/provenance.xml"), file: "provenance.xml").isEmpty)
    }

    @Test func receivingTwiceChangesNothing() async throws {
        let scratch = try Scratch()
        let base = try await Self.base(["a.txt": Self.opinion, "b.txt": Self.bulletin], in: scratch)
        try Self.export(base, to: scratch.path + "/p")
        let other = try KnowledgeBase.inMemory()
        try Self.receive(scratch.path + "/p", into: other)
        let (_, again) = try Self.receive(scratch.path + "/p", into: other)
        #expect(again.before == "p")
        #expect(try other.read { try $0.receptions().count } == 1)
        // What one sent out oneself is known.
        let (_, own) = try Self.receive(scratch.path + "/p", into: base)
        #expect(own.taken == 0 && own.known == 2 && own.aside.isEmpty)
    }

    @Test func reviewsTravelAndNeverOverwrite() async throws {
        let scratch = try Scratch()
        let base = try await Self.base(["a.txt": Self.opinion, "b.txt": Self.bulletin], in: scratch)
        let other = try KnowledgeBase.inMemory()
        try Self.export(base, to: scratch.path + "/plain")
        try Self.receive(scratch.path + "/plain", into: other)
        let link = try #require(try base.read { reader throws in try reader.links(among: reader.documents(), reasons: false) }.first { $0.isStrong })
        try base.record(Review(requirement: link.requirement, evidence: link.evidence, decision: .confirm, by: "甲", at: "2031-07-01", note: "属实"))
        try Self.export(base, to: scratch.path + "/reviewed")
        let (inspection, taken) = try Self.receive(scratch.path + "/reviewed", into: other)
        #expect(inspection.findings.isEmpty && taken.aside.isEmpty, "\(inspection.findings.map { $0.text(.en) })")
        let reviews = try other.read { try $0.reviews(of: link.requirement) }
        #expect(reviews.map(\.by) == ["甲"] && reviews.first?.note == "属实")
        #expect(try other.read { reader throws in try reader.links(among: reader.documents(), reasons: false) }.first { $0.id == link.id }?.status == .confirmed)
        // Where somebody here decided otherwise, both stand.
        let third = try KnowledgeBase.inMemory()
        try Self.receive(scratch.path + "/plain", into: third)
        try third.record(Review(requirement: link.requirement, evidence: link.evidence, decision: .reject, by: "乙", at: "2031-07-02"))
        let (_, disputed) = try Self.receive(scratch.path + "/reviewed", into: third)
        #expect(disputed.aside.map(\.reason?.key) == ["conflict.review"])
        #expect(try third.read { try $0.reviews(of: link.requirement) }.map(\.by) == ["乙"])
        let kept = try #require(try third.read { try $0.receptions() }.last?.items.first { $0.outcome == .aside })
        #expect(String(decoding: kept.content, as: UTF8.self).contains("甲"))
    }

    @Test func newerVersionsAreTakenAndOlderOnesKeptAside() async throws {
        let newer = Self.opinion.replacingOccurrences(of: "92个", with: "95个").replacingOccurrences(of: "3月1日", with: "5月1日")
        let (one, two) = (try Scratch(), try Scratch())
        let old = try await Self.base(["a.txt": Self.opinion], in: one)
        let new = try await Self.base(["a.txt": newer], in: two)
        try Self.export(old, to: one.path + "/p")
        try Self.export(new, to: two.path + "/p")
        let (_, forward) = try Self.receive(two.path + "/p", into: old)
        #expect(forward.taken == 1 && forward.aside.isEmpty)
        let (_, backward) = try Self.receive(one.path + "/p", into: new)
        #expect(backward.taken == 0 && backward.aside.map(\.reason?.key) == ["conflict.older"])
        #expect(try new.read { try $0.documents().count } == 1)
    }

    // MARK: Altered

    /// A signed package with one alteration: never taken in, always told.
    @Test func everyAlterationOfASignedPackageIsRefused() async throws {
        let scratch = try Scratch()
        let base = try await Self.base(["a.txt": Self.opinion, "b.txt": Self.bulletin], in: scratch)
        let key = SigningKey()
        try Self.export(base, to: scratch.path + "/good", signing: key, sources: scratch.path + "/in")
        #expect(try Self.inspect(scratch.path + "/good", signedBy: [key.verifying]).isSound)
        let names = scratch.files("good")
        #expect(names.count == 9)
        var random = SeededGenerator(seed: 5)
        let empty = try KnowledgeBase.inMemory()
        for round in 0..<200 {
            let target = "bad\(round)"
            for name in names { try scratch.write(target + "/" + name, try scratch.read("good/" + name)) }
            let name = random.pick(names)
            var what = name
            switch round % 5 {
            case 0, 1:
                var bytes = try scratch.read("good/" + name)
                bytes[Int.random(in: 0..<bytes.count, using: &random)] ^= UInt8(1 << Int.random(in: 0..<8, using: &random))
                try scratch.write(target + "/" + name, bytes)
                what += " flipped"
            case 2:
                try FileManager.default.removeItem(atPath: scratch.path + "/" + target + "/" + name)
                what += " dropped"
            case 3:
                var manifest = String(decoding: try scratch.read("good/manifest.xml"), as: UTF8.self)
                let hashes = manifest.components(separatedBy: "sha256=\"").dropFirst().map { String($0.prefix(64)) }
                let (one, two) = (random.pick(hashes), random.pick(hashes))
                guard one != two else { continue }
                manifest = manifest.replacingOccurrences(of: one, with: "-").replacingOccurrences(of: two, with: one).replacingOccurrences(of: "-\"", with: two + "\"")
                try scratch.write(target + "/manifest.xml", Array(manifest.utf8))
                what = "hashes swapped"
            default:
                try scratch.write(target + "/" + random.pick(["documents/more.xml", "x", "sources/letter.txt", ".hidden"]), Array("<a/>".utf8))
                what = "file added"
            }
            let inspection = try Self.inspect(scratch.path + "/" + target, signedBy: [key.verifying])
            #expect(!inspection.isSound, "\(round): \(what)")
            #expect(inspection.findings.contains { $0.severity >= .error && !$0.place.file.isEmpty }, "\(round): \(what)")
            let (_, outcome) = try Self.receive(scratch.path + "/" + target, into: empty, signedBy: [key.verifying])
            #expect(outcome.taken == 0)
            try FileManager.default.removeItem(atPath: scratch.path + "/" + target)
        }
        #expect(try Self.isEmpty(empty))
    }

    @Test func signaturesOfOthersDoNotCount() async throws {
        let scratch = try Scratch()
        let base = try await Self.base(["a.txt": Self.opinion], in: scratch)
        let key = SigningKey()
        try Self.export(base, to: scratch.path + "/p", signing: key)
        try Self.export(base, to: scratch.path + "/unsigned")
        func keys(_ path: String, _ keys: [VerifyingKey]) throws -> [String] {
            try Self.inspect(scratch.path + "/" + path, signedBy: keys).findings.map(\.message.key)
        }
        #expect(try keys("p", [SigningKey().verifying]) == ["package.signedByOther"])
        #expect(try keys("unsigned", [key.verifying]) == ["package.unsigned"])
        #expect(try keys("p", [SigningKey().verifying, key.verifying]).isEmpty)
        // Without a demand for one, a signature is no matter.
        #expect(try Self.inspect(scratch.path + "/p").isSound)
        // A key file that was read back signs the same.
        let read = try SigningKey(key.text, file: "k")
        #expect(try VerifyingKey(read.verifying.text, file: "k").verifies(read.signature(of: [1, 2]), of: [1, 2]))
        #expect(throws: Fault.self) { try VerifyingKey("no key", file: "k") }
    }

    @Test func zipsThatAreNoneOrTooMuchAreRefused() async throws {
        let scratch = try Scratch()
        func zip(_ name: String, _ files: [(String, [UInt8])]) throws -> String {
            let writer = try ZipWriter(path: scratch.path + "/" + name)
            for (name, bytes) in files { try writer.add(name, bytes) }
            try writer.finish()
            return scratch.path + "/" + name
        }
        let manifest: (String, [UInt8]) = ("manifest.xml", Array("<manifest xmlns=\"urn:suyuan:policy:1\"/>".utf8))
        for (name, files) in [
            ("escape.zip", [manifest, ("../x", [1])]), ("twice.zip", [manifest, ("a", [1]), ("a", [2])]),
            ("bomb.zip", [manifest, ("b", [UInt8](repeating: 0, count: 64 << 20))]),
        ] {
            let path = try zip(name, files)
            #expect(throws: Fault.self, "\(name)") { try PackageFiles(path: path) }
        }
        let many = try zip("many.zip", (0..<2_000).map { ("f\($0)", []) })
        #expect(throws: Fault.self) { try PackageFiles(path: many, limits: ArchiveLimits(entries: 1_999)) }
        #expect(ArchiveLimits().entries < 100_000)
        #expect(!FileManager.default.fileExists(atPath: scratch.path + "/x"))
        try scratch.write("text.zip", Array("no zip".utf8))
        #expect(throws: Fault.self) { try PackageFiles(path: scratch.path + "/text.zip") }
        #expect(try Self.inspect(try zip("empty.zip", [("a.txt", [1])])).findings.map(\.message.key) == ["package.noManifest"])
    }

    @Test func linksInAFolderAreNotFollowed() async throws {
        let scratch = try Scratch()
        let base = try await Self.base(["a.txt": Self.opinion], in: scratch)
        try Self.export(base, to: scratch.path + "/p")
        try FileManager.default.createSymbolicLink(atPath: scratch.path + "/p/more", withDestinationPath: "/etc")
        #expect(throws: Fault.self) { try PackageFiles(path: scratch.path + "/p") }
    }

    /// Unsigned and made whole again with right hashes, what is wrong inside is still found.
    @Test(arguments: [
        ("trace.xml", "evidence=\"b-", "evidence=\"x-", "package.trace.dangling"),
        ("trace.xml", "link id=\"l", "link id=\"m", "package.linkId"),
        ("documents", "modality=\"encourage\"", "modality=\"perhaps\"", nil),
        ("documents", "在税前扣除", "在税后扣除", "verify.text"),
    ])
    func whatIsWrongInsideIsFound(_ file: String, _ old: String, _ new: String, _ key: String?) async throws {
        let scratch = try Scratch()
        let base = try await Self.base(["a.txt": Self.opinion, "b.txt": Self.bulletin], in: scratch)
        try Self.export(base, to: scratch.path + "/p", sources: scratch.path + "/in")
        try Self.alter(scratch, file, old, new)
        let inspection = try Self.inspect(scratch.path + "/p")
        #expect(!inspection.isSound)
        #expect(inspection.findings.contains { $0.severity == .error && $0.place.line != nil })
        if let key { #expect(inspection.findings.contains { $0.message.key == key }, "\(inspection.findings.map(\.message.key))") }
        let empty = try KnowledgeBase.inMemory()
        #expect(try Self.receive(scratch.path + "/p", into: empty).1.taken == 0)
        #expect(try Self.isEmpty(empty))
    }

    /// Whatever the format of the original, its words are read by the same reader and compared.
    @Test(arguments: ["a.docx", "a.html", "a.ofd", "a.md"])
    func aWordThatIsOtherThanInTheOriginalIsFound(_ name: String) async throws {
        let scratch = try Scratch()
        let bytes: [UInt8] =
            switch name {
            case "a.docx": try WordFile.of(text: Self.opinion).bytes()
            case "a.html": Array(("<!DOCTYPE html><html><body>" + PageFile.paragraphs(Self.opinion) + "</body></html>").utf8)
            case "a.ofd": try FixedFile.of(text: Self.opinion).bytes()
            default: Array(Self.opinion.utf8)
            }
        try scratch.write("in/" + name, bytes)
        let base = try KnowledgeBase.inMemory()
        #expect(await Pipeline(ontology: try Self.ontology.get()).add([scratch.path + "/in"], to: base).faults.isEmpty)
        try Self.export(base, to: scratch.path + "/p", sources: scratch.path + "/in")
        #expect(try Self.inspect(scratch.path + "/p").findings.isEmpty)
        try Self.alter(scratch, "documents", "在税前扣除", "在税后扣除")
        let findings = try Self.inspect(scratch.path + "/p").findings
        #expect(findings.contains { $0.severity == .error && $0.message.key == "verify.text" && $0.place.file.hasSuffix(name) }, "\(findings.map { $0.text(.en) })")
    }

    /// A trace that is in another order than ours is gone through for links that come twice, wherever they stand.
    @Test func aLinkThatComesTwiceIsFound() async throws {
        let scratch = try Scratch()
        let more = Self.bulletin.replacing("第2期", with: "第3期").replacing("82个", with: "85个")
        let base = try await Self.base(["a.txt": Self.opinion, "b.txt": Self.bulletin, "c.txt": more], in: scratch)
        try Self.export(base, to: scratch.path + "/p")
        let trace = String(decoding: try scratch.read("p/trace.xml"), as: UTF8.self)
        let links = trace.components(separatedBy: "  <link ").dropFirst().map { "  <link " + ($0.components(separatedBy: "</link>\n").first ?? "") + "</link>\n" }
        try #require(links.count > 2)
        // Turned round it is as good as before.
        try Self.alter(scratch, "trace.xml", links.joined(), links.reversed().joined())
        #expect(try Self.inspect(scratch.path + "/p").findings.isEmpty)
        try Self.alter(scratch, "trace.xml", links.reversed().joined(), links.joined() + links[0])
        #expect(try Self.inspect(scratch.path + "/p").findings.map(\.message.key) == ["package.linkTwice"])
    }

    /// Changes words of some files of the package `p`, and its manifest so that nothing seems altered.
    private static func alter(_ scratch: Scratch, _ file: String, _ old: String, _ new: String) throws {
        var manifest = String(decoding: try scratch.read("p/manifest.xml"), as: UTF8.self)
        var changed = 0
        for name in scratch.files("p") where name.hasPrefix(file) {
            let bytes = try scratch.read("p/" + name)
            let altered = Array(String(decoding: bytes, as: UTF8.self).replacingOccurrences(of: old, with: new).utf8)
            guard altered != bytes else { continue }
            changed += 1
            try scratch.write("p/" + name, altered)
            manifest = manifest.replacingOccurrences(of: ContentHash.sha256(bytes), with: ContentHash.sha256(altered))
            manifest = manifest.replacingOccurrences(of: "bytes=\"\(bytes.count)\"", with: "bytes=\"\(altered.count)\"")
        }
        #expect(changed > 0)
        try scratch.write("p/manifest.xml", Array(manifest.utf8))
    }
}
