import App
import ArgumentParser
import Foundation
import Gateway
import Web

/// `jianhu demo`: a living city of invented enterprises.
struct DemoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract: "Serve an invented city: a month of history, live traffic, one click to be anybody.",
        discussion: """
            Everything in it is invented (示例). The first start makes the city and
            lives its month through, which takes half a minute and is told of on
            standard error; later starts go on with it. The web and the HJ 212 port
            are the next free ones from 8080 and 9212.
            """)

    @OptionGroup var options: ServeOptions

    @Option(help: ArgumentHelp("Where the city is kept; beside the program if left out.", valueName: "folder"))
    var folder: String?

    @Option(parsing: .unconditional, help: "Seed of the curves; the same seed gives the same city.")
    var seed: UInt64 = 20_200_608

    @Option(
        help: ArgumentHelp(
            "How many enterprises a new city gets: 60 for the whole one with thirty days behind it; "
                + "12 for the smallest one, which has a single day behind it and starts sooner.", valueName: "number"))
    var enterprises = DemoPlan.enterprisesMax

    @Flag(help: "Throw the city of the last start away and make a new one.")
    var fresh = false

    func validate() throws {
        let allowed = DemoPlan.enterprisesMin...DemoPlan.enterprisesMax
        guard allowed.contains(enterprises) else {
            throw ValidationError(
                "a city has \(allowed.lowerBound) to \(allowed.upperBound) enterprises; give one of these")
        }
    }

    func run() async throws {
        let folder = URL(fileURLWithPath: folder ?? ProgramPlace.folder + "/jianhu-demo").standardizedFileURL.path
        let plan = DemoPlan(folder: folder, share: options.shareFolder, seed: seed, enterprises: enterprises)
        let settings = try await ServeSettings(options, database: .given(plan.databaseFile))
        if options.printSettings { return ProgramOutput.line(settings.lines.joined(separator: "\n")) }
        // A wrong address must show before the city is built, which takes its time.
        try await FreePort.check(0, on: settings.webHost)
        try await FreePort.check(0, on: settings.gatewayHost)
        try OpenFileLimit.makeRoom(forConnections: settings.gatewayLimits.connectionsMax)
        if fresh { try await Demonstrator.discard(plan) }
        let demonstrator = try await Demonstrator(plan, keyFile: settings.keyFile, logger: settings.log.logger())
        let web = try await FreePort.first(from: settings.webPort, on: settings.webHost)
        let gateway = try await FreePort.first(from: settings.gatewayPort, on: settings.gatewayHost)
        let (webHost, gatewayHost) = (settings.webHost, settings.gatewayHost)
        try await demonstrator.run(
            web: .init(host: webHost, port: web, origin: settings.origin),
            gateway: try settings.gateway(port: gateway)
        ) { doors, sendLine in
            ProgramOutput.line("web http://\(SocketPlace(host: webHost, port: doors.web))")
            ProgramOutput.line("hj212 \(SocketPlace(host: gatewayHost, port: doors.gateway))")
            ProgramOutput.line("paste this to cause an exceedance:")
            ProgramOutput.line(sendLine)
        }
    }
}
