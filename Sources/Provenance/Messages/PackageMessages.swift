/// What is said of packages, keys and signatures (数据包、密钥、签名).
extension Message {
    public static let keyIsNone = Message("key.none", zh: "不是溯源的密钥文件", en: "no key file of suyuan")

    public static func keyMade(_ key: String, _ partner: String, _ name: String) -> Message {
        Message(
            "key.made", zh: "已生成密钥 \(name)：\(key)（私钥，勿外传）、\(partner)（公钥，发给接收单位）",
            en: "made key \(name): \(key) (private, keep it) and \(partner) (public, for your partners)")
    }

    public static func keyExists(_ path: String) -> Message {
        Message("key.exists", zh: "\(path) 已存在，未覆盖", en: "\(path) exists and was not overwritten")
    }

    public static let keysAreNone = Message("keys.none", zh: "没有可用的公钥（.pub）", en: "there is no public key (.pub)")

    public static let packageHasNoManifest = Message(
        "package.noManifest", zh: "没有 manifest.xml，不是数据包", en: "there is no manifest.xml: this is no package")

    public static let packageIsUnsigned = Message("package.unsigned", zh: "没有签名（manifest.sig）", en: "it is not signed (manifest.sig)")

    public static func packageSignedByOther(_ name: String) -> Message {
        Message("package.signedByOther", zh: "签名密钥 \(name) 不在认可之列", en: "it is signed with key \(name), which is not among those accepted")
    }

    public static let packageSignatureIsWrong = Message(
        "package.badSignature", zh: "签名与 manifest.xml 不符：清单在签名后被改动，或签名有误",
        en: "the signature does not fit manifest.xml: one of them was altered")

    public static func packageLengthDiffers(_ name: String, expected: Int, found: Int) -> Message {
        Message(
            "package.length", zh: "文件 \(name) 应为 \(expected) 字节，实为 \(found) 字节", en: "\(name) should have \(expected) bytes and has \(found)")
    }

    public static func packageNameIsUnsafe(_ name: String) -> Message {
        Message("package.unsafe", zh: "清单中的文件名“\(name)”指向包外或不合规范", en: "the name \"\(name)\" in the manifest leads out of the package")
    }

    public static func packageHoldsNoFile(_ name: String) -> Message {
        Message("package.link", zh: "“\(name)”是链接或特殊文件", en: "\"\(name)\" is a link or special file")
    }

    public static func packageDocumentIsCalledOtherwise(_ id: String) -> Message {
        Message("package.documentName", zh: "文件名与文件标识 \(id) 不符", en: "the file is not called by the document's id \(id)")
    }

    public static func packageFileIsStrange(_ name: String) -> Message {
        Message("package.strange", zh: "数据包中不应有文件 \(name)", en: "a package has no file \(name)")
    }

    public static func packageLinkComesTwice(_ id: String) -> Message {
        Message("package.linkTwice", zh: "关联 \(id) 重复", en: "the link \(id) comes twice")
    }

    public static func packageLinkIdIsOther(_ id: String) -> Message {
        Message("package.linkId", zh: "关联标识 \(id) 与其两端的事实不符", en: "the link's id \(id) is not that of its two facts")
    }

    public static func packageHasUnknown(_ what: String) -> Message {
        Message("package.unknown", zh: "本版本不认识“\(what)”，按原样保留不了", en: "this version does not know \"\(what)\" and cannot keep it")
    }

    public static let packageHasNoProvenance = Message(
        "package.noProvenance", zh: "没有 provenance.xml，来历不明", en: "there is no provenance.xml to say where it comes from")

    public static let packageHasNoTrace = Message("package.noTrace", zh: "没有 trace.xml", en: "there is no trace.xml")

    public static func packageBodyIsNotDescribed(_ id: String) -> Message {
        Message("package.ontology", zh: "ontology.xml 中没有机构 \(id)", en: "ontology.xml does not describe the body \(id)")
    }

