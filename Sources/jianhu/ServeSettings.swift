import App
import ArgumentParser
import Configuration
import Foundation
import Gateway
import Logging
import SystemPackage
import Web

/// Where the program listens and keeps its rows: flag over environment (`JIANHU_…`) over file (`--config`) over
/// default. A value that cannot be used is wrong use, whichever layer it comes from; it never falls to the layer below.
struct ServeSettings {
    let database: String
    let keyFile: String
    let webHost: String
    let webPort: Int
    let gatewayHost: String
    let gatewayPort: Int
    let gatewayLimits: GatewayLimitSettings
    let origin: String?
    let log: ProgramLog.Manner

    /// Who says which file holds the rows.
    enum DatabaseChoice {
        /// The layers do; this flag before all others, `jianhu.sqlite` when none does.
        case asked(flag: String?)
        /// The command itself does.
        case given(String)
    }

    init(_ options: ServeOptions, database choice: DatabaseChoice) async throws {
        let reader = ConfigReader(providers: try await Self.providers(options))
        database =
            switch choice {
            case .given(let file): file
            case .asked(let flag): try DatabaseFile.path(flag ?? reader.string(forKey: "database") ?? "jianhu.sqlite")
            }
        keyFile = try Self.keyFile(reader) ?? KeyFile.standard(for: database)
        webHost = try Self.host("web.host", reader)
        webPort = try Self.port("web.port", reader) ?? 8080
        gatewayHost = try Self.host("hj212.host", reader)
        gatewayPort = try Self.port("hj212.port", reader) ?? 9212
        gatewayLimits = try GatewayLimitSettings(reader)
        origin = try Self.origin(reader)
        log = try ProgramLog.Manner(reader)
    }

    var web: WebSettings { WebSettings(host: webHost, port: webPort, origin: origin) }

    /// The gateway's settings, on another port than the one asked for when one is named.
    func gateway(port: Int? = nil) throws -> GatewaySettings {
        try gatewayLimits.settings(host: gatewayHost, port: port ?? gatewayPort)
    }

    /// The settings as `--print-settings` shows them. There is no secret among them: of the key file only the place.
    var lines: [String] {
        [
            "database = \(database)", "web.host = \(webHost)", "web.port = \(webPort)",
            "web.origin = \(origin ?? "(as the request says)")", "hj212.host = \(gatewayHost)",
            "hj212.port = \(gatewayPort)", "key.file = \(keyFile)", "log.format = \(log.format.rawValue)",
            "log.level = \(log.level.rawValue)",
        ] + gatewayLimits.lines
    }

    private static func providers(_ options: ServeOptions) async throws -> [any ConfigProvider] {
        var providers: [any ConfigProvider] = [
            InMemoryProvider(name: "flags", values: options.values),
            EnvironmentVariablesProvider().prefixKeys(with: "jianhu"),
        ]
        if let file = options.config {
            try SettingsFile.check(file)
            do {
                providers.append(try await FileProvider<JSONSnapshot>(filePath: FilePath(file)))
            } catch {
                throw SettingsFile.unreadable(file)
            }
        }
        return providers
    }

    private static func host(_ key: ConfigKey, _ reader: ConfigReader) throws -> String {
        let host = reader.string(forKey: key) ?? "127.0.0.1"
        guard !host.isEmpty, !host.contains(where: \.isWhitespace) else {
            throw ValidationError("\(key) “\(host)” is no address; give a host name or an address such as 127.0.0.1")
        }
        return host
    }

    /// A number as given by any layer; text that is no number is refused.
    private static func port(_ key: ConfigKey, _ reader: ConfigReader) throws -> Int? {
        if let port = reader.int(forKey: key) {
            guard (0...65_535).contains(port) else {
                throw ValidationError("\(key) \(port) is no port; give a number from 0 (any free one) to 65535")
            }
            return port
        }
        if let text = reader.string(forKey: key) {
            throw ValidationError("\(key) “\(text)” is no number; give a port from 0 (any free one) to 65535")
        }
        return nil
    }

    private static func keyFile(_ reader: ConfigReader) throws -> String? {
        guard let path = reader.string(forKey: "key.file") else { return nil }
        guard !path.isEmpty else {
            throw ValidationError("key.file “” is no file; give the path of the file with the keys of device secrets")
        }
        return path
    }

    private static func origin(_ reader: ConfigReader) throws -> String? {
        guard let text = reader.string(forKey: "web.origin") else { return nil }
        guard let parts = URLComponents(string: text), let scheme = parts.scheme, ["http", "https"].contains(scheme),
            let host = parts.host, !host.isEmpty, text == "\(scheme)://\(host)" + (parts.port.map { ":\($0)" } ?? "")
        else {
            throw ValidationError("web.origin “\(text)” is no site address; give one like https://jianhu.example.cn")
        }
        return text
    }
}
