import Exports
import Provenance

/// What pages fetch besides themselves (静态资源): held by the program, named by their hash, so that a browser keeps them until the
/// program changes.
struct Assets: Sendable {
    let style: [UInt8]
    let script: [UInt8]
    let icon: [UInt8]
    let styleAddress: String
    let scriptAddress: String
    let iconAddress: String

    init() {
        style = Self.bytes(PageStyle.common) + Self.bytes(SiteStyle.site) + Self.bytes(SiteStyle.pages) + Self.bytes(SiteStyle.narrow) + Self.bytes(SiteStyle.print)
        script = Self.bytes(SiteScript.script)
        icon = Self.bytes(SiteStyle.icon)
        styleAddress = Self.address("suyuan.css", style)
        scriptAddress = Self.address("suyuan.js", script)
        iconAddress = Self.address("suyuan.svg", icon)
    }

    func response(_ name: String) -> WebResponse? {
        let found: (type: String, bytes: [UInt8])? =
            switch name {
            case "suyuan.css": ("text/css; charset=utf-8", style)
            case "suyuan.js": ("text/javascript; charset=utf-8", script)
            case "suyuan.svg": ("image/svg+xml", icon)
            default: nil
            }
        return found.map { WebResponse(type: $0.type, $0.bytes, headers: [("Cache-Control", "public, max-age=31536000, immutable")]) }
    }

    private static func bytes(_ text: StaticString) -> [UInt8] {
        [UInt8](UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    private static func address(_ name: String, _ bytes: [UInt8]) -> String { "/assets/" + name + "?v=" + ContentHash.sha256(bytes).prefix(12) }
}
