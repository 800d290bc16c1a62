import Foundation
import Links
import Provenance
import Queries
import Testing

@testable import Web

/// The interface for programs does what its description says.
struct APITests {
    /// Holds a value against a schema of the description; what it finds wrong.
    struct Checker {
        let components: [String: Any]

        func faults(_ value: Any, _ schema: [String: Any], at path: String) -> [String] {
            if let reference = schema["$ref"] as? String {
                let name = reference.split(separator: "/").last.map(String.init) ?? ""
                guard let named = components[name] as? [String: Any] else { return ["\(path): no schema \(name)"] }
                return faults(value, named, at: path)
            }
            if let any = schema["anyOf"] as? [[String: Any]] {
                let found = any.map { faults(value, $0, at: path) }
                return found.contains(where: \.isEmpty) ? [] : found[0]
            }
            let types = schema["type"] as? [String] ?? [schema["type"] as? String ?? ""]
            if value is NSNull { return types.contains("null") ? [] : ["\(path): null"] }
            switch types[0] {
            case "object":
                guard let object = value as? [String: Any] else { return ["\(path): no object"] }
                let properties = schema["properties"] as? [String: [String: Any]] ?? [:]
                let required = Set(schema["required"] as? [String] ?? [])
                return required.subtracting(object.keys).map { "\(path).\($0) is missing" }
                    + Set(object.keys).subtracting(properties.keys).map { "\(path).\($0) is not described" }
                    + properties.flatMap { name, schema in object[name].map { faults($0, schema, at: path + "." + name) } ?? [] }
            case "array":
                guard let list = value as? [Any], let items = schema["items"] as? [String: Any] else { return ["\(path): no list"] }
                return list.enumerated().flatMap { faults($0.element, items, at: path + "[\($0.offset)]") }
            case "string": return value is String ? [] : ["\(path): no string"]
            case "boolean": return value is Bool ? [] : ["\(path): no boolean"]
            case "integer": return value is Int ? [] : ["\(path): no integer"]
            case "number": return value is Double || value is Int ? [] : ["\(path): no number"]
            default: return ["\(path): unknown type \(types)"]
            }
        }
    }

    private func description(_ site: Site) async throws -> [String: Any] {
        let response = await site.respond(to: try .get("/api/openapi.json"))
        #expect(response.status == 200)
        return try #require(try JSONSerialization.jsonObject(with: Data(response.bytes)) as? [String: Any])
    }

    @Test func everyOperationAnswersAsDescribed() async throws {
        let site = try await CorpusSite.get()
        let description = try await description(site)
        let components = try #require((description["components"] as? [String: Any])?["schemas"] as? [String: Any])
        let checker = Checker(components: components)
        let paths = try #require(description["paths"] as? [String: [String: [String: Any]]])
        let row = try #require(try site.inquiry.clauses(ClauseQuestion(), limit: 20).rows.first { !$0.progress.isEmpty && !$0.requirement.owners.isEmpty })
        let examples = [
            "{document}": PercentCoding.encoded(row.requirement.place.document.id), "{element}": PercentCoding.encoded(row.requirement.place.element),
        ]
        var answered = 0
        for (path, operations) in paths {
            for (method, operation) in operations where method == "get" {
                var address = path
                for (name, value) in examples { address = address.replacing(name, with: value) }
                let parameters = operation["parameters"] as? [[String: Any]] ?? []
                if parameters.contains(where: { $0["name"] as? String == "q" }) { address += "?q=" + PercentCoding.encoded("工匠") }
                let response = await site.respond(to: try .get(address))
                #expect(response.status == 200 && response.header("Content-Type") == "application/json", "\(address): \(response.status)")
                let content = ((operation["responses"] as? [String: Any])?["200"] as? [String: Any])?["content"] as? [String: Any]
                let schema = try #require((content?["application/json"] as? [String: Any])?["schema"] as? [String: Any])
                let value = try JSONSerialization.jsonObject(with: Data(response.bytes))
                let faults = checker.faults(value, schema, at: path)
                #expect(faults.isEmpty, "\(faults.prefix(5))")
                answered += 1
            }
        }
        #expect(answered == APIOperation.all.count { $0.method == .get })
    }

    /// The checker is no rubber stamp.
    @Test func aWrongAnswerIsFound() async throws {
        let site = try await CorpusSite.get()
        let components = try #require(((try await description(site))["components"] as? [String: Any])?["schemas"] as? [String: Any])
        let checker = Checker(components: components)
        let schema: [String: Any] = ["$ref": "#/components/schemas/AsOf"]
        #expect(checker.faults(["day": "2023-01-01", "given": true], schema, at: "").isEmpty)
        #expect(checker.faults(["day": NSNull(), "given": true], schema, at: "").isEmpty)
        #expect(!checker.faults(["day": 5, "given": true], schema, at: "").isEmpty)
        #expect(!checker.faults(["given": true], schema, at: "").isEmpty)
        #expect(!checker.faults(["day": "x", "given": true, "more": 1], schema, at: "").isEmpty)
        #expect(!checker.faults([1], schema, at: "").isEmpty)
    }

    @Test func whatIsMissingOrWrongIsSaidAsData() async throws {
        let site = try await CorpusSite.get()
        for (address, status) in [("/api/none", 404), ("/api/search", 400), ("/api/facts/a/b", 404), ("/api/documents/none", 404), ("/api/requirements?document=none", 404)] {
            let response = await site.respond(to: try .get(address))
            #expect(response.status == status, "\(address): \(response.status)")
            let object = try JSONSerialization.jsonObject(with: Data(response.bytes)) as? [String: Any]
            #expect(object?["error"] is String)
        }
    }

    @Test func aDecisionNeedsTheToken() async throws {
        let site = try await CorpusSite.made()
        let browser = Browser(site)
        let session = try await browser.get("/api/session")
        let token = try #require((try JSONSerialization.jsonObject(with: Data(session.bytes)) as? [String: Any])?["token"] as? String)
        let row = try #require(try site.inquiry.waiting(limit: 1).rows.first)
        var request = try WebRequest.get("/api/review")
        request.method = .post
        let body = try JSONSerialization.data(withJSONObject: ["requirement": row.requirement.id, "evidence": row.link.evidence.id, "decision": "confirm"])
        request.body = WebBody(bytes: Array(body), pieces: 10)
        request.headers["content-type"] = "application/json"
        #expect(try await browser.send(request).status == 403)
        request.headers["x-suyuan-token"] = token
        request.headers["content-type"] = "text/plain"
        #expect(try await browser.send(request).status == 400)
        request.headers["content-type"] = "application/json"
        #expect(try await browser.send(request).status == 200)
        #expect(try site.inquiry.reviewLog().entries.map(\.logged.review.by) == ["张敏"])
        request.body = WebBody(bytes: Array("{\"requirement\":5}".utf8))
        #expect(try await browser.send(request).status == 400)
    }
}
