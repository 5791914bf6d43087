import Foundation
import Testing

extension ProgramTests {
    /// Flag over environment over file over default; what cannot be used is refused in every layer.
    struct SettingsTests {
        private static let file =
            #"{"web":{"port":7001,"host":"127.0.0.2"},"hj212":{"port":7002},"database":"f.sqlite"}"#
        private static let defaults = [
            "database = jianhu.sqlite", "web.host = 127.0.0.1", "web.port = 8080", "hj212.port = 9212",
        ]

        /// Flags, environment, file, and lines that must be shown.
        private static let layers: [(String, [String: String], String?, [String])] = [
            ("", [:], nil, defaults),
            ("", [:], file, ["web.port = 7001", "hj212.port = 7002", "web.host = 127.0.0.2", "database = f.sqlite"]),
            ("", ["JIANHU_WEB_PORT": "7003"], file, ["web.port = 7003", "hj212.port = 7002"]),
            ("--web-port 7004", ["JIANHU_WEB_PORT": "7003"], file, ["web.port = 7004", "hj212.port = 7002"]),
            ("--hj212-port 0", ["JIANHU_HJ212_PORT": "7005"], nil, ["hj212.port = 0"]),
            ("--web-host ::1", ["JIANHU_WEB_HOST": "localhost"], file, ["web.host = ::1"]),
            ("", ["JIANHU_WEB_ORIGIN": "https://a.example.cn"], nil, ["web.origin = https://a.example.cn"]),
            ("--database d.sqlite", ["JIANHU_DATABASE": "e.sqlite"], file, ["database = d.sqlite"]),
            ("", ["JIANHU_DATABASE": "e.sqlite"], file, ["database = e.sqlite", "key.file = e.sqlite.key"]),
            ("--key-file a.key", ["JIANHU_KEY_FILE": "b.key"], nil, ["key.file = a.key"]),
            ("", ["JIANHU_KEY_FILE": "b.key"], file, ["key.file = b.key"]),
            ("", [:], nil, ["gateway.allow = (everybody)", "gateway.connectionsMax = 1000"]),
            (
                "--gateway-connections-max 12000", ["JIANHU_GATEWAY_ALLOW": "10.8.0.0/16,2001:db8::/32"],
                #"{"gateway":{"connectionsPerAddressMax":12000}}"#,
                [
                    "gateway.connectionsMax = 12000", "gateway.connectionsPerAddressMax = 12000",
                    "gateway.allow = 10.8.0.0/16,2001:db8::/32",
                ]
            ),
        ]

        @Test(arguments: layers.indices)
        func `the higher layer counts`(index: Int) async throws {
            let (flags, environment, content, lines) = Self.layers[index]
            let run = try await Self.settings("serve", flags, environment, content)
            #expect(run.exitCode == 0 && run.complaint.isEmpty, "\(run.complaint)")
            let shown = Set(run.output.split(separator: "\n").map(String.init))
            #expect(shown.isSuperset(of: lines), "\(shown)")
        }

        @Test func `a demonstration shows the database it uses, whatever is set`() async throws {
            let run = try await Self.settings("demo", "--folder city", ["JIANHU_DATABASE": "e.sqlite"], Self.file)
            #expect(run.output.contains("/city/jianhu-demo.sqlite\n"))
        }

        /// Environment, file, exit code, and what the sentence must say.
        private static let refusals: [([String: String], String?, Int32, String)] = [
            (["JIANHU_WEB_PORT": "abc"], nil, 2, "web.port “abc” is no number"),
            (["JIANHU_WEB_PORT": ""], file, 2, "web.port “” is no number"),
            (["JIANHU_HJ212_PORT": "70000"], nil, 2, "hj212.port 70000 is no port"),
            (["JIANHU_WEB_HOST": ""], nil, 2, "web.host “” is no address"),
            (["JIANHU_WEB_ORIGIN": "ftp://h"], nil, 2, "web.origin “ftp://h” is no site address"),
            (["JIANHU_DATABASE": "postgres://h"], nil, 2, "“postgres://h” is no file"),
            (["JIANHU_KEY_FILE": ""], nil, 2, "key.file “” is no file"),
            (["JIANHU_GATEWAY_ALLOW": ""], nil, 2, "gateway.allow “” is no address"),
            (["JIANHU_GATEWAY_ALLOW": "10.8.0.0/16,10.8.0.1/16"], nil, 2, "give the block 10.8.0.0/16, or the"),
            (["JIANHU_GATEWAY_ALLOW": "::/129"], nil, 2, "has no prefix of 0 to 128 bits"),
            (["JIANHU_GATEWAY_CONNECTIONS_MAX": "0"], nil, 2, "gateway.connectionsMax 0 is out of range"),
            (["JIANHU_GATEWAY_CONNECTIONS_MAX": "many"], nil, 2, "gateway.connectionsMax “many” is no number"),
            ([:], "{", 1, "--config settings.json cannot be read as a JSON object"),
            ([:], "[1]", 1, "--config settings.json cannot be read as a JSON object"),
            ([:], #"{"web":{"prot":1}}"#, 2, "“web.prot” is no setting; the settings are database, gateway.allow"),
            ([:], #"{"web.port":1}"#, 2, "“web.port” is no setting"),
            ([:], #"{"web":5}"#, 2, "“web” is no setting"),
            ([:], #"{"web":{"port":"7001"}}"#, 2, "web.port must be a whole number"),
            ([:], #"{"web":{"port":70.5}}"#, 2, "web.port must be a whole number"),
            ([:], #"{"web":{"host":5}}"#, 2, "web.host must be text"),
            ([:], #"{"web":{"port":70000}}"#, 2, "web.port 70000 is no port"),
            ([:], #"{"database":null}"#, 2, "database must be text"),
        ]

        @Test(arguments: refusals.indices)
        func `what cannot be used is refused, not passed over`(index: Int) async throws {
            let (environment, content, code, sentence) = Self.refusals[index]
            let run = try await Self.settings("serve", "", environment, content)
            #expect(run.exitCode == code && run.output.isEmpty, "\(run.output)")
            #expect(run.complaint.contains(sentence), "\(run.complaint)")
            #expect(run.complaint.split(separator: "\n").count == 1, "\(run.complaint)")
        }

        @Test func `more connections than the system allows open files are refused before anything is made`()
            async throws
        {
            try await TemporaryFolder.with { folder in
                let line = "ulimit -n 900; exec ./jianhu demo --folder city --web-port 0 --hj212-port 0"
                let run = try await CommandRun.ofShell(line + " --gateway-connections-max 2000", in: folder)
                #expect(run.exitCode == 1 && run.output.isEmpty)
                let sentence = "gateway.connectionsMax 2000 needs 2512 open files, but this process may have 900; raise"
                #expect(run.complaint.contains(sentence), "\(run.complaint)")
                #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [])
            }
        }

        private static func settings(
            _ command: String, _ flags: String, _ environment: [String: String], _ content: String?
        ) async throws -> CommandRun {
            try await TemporaryFolder.with { folder in
                try content.map { try Data($0.utf8).write(to: folder.appending(path: "settings.json")) }
                let config = content == nil ? [] : ["--config", "settings.json"]
                let words = [command, "--print-settings"] + flags.split(separator: " ").map(String.init) + config
                return try await CommandRun.of(words, environment: environment, in: folder)
            }
        }
    }
}
