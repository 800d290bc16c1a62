import Provenance

/// The code points of a web page (网页解码). Its encoding is told by its bytes, as of any text; only where those are damaged by what it
/// says of itself, and then single bytes are passed over: pages are seldom whole, and browsers read them.
enum PageBytes {
    static func decode(_ bytes: [UInt8], path: String) throws(Fault) -> (scalars: [Unicode.Scalar], encoding: String, repaired: Int) {
        do throws(Fault) {
            let (scalars, encoding) = try SourceReader.decode(bytes, path: path)
            return (scalars, encoding, 0)
        } catch {
            let said = declared(bytes)
            guard let said, let (scalars, repaired) = lenient(bytes, said) else { throw error }
            return (scalars, said.rawValue, repaired)
        }
    }

    private enum Declared: String { case utf8 = "UTF-8", gb18030 = "GB18030", big5 = "Big5" }

    /// `charset=` in the first bytes, as the standard of HTML looks for it.
    private static func declared(_ bytes: [UInt8]) -> Declared? {
        let head = String(decoding: bytes.prefix(4096), as: UTF8.self).lowercased()
        guard let found = head.firstRange(of: "charset=") else { return nil }
        let name = head[found.upperBound...].drop { $0 == "\"" || $0 == "'" || $0 == " " }.prefix { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
        return switch name {
        case "utf-8", "utf8": .utf8
        case "gb2312", "gbk", "gb18030", "gb_2312-80", "x-gbk": .gb18030
        case "big5", "big5-hkscs": .big5
        default: nil
        }
    }

    /// Bytes that may be wrong before a page is none.
    private static let repairLimit = 500

    private static func lenient(_ bytes: [UInt8], _ said: Declared) -> (scalars: [Unicode.Scalar], repaired: Int)? {
        var scalars: [Unicode.Scalar] = []
        var rest = bytes
        for repaired in 0...repairLimit {
            do throws(DecodingFailure) {
                guard let more = try decoded(rest, said) else { return nil }
                return (scalars + more, repaired)
            } catch {
                guard let more = try? decoded(Array(rest[..<error.offset]), said) else { return nil }
                scalars += more + ["\u{FFFD}"]
                rest.removeFirst(min(rest.count, error.offset + 1))
            }
        }
        return nil
    }

    private static func decoded(_ bytes: [UInt8], _ said: Declared) throws(DecodingFailure) -> [Unicode.Scalar]? {
        switch said {
        case .utf8: try UTF8Decoder.decode(bytes)
        case .gb18030: try NationalCodeDecoder.decode(bytes, code: .gb18030)
        case .big5: try NationalCodeDecoder.decode(bytes, code: .big5)
        }
    }
}
