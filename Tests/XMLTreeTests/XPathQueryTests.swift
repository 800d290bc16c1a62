import Provenance
import Testing
import XMLTree

@Suite struct XPathQueryTests {
    static let document = Array(
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <d xmlns="urn:x" id="d1">
          <a id="a1" n="1">一<b id="b1">二</b></a>
          <a n="2">三</a>
        </d>
        """.utf8)

    private func ask(_ expression: String, functions: [String: XPathQuery.Function] = [:]) throws -> XPathQuery.Value {
        try XPathQuery(expression, namespaces: [("x", "urn:x")], functions: functions).evaluate(Self.document, file: "d.xml")
    }

    @Test func nodesComeWithIdsTextAndPlace() throws {
        guard case .nodes(let nodes) = try ask("//x:a") else { return #expect(Bool(false)) }
        #expect(nodes.map(\.text) == ["一二", "三"])
        #expect(nodes.map(\.id) == ["a1", "d1"])
        #expect(nodes.map(\.line) == [3, 4])
        #expect(nodes[0].xml == "<a id=\"a1\" n=\"1\">一<b id=\"b1\">二</b></a>")
        guard case .nodes(let attributes) = try ask("//@n") else { return #expect(Bool(false)) }
        #expect(attributes.map(\.text) == ["1", "2"])
    }

    @Test func valuesOfOtherKinds() throws {
        #expect(try ask("count(//x:a)") == .number(2))
        #expect(try ask("string(//x:b)") == .text("二"))
        #expect(try ask("boolean(//x:c)") == .flag(false))
    }

    @Test func functionsAreGivenIdsFromInsideOut() throws {
        let value = try ask("s:ids(//x:b)", functions: ["ids": { $0[0].ids.joined(separator: "<") + ":" + $0[0].text }])
        #expect(value == .text("b1<a1<d1:二"))
        guard case .nodes(let nodes) = try ask("//x:a[s:is(.)='yes']", functions: ["is": { $0[0].ids.contains("a1") ? "yes" : "no" }]) else { return #expect(Bool(false)) }
        #expect(nodes.count == 1)
    }

    @Test(arguments: ["//x:a[", "y:a", "s:none(.)", "document('/etc/passwd')", "unparsed-text('/etc/passwd')", "", "$v"])
    func whatIsWrongIsTold(_ expression: String) { #expect(throws: Fault.self) { try ask(expression) } }

    @Test func workIsLimited() {
        // Each step over all nodes again: more than any document needs.
        let heavy = "count(" + String(repeating: "//*/ancestor-or-self::*/descendant::*/", count: 14) + "..)"
        let many = Array(("<d xmlns='urn:x'>" + String(repeating: "<a><b/></a>", count: 2_000) + "</d>").utf8)
        #expect(throws: Fault.self) { try XPathQuery(heavy, namespaces: []).evaluate(many, file: "d.xml") }
    }

    @Test func unsafeDocumentsAreRefused() throws {
        let query = try XPathQuery("string(/)", namespaces: [])
        let bytes = Array("<?xml version=\"1.0\"?><!DOCTYPE d [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><d>&a;</d>".utf8)
        #expect(throws: Fault.self) { try query.evaluate(bytes, file: "d.xml") }
    }
}
