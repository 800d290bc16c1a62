/// Numbers the characters of a set of terms from 1 (字符类); 0 is every other character. A table of pages, since the characters of
/// a language stand close together.
struct ScalarClasses: Sendable {
    /// For each 256 scalars up to U+10FFFF the number of their page in `numbers`; page 0 is empty.
    private var pages = [UInt16](repeating: 0, count: 0x1100)
    private var numbers = [Int32](repeating: 0, count: 256)
    /// How many have been numbered.
    private(set) var count: Int32 = 0

    /// The number of a character, a new one where it has none yet.
    mutating func enter(_ scalar: Unicode.Scalar) -> Int32 {
        let page = Int(scalar.value >> 8)
        if pages[page] == 0 {
            pages[page] = UInt16(numbers.count >> 8)
            numbers.append(contentsOf: repeatElement(0, count: 256))
        }
        let place = Int(pages[page]) << 8 | Int(scalar.value & 0xFF)
        if numbers[place] == 0 {
            count += 1
            numbers[place] = count
        }
        return numbers[place]
    }

    @inline(__always)
    func withTable<Result>(_ work: (Table) -> Result) -> Result {
        pages.withUnsafeBufferPointer { pages in
            numbers.withUnsafeBufferPointer { work(Table(pages: pages, numbers: $0)) }
        }
    }

    /// The arrays as buffers, for as long as one scan lasts. No scalar lies above U+10FFFF, so each has a page.
    struct Table {
        let pages: UnsafeBufferPointer<UInt16>
        let numbers: UnsafeBufferPointer<Int32>

        @inline(__always)
        subscript(scalar: Unicode.Scalar) -> Int32 {
            numbers[Int(pages[Int(scalar.value >> 8)]) << 8 | Int(scalar.value & 0xFF)]
        }
    }
}
