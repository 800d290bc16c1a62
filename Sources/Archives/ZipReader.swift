import CLibArchive
import Provenance

/// Reads a zip file entry by entry (解包), within limits; nothing is written anywhere.
public enum ZipReader {
    /// Hands over every file in the order of the archive.
    /// - Parameters:
    ///   - file: the archive's name for faults.
    ///   - each: given the name and the bytes of one file; what it throws ends the reading.
    /// - Throws: where the archive is none or broken, a name is unsafe or comes twice, an entry is no plain file, or a limit is passed.
    public static func read(
        path: String, limits: ArchiveLimits = ArchiveLimits(), each: (String, [UInt8]) throws(Fault) -> Void
    ) throws(Fault) {
        let archive = try OpenArchive(file: path, limits: limits)
        guard archive_read_open_filename(archive.pointer, path, 1 << 16) == ARCHIVE_OK else { throw archive.broken() }
        try archive.read(packed: nil, { _ in true }, each)
    }

    /// The same piece by piece, for files that are too long for the memory.
    /// - Parameters:
    ///   - begin: given the name of a file before its pieces.
    ///   - piece: given some of its bytes, which last no longer than the call.
    public static func extract(
        path: String, limits: ArchiveLimits = ArchiveLimits(), begin: (String) throws(Fault) -> Void, piece: (UnsafeRawBufferPointer) throws(Fault) -> Void
    ) throws(Fault) {
        let archive = try OpenArchive(file: path, limits: limits)
        guard archive_read_open_filename(archive.pointer, path, 1 << 16) == ARCHIVE_OK else { throw archive.broken() }
        try archive.eachFile({ _ in true }) { name throws(Fault) in
            try begin(name)
            try archive.pieces(name, packed: nil, piece)
        }
    }

    /// The same of bytes in memory.
    /// - Parameter choose: which files are unpacked; the others are passed over and count for no limit but that of names.
    public static func read(
        _ bytes: [UInt8], file: String, limits: ArchiveLimits = ArchiveLimits(), choose: (String) -> Bool = { _ in true },
        each: (String, [UInt8]) throws(Fault) -> Void
    ) throws(Fault) {
        let archive = try OpenArchive(file: file, limits: limits, charset: ZipNames.charset(bytes))
        let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: max(1, bytes.count), alignment: 1)
        defer { copy.deallocate() }
        copy.copyBytes(from: bytes)
        guard archive_read_open_memory(archive.pointer, copy.baseAddress, bytes.count) == ARCHIVE_OK else { throw archive.broken() }
        try archive.read(packed: bytes.count, choose, each)
    }

    /// Whether bytes end with the directory that every whole zip file has.
    public static func isWhole(_ bytes: [UInt8]) -> Bool {
        let tail = bytes.suffix(65_557)
        return tail.indices.contains { tail[$0] == 0x50 && tail[$0...].starts(with: [0x50, 0x4B, 5, 6]) }
    }

    /// A name in a zip file, and why it may not be read, where that is so.
    public struct Entry: Sendable {
        public let name: String
        public let fault: Fault?
    }

    /// The files of a zip file in the order of their names' bytes, without unpacking any. One that may not be read spoils no other.
    /// - Throws: where the archive is none or broken, or names too many.
    public static func list(path: String, limits: ArchiveLimits = ArchiveLimits()) throws(Fault) -> [Entry] {
        let archive = try OpenArchive(file: path, limits: limits, charset: ZipNames.charset(path: path))
        guard archive_read_open_filename(archive.pointer, path, 1 << 16) == ARCHIVE_OK else { throw archive.broken() }
        return try archive.list().sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    }

    /// One file of a zip file.
    /// - Parameter limits: `fileBytes` and `ratio` hold for it.
    /// - Throws: where the archive has no such file, or it may not be read.
    public static func member(_ name: String, of path: String, limits: ArchiveLimits = ArchiveLimits()) throws(Fault) -> [UInt8] {
        let archive = try OpenArchive(file: path, limits: limits, charset: ZipNames.charset(path: path))
        guard archive_read_open_filename(archive.pointer, path, 1 << 16) == ARCHIVE_OK else { throw archive.broken() }
        return try archive.member(name)
    }

    /// Whether bytes begin as a zip file does.
    public static func isZip(_ bytes: some Collection<UInt8>) -> Bool {
        bytes.starts(with: [0x50, 0x4B, 3, 4]) || bytes.starts(with: [0x50, 0x4B, 5, 6])
    }
}

/// One archive of libarchive being read; it is freed with this object.
private final class OpenArchive {
    let pointer: OpaquePointer
    private let file: String
    private let limits: ArchiveLimits
    private var total = 0

    init(file: String, limits: ArchiveLimits, charset: String = "UTF-8") throws(Fault) {
        ArchiveLibrary.started
        guard let pointer = archive_read_new() else { throw Fault(.archiveIsBroken("out of memory"), at: Place(file: file)) }
        self.pointer = pointer
        self.file = file
        self.limits = limits
        archive_read_support_format_zip(pointer)
        // Checksums are compared as entries are read.
        archive_read_set_options(pointer, "zip:hdrcharset=" + charset)
    }

    deinit { archive_read_free(pointer) }

    func broken() -> Fault { Fault(.archiveIsBroken(ArchiveLibrary.reason(pointer)), at: Place(file: file), advice: .archiveAdvice) }

    func read(packed: Int?, _ choose: (String) -> Bool, _ each: (String, [UInt8]) throws(Fault) -> Void) throws(Fault) {
        try eachFile(choose) { name throws(Fault) in try each(name, try bytes(name, packed: packed)) }
    }

