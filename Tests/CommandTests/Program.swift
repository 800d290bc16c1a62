import Foundation
import Testing

/// Runs the built program as a user does (运行程序).
struct Program {
    struct Result {
        let code: Int32
        let output: String
        let errors: String
        let bytes: Data
    }

    /// The program lies beside the test bundle.
    static let path: String = {
        let tests = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
        var folder = URL(filePath: tests).deletingLastPathComponent()
        while folder.path.count > 1 {
            let candidate = folder.appending(path: "suyuan").path
            var isFolder: ObjCBool = false
            if FileManager.default.fileExists(atPath: candidate, isDirectory: &isFolder), !isFolder.boolValue { return candidate }
            folder.deleteLastPathComponent()
        }
        return "suyuan"
    }()

    static func run(_ arguments: String..., in folder: Folder, environment: [String: String] = [:]) throws -> Result {
        try run(arguments, in: folder, environment: environment)
    }

    /// - Parameters:
    ///   - memory: kilobytes that it may address; beyond them it is ended.
    ///   - input: the file that it reads from; it is interrupted as soon as it has printed a line where `isInterrupted` says so.
    static func run(
        _ arguments: [String], in folder: Folder, environment: [String: String] = [:], memory: Int? = nil, input: String? = nil, isInterrupted: Bool = false
    ) throws -> Result {
        let process = Process()
        process.executableURL = URL(filePath: memory == nil ? path : "/bin/sh")
        process.arguments = memory.map { ["-c", "ulimit -v \($0); exec \"$0\" \"$@\"", path] } ?? []
        process.arguments?.append(contentsOf: arguments)
        process.currentDirectoryURL = URL(filePath: folder.path)
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        // Files take what pipes would block on.
        let (output, errors) = (folder.url(".stdout-\(UUID().uuidString)"), folder.url(".stderr-\(UUID().uuidString)"))
        for url in [output, errors] { _ = FileManager.default.createFile(atPath: url.path, contents: nil) }
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = try FileHandle(forWritingTo: errors)
        if let input { process.standardInput = try FileHandle(forReadingFrom: folder.url(input)) }
        try process.run()
        if isInterrupted {
            for _ in 0..<1_200 where process.isRunning {
                if try Data(contentsOf: output).contains(0x0A) { break }
                Thread.sleep(forTimeInterval: 0.1)
            }
            process.interrupt()
        }
        process.waitUntilExit()
        let bytes = try Data(contentsOf: output)
        return Result(
            code: process.terminationReason == .exit ? process.terminationStatus : 128 + process.terminationStatus,
            output: String(decoding: bytes, as: UTF8.self), errors: String(decoding: try Data(contentsOf: errors), as: UTF8.self), bytes: bytes)
    }
}

/// A temporary folder that goes with its owner.
final class Folder: Sendable {
    let path: String

    init() throws {
        path = FileManager.default.temporaryDirectory.appending(path: "suyuan-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func url(_ name: String) -> URL { URL(filePath: path).appending(path: name) }

    @discardableResult
    func write(_ name: String, _ bytes: Data) throws -> String {
        try FileManager.default.createDirectory(at: url(name).deletingLastPathComponent(), withIntermediateDirectories: true)
        try bytes.write(to: url(name))
        return name
    }

    @discardableResult
    func write(_ name: String, _ text: String) throws -> String { try write(name, Data(text.utf8)) }

    func read(_ name: String) throws -> Data { try Data(contentsOf: url(name)) }
    func text(_ name: String) throws -> String { String(decoding: try read(name), as: UTF8.self) }
    func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: url(name).path) }

    /// Names of all files below a folder, sorted.
    func files(_ name: String) -> [String] {
        (FileManager.default.enumerator(atPath: url(name).path)?.compactMap { $0 as? String } ?? []).sorted()
    }

    /// An opinion with three clauses and a bulletin that reports on one of them.
    static func withDocuments() throws -> Folder {
        let folder = try Folder()
        try folder.write("documents/20300301-opinion.txt", opinion)
        try folder.write("documents/20310630-bulletin.txt", bulletin)
        return folder
    }

    static let opinion = """
        云南省人民政府关于办好职工技能培训的意见

        云政发〔2030〕3号

        各州（市）人民政府，省直各委、办、厅、局：

        为办好职工技能培训，现提出以下意见。

        一、提升技能

        （一）建设培训中心。支持企业建设技能培训中心，2030年底前建成92个。（省人力资源社会保障厅牵头，省财政厅配合）

        （二）落实税收政策。企业职工教育经费支出按规定在税前扣除。（省税务局负责）

        二、组织保障

        （三）加强宣传。要及时总结推广典型经验。（省总工会负责）

        云南省人民政府

        2030年3月1日

        """

    static let bulletin = """
        职工技能工作简报

        第2期

        云南省总工会办公室　　　2031年6月30日

        技能培训中心建设加快

        截至2031年6月，全省企业已建成技能培训中心82个，省人力资源社会保障厅举办培训班40期。其余10个预计年底全部建成。

        """
}
