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
        let settings = try await ServeSettings(options, database: .asked(flag: database))
        if options.printSettings { return ProgramOutput.line(settings.lines.joined(separator: "\n")) }
        let file = settings.database
        try DatabaseFile.demandExisting(file)
        switch try await Installed.purpose(of: file) {
        case .real: break
        case .demonstration:
            throw CommandFault(
                "\(file) is a demonstration; serve it with jianhu demo, or make a real one with jianhu init")
        case nil:
            throw CommandFault("\(file) was never finished; remove it and make a new installation with jianhu init")
        }
        try await FreePort.check(settings.webPort, on: settings.webHost)
        try await FreePort.check(settings.gatewayPort, on: settings.gatewayHost)
        try OpenFileLimit.makeRoom(forConnections: settings.gatewayLimits.connectionsMax)
        let platform = try await Platform.open(
            file: file, keyFile: settings.keyFile, share: options.shareFolder, clock: SystemClock(),
            entropy: SystemEntropy(),
            logger: settings.log.logger())
        let (webHost, gatewayHost) = (settings.webHost, settings.gatewayHost)
        try await platform.serve(web: settings.web, gateway: settings.gateway(), as: .real) { doors in
            ProgramOutput.line("web http://\(SocketPlace(host: webHost, port: doors.web))")
            ProgramOutput.line("hj212 \(SocketPlace(host: gatewayHost, port: doors.gateway))")
        }
    }
}
