import Provenance
import Testing

@testable import Intake

private let sample = "各州（市）人民政府：\n　　2030年6月底前，𠮷安县新建3个职工驿站。\r\n"

private func utf16(_ text: String, bigEndian: Bool) -> [UInt8] {
    text.utf16.flatMap { bigEndian ? [UInt8($0 >> 8), UInt8($0 & 0xFF)] : [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
}

/// 职工技能竞赛办法。 with a line feed, in GB2312; the words are its fixed code points, found in any table of the standard.
private let gbText = "职工技能竞赛办法。\n"
private let gbBytes: [UInt8] = [
    0xD6, 0xB0, 0xB9, 0xA4, 0xBC, 0xBC, 0xC4, 0xDC, 0xBE, 0xBA, 0xC8, 0xFC, 0xB0, 0xEC, 0xB7, 0xA8, 0xA1, 0xA3, 0x0A,
]

@Suite struct DecodingTests {
    @Test(arguments: [
        ("UTF-8", Array(sample.utf8)),
        ("UTF-8", [0xEF, 0xBB, 0xBF] + Array(sample.utf8)),
        ("UTF-16LE", [0xFF, 0xFE] + utf16(sample, bigEndian: false)),
        ("UTF-16BE", [0xFE, 0xFF] + utf16(sample, bigEndian: true)),
        // Without a mark, found by statistics.
        ("UTF-16LE", utf16(sample + sample, bigEndian: false)),
        ("UTF-16BE", utf16(sample + sample, bigEndian: true)),
    ] as [(String, [UInt8])])
    func everyEncodingGivesTheSameText(encoding: String, bytes: [UInt8]) throws {
        let received = try SourceReader.read(bytes, path: "a/b/通知.txt")
        #expect(received.text.string(Span(0, sample.unicodeScalars.count)) == sample)
        #expect(received.description.encoding == encoding)
        #expect(received.description.characters == received.text.count)
        #expect(received.description.bytes == bytes.count)
        #expect(received.description.name == "通知.txt")
        #expect(received.description.mediaType == "text/plain")
    }

    @Test func gb2312IsReadAsGB18030() throws {
        let received = try SourceReader.read(gbBytes + gbBytes, path: "x.txt")
        #expect(received.text == SourceText(gbText + gbText))
        #expect(received.description.encoding == "GB18030")
    }

    @Test func fourByteFormsOfGB18030AreRead() throws {
        let received = try SourceReader.read(gbBytes + [0x95, 0x34, 0xB2, 0x35, 0x0A], path: "x.txt")
        #expect(received.text == SourceText(gbText + "𠮷\n"))
    }

    @Test func traditionalTextInBig5IsRecognised() throws {
        // 職業訓練辦法公告實施細則
        let bytes: [UInt8] = [
            0xC2, 0xBE, 0xB7, 0x7E, 0xB0, 0x56, 0xBD, 0x6D, 0xBF, 0xEC, 0xAA, 0x6B, 0xA4, 0xBD, 0xA7, 0x69, 0xB9, 0xEA, 0xAC, 0x49, 0xB2, 0xD3,
            0xAB, 0x68,
        ]
        let received = try SourceReader.read(bytes, path: "x.txt")
        #expect(received.text == SourceText("職業訓練辦法公告實施細則"))
        #expect(received.description.encoding == "Big5")
    }

    @Test(arguments: [
        ([0xC0, 0xAF], 0, false),  // overlong
        ([0xE0, 0x80, 0x80], 0, false),  // overlong
        ([0x41, 0xED, 0xA0, 0x80], 1, false),  // surrogate
        ([0xF4, 0x90, 0x80, 0x80], 0, false),  // above U+10FFFF
        ([0xE4, 0xB8, 0xAD, 0x80], 3, false),  // continuation without a start
        ([0xE4, 0xB8, 0x41], 0, false),
        ([0x41, 0xE4, 0xB8], 1, true),
        ([0x41, 0xF0, 0xA0, 0xAE], 1, true),
        ([0x41, 0xE4], 1, true),
    ] as [([UInt8], Int, Bool)])
    func brokenUTF8IsRefusedAtItsByte(bytes: [UInt8], offset: Int, isTruncated: Bool) {
        #expect(throws: DecodingFailure(offset: offset, isTruncated: isTruncated)) { try UTF8Decoder.decode(bytes) }
    }

    @Test func everyScalarValueSurvivesUTF8() throws {
        let edges: [UInt32] = [0, 0x7F, 0x80, 0x7FF, 0x800, 0xFFF, 0x1000, 0xD7FF, 0xE000, 0xFFFD, 0xFFFF, 0x10000, 0x10FFFF]
        let scalars = edges.compactMap(Unicode.Scalar.init)
        var bytes: [UInt8] = []
        for scalar in scalars { bytes.append(utf8Of: scalar) }
        #expect(try UTF8Decoder.decode(bytes) == scalars)
    }

    @Test(arguments: [
        ([0x2D, 0x4E, 0x00, 0xD8], 2, true),
        ([0x2D, 0x4E, 0x00, 0xDC, 0x2D, 0x4E], 2, false),
        ([0x2D, 0x4E, 0x2D], 2, true),
    ] as [([UInt8], Int, Bool)])
    func loneSurrogatesAreRefused(bytes: [UInt8], offset: Int, isTruncated: Bool) {
        #expect(throws: DecodingFailure(offset: offset, isTruncated: isTruncated)) {
            try UTF16Decoder.decode(bytes, order: .littleEndian)
        }
    }
}
