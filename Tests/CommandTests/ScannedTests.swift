import Foundation
import SuyuanTesting
import Testing

/// Pictures of pages, with a program in the place of tesseract that says what it was asked (文字识别外部程序).
@Suite struct ScannedTests {
    /// The first bytes of a PNG: nobody looks at the rest here.
    private static let picture = Data([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0])

    private static func folder(_ script: String?) throws -> (Folder, [String: String]) {
        let folder = try Folder()
        try folder.write("a.png", picture)
        guard let script else { return (folder, ["PATH": folder.path]) }
        try folder.write("bin/tesseract", "#!/bin/sh\n" + script)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.url("bin/tesseract").path)
        return (folder, ["PATH": folder.path + "/bin:/usr/bin:/bin"])
    }

    private static let words = ["关于报送进展情况的通知", "各县要按月报送进展情况。"].enumerated().map { index, text in
        let place = "300\\t\(300 + index * 200)\\t\(text.count * 60)\\t60"
        return "printf '4\\t1\\t1\\t\(index)\\t1\\t0\\t\(place)\\t-1\\t\\n5\\t1\\t1\\t\(index)\\t1\\t1\\t\(place)\\t91\\t\(text)\\n'"
    }.joined(separator: "\n")

    @Test func whatTheProgramReadsIsMarkedAsRead() throws {
        let (folder, environment) = try Self.folder("""
            if [ "$1" = --version ]; then echo 'tesseract 9.8.7'; exit 0; fi
            case "$*" in *"stdout -l chi_sim --dpi 300 tsv") ;; *) exit 3;; esac
            printf 'level\\tpage\\n1\\t1\\t0\\t0\\t0\\t0\\t0\\t0\\t2480\\t3508\\t-1\\t\\n'
            \(Self.words)
            """)
        let run = try Program.run(["convert", "a.png", "--ocr"], in: folder, environment: environment)
        #expect(run.code == 0 || run.code == 1, "\(run.errors)")
        #expect(run.output.contains("reader=\"tesseract 9.8.7 chi_sim\""), "\(run.output)\(run.errors)")
        #expect(run.output.contains("各县</body>要按月报送进展情况。") || run.output.contains("要按月报送进展情况"))
        #expect(run.output.contains("ocr") || run.output.contains("核对"))
    }

    @Test func withoutTheWordNothingIsRead() throws {
        let (folder, environment) = try Self.folder("exit 0")
        let run = try Program.run(["convert", "a.png"], in: folder, environment: environment)
        #expect(run.code == 2)
        #expect(run.errors.contains("--ocr"))
    }

    @Test func aProgramThatFailsIsToldOf() throws {
        let (folder, environment) = try Self.folder("echo 'Failed loading language chi_sim' >&2; exit 1")
        let run = try Program.run(["convert", "a.png", "--ocr"], in: folder, environment: environment)
        #expect(run.code == 2)
        #expect(run.errors.contains("Failed loading language chi_sim") && run.errors.contains("tesseract"))
    }
}
