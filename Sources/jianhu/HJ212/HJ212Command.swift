import ArgumentParser

/// `jianhu hj212`: the wire kit in a pipe.
struct HJ212Command: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "hj212",
        abstract: "Read, write and send HJ 212 frames (2005, 2017, 2025).",
        subcommands: [
            HJ212DecodeCommand.self, HJ212EncodeCommand.self, HJ212SendCommand.self, HJ212CommandsCommand.self,
        ]
    )
}
