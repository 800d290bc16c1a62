import DocumentXML
import Facts
import Foundation
import Ingest
import Intake
import Provenance
import SuyuanTesting
import Testing
import Vocabulary
import XMLTree

@testable import Exports

@Suite struct AkomaTests {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    static let converter = Result { () throws(Fault) in Converter(ontology: try Ontology.load()) }

    @Test(arguments: [
        ("一、", 1), ("（十二）", 12), ("第五条", 5), ("第二十一章", 21), ("12.", 12), ("3．", 3), ("①", 1), ("（１）", 1), ("一百零三、", 103),
    ])
    func numbersAreNormalised(_ printed: String, _ value: Int) { #expect(AkomaIdentifier.value(printed) == value) }

    @Test func textWithoutNumbersHasNone() { #expect(AkomaIdentifier.value("附件") == nil) }

    @Test func idsFollowTheNamingConvention() throws {
        let text = """
            云南省人民政府关于办好职工技能培训的意见
            云政发〔2030〕3号
            一、提升技能
            （一）建设培训中心。支持企业建设技能培训中心，2030年底前建成92个。（省人力资源社会保障厅牵头，省财政厅配合）
            （二）落实扣除政策。依照《税收征管办法》在税前扣除。（省税务局负责）
            二、保障措施
            （一）加强领导。各级党委要加强领导。
            云南省人民政府
            2030年3月1日
            """
        let source = try SourceReader.read(Array(text.utf8), path: "a.txt")
        let bytes = AkomaWriter.bytes(of: try Self.converter.get().convert(source, path: "a.txt").document)
        let akn = String(decoding: bytes, as: UTF8.self)
        for id in ["sec_1", "sec_1__subsec_1", "sec_1__subsec_2", "sec_2__subsec_1"] { #expect(akn.contains("eId=\"\(id)\""), "\(id)") }
        #expect(akn.contains("<num>（二）</num>"))
        #expect(akn.contains("<TLCOrganization eId=\"org_CN-53_hrss\" href=\"/akn/ontology/organization/cn/CN-53/hrss\" showAs=\"云南省人力资源和社会保障厅\"/>"))
        #expect(akn.contains("refersTo=\"#org_CN-53_hrss\""))
        #expect(akn.contains("<FRBRcountry value=\"cn\"/>"))
        #expect(akn.contains("<activeRef "))
        // The same document gives the same bytes.
        #expect(bytes == AkomaWriter.bytes(of: try Self.converter.get().convert(source, path: "a.txt").document))
    }

    /// Every document of the corpus, the samples and a grammar of the genre, by the schema of OASIS.
    @Test func theSchemaAcceptsEveryDocument() throws {
        let path = Self.root.appending(path: "../shared/schemas/akn/akomantoso30.xsd").standardized.path
        guard FileManager.default.fileExists(atPath: path) else { return print("skipped: no schema of Akoma Ntoso is here") }
        let schema = try XMLSchema(path: path)
        var sources: [(String, [UInt8])] = []
        for folder in ["Corpus", "../shared/documents"] {
            let folder = Self.root.appending(path: folder).standardized.path
            for name in (try? FileManager.default.contentsOfDirectory(atPath: folder).sorted()) ?? [] where name.hasSuffix(".txt") {
                sources.append((name, [UInt8](try Data(contentsOf: URL(filePath: folder + "/" + name)))))
            }
        }
        #expect(sources.count >= 12)
        for seed in 0..<40 {
            var text = PolicyText(seed: UInt64(seed))
            sources.append(("generated-\(seed).txt", Array(text.document().utf8)))
        }
        for (name, bytes) in sources {
            guard let source = try? SourceReader.read(bytes, path: name), let conversion = try? Self.converter.get().convert(source, path: name) else { continue }
            let akn = AkomaWriter.bytes(of: conversion.document)
            let findings = try schema.validate(akn, file: name)
            #expect(findings.isEmpty, "\(findings.prefix(3).map { $0.text(.en) })")
        }
    }
}
