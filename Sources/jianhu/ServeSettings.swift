import ArgumentParser
import Configuration
import Foundation
import Gateway
import SystemPackage
import Web

/// Where the program listens and keeps its rows: flag over environment (`JIANHU_…`) over file (`--config`) over default.
struct ServeSettings {
    let database: String
    let webHost: String
    let webPort: Int
    let gatewayHost: String
    let gatewayPort: Int
    let origin: String?

    /// A setting that cannot be used.
    struct Refusal: Error, CustomStringConvertible {
        let description: String
    }

    init(_ options: ServeOptions, defaults: Defaults) async throws {
        let reader = ConfigReader(providers: try await Self.providers(options))
        database = reader.string(forKey: "database") ?? defaults.database
        webHost = reader.string(forKey: "web.host") ?? "127.0.0.1"
        webPort = try Self.port("web.port", reader) ?? 8080
        gatewayHost = reader.string(forKey: "hj212.host") ?? "127.0.0.1"
        gatewayPort = try Self.port("hj212.port", reader) ?? 9212
        origin = try Self.origin(reader)
        if database.contains("://") {
            throw Refusal(
                description: "database \(database): this program keeps its rows in one SQLite file; give a path")
        }
    }

    /// What holds when nothing is said.
    struct Defaults {
        let database: String
    }

    var web: WebSettings { WebSettings(host: webHost, port: webPort, origin: origin) }

    func gateway() throws -> GatewaySettings { try GatewaySettings(host: gatewayHost, port: gatewayPort) }

    /// The settings as `--print-settings` shows them. There is no secret among them.
    var lines: [String] {
        [
            "database = \(database)", "web.host = \(webHost)", "web.port = \(webPort)",
            "web.origin = \(origin ?? "(as the request says)")", "hj212.host = \(gatewayHost)",
            "hj212.port = \(gatewayPort)",
        ]
    }

    private static func providers(_ options: ServeOptions) async throws -> [any ConfigProvider] {
        var providers: [any ConfigProvider] = [
            InMemoryProvider(name: "flags", values: options.values),
            EnvironmentVariablesProvider().prefixKeys(with: "jianhu"),
        ]
        if let file = options.config {
            do {
                providers.append(try await FileProvider<JSONSnapshot>(filePath: FilePath(file)))
            } catch {
                throw Refusal(description: "--config \(file) cannot be read as JSON; check the path and its contents")
            }
        }
        return providers
    }

    /// A number as given by any layer; text that is no number is refused instead of falling to the layer below.
    private static func port(_ key: ConfigKey, _ reader: ConfigReader) throws -> Int? {
        if let port = reader.int(forKey: key) {
            guard (0...65_535).contains(port) else {
                throw Refusal(description: "\(key) \(port) is no port; give a number from 0 (any free one) to 65535")
            }
            return port
        }
        if let text = reader.string(forKey: key) {
            throw Refusal(description: "\(key) “\(text)” is no number; give a port from 0 (any free one) to 65535")
        }
        return nil
    }

    private static func origin(_ reader: ConfigReader) throws -> String? {
        guard let text = reader.string(forKey: "web.origin") else { return nil }
        guard let url = URL(string: text), let scheme = url.scheme, ["http", "https"].contains(scheme),
            url.host() != nil, url.path().isEmpty
        else {
            throw Refusal(
                description: "web.origin “\(text)” is no site address; give one like https://jianhu.example.cn")
        }
        return text
    }
}
