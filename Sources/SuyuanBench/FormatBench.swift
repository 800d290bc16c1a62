import Foundation
import Intake
import Provenance
import SuyuanTesting

/// The readers of formats over one document saved in each, beside the programs that people would use instead: megabytes of files and documents
/// a second, on one core.
struct FormatBench {
    private struct Sample {
        let format: String
        let bytes: [UInt8]
        /// Programs that read the same file, with their arguments.
        let others: [(name: String, arguments: [String])]
    }

    func run(rounds: Int) throws {
        let text = Self.text
        print("one document of \(text.unicodeScalars.count) characters in each format; best of three, \(rounds) readings each")
        var samples = [
            Sample(format: "txt", bytes: Array(text.utf8), others: []),
            Sample(format: "docx", bytes: try WordFile.of(text: text).bytes(), others: [("pandoc", ["-t", "plain"])]),
            Sample(format: "xlsx", bytes: try BookFile.of(text: text, name: "台账").bytes(), others: []),
            Sample(format: "html", bytes: Array(PageFile.site(title: "关于产业工人队伍建设改革的通知", content: PageFile.paragraphs(text)).utf8), others: [("xmllint", ["--html", "--noout"]), ("pandoc", ["-t", "plain"])]),
            Sample(format: "ofd", bytes: try FixedFile.of(text: text).bytes(), others: []),
        ]
        if OfficeProgram.isThere {
            let word = try WordFile.of(text: text).bytes()
            for (format, others) in [("odt", [("pandoc", ["-t", "plain"])]), ("pdf", [("pdftotext", ["-layout"])])] {
                samples.append(Sample(format: format, bytes: try OfficeProgram.converted(word, from: "a.docx", to: format), others: others))
            }
        }
        for sample in samples { try report(sample, rounds) }
    }

    private func report(_ sample: Sample, _ rounds: Int) throws {
        // Other programs are started for each reading: a few tell enough.
        let count = sample.format == "pdf" ? max(1, rounds / 20) : rounds
        let seconds = try (0..<3).map { _ in
            try Stopwatch.time { for _ in 0..<count { _ = try SourceReader.read(sample.bytes, path: "sample." + sample.format) } } / Double(count)
        }.min() ?? 0
        var line = String(format: "  %@ %8d bytes %9.2f ms %8.1f MB/s", sample.format.padding(toLength: 5, withPad: " ", startingAt: 0), sample.bytes.count, seconds * 1000, Double(sample.bytes.count) / 1e6 / seconds)
        for other in sample.others {
            if let time = try Self.time(other.name, other.arguments, sample) {
                line += String(format: "   %@ %.1f ms", other.name, time * 1000)
            } else {
                line += "   \(other.name) is not installed"
            }
        }
        print(line)
    }

    /// Seconds of one run of another program over the file, its start included; the best of five.
    private static func time(_ name: String, _ arguments: [String], _ sample: Sample) throws -> Double? {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
        guard let path = folders.map({ $0 + "/" + name }).first(where: { FileManager.default.isExecutableFile(atPath: $0) }) else { return nil }
        let file = FileManager.default.temporaryDirectory.appending(path: "suyuan-\(UUID().uuidString)." + sample.format)
        try Data(sample.bytes).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        return try (0..<5).map { _ in
            let process = Process()
            process.executableURL = URL(filePath: path)
            process.arguments = arguments + [file.path] + (name == "pdftotext" ? ["-"] : [])
            process.standardOutput = FileHandle.nullDevice
            process.standardError = FileHandle.nullDevice
            return try Stopwatch.time {
                try process.run()
                process.waitUntilExit()
            }
        }.min()
    }

    /// A plan with clauses and a ledger, some thirty pages long.
    private static var text: String {
        var lines = ["关于推进产业工人队伍建设改革的实施方案", "", "各县（区）总工会："]
        for part in 1...12 {
            lines.append("（\(part)）")
            for item in 1...8 {
                lines.append("　　\(item).加强工会驿站建设。每年新建工会驿站不少于\(item * part)个，组织职工培训不少于\(item)万人次，按月报送进展情况，认真总结经验做法。（责任单位：市总工会、市财政局、市人力资源社会保障局）")
            }
        }
        lines.append("序号\t重点任务\t牵头单位\t配合单位\t完成时限")
        for row in 1...60 { lines.append("\(row)\t新建工会驿站\(row)个，制定管理办法\t市总工会\t市财政局、市司法局\t2031年12月底前") }
        return lines.joined(separator: "\n")
    }
}
