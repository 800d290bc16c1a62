import Exports
import FoundationEssentials
import Links
import Provenance
import Queries
import Store
import Vocabulary

/// The site (网站): requests in, answers out. It knows nothing of ports and connections, so that everything it does can be tested as
/// a function.
public struct Site: Sendable {
    let base: KnowledgeBase
    let ontology: Ontology
    let inquiry: Inquiry
    let settings: SiteSettings
    let directory: BodyDirectory
    let assets = Assets()
    let sessions = SessionBook()
    let glance: Glance
    let throttle = LoginThrottle()
    let desk: ImportDesk
    private let zh: Wording
    private let en: Wording

    public init(_ base: KnowledgeBase, ontology: Ontology, settings: SiteSettings) {
        self.base = base
        self.ontology = ontology
        self.settings = settings
        inquiry = Inquiry(base, ontology: ontology)
        directory = BodyDirectory(ontology)
        glance = Glance(inquiry)
        let folder = settings.uploadFolder ?? base.path.map { $0 + ".uploads" } ?? FileManager.default.temporaryDirectory.path + "/suyuan-uploads-" + SessionBook.newID()
        desk = ImportDesk(Holding(base: base, ontology: ontology, inquiry: inquiry, settings: settings), root: folder)
        zh = Wording(.zh, ontology)
        en = Wording(.en, ontology)
    }

    /// Works out what most pages need of the whole base, so that no visitor waits for it.
    func warm() {
        _ = try? glance.overview()
        _ = try? inquiry.warm()
    }

    func wording(_ language: Language) -> Wording { language == .zh ? zh : en }

    func respond(to request: WebRequest) async -> WebResponse {
        let visit = Visit(request, self)
        var response: WebResponse
        do {
            response = try await answer(visit)
        } catch let refusal as WebRefusal {
            response = refused(refusal, visit)
        } catch let fault as Fault {
            response = failed(fault, visit)
        } catch {
            response = failed(Fault(.webFailed), visit, status: 500)
        }
        visit.remember(in: &response)
        if settings.isSecure { response.secureCookies() }
        Self.protect(&response)
        return response
    }

    /// Whatever a document or a note holds, a browser runs and fetches nothing but the site's own files.
    private static func protect(_ response: inout WebResponse) {
        response.setDefault(
            "Content-Security-Policy",
            "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'")
        response.setDefault("X-Content-Type-Options", "nosniff")
        response.setDefault("X-Frame-Options", "DENY")
        response.setDefault("Referrer-Policy", "same-origin")
        response.setDefault("Cross-Origin-Opener-Policy", "same-origin")
        response.setDefault("Cross-Origin-Resource-Policy", "same-origin")
        response.setDefault("Cache-Control", "no-store")
    }

    private func answer(_ visit: Visit) async throws -> WebResponse {
        let request = visit.request
        guard visit.isOwnHost else { throw WebRefusal.forbidden }
        let path = request.path
        if path.first == "assets" {
            guard path.count == 2, let response = assets.response(path[1]) else { throw WebRefusal.notFound }
            return response
        }
        if path == ["language"] { return language(visit) }
        if path.first == "api" { return try await api(path, visit) }
        switch request.method {
        case .get: return try await get(path, visit)
        case .post: return try await post(path, visit)
        }
    }

