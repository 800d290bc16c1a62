/// What a browser asks for (网页请求), as values: nothing of the server's library goes beyond `HTTPServer`.
struct WebRequest: Sendable {
    enum Method: Sendable { case get, post }

    var method: Method
    /// The parts of the path, escapes undone: `/trace/a%23b` is `["trace", "a#b"]`.
    var path: [String]
    var query: FormValues
    var cookies: [String: String]
    /// Names in lower case.
    var headers: [String: String]
    /// Address of who asks, for throttling and the log.
    var peer: String
    var body: WebBody

    init(
        _ method: Method = .get, path: [String], query: FormValues = FormValues(), cookies: [String: String] = [:],
        headers: [String: String] = [:], peer: String = "127.0.0.1", body: WebBody = WebBody(bytes: [])
    ) {
        self.method = method
        self.path = path
        self.query = query
        self.cookies = cookies
        self.headers = headers
        self.peer = peer
        self.body = body
    }

    /// - Parameter target: path and query as they stand in the request line.
    /// - Returns: nil where they are broken.
    static func parts(of target: String) -> (path: [String], query: FormValues)? {
        let sides = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        guard let first = sides.first, first.hasPrefix("/"), target.utf8.count <= 16_384 else { return nil }
        var path: [String] = []
        for part in first.split(separator: "/") {
            guard let decoded = PercentCoding.decoded(part, isForm: false), decoded != ".", decoded != ".." else { return nil }
            path.append(decoded)
        }
        guard let query = FormValues(decoding: sides.count > 1 ? sides[1] : "") else { return nil }
        return (path, query)
    }

    static func cookies(_ header: String) -> [String: String] {
        var found: [String: String] = [:]
        for part in header.split(separator: ";") {
            let sides = part.split(separator: "=", maxSplits: 1)
            guard sides.count == 2 else { continue }
            let name = String(sides[0].drop { $0 == " " })
            if found[name] == nil { found[name] = PercentCoding.decoded(sides[1], isForm: false) ?? "" }
        }
        return found
    }

    /// The address as it was asked for, without the host.
    var address: String { "/" + path.map(PercentCoding.encoded).joined(separator: "/") + query.query }
}

/// What comes with a request, piece by piece (请求正文).
struct WebBody: Sendable {
    /// Hands over one piece after the other; the next is not asked for before the last has been taken.
    let forEach: @Sendable (_ take: @Sendable ([UInt8]) async throws -> Void) async throws -> Void

    init(forEach: @escaping @Sendable (_ take: @Sendable ([UInt8]) async throws -> Void) async throws -> Void) {
        self.forEach = forEach
    }

    /// - Parameter size: of a piece, in bytes.
    init(bytes: [UInt8], pieces size: Int = .max) {
        forEach = { take in
            var place = 0
            while place < bytes.count {
                let end = size < bytes.count - place ? place + max(1, size) : bytes.count
                try await take(Array(bytes[place..<end]))
                place = end
            }
        }
    }

    /// All of it.
    /// - Throws: `WebRefusal.tooLarge` beyond the limit, in bytes.
    func collected(upTo limit: Int) async throws -> [UInt8] {
        let kept = Collected()
        try await forEach { piece in
            guard await kept.add(piece) <= limit else { throw WebRefusal.tooLarge }
        }
        return await kept.bytes
    }

    private actor Collected {
        private(set) var bytes: [UInt8] = []

        func add(_ piece: [UInt8]) -> Int {
            bytes += piece
            return bytes.count
        }
    }
}

/// Why a request is turned away (拒绝).
enum WebRefusal: Error, Sendable, Equatable {
    case malformed, forbidden, notFound, wrongMethod, tooLarge, needsLogin, throttled, forged
}
