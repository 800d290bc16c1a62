import Testing

@testable import Provenance

@Suite struct ContentHashTests {
    /// Vectors of FIPS 180-4.
    @Test(arguments: [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"), ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    ])
    func hashIsSHA256(_ text: String, hash: String) {
        #expect(ContentHash.sha256(Array(text.utf8)) == hash)
        #expect(ContentHash.sha256(text.utf8.lazy.map { $0 }) == hash)
    }

    @Test func shortNamesAreShortAndTellTextsApart() {
        var names: Set<String> = []
        for number in 0..<2000 { names.insert(ContentHash.shortName("第\(number)条 供水单位应当公示水质。")) }
        #expect(names.count == 2000)
        #expect(names.allSatisfy { $0.count == 8 && $0.allSatisfy { "0123456789abcdefghjkmnpqrstvwxyz".contains($0) } })
        #expect(ContentHash.shortName("同一句话") == ContentHash.shortName("同一句话"))
    }
}