    private func get(_ path: [String], _ visit: Visit) async throws -> WebResponse {
        if path == ["login"] { return login(visit) }
        guard visit.visitor != nil else { throw WebRefusal.needsLogin }
        guard let first = path.first else { return try await overview(visit) }
        switch first {
        case "trace" where path.count <= 3: return try await trace(Array(path.dropFirst()), visit)
        case "documents" where path.count == 1: return try await documents(visit)
        case "import" where path.count == 2: return try await batch(path[1], visit)
        case "documents" where path.count <= 3: return try await document(Array(path.dropFirst()), visit)
        default: break
        }
        switch path {
        case ["clauses"]: return try await clauses(visit)
        case ["matrix"]: return try await matrix(visit)
        case ["bodies"]: return try await bodies(visit)
        case ["bodies", "of"]: return try await body(visit)
        case ["search"]: return try await search(visit)
        case ["review"]: return try await review(visit)
        case ["review", "log"]: return try await reviewLog(visit)
        case ["accounts"]: return try accounts(visit)
        case ["audit"]: return try await audit(visit)
        case ["import"]: return try await importing(visit)
        case ["export"]: return try await exporting(visit)
        case ["export", "package.zip"]: return try await package(visit)
        default:
            if path.count == 1, let taken = Taken(path[0]) { return try await take(taken, visit) }
            throw WebRefusal.notFound
        }
    }

    /// What changes something: only by a form of ours.
    private func post(_ path: [String], _ visit: Visit) async throws -> WebResponse {
        if path == ["import"] { return try await upload(visit) }
        let isForm = visit.request.headers["content-type"]?.lowercased().hasPrefix("application/x-www-form-urlencoded") ?? false
        guard isForm else { throw WebRefusal.malformed }
        let bytes = try await visit.request.body.collected(upTo: 64 * 1024)
        guard let text = String(validating: bytes, as: UTF8.self), let form = FormValues(decoding: text[...]) else { throw WebRefusal.malformed }
        guard visit.isOwnForm(form) else { throw WebRefusal.forged }
        switch path {
        case ["login"]: return try await logIn(form, visit)
        case ["logout"]: return logOut(visit)
        case ["review", "decide"]: return try await decide(form, visit)
        case ["accounts"]: return try await changeAccount(form, visit)
        case let path where path.count == 3 && path[0] == "import": return try await decideBatch(path[1], path[2], visit)
        default: throw WebRefusal.notFound
        }
    }

    /// Keeps what a user did; where it cannot be kept it is not done.
    func audit(_ visitor: String, _ action: String, _ subject: String, _ visit: Visit) throws(Fault) {
        try base.audit(AuditEntry(at: settings.moment(), user: visitor, peer: visit.request.peer, action: action, subject: subject))
    }

    // MARK: What went wrong

    private func refused(_ refusal: WebRefusal, _ visit: Visit) -> WebResponse {
        switch refusal {
        case .malformed: notice(.webMalformed, 400, visit)
        case .forbidden: notice(.webForbidden, 403, visit)
        case .forged: notice(.webForged, 403, visit)
        case .notFound: notice(.webNotFound, 404, visit)
        case .wrongMethod: notice(.webNotFound, 405, visit)
        case .tooLarge: notice(.webTooLarge, 413, visit)
        case .throttled: notice(.webThrottled, 429, visit)
        case .needsLogin where visit.wantsData: failed(Fault(.webForbidden), visit, status: 401)
        case .needsLogin: .redirect("/login" + FormValues([("back", visit.request.address)]).query)
        }
    }

    private func failed(_ fault: Fault, _ visit: Visit, status: Int = 404) -> WebResponse {
        if visit.wantsData { return WebResponse(status, type: "application/json", JSONPrinter.print(.record([.init("error", .text(fault.text(.en)))]))) }
        let frame = visit.frame
        return .page(frame.page(frame.wording(.webCannot), in: nil) { frame.fault(fault, to: &$0) }, status: status)
    }

    private func notice(_ message: Message, _ status: Int, _ visit: Visit) -> WebResponse {
        failed(Fault(message), visit, status: status)
    }

    private func language(_ visit: Visit) -> WebResponse {
        let back = visit.request.query["back"] ?? "/"
        // Only to ourselves: `//other.example` is somebody else's.
        var response = WebResponse.redirect(Visit.isOwnAddress(back) ? back : "/")
        if let language = visit.request.query["to"].flatMap(Language.init(rawValue:)) { response.setCookie("lang", language.rawValue, seconds: 365 * 86_400) }
        return response
    }
}
