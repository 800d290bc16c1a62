import Provenance

/// Which names files may have inside an archive or package (包内路径): what a careless reader would write elsewhere is refused.
public enum ArchivePath {
    private static let byteLimit = 1_024
    private static let depthLimit = 16

    /// Whether a name is a plain path below the package's own folder: no `..`, no root, no drive, no back slash, no empty step,
    /// no control character, at most 1,024 bytes.
    public static func isSafe(_ name: String) -> Bool {
        guard !name.isEmpty, name.utf8.count <= byteLimit, !name.hasPrefix("/") else { return false }
        for scalar in name.unicodeScalars {
            switch scalar.value {
            case 0..<0x20, 0x7F...0x9F, 0x5C, 0x202A...0x202E, 0x2066...0x2069, 0xFFFD: return false
            default: continue
            }
        }
        let steps = name.split(separator: "/", omittingEmptySubsequences: false)
        guard steps.count <= depthLimit, steps.allSatisfy({ !$0.isEmpty && $0 != "." && $0 != ".." }) else { return false }
        // `C:` names a drive.
        return !(name.utf8.count > 1 && name.utf8.dropFirst().first == UInt8(ascii: ":"))
    }
}
