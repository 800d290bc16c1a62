/// What is answered (网页应答).
struct WebResponse: Sendable {
    enum Body: Sendable {
        case bytes([UInt8])
        /// A file that is sent piece by piece and removed afterwards.
        case file(path: String)
    }

    var status: Int
    var headers: [(name: String, value: String)]
    var body: Body

    init(_ status: Int = 200, type: String, _ bytes: [UInt8], headers: [(name: String, value: String)] = []) {
        self.status = status
        self.headers = [("Content-Type", type)] + headers
        body = .bytes(bytes)
    }

    static func page(_ bytes: [UInt8], status: Int = 200) -> WebResponse { WebResponse(status, type: "text/html; charset=utf-8", bytes) }

    /// To another page of ours, by GET.
    static func redirect(_ address: String) -> WebResponse {
        WebResponse(303, type: "text/plain; charset=utf-8", [], headers: [("Location", address)])
    }

    /// Something to keep, under a name that may hold any character (RFC 6266).
    static func download(_ bytes: [UInt8], type: String, name: String) -> WebResponse {
        WebResponse(type: type, bytes, headers: [("Content-Disposition", "attachment; filename*=UTF-8''" + PercentCoding.encoded(name))])
    }

    static func download(file: String, type: String, name: String) -> WebResponse {
        var response = download([], type: type, name: name)
        response.body = .file(path: file)
        return response
    }

    /// - Parameter seconds: nil: until the browser is closed.
    mutating func setCookie(_ name: String, _ value: String, seconds: Int?) {
        var text = name + "=" + PercentCoding.encoded(value) + "; Path=/; HttpOnly; SameSite=Strict"
        if let seconds { text += "; Max-Age=\(seconds)" }
        headers.append(("Set-Cookie", text))
    }

    /// For a site behind TLS.
    mutating func secureCookies() {
        for index in headers.indices where headers[index].name == "Set-Cookie" { headers[index].value += "; Secure" }
    }

    /// Adds a header where none of its name is set.
    mutating func setDefault(_ name: String, _ value: String) {
        if !headers.contains(where: { $0.name == name }) { headers.append((name, value)) }
    }

    /// The bytes of the body, for tests and small answers.
    var bytes: [UInt8] {
        if case .bytes(let bytes) = body { return bytes }
        return []
    }
}
