import Provenance

@testable import Web

/// What a browser does (测试浏览器): keeps cookies, follows where it is sent, sends forms as they stand on a page.
actor Browser {
    let site: Site
    private(set) var cookies: [String: String] = [:]

    init(_ site: Site, cookies: [String: String] = [:]) {
        self.site = site
        self.cookies = cookies
    }

    func get(_ address: String) async throws -> WebResponse {
        try await followed(site.respond(to: .get(address, cookies: cookies)))
    }

    /// - Parameter headers: instead of what a browser sends.
    func post(_ address: String, _ form: [(name: String, value: String)], headers: [String: String] = [:], follow: Bool = true) async throws -> WebResponse {
        var request = try WebRequest.get(address, cookies: cookies)
        request.method = .post
        request.headers.merge(
            ["content-type": "application/x-www-form-urlencoded", "origin": "http://127.0.0.1:8360", "sec-fetch-site": "same-origin"].merging(headers) { $1 }
        ) { $1 }
        request.body = WebBody(bytes: Array(FormValues(form).query.dropFirst().utf8), pieces: 7)
        let response = await site.respond(to: request)
        keep(response)
        return follow ? try await followed(response) : response
    }

    func send(_ request: WebRequest) async throws -> WebResponse {
        var request = request
        request.cookies = cookies
        let response = await site.respond(to: request)
        keep(response)
        return response
    }

    /// What the forms of a page carry.
    static func token(_ page: WebResponse) -> String {
        page.text.split(separator: "name=\"token\" value=\"").dropFirst().first.map { String($0.prefix { $0 != "\"" }) } ?? ""
    }

    private func followed(_ response: WebResponse) async throws -> WebResponse {
        keep(response)
        guard response.status == 303, let address = response.header("Location") else { return response }
        return try await get(String(address.prefix { $0 != "#" }))
    }

    private func keep(_ response: WebResponse) {
        for header in response.headers where header.name == "Set-Cookie" {
            let sides = header.value.split(separator: "=", maxSplits: 1)
            let name = String(sides[0])
            let value = sides.count > 1 ? PercentCoding.decoded(sides[1].prefix { $0 != ";" }, isForm: false) ?? "" : ""
            cookies[name] = header.value.contains("Max-Age=0") ? nil : value
        }
    }
}
