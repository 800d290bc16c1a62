/// Numbers the characters of a set of terms from 1 (字符类); 0 is every other character. A table of pages, since the characters of
/// a language stand close together, of short numbers, so that it stays in the cache: Unicode has more characters than 65,535, but a
/// set of terms has not.
struct ScalarClasses: Sendable {
    /// For each 256 scalars up to U+10FFFF the number of their page in `numbers`; page 0 is empty.
    private var pages = [UInt16](repeating: 0, count: 0x1100)
    private var numbers: [UInt16] = []
    /// How many have been numbered.
    private(set) var count: Int32 = 0

    /// Numbers the characters of the terms, the most frequent first: what is looked up most lies close together.
    init(of terms: some Sequence<String>) {
        var frequencies = [Int32](repeating: 0, count: 256)
        var places: [Int] = []
        for term in terms {
            for scalar in term.unicodeScalars {
                let page = Int(scalar.value >> 8)
                if pages[page] == 0 {
                    pages[page] = UInt16(frequencies.count >> 8)
                    frequencies.append(contentsOf: repeatElement(0, count: 256))
                }
                let place = place(scalar)
                if frequencies[place] == 0 { places.append(place) }
                frequencies[place] += 1
            }
        }
        places.sort { frequencies[$0] != frequencies[$1] ? frequencies[$0] > frequencies[$1] : $0 < $1 }
        numbers = [UInt16](repeating: 0, count: frequencies.count)
        for place in places.prefix(Int(UInt16.max)) {
            count += 1
            numbers[place] = UInt16(count)
        }
    }

    private func place(_ scalar: Unicode.Scalar) -> Int { Int(pages[Int(scalar.value >> 8)]) << 8 | Int(scalar.value & 0xFF) }

    /// The number of a character of the terms.
    subscript(_ scalar: Unicode.Scalar) -> Int32 { Int32(numbers[place(scalar)]) }

    @inline(__always)
    func withTable<Result>(_ work: (Table) -> Result) -> Result {
        pages.withUnsafeBufferPointer { pages in
            numbers.withUnsafeBufferPointer { work(Table(pages: pages, numbers: $0)) }
        }
    }

    /// The arrays as buffers, for as long as one scan lasts. No scalar lies above U+10FFFF, so each has a page.
    struct Table {
        let pages: UnsafeBufferPointer<UInt16>
        let numbers: UnsafeBufferPointer<UInt16>

        @inline(__always)
        subscript(scalar: Unicode.Scalar) -> Int32 {
            Int32(numbers[Int(pages[Int(scalar.value >> 8)]) << 8 | Int(scalar.value & 0xFF)])
        }
    }
}
