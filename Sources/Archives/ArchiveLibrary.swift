import CLibArchive
import Glibc
import Provenance

/// libarchive as a whole: without a locale of UTF-8 it hands over no name that is not ASCII.
enum ArchiveLibrary {
    /// Touch this before any call of libarchive.
    static let started: Void = { setlocale(LC_CTYPE, "C.UTF-8") }()

    static func reason(_ archive: OpaquePointer) -> String {
        archive_error_string(archive).map { String(cString: $0) } ?? String(cString: strerror(archive_errno(archive)))
    }
}
