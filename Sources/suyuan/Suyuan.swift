import ArgumentParser

@main
struct Suyuan: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "suyuan", abstract: "Traces policy requirements to reported progress.")
}
