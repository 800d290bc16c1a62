import Glibc
import Provenance

/// Writes what a form sends into files as it comes (接收上传): never more than a piece of it is held.
actor UploadReceiver {
    struct File: Sendable, Hashable {
        /// As it may stand in a folder.
        let name: String
        let path: String
        let bytes: Int
    }

    private let folder: String
    private let limits: UploadLimits
    private let isOwnForm: @Sendable (FormValues) -> Bool
    private var decoder: MultipartDecoder
    private var total = 0
    private(set) var files: [File] = []
    private var fields: [(name: String, value: String)] = []
    private var current: Current?

    private enum Current {
        case field(name: String, bytes: [UInt8])
        case file(name: String, path: String, handle: Int32, bytes: Int)
        /// A field of files in which none was chosen.
        case nothing
    }

    /// - Parameters:
    ///   - folder: is there and empty.
    ///   - isOwnForm: asked before the first file is taken.
    init?(contentType: String, folder: String, limits: UploadLimits, isOwnForm: @escaping @Sendable (FormValues) -> Bool) {
        guard let decoder = MultipartDecoder(contentType: contentType) else { return nil }
        self.decoder = decoder
        self.folder = folder
        self.limits = limits
        self.isOwnForm = isOwnForm
    }

    func take(_ piece: [UInt8]) throws {
        total += piece.count
        guard total <= limits.totalBytes else { throw WebRefusal.tooLarge }
        var events: [MultipartDecoder.Event] = []
        try decoder.take(piece) { events.append($0) }
        for event in events { try follow(event) }
    }

    /// - Returns: the fields that came with the files.
    func finish() throws -> FormValues {
        try decoder.finish()
        let form = FormValues(fields)
        guard isOwnForm(form) else { throw WebRefusal.forged }
        return form
    }

    /// Closes what is open; what was written stays for whoever removes the folder.
    func close() {
        if case .file(_, _, let handle, _) = current { Glibc.close(handle) }
        current = nil
    }

    private func follow(_ event: MultipartDecoder.Event) throws {
        switch event {
        case .begin(let part):
            guard let claimed = part.file else {
                current = .field(name: part.name, bytes: [])
                return
            }
            // Nothing is written for a form that is none of ours.
            guard isOwnForm(FormValues(fields)) else { throw WebRefusal.forged }
            guard !claimed.isEmpty else {
                current = .nothing
                return
            }
            guard files.count < limits.files else { throw WebRefusal.tooLarge }
            let name = UploadedName.safe(claimed)
            // A folder each: two files may bear one name.
            let place = folder + "/\(files.count + 1)"
            guard mkdir(place, 0o700) == 0 else { throw Fault(.webCannotKeepUpload) }
            let handle = open(place + "/" + name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
            guard handle >= 0 else { throw Fault(.webCannotKeepUpload) }
            current = .file(name: name, path: place + "/" + name, handle: handle, bytes: 0)
        case .data(let bytes):
            switch current {
            case .field(let name, let before):
                guard before.count + bytes.count <= 64 * 1024 else { throw WebRefusal.tooLarge }
                current = .field(name: name, bytes: before + bytes)
            case .file(let name, let path, let handle, let before):
                guard before + bytes.count <= limits.fileBytes else { throw WebRefusal.tooLarge }
                try write(bytes, to: handle)
                current = .file(name: name, path: path, handle: handle, bytes: before + bytes.count)
            case .nothing, nil: return
            }
        case .end:
            switch current {
            case .field(let name, let bytes):
                guard let text = String(validating: bytes, as: UTF8.self), fields.count < FormValues.most else { throw WebRefusal.malformed }
                fields.append((name, text))
            case .file(let name, let path, let handle, let bytes):
                Glibc.close(handle)
                files.append(File(name: name, path: path, bytes: bytes))
            case .nothing, nil: break
            }
            current = nil
        }
    }

    private func write(_ bytes: [UInt8], to handle: Int32) throws {
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes { Glibc.write(handle, $0.baseAddress?.advanced(by: written), bytes.count - written) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw Fault(.webCannotKeepUpload) }
            written += count
        }
    }
}
