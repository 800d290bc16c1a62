/// Takes what a form with files sends apart (多部分表单), RFC 7578 and RFC 2046, as it comes: whatever the pieces are that it comes in, the
/// parts are the same, and no more is held than a piece and a delimiter.
struct MultipartDecoder {
    enum Event: Equatable {
        /// A part begins; what belongs to it follows.
        case begin(Part)
        case data([UInt8])
        case end
    }

    struct Part: Equatable {
        /// Of the field.
        var name: String
        /// As the browser gives it: it may hold anything.
        var file: String?
    }

    /// The headers of a part are no longer, in bytes.
    static let longestHead = 16 * 1024
    static let mostParts = 2_000

    private enum State { case preamble, delimiter, head, data, epilogue }

    /// `\r\n--boundary`.
    private let delimiter: [UInt8]
    private var state = State.preamble
    private var buffer: [UInt8]
    private var parts = 0

    /// - Parameter contentType: the header of the request.
    /// - Returns: nil where it is no such form, or its boundary is none by RFC 2046.
    init?(contentType: String) {
        let parameters = HeaderParameters(contentType)
        guard parameters.value.lowercased() == "multipart/form-data", let boundary = parameters["boundary"], (1...70).contains(boundary.utf8.count),
            boundary.utf8.allSatisfy({ (0x20...0x7E).contains($0) }), boundary.utf8.last != 0x20
        else { return nil }
        delimiter = Array("\r\n--".utf8) + Array(boundary.utf8)
        // The first delimiter has no line before it.
        buffer = [0x0D, 0x0A]
    }

    /// - Throws: `WebRefusal.malformed` where it is no such form, `tooLarge` beyond the limits.
    mutating func take(_ piece: [UInt8], _ event: (Event) throws -> Void) throws {
        buffer += piece
        while try step(event) {}
    }

    /// To be called where nothing more comes.
    /// - Throws: `WebRefusal.malformed` where the end is missing.
    func finish() throws(WebRefusal) {
        guard state == .epilogue else { throw .malformed }
    }

    /// - Returns: whether something more can be done with what is there.
    private mutating func step(_ event: (Event) throws -> Void) throws -> Bool {
        switch state {
        case .preamble, .data:
            let (end, isFound) = search()
            if state == .data, end > 0 { try event(.data(Array(buffer[..<end]))) }
            if isFound {
                if state == .data { try event(.end) }
                state = .delimiter
                buffer.removeFirst(end + delimiter.count)
                return true
            }
            buffer.removeFirst(end)
            return false
        case .delimiter:
            guard buffer.count >= 2 else { return false }
            if buffer[0] == UInt8(ascii: "-"), buffer[1] == UInt8(ascii: "-") {
                state = .epilogue
                buffer = []
                return false
            }
            // White space may stand between a delimiter and the end of its line.
            guard let end = buffer.firstIndex(where: { $0 != 0x20 && $0 != 0x09 }) else {
                if buffer.count > Self.longestHead { throw WebRefusal.malformed }
                return false
            }
            guard buffer.count >= end + 2 else { return false }
            guard buffer[end] == 0x0D, buffer[end + 1] == 0x0A else { throw WebRefusal.malformed }
            buffer.removeFirst(end)
            state = .head
            return true
        case .head:
            guard let end = endOfHead() else {
                if buffer.count > Self.longestHead { throw WebRefusal.tooLarge }
                return false
            }
            guard end <= Self.longestHead else { throw WebRefusal.tooLarge }
            parts += 1
            guard parts <= Self.mostParts else { throw WebRefusal.tooLarge }
            try event(.begin(try Self.part(buffer[..<end])))
            buffer.removeFirst(end + 4)
            state = .data
            return true
        case .epilogue:
            buffer = []
            return false
        }
    }

    /// Where the next delimiter begins; else up to where none can begin any more.
    private func search() -> (end: Int, isFound: Bool) {
        var place = 0
        while place < buffer.count {
            guard buffer[place] == 0x0D else {
                place += 1
                continue
            }
            let left = min(delimiter.count, buffer.count - place)
            var same = 1
            while same < left, buffer[place + same] == delimiter[same] { same += 1 }
            if same == delimiter.count { return (place, true) }
            if same == left { return (place, false) }
            // In the delimiter no other CR stands.
            place += same
        }
        return (buffer.count, false)
    }

    /// The headers begin with the end of the delimiter's line and end with an empty one.
    private func endOfHead() -> Int? {
        var place = 0
        while place + 3 < buffer.count {
            if buffer[place] == 0x0D, buffer[place + 1] == 0x0A, buffer[place + 2] == 0x0D, buffer[place + 3] == 0x0A { return place }
            place += 1
            if place > Self.longestHead { return place }
        }
        return nil
    }

    private static func part(_ head: ArraySlice<UInt8>) throws(WebRefusal) -> Part {
        guard let text = String(validating: head, as: UTF8.self) else { throw .malformed }
        for line in text.split(whereSeparator: { $0 == "\r\n" || $0 == "\n" || $0 == "\r" }) {
            guard let colon = line.firstIndex(of: ":"), line[..<colon].lowercased() == "content-disposition" else { continue }
            let parameters = HeaderParameters(String(line[line.index(after: colon)...]))
            guard parameters.value.lowercased() == "form-data", let name = parameters["name"] else { throw .malformed }
            return Part(name: name, file: parameters["filename"])
        }
        throw .malformed
    }
}

/// `value; name="a"; other=b` (头字段参数).
struct HeaderParameters {
    let value: String
    private var parameters: [String: String] = [:]

    init(_ text: String) {
        var value = ""
        var rest = text.unicodeScalars.makeIterator()
        var next = rest.next()
        func isBlank(_ scalar: Unicode.Scalar) -> Bool { scalar == " " || scalar == "\t" }
        while let scalar = next, scalar != ";" {
            if !isBlank(scalar) { value.unicodeScalars.append(scalar) }
            next = rest.next()
        }
        self.value = value
        while next == ";" {
            next = rest.next()
            var name = ""
            while let scalar = next, scalar != "=", scalar != ";" {
                if !isBlank(scalar) { name.unicodeScalars.append(scalar) }
                next = rest.next()
            }
            guard next == "=" else { continue }
            next = rest.next()
            while let scalar = next, isBlank(scalar) { next = rest.next() }
            var read = ""
            if next == "\"" {
                next = rest.next()
                while let scalar = next, scalar != "\"" {
                    if scalar == "\\", let escaped = rest.next() {
                        // Old browsers send `C:\file.txt`: only these two are ever escaped.
                        if escaped != "\"" && escaped != "\\" { read.unicodeScalars.append(scalar) }
                        read.unicodeScalars.append(escaped)
                    } else {
                        read.unicodeScalars.append(scalar)
                    }
                    next = rest.next()
                }
                while let scalar = next, scalar != ";" { next = rest.next() }
            } else {
                while let scalar = next, scalar != ";" {
                    if !isBlank(scalar) { read.unicodeScalars.append(scalar) }
                    next = rest.next()
                }
            }
            let key = name.lowercased()
            if parameters[key] == nil { parameters[key] = read }
        }
    }

    subscript(_ name: String) -> String? { parameters[name] }
}
