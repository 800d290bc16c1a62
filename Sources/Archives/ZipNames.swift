import Glibc

/// In which encoding a zip file names its entries (包内文件名编码). Programs of Chinese Windows write GBK without saying so; what says that
/// it is UTF-8, or is UTF-8, is that.
enum ZipNames {
    /// For libarchive's `hdrcharset`.
    static func charset(path: String) -> String {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return "UTF-8" }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { return "UTF-8" }
        return charset(size: Int(status.st_size)) { offset, count in
            var bytes = [UInt8](repeating: 0, count: count)
            let got = bytes.withUnsafeMutableBytes { pread(descriptor, $0.baseAddress, count, off_t(offset)) }
            return got == count ? bytes : []
        }
    }

    static func charset(_ bytes: [UInt8]) -> String {
        charset(size: bytes.count) { offset, count in Array(bytes[offset..<offset + count]) }
    }

    private static let directoryLimit = 32 << 20

    /// Chinese takes three bytes a character; 通知 in GBK happens to be two characters of two bytes that nobody writes.
    private static func isUTF8(_ name: ArraySlice<UInt8>) -> Bool {
        guard let text = String(validating: name, as: UTF8.self) else { return false }
        let foreign = text.unicodeScalars.filter { $0.value >= 0x80 }
        return foreign.isEmpty || foreign.contains { $0.value >= 0x2000 }
    }

    private static func charset(size: Int, read: (Int, Int) -> [UInt8]) -> String {
        let tail = min(size, 65_557)
        let end = read(size - tail, tail)
        guard end.count >= 22, let mark = (0...end.count - 22).last(where: { end[$0..<$0 + 4].elementsEqual([0x50, 0x4B, 5, 6]) }) else { return "UTF-8" }
        func number(_ bytes: [UInt8], _ at: Int, _ count: Int) -> Int { (0..<count).reduce(0) { $0 | Int(bytes[at + $1]) << ($1 * 8) } }
        let (length, start) = (number(end, mark + 12, 4), number(end, mark + 16, 4))
        guard length > 0, length <= directoryLimit, start + length <= size else { return "UTF-8" }
        let directory = read(start, length)
        var index = 0
        while index + 46 <= directory.count, directory[index..<index + 4].elementsEqual([0x50, 0x4B, 1, 2]) {
            let name = number(directory, index + 28, 2)
            guard index + 46 + name <= directory.count else { break }
            let saysUTF8 = number(directory, index + 8, 2) & 0x800 != 0
            if !saysUTF8, !isUTF8(directory[index + 46..<index + 46 + name]) { return "GB18030" }
            index += 46 + name + number(directory, index + 30, 2) + number(directory, index + 32, 2)
        }
        return "UTF-8"
    }
}
