import ArgumentParser

/// `jianhu assess`: values beside the standards, in a pipe.
struct AssessCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "assess",
        abstract: "Compare values with the standards: CSV in, JSON lines out.",
        subcommands: [AssessOutletCommand.self])
}