    public static func packageSourceIsNone(_ name: String) -> Message {
        Message("package.source", zh: "原件 \(name) 不是任何一份文件的来源", en: "the original \(name) is the source of no document")
    }

    public static func packageSourceIsOther(_ name: String) -> Message {
        Message("package.sourceHash", zh: "原件 \(name) 与文件所记的 SHA-256 不符", en: "the original \(name) is not the one that the document was read from")
    }

    public static func packageSourceIsUnread(_ name: String, because reason: Message) -> Message {
        Message(
            "package.sourceUnread", zh: "原件 \(name) 在本机读不了，未能逐字核对：\(reason.zh)",
            en: "the original \(name) cannot be read here, and its words were not compared: \(reason.en)")
    }

    public static func packageSourceIsGone(_ name: String) -> Message {
        Message("package.sourceGone", zh: "原件 \(name) 已不在或有变，未随包附上", en: "the original \(name) is gone or has changed and is not sent along")
    }

    public static func packageRefused(critical: Int, errors: Int, warnings: Int) -> Message {
        Message(
            "package.refusal", zh: "未接收：严重 \(critical) 处，错误 \(errors) 处，提示 \(warnings) 处；知识库未作改动",
            en: "refused: \(critical) critical, \(errors) errors, \(warnings) warnings; the knowledge base was not changed")
    }

    public static func packageTaken(documents: Int, unchanged: Int, links: Int, aside: Int, warnings: Int) -> Message {
        Message(
            "package.taken", zh: "已接收：新文件 \(documents) 份，已有 \(unchanged) 份，关联 \(links) 条；并存待处理 \(aside) 处，提示 \(warnings) 处",
            en: "taken in: \(documents) new documents, \(unchanged) known, \(links) links; \(aside) kept aside, \(warnings) warnings")
    }

    public static func packageExported(documents: Int, files: Int, _ path: String) -> Message {
        Message("package.exported", zh: "已导出 \(path)：文件 \(documents) 份，共 \(files) 个文件", en: "exported to \(path): \(documents) documents, \(files) files")
    }

    public static func packageAlreadyReceived(_ name: String) -> Message {
        Message("package.again", zh: "此包已于先前接收（\(name)），知识库未作改动", en: "this package was received before (\(name)); nothing was changed")
    }

    public static let receivedNothing = Message("received.none", zh: "还没有接收过数据包或回填表。", en: "No package or sheet has been received.")

    public static func conflictReading(_ id: String) -> Message {
        Message("conflict.reading", zh: "来源相同、解读不同：本库的 \(id) 不变，来件另存", en: "the same source read differently: \(id) stays as it is, theirs is kept aside")
    }

    public static func conflictIdentity(_ id: String) -> Message {
        Message("conflict.id", zh: "标识相同、来源不同：本库的 \(id) 不变，来件另存", en: "another document has the id \(id): ours stays, theirs is kept aside")
    }

    public static func conflictOlder(_ id: String, than own: String) -> Message {
        Message("conflict.older", zh: "来件 \(id) 不新于本库的 \(own)：本库版本不变，来件另存", en: "\(id) is no newer than our \(own): ours stays, theirs is kept aside")
    }

    public static func conflictReview(_ link: String, ours: String, theirs: String) -> Message {
        Message(
            "conflict.review", zh: "核实意见不同：\(link) 本库为\(ours)，来件为\(theirs)；两者并存", en: "reviews differ: \(link) is \(ours) here and \(theirs) there; both are kept")
    }

    public static func conflictLink(_ link: String) -> Message {
        Message("conflict.link", zh: "关联 \(link) 涉及另存的文件，随之另存", en: "the link \(link) is about a document kept aside, and is kept with it")
    }
}

extension Severity {
    /// What it is called: 严重, 错误, 提示.
    public var label: Message {
        switch self {
        case .note: Message("severity.note", zh: "注", en: "note")
        case .warning: Message("severity.warning", zh: "提示", en: "warning")
        case .error: Message("severity.error", zh: "错误", en: "error")
        case .critical: Message("severity.critical", zh: "严重", en: "critical")
        }
    }
}
