/// Bytes that grow at their end (字节缓冲), written through one pointer: XML is made of millions of pieces of a few bytes, for
/// which the checks of an array cost more than the bytes.
struct ByteBuffer: ~Copyable {
    private var start: UnsafeMutablePointer<UInt8>
    private var capacity: Int
    private(set) var count = 0

    init(capacity: Int) {
        self.capacity = max(capacity, 64)
        start = .allocate(capacity: self.capacity)
    }

    deinit { start.deallocate() }

    mutating func removeAll() { count = 0 }

    var bytes: [UInt8] { Array(UnsafeBufferPointer(start: start, count: count)) }

    /// Makes room for `length` more bytes and returns where they begin; `count` has moved behind them.
    @inline(__always)
    private mutating func extend(by length: Int) -> UnsafeMutablePointer<UInt8> {
        if capacity - count < length { grow(by: length) }
        let place = start + count
        count += length
        return place
    }

    @inline(never)
    private mutating func grow(by length: Int) {
        let larger = max(capacity * 2, count + length)
        let moved = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
        moved.update(from: start, count: count)
        start.deallocate()
        start = moved
        capacity = larger
    }

    @inline(__always)
    mutating func append(_ byte: UInt8) { extend(by: 1).pointee = byte }

    @inline(__always)
    mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let first = bytes.baseAddress, !bytes.isEmpty else { return }
        extend(by: bytes.count).update(from: first, count: bytes.count)
    }

    @inline(__always)
    mutating func append(_ text: StaticString) {
        extend(by: text.utf8CodeUnitCount).update(from: text.utf8Start, count: text.utf8CodeUnitCount)
    }

    @inline(__always)
    mutating func append(_ byte: UInt8, _ text: StaticString) {
        let length = text.utf8CodeUnitCount
        let place = extend(by: length + 1)
        place.pointee = byte
        (place + 1).update(from: text.utf8Start, count: length)
    }

    /// A blank, the name, and all up to the value: ` name="`.
    @inline(__always)
    mutating func append(attribute name: StaticString) {
        let length = name.utf8CodeUnitCount
        let place = extend(by: length + 3)
        place.pointee = 0x20
        (place + 1).update(from: name.utf8Start, count: length)
        place[length + 1] = 0x3D
        place[length + 2] = 0x22
    }

    mutating func append(decimal value: Int) {
        if value < 0 { append(0x2D) }
        guard let small = UInt32(exactly: value.magnitude), small < 1_000_000_000 else {
            var text = String(value.magnitude)
            text.withUTF8 { append($0) }
            return
        }
        var digits = 1
        var bound: UInt32 = 10
        while small >= bound {
            bound &*= 10
            digits &+= 1
        }
        let place = extend(by: digits)
        var rest = small
        var index = digits
        while index > 0 {
            index &-= 1
            let tenth = rest / 10
            place[index] = UInt8(truncatingIfNeeded: 0x30 &+ rest &- tenth &* 10)
            rest = tenth
        }
    }
}
