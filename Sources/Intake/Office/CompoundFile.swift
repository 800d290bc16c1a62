/// The container of Office's binary formats (复合文件, [MS-CFB]): sectors, and a table that says which follows which.
enum CompoundFile {
    /// Whether every sector that the table counts as used is in the file; false of one that was cut off, or is none.
    static func isWhole(_ bytes: [UInt8]) -> Bool {
        func number(_ at: Int, _ count: Int) -> Int? {
            guard at >= 0, at + count <= bytes.count else { return nil }
            return (0..<count).reduce(0) { $0 | Int(bytes[at + $1]) << ($1 * 8) }
        }
        guard let shift = number(30, 2), shift == 9 || shift == 12, let directory = number(48, 4) else { return false }
        let size = 1 << shift
        // The header takes the room of one sector.
        let sectors = bytes.count / size - 1 + (bytes.count % size == 0 ? 0 : 1)
        guard sectors > 0, directory < sectors else { return false }
        // The header names the first 109 sectors of the table: those of files up to some 7 MB, and enough of greater ones.
        for index in 0..<109 {
            guard let table = number(76 + index * 4, 4), table <= lastSector else { break }
            guard let _ = number((table + 2) * size - 1, 1) else { return false }
            // Of sectors that are in use, none is behind the end.
            for entry in 0..<size / 4 where index * size / 4 + entry >= sectors {
                // Some programs leave zeros behind the last.
                guard let next = number((table + 1) * size + entry * 4, 4), next == free || next == 0 else { return false }
            }
        }
        return true
    }

    /// What a table says of a sector that nobody uses.
    private static let free = 0xFFFF_FFFF
    /// The highest number that a sector may have.
    private static let lastSector = 0xFFFF_FFFA
}
