import Exports
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
    private let zh: Wording
    private let en: Wording

    public init(_ base: KnowledgeBase, ontology: Ontology, settings: SiteSettings) {
        self.base = base
        self.ontology = ontology
        self.settings = settings
        inquiry = Inquiry(base, ontology: ontology)
        directory = BodyDirectory(ontology)
        glance = Glance(inquiry)
        zh = Wording(.zh, ontology)
        en = Wording(.en, ontology)
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
        switch request.method {
        case .get: return try await get(path, visit)
        case .post: throw WebRefusal.notFound
        }
    }

    private func get(_ path: [String], _ visit: Visit) async throws -> WebResponse {
        guard visit.visitor != nil else { throw WebRefusal.needsLogin }
        guard let first = path.first else { return try await overview(visit) }
        switch first {
        case "trace" where path.count <= 3: return try await trace(Array(path.dropFirst()), visit)
        case "documents" where path.count == 1: return try await documents(visit)
        case "documents" where path.count <= 3: return try await document(Array(path.dropFirst()), visit)
        default: break
        }
        switch path {
        case ["clauses"]: return try await clauses(visit)
        case ["matrix"]: return try await matrix(visit)
        case ["bodies"]: return try await bodies(visit)
        case ["bodies", "of"]: return try await body(visit)
        case ["search"]: return try await search(visit)
        default:
            if path.count == 1, let taken = Taken(path[0]) { return try await take(taken, visit) }
            throw WebRefusal.notFound
        }
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
