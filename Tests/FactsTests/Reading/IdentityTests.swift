import Provenance
import SuyuanTesting
import Testing

@testable import Facts

/// Ids that outlive what changes around them, and what a document is called.
@Suite struct IdentityTests {
    private static let clause = "各地要更新老旧供水管网，保障水质安全。"

    private func ids(_ text: String) throws -> (directive: String?, requirement: String?) {
        func find(_ blocks: [Block]) -> (String?, String?)? {
            for block in blocks {
                switch block {
                case .division(let division): if let found = find(division.blocks) { return found }
                case .directive(let directive):
                    for case .paragraph(let paragraph) in directive.blocks where paragraph.text.contains("更新老旧供水管网") {
                        return (directive.id, paragraph.marks.first { if case .requirement = $0.fact { true } else { false } }?.id)
                    }
                default: break
                }
            }
            return nil
        }
        return try find(TestOntology.read(text).body) ?? (nil, nil)
    }

    @Test(arguments: [
        "关于供水的通知\n各地：\n一、各地要培训抄表人员。\n二、\(clause)", "关于供水的通知\n各地：\n一、各地要公示水价。\n二、各地要检修泵站。\n三、\(clause)",
        "关于供水的通知\n各地：\n　　为保障供水，现通知如下。\n（一）\(clause)\n（二）各地要公示水价。",
    ])
    func aClauseKeepsItsIds(_ text: String) throws {
        let first = try ids("关于供水的通知\n各地：\n一、\(Self.clause)\n二、各地要公示水价。")
        #expect(first.directive != nil && first.requirement != nil)
        #expect(try ids(text) == first)
    }

    @Test func otherWordsGiveOtherIds() throws {
        let first = try ids("关于供水的通知\n各地：\n一、\(Self.clause)")
        let second = try ids("关于供水的通知\n各地：\n一、" + Self.clause.replacing("保障", with: "确保"))
        #expect(first.directive != second.directive && first.requirement != second.requirement)
    }

    @Test func equalWordsAreCounted() {
        var register = IdentityRegister()
        let found = ["甲", "乙", "甲", "甲"].map { register.id("r", for: $0) }
        #expect(Set(found).count == 4)
        #expect(found[2] == found[0] + "-2" && found[3] == found[0] + "-3")
    }

    @Test(
        arguments: [
            ("plan-2031.txt", "plan-2031-abcdef"), ("关于供水的通知.txt", "关于供水的通知-abcdef"), ("2031年 简报 (终稿).pdf", "d2031年-简报-终稿-abcdef"), (".txt", "d-txt-abcdef"),
            ("a<b>&\"c.txt", "a-b-c-abcdef"), ("", "document-abcdef"), ("a.b.c", "a-b-abcdef"),
        ])
    func idsAreXMLNames(_ name: String, id: String) {
        let source = SourceDescription(name: name, mediaType: "text/plain", encoding: "UTF-8", sha256: "abcdef0123", bytes: 1, characters: 1)
        #expect(DocumentIdentity.id(source) == id)
    }

    @Test(
        arguments: [
            ("news-20310216.txt", "2031-02-16"), ("2031-02-16-news.txt", "2031-02-16"), ("20310230.txt", nil), ("id-1234567890.txt", nil), ("2031.txt", nil), ("news-18991231.txt", nil),
            ("x.txt", nil),
        ] as [(String, String?)])
    func daysInNamesAreRead(_ name: String, day: String?) { #expect(DocumentIdentity.date(inName: name) == day) }

    @Test func aDocumentIsCalledByItsNumberFirst() throws {
        #expect(try TestOntology.read("关于供水的通知\n青水发[2031]7号\n各地：\n各地要公示水价。").work == "青水发〔2031〕7号")
        let untold = try TestOntology.read("各地要公示水价。", name: "note.txt")
        #expect(untold.work == "note.txt")
        #expect(untold.findings.contains { $0.message.key == Message.noDate.key })
    }

    @Test(
        arguments: [
            ("关于供水的通知\n各地：\n各地要公示水价。\n青河市水务局\n2031年5月6日", "a.txt", "2031-05-06"), ("关于供水的通知\n各地：\n各地要公示水价。\n青河市水务局\n二〇三一年五月六日", "a.txt", "2031-05-06"),
            ("供水工作简报\n第3期\n青河市水务局 2031年4月9日\n4月以来，滨河区检修泵站12座。", "a.txt", "2031-04-09"), ("4月以来，滨河区检修泵站12座。", "news-20310410.txt", "2031-04-10"),
            ("青河市供水办法\n（2031年4月9日青河市人民政府令第3号公布　自2031年7月1日起施行）\n第一条　为了保障供水，制定本办法。", "a.txt", "2031-04-09"),
            ("青河市供水条例\n（2030年3月1日青河市人大常委会通过　2031年4月9日批准　自2031年7月1日起施行）\n第一条　为了保障供水，制定本条例。", "a.txt", "2031-04-09"),
        ])
    func theDateIsPrintedOrNamed(_ text: String, name: String, date: String) throws { #expect(try TestOntology.read(text, name: name).date == date) }
}
