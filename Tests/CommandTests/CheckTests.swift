import Foundation
import Testing

@Suite struct CheckTests {
    private static let doctype = "<?xml version=\"1.0\"?><!DOCTYPE d [<!ENTITY a \"b\">]><d>&a;</d>"

    @Test(arguments: [
        ("doctype.xml", doctype, "DOCTYPE"),
        ("external.xml", "<?xml version=\"1.0\"?><!DOCTYPE d [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><d>&a;</d>", "DOCTYPE"),
        ("broken.xml", "<document xmlns=\"urn:suyuan:policy:1\"><source></document>", "broken.xml:1"),
        ("empty.xml", "", "empty.xml"), ("text.xml", "不是 XML", "text.xml"),
    ])
    func whatIsNoSafeXMLIsRefused(_ name: String, _ text: String, _ part: String) throws {
        let folder = try Folder()
        try folder.write(name, text)
        let run = try Program.run("validate", name, in: folder)
        #expect(run.code == 2)
        #expect(run.errors.contains(name))
        #expect(run.errors.contains(part))
    }

    @Test func invalidFilesAreFindings() throws {
        let folder = try Folder.withDocuments()
        let xml = try Program.run("convert", "documents/20300301-opinion.txt", in: folder).output
        try folder.write("bad.xml", xml.replacingOccurrences(of: " modality=\"encourage\"", with: " modality=\"maybe\""))
        try folder.write("good.xml", xml)
        let run = try Program.run("validate", "bad.xml", "good.xml", "gone.xml", in: folder)
        #expect(run.code == 2)
        #expect(run.output.contains("bad.xml:"))
        #expect(run.output.contains("good.xml：有效"))
        #expect(run.errors.contains("gone.xml: "))
        #expect(try Program.run("validate", "bad.xml", in: folder).code == 1)
    }

    @Test func alteredCharacterIsNamedWithItsPlace() throws {
        let folder = try Folder.withDocuments()
        let xml = try Program.run("convert", "documents/20300301-opinion.txt", in: folder).output
        try folder.write("altered.xml", xml.replacingOccurrences(of: "在税前扣除", with: "在税后扣除"))
        let run = try Program.run("verify", "altered.xml", "--sources", "documents", in: folder)
        #expect(run.code == 1)
        #expect(run.output.contains("documents/20300301-opinion.txt:13:"), "\(run.output)")
        #expect(run.output.contains("后"))
    }

    @Test func missingSourceCannotBeVerified() throws {
        let folder = try Folder.withDocuments()
        try folder.write("opinion.xml", try Program.run("convert", "documents/20300301-opinion.txt", in: folder).bytes)
        try folder.write("elsewhere/other.txt", Folder.bulletin)
        let run = try Program.run("verify", "opinion.xml", "--sources", "elsewhere", in: folder)
        #expect(run.code == 2)
        #expect(run.errors.contains("无法核验"))
    }

    @Test func theBaseIsVerifiedAgainstItsFiles() throws {
        let folder = try Folder.withDocuments()
        #expect(try Program.run("add", "documents", in: folder).code == 0)
        #expect(try Program.run("verify", in: folder).code == 0)
        try folder.write("documents/20310630-bulletin.txt", Folder.bulletin.replacingOccurrences(of: "82", with: "92"))
        let changed = try Program.run("verify", in: folder)
        #expect(changed.code == 1)
        #expect(changed.output.contains("SHA-256"))
        try FileManager.default.removeItem(at: folder.url("documents/20310630-bulletin.txt"))
        #expect(try Program.run("verify", in: folder).code == 2)
    }

    @Test func alteredPackagesAreNoticed() throws {
        let folder = try Folder.withDocuments()
        #expect(try Program.run("report", "documents", in: folder).code == 0)
        let trace = try folder.text("out/package/trace.xml")
        try folder.write("out/package/trace.xml", trace.replacingOccurrences(of: "</trace>", with: "<!-- more --></trace>"))
        let run = try Program.run("validate", "out/package", in: folder)
        #expect(run.code == 1)
        #expect(run.output.contains("trace.xml"))
    }

    @Test func shippedOntologyIsSound() throws {
        let run = try Program.run("ontology", "check", in: try Folder())
        #expect(run.code == 0, "\(run.output)\(run.errors)")
    }

    @Test func composedBodiesAreRejected() throws {
        let folder = try Folder()
        try folder.write(
            "office/bodies.xml",
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <ontology xmlns="urn:suyuan:ontology:1"><bodies><body id="mine" kind="institution"><name>云南省财政厅</name></body></bodies></ontology>
            """)
        let run = try Program.run("ontology", "check", "--ontology", "office", in: folder)
        #expect(run.code == 1)
        #expect(run.output.contains("云南省财政厅"))
    }

    @Test func namesAreExplained() throws {
        let folder = try Folder()
        let run = try Program.run("ontology", "explain", "楚雄州人社局", in: folder)
        #expect(run.code == 0)
        #expect(run.output.contains("楚雄彝族自治州人力资源和社会保障局"))
        #expect(try Program.run("ontology", "explain", "不知所云之物", in: folder).code == 1)
    }
}
