import ArgumentParser

/// `jianhu token`: bearer tokens of programs.
struct TokenCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "token", abstract: "Bearer tokens of programs.", subcommands: [TokenCreateCommand.self])
}
