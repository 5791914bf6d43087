import ArgumentParser

/// `jianhu admin`: administrators whom nobody inside can make or help.
struct AdminCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "admin", abstract: "Administrators whom nobody inside can make or help.",
        subcommands: [AdminCreateCommand.self, AdminResetCommand.self])
}