    /// Goes to every plain file that is chosen, where its bytes can be read.
    func eachFile(_ choose: (String) -> Bool, _ each: (String) throws(Fault) -> Void) throws(Fault) {
        var names: Set<String> = []
        var count = 0
        while true {
            var entry: OpaquePointer?
            let code = archive_read_next_header(pointer, &entry)
            if code == ARCHIVE_EOF { return }
            guard code == ARCHIVE_OK, let entry else { throw broken() }
            count += 1
            guard count <= limits.entries else { throw refused(.archiveHasManyEntries(limit: limits.entries)) }
            guard let text = archive_entry_pathname_utf8(entry) ?? archive_entry_pathname(entry),
                let name = String(validatingCString: text)
            else { throw refused(.archiveNameIsUnsafe("?")) }
            let isFolder = suyuan_archive_is_folder(entry) != 0
            let plain = isFolder && name.hasSuffix("/") ? String(name.dropLast()) : name
            guard ArchivePath.isSafe(plain) else { throw refused(.archiveNameIsUnsafe(Self.shown(name))) }
            // Names that some file systems take for the same are the same.
            guard names.insert(plain.lowercased()).inserted else { throw refused(.archiveNameComesTwice(name)) }
            if isFolder { continue }
            guard archive_entry_is_encrypted(entry) == 0 else { throw refused(.archiveEntryIsEncrypted(name)) }
            guard suyuan_archive_is_file(entry) != 0 else { throw refused(.archiveEntryIsNoFile(name)) }
            guard choose(name) else { continue }
            try each(name)
        }
    }

    func list() throws(Fault) -> [ZipReader.Entry] {
        var entries: [ZipReader.Entry] = []
        var names: Set<String> = []
        while let (name, entry) = try next() {
            guard entries.count < limits.entries else { throw refused(.archiveHasManyEntries(limit: limits.entries)) }
            if suyuan_archive_is_folder(entry) != 0 { continue }
            let shown = Self.shown(name ?? "?")
            var message: Message?
            if !(name.map(ArchivePath.isSafe) ?? false) {
                message = .archiveNameIsUnsafe(shown)
            } else if archive_entry_is_encrypted(entry) != 0 {
                message = .archiveEntryIsEncrypted(shown)
            } else if suyuan_archive_is_file(entry) == 0 {
                message = .archiveEntryIsNoFile(shown)
            } else if !names.insert(shown.lowercased()).inserted {
                message = .archiveNameComesTwice(shown)
            }
            entries.append(.init(name: name ?? shown, fault: message.map { Fault($0, at: Place(file: file + "/" + shown), advice: .archiveEntryLeftOut) }))
        }
        return entries
    }

    func member(_ wanted: String) throws(Fault) -> [UInt8] {
        while let (name, entry) = try next() {
            guard name == wanted, ArchivePath.isSafe(wanted), suyuan_archive_is_folder(entry) == 0 else { continue }
            guard archive_entry_is_encrypted(entry) == 0 else { throw Fault(.archiveEntryIsEncrypted(wanted), at: Place(file: file + "/" + wanted)) }
            guard suyuan_archive_is_file(entry) != 0 else { throw Fault(.archiveEntryIsNoFile(wanted), at: Place(file: file + "/" + wanted)) }
            // The size that the directory gives for it packed bounds what it may unpack to; the archive as a whole says nothing of it.
            return try bytes(wanted, packed: Int(archive_filter_bytes(pointer, -1)) + Int(limits.fileBytes) / max(1, limits.ratio))
        }
        throw Fault(.archiveHasNoEntry(wanted), at: Place(file: file))
    }

    /// The next entry with its name; nil at the end.
    private func next() throws(Fault) -> (name: String?, entry: OpaquePointer)? {
        var entry: OpaquePointer?
        let code = archive_read_next_header(pointer, &entry)
        if code == ARCHIVE_EOF { return nil }
        // A name that could not be converted is a warning only.
        guard code == ARCHIVE_OK || code == ARCHIVE_WARN, let entry else { throw broken() }
        let text = archive_entry_pathname_utf8(entry) ?? archive_entry_pathname(entry)
        return (text.flatMap { String(validatingCString: $0) }, entry)
    }

    private func bytes(_ name: String, packed: Int?) throws(Fault) -> [UInt8] {
        var bytes: [UInt8] = []
        try pieces(name, packed: packed) { bytes.append(contentsOf: $0) }
        return bytes
    }

    /// The bytes of the entry that was reached, within the limits.
    func pieces(_ name: String, packed: Int?, _ piece: (UnsafeRawBufferPointer) throws(Fault) -> Void) throws(Fault) {
        var length = 0
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
        defer { buffer.deallocate() }
        while true {
            let count = archive_read_data(pointer, buffer.baseAddress, buffer.count)
            if count == 0 { return }
            guard count > 0 else { throw Fault(.archiveIsBroken(ArchiveLibrary.reason(pointer)), at: Place(file: file + "/" + name), advice: .archiveAdvice) }
            length += count
            total += count
            let read = max(1, packed ?? Int(archive_filter_bytes(pointer, -1)))
            guard length <= limits.fileBytes, total <= limits.totalBytes,
                total <= limits.ratioFloor || total / limits.ratio <= read
            else { throw refused(.archiveUnpacksToTooMuch(name)) }
            try piece(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
        }
    }

    private func refused(_ message: Message) -> Fault { Fault(message, at: Place(file: file), advice: .archiveRefused) }

    private static func shown(_ name: String) -> String {
        String(name.unicodeScalars.prefix(120).map { $0.value < 0x20 || $0.value == 0x7F ? "?" : Character($0) })
    }
}
