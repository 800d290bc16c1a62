import Archives
import Glibc
import Provenance

/// Where a source lies (来源路径): a file, or a member of a zip, whose path goes on inside it: `材料/2031.zip/通知/甲.docx`.
struct SourcePath {
    /// The file on disk.
    let file: String
    /// The name inside of it; nil where the file itself is the source.
    let member: String?

    /// What a person calls it: the last part of the path, of a member from the zip on.
    var name: String {
        let last = file.split(separator: "/").last.map(String.init) ?? file
        return member.map { last + "/" + $0 } ?? last
    }

    init(_ path: String) {
        var status = stat()
        // A path below a file leads nowhere, unless the file is a zip.
        if lstat(path, &status) != 0, errno == ENOTDIR {
            var end = path.utf8.count
            let bytes = Array(path.utf8)
            while let slash = bytes[..<end].lastIndex(of: UInt8(ascii: "/")), slash > 0 {
                let prefix = String(decoding: bytes[..<slash], as: UTF8.self)
                if stat(prefix, &status) == 0 {
                    if status.st_mode & S_IFMT == S_IFREG {
                        (file, member) = (prefix, String(decoding: bytes[(slash + 1)...], as: UTF8.self))
                        return
                    }
                    break
                }
                end = slash
            }
        }
        (file, member) = (path, nil)
    }

    /// - Throws: where there is no such file or member, or it is too much.
    func bytes() throws(Fault) -> [UInt8] {
        guard let member else { return try SourceBytes.read(path: file) }
        return try ZipReader.member(member, of: file, limits: PackedSources.limits)
    }
}
