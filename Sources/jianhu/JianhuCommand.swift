import ArgumentParser
import Web

/// `jianhu`: one file for each subcommand.
struct JianhuCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "jianhu",
        abstract: "鉴湖: supervision of pollution from the sensor to the closed case.",
        version: Release.version,
        subcommands: [
            DemoCommand.self, ServeCommand.self, InitCommand.self, VerifyCommand.self, HJ212Command.self,
            SimulateCommand.self, AssessCommand.self, ImportCommand.self, TokenCommand.self, AdminCommand.self,
        ])
}
