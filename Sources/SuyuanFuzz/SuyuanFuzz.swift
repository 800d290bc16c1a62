import Glibc
import Intake
import Provenance

/// Lets libFuzzer look for inputs that break a reader (模糊测试): `READER=word SuyuanFuzz SEEDS -runs=1000000`. It is built only where it is asked
/// for, see Fuzzing.md. An input must end with a text or a message; whatever else happens, libFuzzer writes it down.
enum FuzzedReader: String, CaseIterable {
    case text, markdown, page, word, sheet, open, fixed, packed, layout, ocr

    func read(_ input: [UInt8]) {
        do throws(Fault) {
            let count =
                switch self {
                case .text, .packed: try SourceReader.read(input, path: "fuzz").text.count
                case .markdown: try SourceReader.read(input, path: "fuzz.md").text.count
                case .page: try SourceReader.read(Array("<html>".utf8) + input, path: "fuzz").text.count
                case .word, .sheet, .open, .fixed: try SourceReader.read(StoredZip(parts: input).bytes, path: "fuzz").text.count
                case .layout: try ProgramOutput.text(ofLayout: input, file: "fuzz").count
                case .ocr: try ProgramOutput.text(ofTable: input, file: "fuzz").count
                }
            Self.total &+= count
        } catch {
            Self.total &+= error.what.zh.utf8.count
        }
    }

    /// What the optimiser may not leave out. libFuzzer runs inputs one after the other on one thread.
    nonisolated(unsafe) private(set) static var total = 0
    nonisolated(unsafe) static var chosen = FuzzedReader.text
}

/// The driver of libFuzzer, from the runtime that `-sanitize=fuzzer` links.
@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
    _ count: UnsafeMutablePointer<Int32>, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
    _ test: @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32
) -> Int32

/// SwiftPM names the entry of a program after its target.
@_cdecl("SuyuanFuzz_main")
public func entry(_ count: Int32, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?) -> Int32 {
    guard let reader = getenv("READER").flatMap({ FuzzedReader(rawValue: String(cString: $0)) }) else {
        print("READER is one of " + FuzzedReader.allCases.map(\.rawValue).joined(separator: ", "))
        return 2
    }
    FuzzedReader.chosen = reader
    var (count, arguments) = (count, arguments)
    return runDriver(&count, &arguments) { bytes, length in
        FuzzedReader.chosen.read(Array(UnsafeBufferPointer(start: bytes, count: length)))
        return 0
    }
}
