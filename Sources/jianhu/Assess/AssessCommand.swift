import ArgumentParser

/// `jianhu assess`: values beside the standards, in a pipe.
struct AssessCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "assess",
        abstract: "Put values beside the standards: CSV in, JSON lines out.",
        subcommands: [AssessOutletCommand.self])
}
