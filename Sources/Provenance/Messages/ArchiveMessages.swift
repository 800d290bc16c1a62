/// What is said of packed files (压缩包).
extension Message {
    public static func archiveIsBroken(_ reason: String) -> Message {
        Message("archive.broken", zh: "不是完好的 zip 文件：\(reason)", en: "no sound zip file: \(reason)")
    }

    public static let archiveAdvice = Message("archive.advice", zh: "请对方重新打包发送。", en: "Ask the sender to pack it again.")
    public static let archiveRefused = Message("archive.refused", zh: "整包未接收。", en: "Nothing of it was taken in.")

    public static func archiveHasManyEntries(limit: Int) -> Message {
        Message("archive.entries", zh: "文件超过 \(limit) 个", en: "it holds more than \(limit) files")
    }

    public static func archiveNameIsUnsafe(_ name: String) -> Message {
        Message("archive.unsafe", zh: "文件名“\(name)”指向包外或不合规范", en: "the name \"\(name)\" leads out of the package or is malformed")
    }

    public static func archiveNameComesTwice(_ name: String) -> Message {
        Message("archive.twice", zh: "文件名“\(name)”重复", en: "the name \"\(name)\" comes twice")
    }

    public static func archiveEntryIsNoFile(_ name: String) -> Message {
        Message("archive.noFile", zh: "“\(name)”不是普通文件", en: "\"\(name)\" is no plain file")
    }

    public static var archiveIsTruncated: Message {
        Message("archive.truncated", zh: "文件不完整：缺少 zip 目录", en: "the file is cut off: it lacks the directory of a zip")
    }

    public static func archiveEntryIsEncrypted(_ name: String) -> Message {
        Message("archive.encrypted", zh: "“\(name)”已加密，无法读取", en: "\"\(name)\" is encrypted and cannot be read")
    }

    public static func archiveHasNoEntry(_ name: String) -> Message {
        Message("archive.noEntry", zh: "压缩包内没有“\(name)”", en: "the archive has no \"\(name)\"")
    }

    public static let archiveEntryLeftOut = Message(
        "archive.leftOut", zh: "该文件未读入，包内其余文件照常读取。", en: "It is left out; the other files of the archive are read.")

    public static func archiveUnpacksToTooMuch(_ name: String) -> Message {
        Message("archive.tooMuch", zh: "解开“\(name)”时超过限额，疑为压缩炸弹", en: "unpacking \"\(name)\" passes the limit; it may be a zip bomb")
    }

    public static func archiveCannotBeWritten(_ reason: String) -> Message {
        Message("archive.write", zh: "无法打包：\(reason)", en: "the archive cannot be written: \(reason)")
    }
}
