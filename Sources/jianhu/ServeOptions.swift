import ArgumentParser
import Configuration

/// The flags that `serve` and `demo` share.
struct ServeOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Address the web listens on.", valueName: "address"))
    var webHost: String?

    @Option(parsing: .unconditional, help: ArgumentHelp("Port of the web; 0 takes any free one.", valueName: "port"))
    var webPort: Int?

    @Option(help: ArgumentHelp("Address the HJ 212 gateway listens on.", valueName: "address"))
    var hj212Host: String?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("Port of the HJ 212 gateway; 0 takes any free one.", valueName: "port"))
    var hj212Port: Int?

    @Option(
        help: ArgumentHelp(
            "Addresses that may send frames, such as 10.8.0.0/16,2001:db8::/32; everybody if left out.",
            valueName: "list"))
    var gatewayAllow: String?

    @Option(
        parsing: .unconditional, help: ArgumentHelp("HJ 212 connections served at once.", valueName: "number"))
    var gatewayConnectionsMax: Int?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("HJ 212 connections of one address at once.", valueName: "number"))
    var gatewayConnectionsPerAddressMax: Int?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("New HJ 212 connections of one address in a minute.", valueName: "number"))
    var gatewayConnectionsPerAddressPerMinuteMax: Int?

    @Option(
        help: ArgumentHelp("File with the keys of device secrets; DATABASE.key if left out.", valueName: "file"))
    var keyFile: String?

    @Option(help: ArgumentHelp("The site's address as browsers write it, behind a proxy.", valueName: "url"))
    var origin: String?

    @Option(help: ArgumentHelp("What the log says: text for people, json for collectors.", valueName: "format"))
    var logFormat: String?

    @Option(help: ArgumentHelp("The least that is logged: debug, info, notice, warning, error.", valueName: "level"))
    var logLevel: String?

    @Option(help: ArgumentHelp("JSON file with settings.", valueName: "file"))
    var config: String?

    @Option(help: ArgumentHelp("The share folder; beside the program if left out.", valueName: "folder"))
    var share: String?

    @Flag(help: "Print the settings in force and exit.")
    var printSettings = false

    /// What was given on the command line, under the names of the settings.
    var values: [AbsoluteConfigKey: ConfigValue] {
        var values: [AbsoluteConfigKey: ConfigValue] = [:]
        let texts: [(AbsoluteConfigKey, String?)] = [
            ("web.host", webHost), ("hj212.host", hj212Host), ("web.origin", origin),
            ("gateway.allow", gatewayAllow), ("key.file", keyFile),
            ("log.format", logFormat), ("log.level", logLevel),
        ]
        let numbers: [(AbsoluteConfigKey, Int?)] = [
            ("web.port", webPort), ("hj212.port", hj212Port), ("gateway.connectionsMax", gatewayConnectionsMax),
            ("gateway.connectionsPerAddressMax", gatewayConnectionsPerAddressMax),
            ("gateway.connectionsPerAddressPerMinuteMax", gatewayConnectionsPerAddressPerMinuteMax),
        ]
        for (key, text) in texts { values[key] = text.map { ConfigValue(.string($0), isSecret: false) } }
        for (key, number) in numbers { values[key] = number.map { ConfigValue(.int($0), isSecret: false) } }
        return values
    }

    /// The share folder in use.
    var shareFolder: String { share ?? ProgramPlace.share }
}
