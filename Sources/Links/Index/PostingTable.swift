/// The facts that have a key, for each key (倒排表). Keys are found by open addressing, since millions of postings are put in when a run of
/// documents begins.
struct PostingTable {
    struct Posting {
        let place: Int32
        let weight: UInt16
    }

    /// One above the number of a list; 0 where the slot is free.
    private var slots = [Int32](repeating: 0, count: 1 << 12)
    private var shift: UInt32 = 20
    private var codes: [UInt32] = []
    private(set) var lists: [[Posting]] = []

    /// The number of the list of a key; nil where nothing has it.
    func list(of code: UInt32) -> Int? {
        let found = slots[slot(of: code)]
        return found == 0 ? nil : Int(found) - 1
    }

    mutating func append(_ posting: Posting, to code: UInt32) {
        let slot = slot(of: code)
        if slots[slot] != 0 {
            lists[Int(slots[slot]) - 1].append(posting)
            return
        }
        codes.append(code)
        lists.append([posting])
        slots[slot] = Int32(lists.count)
        if lists.count * 2 > slots.count { grow() }
    }

    private mutating func grow() {
        shift -= 1
        slots = [Int32](repeating: 0, count: slots.count * 2)
        for (number, code) in codes.enumerated() { slots[slot(of: code)] = Int32(number + 1) }
    }

    /// Where a key is, or would be put.
    private func slot(of code: UInt32) -> Int {
        var place = Int((code &* 0x9E37_79B9) >> shift)
        while slots[place] != 0, codes[Int(slots[place]) - 1] != code { place = (place + 1) & (slots.count - 1) }
        return place
    }
}
