import Provenance
import SuyuanTesting
import Testing

@testable import Intake

private func fault(_ bytes: [UInt8]) -> Fault? {
    do {
        _ = try SourceReader.read(bytes, path: "甲/乙.txt")
        return nil
    } catch { return error }
}

private let paragraph = "第一行\n为推动工会驿站建设，各县区要按月报送进展情况。\n"

@Suite struct RefusalTests {
    @Test(arguments: [
        ([], "intake.empty"),
        ([0xEF, 0xBB, 0xBF], "intake.empty"),
        (Array(" \r\n\u{3000}".utf8), "intake.empty"),
        ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0], "intake.format"),
        ([0x50, 0x4B, 0x03, 0x04] + Array("....word/document.xml".utf8), "archive.truncated"),
        ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 504) + Array("EncryptedPackage".utf16.flatMap { [UInt8($0), 0] }), "format.encrypted"),
        (Array("<?xml version='1.0'?><a/>".utf8), "intake.format"),
        ([0xFF, 0xFE, 0x3C, 0, 0x3F, 0, 0x78, 0, 0x6D, 0, 0x6C, 0], "intake.format"),
        ([0xFF, 0xFE, 0, 0, 0x2D, 0x4E, 0, 0], "intake.format"),
        ((0..<4000).map { UInt8(truncatingIfNeeded: $0 &* 37 &+ $0 / 7) }, "intake.binary"),
        ([0xFF, 0xFE] + [0x2D, 0x4E, 0x0A, 0, 0x00, 0xDC], "intake.invalid"),
    ] as [([UInt8], String)])
    func eachReasonHasItsMessage(bytes: [UInt8], key: String) {
        #expect(fault(bytes)?.what.key == key)
        #expect(fault(bytes)?.place?.file == "甲/乙.txt")
        #expect(fault(bytes)?.advice != nil)
    }

    @Test(arguments: [
        ("[Content_Types].xml", "word/document.xml", SourceFormat.word), ("[Content_Types].xml", "xl/workbook.xml", .workbook),
        ("[Content_Types].xml", "ppt/presentation.xml", .foreign("PPTX")), ("Doc_0/Document.xml", "OFD.xml", .fixedLayout), ("a.txt", "b.txt", .zip),
    ])
    func packagesAreToldByTheirParts(first: String, second: String, format: SourceFormat) throws {
        #expect(try SourceFormat.of(PackedFile.bytes([(first, ""), (second, "")]), file: "x") == format)
    }

    @Test func truncatedUTF8NamesByteAndLine() {
        let bytes = Array(Array(paragraph.utf8).dropLast(2))
        let found = fault(bytes)
        #expect(found?.what == .bytesAreTruncated(encoding: "UTF-8", offset: bytes.count - 2))
        #expect(found?.place?.line == 2)
    }

    @Test func damagedUTF8IsNotTakenForAnotherEncoding() {
        var bytes = Array(paragraph.utf8)
        bytes[16] = 0xFF
        #expect(fault(bytes)?.what == .bytesAreInvalid(encoding: "UTF-8", offset: 16))
        #expect(fault(bytes)?.place?.line == 2)
    }

    @Test func truncatedGB18030NamesByteAndLine() {
        let line: [UInt8] = [0xD6, 0xB0, 0xB9, 0xA4, 0xBC, 0xBC, 0xC4, 0xDC, 0x0A]
        let found = fault(line + line + [0xBE])
        #expect(found?.what == .bytesAreTruncated(encoding: "GB18030", offset: 18))
        #expect(found?.place?.line == 3)
    }

    @Test func damagedGB18030NamesItsByte() {
        let line: [UInt8] = [0xD6, 0xB0, 0xB9, 0xA4, 0xBC, 0xBC, 0xC4, 0xDC, 0x0A]
        #expect(fault(line + [0xD6, 0xB0, 0xFF, 0xFF] + line)?.what == .bytesAreInvalid(encoding: "GB18030", offset: 11))
    }

    @Test func oneStrayControlCharacterIsKept() throws {
        let text = "甲\u{1}乙\u{C}丙\n"
        #expect(try SourceReader.read(Array(text.utf8), path: "x").text == SourceText(text))
    }

    @Test func aLineThatNeverEndsIsRefused() {
        let bytes = Array("甲\n".utf8) + [UInt8](repeating: 0x61, count: IntakeLimits.lineCodePoints + 1)
        #expect(fault(bytes)?.what == .lineIsTooLong(limit: IntakeLimits.lineCodePoints))
        #expect(fault(bytes)?.place?.line == 2)
    }

    @Test func theLongestLineAllowedIsRead() throws {
        let bytes = [UInt8](repeating: 0x61, count: IntakeLimits.lineCodePoints) + [0x0A]
        #expect(try SourceReader.read(bytes, path: "x").text.count == bytes.count)
    }
}
