import ArgumentParser
import Exports
import Glibc
import Provenance

struct KeysCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "keys", abstract: "Makes the keys with which packages are signed.", subcommands: [KeysMakeCommand.self])
}

struct KeysMakeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "make", abstract: "Makes a private key (NAME.key) and the public one for partners (NAME.pub); Ed25519.")

    @Argument(help: "Path and name of the files without their endings.")
    var name: String

    @OptionGroup var common: CommonOptions

    func run() async throws {
        let console = common.console
        try await console.guarding {
            for path in [name + ".key", name + ".pub"] where access(path, F_OK) == 0 {
                throw Fault(.keyExists(path), at: Place(file: path))
            }
            let key = SigningKey()
            // Nobody else may read it, from its first byte on.
            let former = umask(0o077)
            defer { umask(former) }
            try FolderWriter.write(Array(key.text.utf8), to: name + ".key")
            umask(former)
            try FolderWriter.write(Array(key.verifying.text.utf8), to: name + ".pub")
            console.print(Message.keyMade(name + ".key", name + ".pub", key.verifying.name).text(common.lang))
            return 0
        }
    }
}
