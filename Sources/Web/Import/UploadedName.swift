/// The name of a file that somebody sends (上传文件名), as it may stand in a folder: whatever path it claims, only its end counts.
enum UploadedName {
    /// Code points.
    static let longest = 120

    static func safe(_ name: String) -> String {
        var kept = String.UnicodeScalarView()
        for scalar in name.unicodeScalars {
            switch scalar.value {
            case 0x2F, 0x5C:
                // A path of any system: what went before was a folder.
                kept = String.UnicodeScalarView()
            case 0..<0x20, 0x7F...0x9F, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF, 0xFFFD: continue
            case 0x3A, 0x2A, 0x3F, 0x22, 0x3C, 0x3E, 0x7C: kept.append("_")
            default: kept.append(scalar)
            }
        }
        // Hidden files, `.` and `..`; a name that ends in a dot or space is another name elsewhere.
        var parts = Array(kept)
        while let first = parts.first, first == "." || first == " " { parts.removeFirst() }
        while let last = parts.last, last == "." || last == " " { parts.removeLast() }
        if parts.count > longest { parts = cut(parts) }
        // A name holds 255 bytes.
        while String(String.UnicodeScalarView(parts)).utf8.count > 240 { parts.remove(at: parts.count / 2) }
        return parts.isEmpty ? "file" : String(String.UnicodeScalarView(parts))
    }

    /// Keeps the ending, by which its kind is told.
    private static func cut(_ parts: [Unicode.Scalar]) -> [Unicode.Scalar] {
        guard let dot = parts.lastIndex(of: "."), parts.count - dot <= 8 else { return Array(parts.prefix(longest)) }
        return Array(parts.prefix(longest - (parts.count - dot)) + parts[dot...])
    }
}
