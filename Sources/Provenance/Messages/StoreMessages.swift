extension Message {
    public static let storeNotThere = Message(
        "store.notThere", zh: "没有这个知识库文件", en: "there is no such knowledge base")
    public static let storeNotThereAdvice = Message(
        "store.notThere.advice", zh: "请先用 suyuan add 加入文件，或用 --kb 指定知识库。",
        en: "Add documents with suyuan add first, or name the knowledge base with --kb.")
    public static let storeIsFolder = Message("store.isFolder", zh: "这是文件夹，不是知识库", en: "this is a folder, not a knowledge base")
    public static let storeNotDatabase = Message(
        "store.notDatabase", zh: "这不是溯源知识库（文件不是 SQLite 数据库）", en: "this is no knowledge base (the file is no SQLite database)")
    public static let storeForeign = Message(
        "store.foreign", zh: "这是其他程序的数据库，不是溯源知识库；未作任何改动", en: "this is another program's database; it was left as it is")
    public static let storeNewer = Message(
        "store.newer", zh: "知识库由更新版本的溯源建立", en: "the knowledge base was made by a newer version of suyuan")
    public static let storeNewerAdvice = Message(
        "store.newer.advice", zh: "请升级 suyuan 后再打开。", en: "Upgrade suyuan and open it again.")
    public static let storeOtherNameAdvice = Message(
        "store.otherName.advice", zh: "请用 --kb 指定另一个文件名。", en: "Name another file with --kb.")
    public static let storeReadOnly = Message(
        "store.readOnly", zh: "知识库或所在文件夹不可写", en: "the knowledge base or its folder cannot be written")
    public static let storeReadOnlyAdvice = Message(
        "store.readOnly.advice", zh: "请检查权限，或用 --kb 指定可写的位置。", en: "Check the permissions, or name a place that can be written with --kb.")
    public static let storeNoFolder = Message(
        "store.noFolder", zh: "知识库所在的文件夹不存在", en: "the folder of the knowledge base does not exist")
    public static let storeBusy = Message(
        "store.busy", zh: "另一个进程正在写入知识库", en: "another process is writing to the knowledge base")
    public static let storeBusyAdvice = Message(
        "store.busy.advice", zh: "请稍后重试；已提交的文件不受影响。", en: "Try again later; what is committed is safe.")
    public static let storeFull = Message("store.full", zh: "磁盘已满，本文件未加入", en: "the disk is full; this document was not added")

    public static func storeCorrupt(_ detail: String) -> Message {
        Message("store.corrupt", zh: "知识库已损坏：\(detail)", en: "the knowledge base is damaged: \(detail)")
    }

    public static func storeFailed(_ detail: String) -> Message {
        Message("store.failed", zh: "知识库操作失败：\(detail)", en: "the knowledge base failed: \(detail)")
    }

    public static func storeRefused(_ detail: String) -> Message {
        Message("store.refused", zh: "知识库未能存入本文件：\(detail)", en: "the knowledge base refuses this document: \(detail)")
    }

    public static let storeLinkingMended = Message(
        "store.linkingMended", zh: "知识库中用于关联的存档有损坏，已由库中文件重新生成",
        en: "what the base keeps for linking was damaged; it was made again from the documents of the base")

    public static func storeSameID(_ id: String, other: String) -> Message {
        Message(
            "store.sameID", zh: "文件标识 \(id) 已被内容不同的文件 \(other) 占用，请改名后再加入",
            en: "the id \(id) belongs to another document, \(other); rename the file and add it again")
    }

    public static func storeNoFact(_ id: String) -> Message {
        Message("store.noFact", zh: "知识库中没有 \(id)", en: "the base holds no \(id)")
    }

    public static func storeNoLink(_ requirement: String, _ evidence: String) -> Message {
        Message(
            "store.noLink", zh: "\(requirement) 与 \(evidence) 之间没有关联", en: "\(requirement) and \(evidence) are not linked")
    }

    public static func storeUnreadableDocument(_ id: String) -> Message {
        Message("store.unreadable", zh: "知识库中的文件 \(id) 无法读出", en: "document \(id) cannot be read from the knowledge base")
    }
}
