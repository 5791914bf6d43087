import App
import ArgumentParser
import Persistence

/// `jianhu serve`: the real thing.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Serve an installation made by init.")

    @OptionGroup var options: ServeOptions

    @Option(help: ArgumentHelp("The SQLite file.", valueName: "file"))
    var database: String?

    func run() async throws {
        let settings = try await ServeSettings(options, defaults: .init(database: "jianhu.sqlite"))
        let file = database ?? settings.database
        if options.printSettings { return ProgramOutput.line(settings.lines.joined(separator: "\n")) }
        try DatabaseFile.demandExisting(file)
        let platform = try await Platform.open(
            file: file, share: options.shareFolder, clock: SystemClock(), entropy: SystemEntropy(),
            logger: ProgramLog.logger())
        switch try await platform.purpose() {
        case .real: break
        case .demonstration:
            throw CommandFault("\(file) is a demonstration; serve it with jianhu demo, or make a real one with jianhu init")
        case nil: throw CommandFault("\(file) is no installation yet; make one with jianhu init")
        }
        let (webHost, gatewayHost) = (settings.webHost, settings.gatewayHost)
        try await platform.serve(web: settings.web, gateway: settings.gateway(), as: .real) { doors in
            ProgramOutput.line("web http://\(webHost):\(doors.web)")
            ProgramOutput.line("hj212 \(gatewayHost):\(doors.gateway)")
        }
    }
}
