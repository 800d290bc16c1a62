/// Some keys of the base, one bit for each key that there is (键位图): to be asked for every requirement.
struct KeyBits: Sendable {
    private var words: [UInt64] = []

    mutating func insert(_ key: Int64) {
        guard key >= 0 else { return }
        let place = Int(key >> 6)
        if place >= words.count { words += [UInt64](repeating: 0, count: place + place / 4 + 64 - words.count) }
        words[place] |= 1 << UInt64(key & 63)
    }

    func contains(_ key: Int64) -> Bool {
        let place = Int(key >> 6)
        return key >= 0 && place < words.count && words[place] & 1 << UInt64(key & 63) != 0
    }
}
