import ArgumentParser

/// `jianhu admin`: administrators whom nobody inside can make or help.
struct AdminCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "admin", abstract: "Create or recover administrators from outside the program.",
        subcommands: [AdminCreateCommand.self, AdminResetCommand.self])
}
