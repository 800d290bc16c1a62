import CLibArchive
import Glibc
import Provenance

/// Writes a zip file entry by entry (打包). Entries have no time, owner or other trace of the machine: the same files in the same
/// order give the same bytes.
public final class ZipWriter {
    private var pointer: OpaquePointer?
    private let path: String
    private var isInside = false

    /// - Throws: where the file cannot be made.
    public init(path: String) throws(Fault) {
        ArchiveLibrary.started
        self.path = path
        guard let pointer = archive_write_new() else { throw Fault(.archiveCannotBeWritten("out of memory"), at: Place(file: path)) }
        self.pointer = pointer
        archive_write_set_format_zip(pointer)
        archive_write_set_options(pointer, "zip:compression=deflate,zip:compression-level=6,zip:hdrcharset=UTF-8")
        guard archive_write_open_filename(pointer, path) == ARCHIVE_OK else { throw failure() }
    }

    deinit { if let pointer { archive_write_free(pointer) } }

    public func add(_ name: String, _ bytes: [UInt8]) throws(Fault) {
        try begin(name)
        try write(bytes)
    }

    /// Begins an entry whose length is not known yet; the one before is ended.
    public func begin(_ name: String) throws(Fault) {
        guard let pointer, let entry = archive_entry_new() else { throw Fault(.archiveCannotBeWritten(name), at: Place(file: path)) }
        defer { archive_entry_free(entry) }
        if isInside, archive_write_finish_entry(pointer) != ARCHIVE_OK { throw failure() }
        archive_entry_set_pathname_utf8(entry, name)
        suyuan_archive_set_file(entry)
        archive_entry_set_perm(entry, 0o644)
        guard archive_write_header(pointer, entry) == ARCHIVE_OK else { throw failure() }
        isInside = true
    }

    public func write(_ bytes: [UInt8]) throws(Fault) {
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes { archive_write_data(pointer, $0.baseAddress?.advanced(by: written), bytes.count - written) }
            guard count > 0 else { throw failure() }
            written += count
        }
    }

    /// Ends the archive; nothing may be added afterwards.
    public func finish() throws(Fault) {
        guard let pointer else { return }
        guard archive_write_close(pointer) == ARCHIVE_OK else { throw failure() }
        archive_write_free(pointer)
        self.pointer = nil
    }

    private func failure() -> Fault {
        Fault(.archiveCannotBeWritten(pointer.map(ArchiveLibrary.reason) ?? ""), at: Place(file: path))
    }
}
